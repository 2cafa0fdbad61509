package store

import (
	"context"
	"errors"
	"os"
)

// inPlace checks that the file is still as this project left it: its name may
// have come to mean another file, and SQLite would go on writing to the old;
// or a program that keeps folders alike may have written another state over it.
func (p *Project) inPlace() error {
	now, err := os.Stat(p.path)
	if err != nil {
		return sentence{ErrGone, err}
	}
	if !os.SameFile(p.info, now) {
		return ErrGone
	}
	seen, err := p.dataVersion()
	if err != nil {
		return err
	}
	if seen != p.seen {
		return ErrChanged
	}
	if now.Size() == p.info.Size() && now.ModTime().Equal(p.info.ModTime()) {
		return nil
	}
	return p.lookAgain()
}

// dataVersion changes whenever another connection commits.
func (p *Project) dataVersion() (int, error) {
	var v int
	err := p.conn.QueryRowContext(context.Background(), `PRAGMA data_version`).Scan(&v)
	return v, fault(err)
}

// noteFile notes what the file looks like after it was written.
func (p *Project) noteFile() {
	if now, err := os.Stat(p.path); err == nil && (p.info == nil || os.SameFile(p.info, now)) {
		p.info = now
	}
}

// lookAgain compares the file with what SQLite knows of it. A file that was
// copied elsewhere, changed there and copied back may have the same count of
// changes, and then SQLite would join its pages with those that it remembers.
// If only the file's date has changed, SQLite forgets those pages.
func (p *Project) lookAgain() error {
	if !p.copying.TryLock() {
		return ErrBusy // a copy needs the connection; soon it will not
	}
	defer p.copying.Unlock()
	ctx, cancel := context.WithTimeout(context.Background(), checkTime)
	defer cancel()
	known, err := wholeValue(ctx, p.conn)
	if err != nil {
		return fault(err)
	}
	db, fresh, err := connect(ctx, p.path, "ro")
	if err != nil {
		return err
	}
	now, err := wholeValue(ctx, fresh)
	if err := errors.Join(err, fresh.Close(), db.Close()); err != nil {
		return fault(err)
	}
	if now != known {
		return ErrChanged
	}
	return p.reopen(ctx)
}

// WriteAgain writes the project with this content where it lay, once nothing
// lies there any more: the file was deleted, or moved to another place.
func (p *Project) WriteAgain(c Content) error {
	p.copying.Lock()
	defer p.copying.Unlock()
	p.mu.Lock()
	defer p.mu.Unlock()
	if p.conn == nil {
		return at(p.path, ErrClosed)
	}
	if p.why != "" {
		return at(p.path, ErrReadOnly)
	}
	if _, err := os.Lstat(p.path); err == nil {
		return at(p.path, ErrExists)
	}
	err := replaceLocked(context.Background(), p.path, func(ctx context.Context, tmp string) error { return build(ctx, tmp, c) })
	if err == nil {
		err = p.takeNew()
	}
	if err != nil {
		return at(p.path, err)
	}
	return nil
}

// takeNew goes over from the file that is gone to the one in its place.
func (p *Project) takeNew() error {
	ctx, cancel := context.WithTimeout(context.Background(), checkTime)
	defer cancel()
	info, err := os.Stat(p.path)
	if err != nil {
		return sentence{ErrGone, err}
	}
	p.info = info
	// The locks are of the old file, or gone with it.
	if err := errors.Join(p.unlock(), p.lock()); err != nil {
		return err
	}
	if p.why != "" {
		return ErrReadOnly
	}
	return p.reopen(ctx)
}
