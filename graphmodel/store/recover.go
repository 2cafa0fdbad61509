package store

import (
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
)

// sideFiles are what SQLite leaves beside a database when it is killed.
var sideFiles = [...]string{"-journal", walSuffix}

const walSuffix = "-wal"

// leftovers are the side files at hand that hold something.
func leftovers(path string) []string {
	var have []string
	for _, suffix := range sideFiles {
		if info, err := os.Stat(path + suffix); err == nil && info.Mode().IsRegular() && info.Size() > 0 {
			have = append(have, suffix)
		}
	}
	return have
}

// recoverIfCut finishes or takes back a save that was cut short, as SQLite
// does, but first on a copy: a journal that belongs to another file must not
// be played into this one.
func (p *Project) recoverIfCut(ctx context.Context) error {
	left := leftovers(p.path)
	if len(p.locks) == 0 {
		return p.leaveJournal(left)
	}
	h, err := readHeader(p.path)
	if err == nil && !h.wal && slices.Contains(left, walSuffix) {
		if err := p.setAside(p.path + walSuffix); err != nil {
			return err
		}
		left = leftovers(p.path)
	}
	if len(left) == 0 && (err != nil || !h.wal) {
		return nil // readHeader's error is told by the next step
	}
	if err := recoversOnCopy(ctx, p.path, left); err != nil {
		return err
	}
	if err := settle(ctx, p.path); err != nil {
		return err
	}
	// SQLite leaves a journal alone that had not reached the disk when the
	// program was killed: nothing of its save is in the file.
	if err := remove(p.path + "-journal"); err != nil {
		return systemFault(err)
	}
	info, err := os.Stat(p.path)
	if err != nil {
		return sentence{ErrGone, err}
	}
	p.info = info
	p.notices = append(p.notices, "The last save was cut short. The project was put right and is as it was at its last whole save.")
	return nil
}

// setAside renames a WAL beside a project that was not written with one: it is
// another file's, and SQLite would play it into this one all the same, for
// nothing in it says which file it belongs to.
func (p *Project) setAside(wal string) error {
	to := wal + "-aside"
	for n := 2; ; n++ {
		if _, err := os.Lstat(to); err != nil {
			break
		}
		to = fmt.Sprintf("%s-aside-%d", wal, n)
	}
	if err := os.Rename(wal, to); err != nil {
		return systemFault(err)
	}
	p.notices = append(p.notices, fmt.Sprintf("%s belongs to another file. It was set aside as %s.", filepath.Base(wal), filepath.Base(to)))
	return nil
}

// leaveJournal judges side files that may not be touched: while somebody else
// has the project open they are part of his save; in a folder that cannot be
// written they are in the way.
func (p *Project) leaveJournal(left []string) error {
	if len(left) == 0 {
		return nil
	}
	folder, err := os.Stat(filepath.Dir(p.path))
	if err != nil || folder.Mode().Perm()&0o222 == 0 || p.info.Mode().Perm()&0o222 == 0 {
		return ErrNeedsRecovery
	}
	return nil
}

// recoversOnCopy tries the recovery in a folder of its own.
func recoversOnCopy(ctx context.Context, path string, left []string) (err error) {
	dir, err := os.MkdirTemp("", "byline-recovery-")
	if err != nil {
		return systemFault(err)
	}
	defer func() { err = errors.Join(err, os.RemoveAll(dir)) }()
	copied := filepath.Join(dir, "copy.byline")
	for _, suffix := range append([]string{""}, left...) {
		if err := copyFile(path+suffix, copied+suffix); err != nil {
			return err
		}
	}
	if err := settle(ctx, copied); err != nil {
		return err
	}
	_, err = verify(ctx, copied)
	return err
}

// settle has SQLite recover the file and leave WAL mode.
func settle(ctx context.Context, path string) error {
	db, conn, err := connect(ctx, path, "rw")
	if err != nil {
		return err
	}
	var n int
	err = conn.QueryRowContext(ctx, `SELECT count(*) FROM sqlite_schema`).Scan(&n)
	return errors.Join(fault(err), conn.Close(), db.Close())
}

// verify runs every check on a file at rest. It is whole if its articles,
// corrections and texts are all as they were saved.
func verify(ctx context.Context, path string) (whole bool, err error) {
	h, err := readHeader(path)
	if err != nil {
		return false, err
	}
	if h.cut {
		return false, ErrDamaged
	}
	p := &Project{path: path, version: h.version}
	if err := p.connect(ctx, "ro"); err != nil {
		return false, err
	}
	err = errors.Join(p.examine(ctx), p.disconnect())
	return p.why == "" || p.old, err
}

// copyFile copies a file that this process has not open with SQLite.
func copyFile(from, to string) (err error) {
	in, err := os.Open(from)
	if err != nil {
		return sentence{ErrUnreadable, err}
	}
	defer func() { err = errors.Join(err, in.Close()) }()
	out, err := os.OpenFile(to, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o600)
	if err != nil {
		return systemFault(err)
	}
	if _, err := io.Copy(out, in); err != nil {
		return errors.Join(systemFault(err), out.Close())
	}
	return out.Close()
}

// remove deletes a file that may be gone.
func remove(path string) error {
	if err := os.Remove(path); err != nil && !errors.Is(err, fs.ErrNotExist) {
		return err
	}
	return nil
}
