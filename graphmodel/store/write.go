package store

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
)

// Create makes an empty project at path, where nothing may lie yet, and opens
// it.
func Create(path string) (*Project, error) {
	if _, err := os.Lstat(path); err == nil {
		return nil, at(path, ErrExists)
	}
	if err := Write(path, Content{}); err != nil {
		return nil, err
	}
	return Open(path)
}

// Write makes a project with this content at path, whole or not at all; what
// lay there before is replaced.
func Write(path string, c Content) error {
	return replace(context.Background(), path, func(ctx context.Context, tmp string) error { return build(ctx, tmp, c) })
}

// Draft is how the names of the folders begin in which files are made that have
// no name yet. One that is left over was of a program that was killed.
const Draft = ".byline-saving-"

// replace makes a project in a file beside path, checks it, and puts it in
// place with one rename.
func replace(ctx context.Context, path string, fill func(ctx context.Context, tmp string) error) (err error) {
	abs, err := filepath.Abs(path)
	if err != nil {
		return at(path, systemFault(err))
	}
	if real, err := filepath.EvalSymlinks(abs); err == nil {
		abs = real // what the link points to is replaced, not the link
	}
	if info, err := os.Stat(abs); err == nil && !info.Mode().IsRegular() {
		return at(path, ErrNotFile)
	}
	l, err := acquire(lockPath(abs))
	var held heldError
	switch {
	case errors.As(err, &held):
		return at(path, sentence{errors.New("this project is open. Close it first, or choose another name"), err})
	case err != nil:
		return at(path, sentence{errors.New("this folder cannot be written. Choose another folder"), err})
	}
	defer func() { err = errors.Join(err, l.release()) }()
	if err := replaceLocked(ctx, abs, fill); err != nil {
		return at(path, err)
	}
	return nil
}

func replaceLocked(ctx context.Context, path string, fill func(ctx context.Context, tmp string) error) (err error) {
	ctx, cancel := context.WithTimeout(ctx, checkTime)
	defer cancel()
	dir := savingPath(path)
	if err := os.RemoveAll(dir); err != nil {
		return systemFault(err)
	}
	if err := os.Mkdir(dir, 0o700); err != nil {
		return systemFault(err)
	}
	defer func() { err = errors.Join(err, os.RemoveAll(dir)) }()
	tmp := filepath.Join(dir, filepath.Base(path))
	if err := fill(ctx, tmp); err != nil {
		return err
	}
	whole, err := verify(ctx, tmp)
	if err != nil {
		return err
	}
	if !whole {
		return ErrDamaged
	}
	if err := syncFile(tmp); err != nil {
		return systemFault(err)
	}
	if len(leftovers(path)) > 0 {
		// The journal of what is replaced must not be played into the new file.
		if err := errors.Join(remove(path+"-journal"), remove(path+"-wal")); err != nil {
			return systemFault(err)
		}
	}
	if err := os.Rename(tmp, path); err != nil {
		return systemFault(err)
	}
	if err := syncFolder(filepath.Dir(path)); err != nil {
		return systemFault(err)
	}
	return nil
}

// savingPath is the folder that the project at path is made in. Who has the
// lock takes away what a killed program left of it.
func savingPath(path string) string {
	return filepath.Join(filepath.Dir(path), Draft+filepath.Base(path))
}

// build makes a new database at path.
func build(ctx context.Context, path string, c Content) error {
	db, conn, err := connect(ctx, path, "rwc")
	if err != nil {
		return err
	}
	p := &Project{path: path, version: version, db: db, conn: conn}
	err = p.fill(ctx, c)
	return errors.Join(err, p.disconnect())
}

func (p *Project) fill(ctx context.Context, c Content) error {
	head := fmt.Sprintf("PRAGMA application_id=%d; PRAGMA user_version=%d;", applicationID, p.version)
	if _, err := p.conn.ExecContext(ctx, head+schemaOf(p.version)); err != nil {
		return fault(err)
	}
	return p.write(c.Whole())
}

// syncFile sends a closed file to the disk.
func syncFile(path string) error {
	f, err := os.OpenFile(path, os.O_RDWR, 0)
	if err != nil {
		return err
	}
	return errors.Join(f.Sync(), f.Close())
}
