package windowtest

import (
	"bufio"
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
	"time"
)

// patience is how long the slowest machine may take for one step.
const patience = 60 * time.Second

// desk is a display with the program on it.
type desk struct {
	t       *testing.T
	home    string
	places  string
	env     []string
	program *exec.Cmd
	ended   chan error
	errors  bytes.Buffer
	began   time.Time
}

// state is what the program tells of itself through BYLINE_PLACES.
type state struct {
	Title    string
	Running  bool
	First    float64
	Articles int
	Links    int
	Things   []thing
	Ties     []tie
	Selected []string
	Link     string
	Reading  string
	Sentence string
	CanUndo  bool
	UndoOf   string
	Pinned   []string
	Shown    int
	Review   int
	Asked    []string
	Log      []logLine
	Canvas   [4]float64
}

type logLine struct {
	Words              string
	X, Y, UndoX, UndoY float64
}

type thing struct {
	ID, Name, Kind string
	X, Y           float64
}

type tie struct {
	From, Type, To string
	X, Y           float64
}

// newDesk starts a virtual display. Only Linux has one that a test can start.
func newDesk(t *testing.T) *desk {
	t.Helper()
	if runtime.GOOS != "linux" {
		t.Skip("the window test needs Xvfb and xdotool")
	}
	for _, tool := range []string{"Xvfb", "xdotool"} {
		if _, err := exec.LookPath(tool); err != nil {
			t.Fatalf("%s is missing: run make setup", tool)
		}
	}
	d := &desk{t: t, home: t.TempDir()}
	d.places = filepath.Join(d.home, "places.json")
	for _, folder := range []string{".cache", ".config"} {
		if err := os.MkdirAll(filepath.Join(d.home, folder), 0o700); err != nil {
			t.Fatal(err)
		}
	}
	d.env = append(os.Environ(),
		"DISPLAY="+startDisplay(t), "WAYLAND_DISPLAY=", "HOME="+d.home, "FYNE_SCALE=1", "LIBGL_ALWAYS_SOFTWARE=1",
		"XDG_CONFIG_HOME="+filepath.Join(d.home, ".config"), "XDG_CACHE_HOME="+filepath.Join(d.home, ".cache"),
		"BYLINE_PLACES="+d.places)
	return d
}

// startDisplay starts Xvfb on a number that it chooses itself.
func startDisplay(t *testing.T) string {
	t.Helper()
	r, w, err := os.Pipe()
	if err != nil {
		t.Fatal(err)
	}
	x := exec.Command("Xvfb", "-displayfd", "3", "-r", "-screen", "0", "1280x800x24", "-nolisten", "tcp")
	x.ExtraFiles = []*os.File{w}
	if err := x.Start(); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		_ = x.Process.Kill()
		_ = x.Wait()
	})
	if err := errors.Join(w.Close(), r.SetReadDeadline(time.Now().Add(patience))); err != nil {
		t.Fatal(err)
	}
	number, err := bufio.NewReader(r).ReadString('\n')
	if err != nil {
		t.Fatalf("Xvfb did not start: %v", err)
	}
	return ":" + strings.TrimSpace(number)
}

// start runs the program on files.
func (d *desk) start(args ...string) {
	d.t.Helper()
	binary, err := filepath.Abs(filepath.Join("..", "..", "build", "byline"))
	if err != nil {
		d.t.Fatal(err)
	}
	if _, err := os.Stat(binary); err != nil {
		d.t.Fatalf("the program is not built: run make window (%v)", err)
	}
	d.program = exec.Command(binary, args...)
	d.program.Env, d.program.Dir, d.program.Stderr = d.env, d.home, &d.errors
	d.began = time.Now()
	if err := d.program.Start(); err != nil {
		d.t.Fatal(err)
	}
	d.ended = make(chan error, 1)
	go func() { d.ended <- d.program.Wait() }()
	d.t.Cleanup(func() { _ = d.program.Process.Kill() })
}

// do sends events: the arguments of xdotool.
func (d *desk) do(args ...any) {
	d.t.Helper()
	words := make([]string, len(args))
	for i, a := range args {
		words[i] = fmt.Sprint(a)
	}
	c := exec.Command("xdotool", words...)
	c.Env = d.env
	if out, err := c.CombinedOutput(); err != nil {
		d.t.Fatalf("xdotool %s: %v: %s", strings.Join(words, " "), err, out)
	}
}

// click presses and lets go of the left button at a place.
func (d *desk) click(x, y float64) {
	d.t.Helper()
	d.do("mousemove", int(x), int(y), "sleep", "0.1", "click", "1")
}

// until waits for the program to tell what is wanted.
func (d *desk) until(what string, wanted func(s state) bool) state {
	d.t.Helper()
	s, ok := d.waits(patience, wanted)
	if !ok {
		d.t.Fatalf("it never came to this: %s. The last state: %+v\n%s", what, s, d.errors.String())
	}
	return s
}

// waits waits at most so long.
func (d *desk) waits(long time.Duration, wanted func(s state) bool) (state, bool) {
	d.t.Helper()
	var s state
	for end := time.Now().Add(long); time.Now().Before(end); time.Sleep(20 * time.Millisecond) {
		select {
		case err := <-d.ended:
			d.t.Fatalf("the program ended too early: %v\n%s", err, d.errors.String())
		default:
		}
		data, err := os.ReadFile(d.places)
		if err != nil {
			continue
		}
		s = state{}
		if json.Unmarshal(data, &s) == nil && wanted(s) {
			return s, true
		}
	}
	return s, false
}

// still waits until nothing glides any more.
func (d *desk) still() state {
	d.t.Helper()
	var last string
	same := 0
	return d.until("nothing moves", func(s state) bool {
		now := fmt.Sprint(s.Things, s.Running)
		if now == last && !s.Running {
			same++
		} else {
			same = 0
		}
		last = now
		return same > 25
	})
}

// ends waits for the program to end by itself.
func (d *desk) ends() {
	d.t.Helper()
	select {
	case err := <-d.ended:
		if err != nil {
			d.t.Fatalf("the program ended with %v\n%s", err, d.errors.String())
		}
	case <-time.After(patience):
		d.t.Fatal("the program did not end")
	}
}

// photograph keeps a picture of the screen where BYLINE_SCREENS names a folder.
func (d *desk) photograph(name string) {
	d.t.Helper()
	folder := os.Getenv("BYLINE_SCREENS")
	if folder == "" {
		return
	}
	c := exec.Command("import", "-window", "root", filepath.Join(folder, name+".png"))
	c.Env = d.env
	if out, err := c.CombinedOutput(); err != nil {
		d.t.Logf("no picture of %s: %v: %s", name, err, out)
	}
}
