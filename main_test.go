package main

import (
	"bufio"
	"bytes"
	"os"
	"os/exec"
	"runtime"
	"strings"
	"testing"

	"byline/assets"
)

// asProgram makes this test binary behave as the program.
const asProgram = "BYLINE_TEST_AS_PROGRAM"

func TestMain(m *testing.M) {
	if os.Getenv(asProgram) != "" {
		main()
		return
	}
	os.Exit(m.Run())
}

// program is the program with these arguments and without a display.
func program(t *testing.T, args ...string) *exec.Cmd {
	t.Helper()
	p := exec.Command(os.Args[0], args...)
	p.Dir = t.TempDir()
	for _, e := range os.Environ() {
		if !strings.HasPrefix(e, "DISPLAY=") && !strings.HasPrefix(e, "WAYLAND_DISPLAY=") {
			p.Env = append(p.Env, e)
		}
	}
	p.Env = append(p.Env, asProgram+"=1")
	return p
}

func TestExitStatus(t *testing.T) {
	for args, want := range map[string]struct {
		status int
		says   string
	}{
		"version":       {0, "byline "},
		"read gone.txt": {1, "gone.txt is not there"},
		"read":          {2, "read needs a file"},
		"raed":          {2, "there is no command"},
	} {
		p := program(t, strings.Fields(args)...)
		said, _ := p.CombinedOutput() // its error is the status
		if got := p.ProcessState.ExitCode(); got != want.status || !strings.Contains(string(said), want.says) {
			t.Errorf("byline %s: status %d, said %q", args, got, said)
		}
	}
}

func TestWithoutADisplayTheWindowSaysSo(t *testing.T) {
	if runtime.GOOS != "linux" {
		t.Skip("only here can a display be missing")
	}
	p := program(t)
	said, _ := p.CombinedOutput()
	if p.ProcessState.ExitCode() != windowFailed || !strings.HasPrefix(string(said), "byline: ") || bytes.Count(said, []byte("\n")) != 1 {
		t.Errorf("status %d, said %q", p.ProcessState.ExitCode(), said)
	}
}

// TestInterrupt stops a run that waits for more input, as Ctrl-C does.
func TestInterrupt(t *testing.T) {
	if assets.Model() == nil || runtime.GOOS == "windows" {
		t.Skip("needs the language model and a system that sends interrupts")
	}
	p := program(t, "read", "--jsonl")
	in, err := p.StdinPipe()
	if err != nil {
		t.Fatal(err)
	}
	out, err := p.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	var said bytes.Buffer
	p.Stderr = &said
	if err := p.Start(); err != nil {
		t.Fatal(err)
	}
	if _, err := in.Write([]byte(`{"id":"a","text":"Norway joined NATO."}` + "\n")); err != nil {
		t.Fatal(err)
	}
	line, err := bufio.NewReader(out).ReadString('\n')
	if err != nil || !strings.Contains(line, "Norway") {
		t.Fatalf("the graph did not come while the input was open: %q, %v", line, err)
	}
	if err := p.Process.Signal(os.Interrupt); err != nil {
		t.Fatal(err)
	}
	_ = p.Wait() // its error is the status
	if got := p.ProcessState.ExitCode(); got != 1 || !strings.Contains(said.String(), "Stopped.") {
		t.Errorf("status %d, said %q", got, said.String())
	}
}
