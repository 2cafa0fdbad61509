package store

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
)

// fileLock is the right to write to one project. It is a small file beside the
// project that says who has it open. The system's own lock lies on that file,
// not on the project, so closing it never touches SQLite's locks; and it falls
// off by itself when the process dies, so a file left behind by a crash is
// taken over.
type fileLock struct {
	f    *os.File
	path string
}

// holder is what the lock's file says.
type holder struct {
	Host string `json:"host"`
	PID  int    `json:"pid"`
}

// heldError says who has the lock.
type heldError struct {
	by   holder
	path string
}

func (e heldError) Error() string {
	host, err := os.Hostname()
	if err == nil && e.by.Host != "" && e.by.Host != host {
		return fmt.Sprintf("This project seems to be open on the computer %s, so it is shown for reading only. Save As makes a copy that you can change. If it is not open there, delete %s.", e.by.Host, filepath.Base(e.path))
	}
	return fmt.Sprintf("This project is open in another window (process %d), so it is shown for reading only. Save As makes a copy that you can change.", e.by.PID)
}

// errNoLock: the folder does not take a lock's file.
var errNoLock = errors.New("the lock's file cannot be made")

// lockPath is where the lock of the project at path lies.
func lockPath(path string) string {
	return filepath.Join(filepath.Dir(path), "."+filepath.Base(path)+".lock")
}

// acquire takes the lock at path. It returns a heldError if somebody else has
// it and errNoLock if there can be none.
func acquire(path string) (*fileLock, error) {
	me := holder{PID: os.Getpid()}
	host, err := os.Hostname()
	if err != nil {
		return nil, fmt.Errorf("asking for this computer's name: %w", err)
	}
	me.Host = host
	// The file may be deleted by its last holder between our opening it and
	// our locking it; then our lock is on nothing and we try again.
	for range 100 {
		l, err := tryAcquire(path, me)
		if errors.Is(err, errVanished) {
			continue
		}
		return l, err
	}
	return nil, errNoLock
}

var errVanished = errors.New("the lock's file was deleted by its last holder")

func tryAcquire(path string, me holder) (*fileLock, error) {
	f, err := os.OpenFile(path, os.O_RDWR|os.O_CREATE, 0o600)
	if err != nil {
		return nil, fmt.Errorf("%w: %w", errNoLock, err)
	}
	ok, err := lockFile(f)
	if err != nil {
		return nil, errors.Join(fmt.Errorf("%w: %w", errNoLock, err), f.Close())
	}
	by := readHolder(f)
	if !ok {
		return nil, errors.Join(heldError{by, path}, f.Close())
	}
	if !samePath(f, path) {
		return nil, errors.Join(errVanished, f.Close())
	}
	// A lock of another computer's process says nothing to this system: only
	// what it wrote does.
	if by.Host != "" && by.Host != me.Host {
		return nil, errors.Join(heldError{by, path}, f.Close())
	}
	if err := writeHolder(f, me); err != nil {
		return nil, errors.Join(fmt.Errorf("%w: %w", errNoLock, err), f.Close(), os.Remove(path))
	}
	return &fileLock{f, path}, nil
}

func readHolder(f *os.File) holder {
	data, err := io.ReadAll(io.NewSectionReader(f, 0, 4096))
	var h holder
	if err != nil || json.Unmarshal(data, &h) != nil {
		return holder{} // just made, or torn by a crash: nobody's
	}
	return h
}

func writeHolder(f *os.File, h holder) error {
	data, err := json.Marshal(h)
	if err != nil {
		return err
	}
	if err := f.Truncate(0); err != nil {
		return err
	}
	_, err = f.WriteAt(data, 0)
	return err
}

func samePath(f *os.File, path string) bool {
	have, err := f.Stat()
	if err != nil {
		return false
	}
	now, err := os.Stat(path)
	return err == nil && os.SameFile(have, now)
}

// release gives the lock back and takes its file away.
func (l *fileLock) release() error {
	if l == nil {
		return nil
	}
	err := os.Remove(l.path)
	if errors.Is(err, fs.ErrNotExist) {
		err = nil
	}
	return errors.Join(err, l.f.Close())
}

// heldHere reports whether err says that this process has the lock itself.
func heldHere(err error) bool {
	var held heldError
	if !errors.As(err, &held) {
		return false
	}
	host, hostErr := os.Hostname()
	return hostErr == nil && held.by == holder{host, os.Getpid()}
}
