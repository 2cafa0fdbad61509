package crashtest

import (
	"bufio"
	"bytes"
	"fmt"
	"io"
	"os"
	"os/exec"
	"strconv"
	"strings"
)

// Child is a process that does a work. It is not safe for concurrent use.
type Child struct {
	cmd    *exec.Cmd
	lines  *bufio.Scanner
	last   int
	stderr bytes.Buffer
}

// Start begins the work on the folder.
func Start(w Work, dir string) (*Child, error) {
	self, err := os.Executable()
	if err != nil {
		return nil, err
	}
	c := &Child{cmd: exec.Command(self)}
	c.cmd.Env = append(os.Environ(), workEnv+"="+w.Name, dirEnv+"="+dir)
	c.cmd.Stderr = &c.stderr
	var out io.ReadCloser
	if out, err = c.cmd.StdoutPipe(); err != nil {
		return nil, err
	}
	c.lines = bufio.NewScanner(out)
	if err := c.cmd.Start(); err != nil {
		return nil, err
	}
	return c, nil
}

// Next waits for the next promise; ok is false if the child has ended.
func (c *Child) Next() (n int, ok bool) {
	if !c.lines.Scan() {
		return c.last, false
	}
	if n, err := strconv.Atoi(c.lines.Text()); err == nil {
		c.last = n // a line cut short by the kill is no promise
	}
	return c.last, true
}

// Kill ends the child at once and returns its last promise, 0 if it made
// none. killed is false if it had ended by itself; err says what it failed at.
func (c *Child) Kill() (last int, killed bool, err error) {
	_ = c.cmd.Process.Kill() // it may have ended by itself
	for ok := true; ok; {
		_, ok = c.Next()
	}
	err = c.cmd.Wait()
	if c.cmd.ProcessState.Exited() && err != nil {
		return c.last, false, fmt.Errorf("the work failed (%w): %s", err, strings.TrimSpace(c.stderr.String()))
	}
	return c.last, !c.cmd.ProcessState.Exited(), nil
}
