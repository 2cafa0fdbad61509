package command

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"sync"

	"byline/graphmodel/article"
)

// outputs are the files being written. Each is written under another name and
// renamed when it is whole, so that nobody ever sees half of one and what was
// there before stays until then.
type outputs struct {
	mu   sync.Mutex
	open map[string]*os.File // by the name it is written under
	done int                 // files that are in their place
}

// wrote reports whether a file is in its place.
func (o *outputs) wrote() bool {
	o.mu.Lock()
	defer o.mu.Unlock()
	return o.done > 0
}

// write makes the file path with what fill writes.
func (o *outputs) write(path string, fill func(io.Writer) error) error {
	f, err := o.create(path)
	if err != nil {
		return err
	}
	w := bufio.NewWriterSize(f, 64<<10)
	err = fill(w)
	if err == nil {
		err = w.Flush()
	}
	return o.finish(f, path, err)
}

func (o *outputs) create(path string) (*os.File, error) {
	if info, err := os.Stat(path); err == nil && info.IsDir() {
		return nil, fmt.Errorf("%s is a folder: name a file to write", article.Shown(path))
	}
	f, err := os.CreateTemp(filepath.Dir(path), ".byline-*.part")
	if err != nil {
		return nil, writeError(path, err)
	}
	o.mu.Lock()
	defer o.mu.Unlock()
	if o.open == nil {
		o.open = map[string]*os.File{}
	}
	o.open[f.Name()] = f
	return f, nil
}

// finish puts the whole file in its place, or takes it away after an error.
func (o *outputs) finish(f *os.File, path string, err error) error {
	o.mu.Lock()
	defer o.mu.Unlock()
	if o.open[f.Name()] == nil {
		return fs.ErrClosed // thrown away meanwhile
	}
	delete(o.open, f.Name())
	if err == nil {
		err = f.Sync()
	}
	if err == nil {
		err = f.Chmod(modeOf(path))
	}
	err = errors.Join(err, f.Close())
	if err == nil {
		err = os.Rename(f.Name(), path)
	}
	if err != nil {
		return errors.Join(writeError(path, err), os.Remove(f.Name()))
	}
	o.done++
	return nil
}

// modeOf is the mode of the file that is replaced, or the usual one.
func modeOf(path string) fs.FileMode {
	if info, err := os.Stat(path); err == nil {
		return info.Mode().Perm()
	}
	return 0o644
}

// discard throws away what is not finished.
func (o *outputs) discard() {
	o.mu.Lock()
	defer o.mu.Unlock()
	for name, f := range o.open {
		// The program is ending: a file that cannot be removed stays behind
		// under a name that says what it is.
		_ = f.Close()
		_ = os.Remove(name)
		delete(o.open, name)
	}
}

func writeError(path string, err error) error {
	var perr *fs.PathError
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return fmt.Errorf("%s cannot be written, because its folder is not there: make the folder first", article.Shown(path))
	case errors.Is(err, fs.ErrPermission):
		return fmt.Errorf("%s cannot be written, because the folder may not be written: choose another folder", article.Shown(path))
	case errors.As(err, &perr):
		err = perr.Err
	}
	return fmt.Errorf("%s cannot be written: %w", article.Shown(path), err)
}
