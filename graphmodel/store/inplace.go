package store

import (
	"context"
	"database/sql"
	"errors"
	"io/fs"
	"os"
)

// inPlace checks that the file is still as this project left it: its name may
// have come to mean another file, and SQLite would go on writing to the old;
// or a program that keeps folders alike may have written another state over it.
func (p *Project) inPlace() error {
	now, err := p.sameFile()
	if err != nil {
		return err
	}
	seen, err := p.dataVersion()
	if err != nil {
		return err
	}
	if seen == p.seen && now.Size() == p.info.Size() && now.ModTime().Equal(p.info.ModTime()) {
		return nil
	}
	return p.lookAgain()
}

// sameFile checks that the path still means the file that was opened.
func (p *Project) sameFile() (fs.FileInfo, error) {
	now, err := os.Stat(p.path)
	if err != nil {
		return nil, sentence{ErrGone, err}
	}
	if !os.SameFile(p.info, now) {
		return nil, ErrGone
	}
	return now, nil
}

// dataVersion changes whenever another connection commits, and when SQLite
// gives up a save of its own.
func (p *Project) dataVersion() (int, error) {
	var v int
	err := p.conn.QueryRowContext(context.Background(), `PRAGMA data_version`).Scan(&v)
	return v, fault(err)
}

// left is what tells one state of a file from another: SQLite's count of
// changes, and the seal of everything. One of them is not enough: a file that
// was copied elsewhere, changed there and copied back may have the same count,
// and another program knows no seals.
type left struct {
	changes uint32
	whole   string
}

// noteLeft notes how the file is left after it was opened or written.
func (p *Project) noteLeft(ctx context.Context) error {
	info, err := os.Stat(p.path)
	if err != nil {
		return sentence{ErrGone, err}
	}
	p.left, err = leftIn(ctx, p.path, p.conn)
	p.info = info
	return err
}

// leftIn reads the state of the file at path, which conn has open. No save may
// be at work: closing the file drops SQLite's locks.
func leftIn(ctx context.Context, path string, conn *sql.Conn) (l left, err error) {
	if l.whole, err = wholeValue(ctx, conn); err != nil {
		return left{}, fault(err)
	}
	h, err := readHeader(path)
	l.changes = h.changes
	return l, err
}

// lookAgain reads the file afresh and compares it with how it was left. If it
// is the same, SQLite forgets the pages that it remembers and goes on.
func (p *Project) lookAgain() error {
	if !p.copying.TryLock() {
		return ErrBusy // a copy needs the connection; soon it will not
	}
	defer p.copying.Unlock()
	ctx, cancel := context.WithTimeout(context.Background(), checkTime)
	defer cancel()
	db, fresh, err := connect(ctx, p.path, "ro")
	if err != nil {
		return err
	}
	now, err := leftIn(ctx, p.path, fresh)
	if err := errors.Join(err, fresh.Close(), db.Close()); err != nil {
		return err
	}
	if now != p.left {
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
	if p.conn == nil && p.doubt == nil {
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
	p.info, p.doubt = info, nil
	// The locks are of the old file, or gone with it.
	if err := errors.Join(p.unlock(), p.lock()); err != nil {
		return err
	}
	if p.why != "" {
		return ErrReadOnly
	}
	return p.reopen(ctx)
}
