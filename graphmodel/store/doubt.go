package store

import "context"

// After a save that failed nobody knows what is in the file: SQLite may have
// taken the change back, may do so when it next opens the file, or may have
// failed at the very last call, with all of the change saved. What it keeps in
// memory is not to be trusted either. So the connection is given up, and
// before anything else is done a new one looks which of the two is there.

// doubt has the marks that the file may bear when it is connected next.
type doubt struct{ before, after string }

// mark stands for the file's version and content.
func (p *Project) mark() (mark string, err error) {
	err = p.conn.QueryRowContext(context.Background(), `SELECT user_version || ' ' ||
		coalesce((SELECT value FROM setting WHERE name = ?), '') FROM pragma_user_version`, wholeName).Scan(&mark)
	return mark, err
}

// ready has a connection at hand that can be trusted. The caller holds mu.
func (p *Project) ready() error {
	if p.doubt != nil {
		return p.renew()
	}
	if p.conn == nil {
		return ErrClosed
	}
	return nil
}

// renew ends the doubt: it connects anew and notes in p.done whether the file
// holds the change whose saving failed.
func (p *Project) renew() error {
	if _, err := p.sameFile(); err != nil {
		return err
	}
	if !p.copying.TryLock() {
		return ErrBusy // a copy needs the connection; it will soon give up
	}
	defer p.copying.Unlock()
	_ = p.disconnect() // what is wrong with it was told already
	ctx, cancel := context.WithTimeout(context.Background(), checkTime)
	defer cancel()
	if err := p.reopen(ctx); err != nil {
		return err
	}
	have, err := p.mark()
	if err != nil {
		return fault(err)
	}
	if have != p.doubt.before && have != p.doubt.after {
		return ErrChanged
	}
	p.done = have != p.doubt.before
	p.doubt = nil
	return nil
}

// tell returns the error of a save that failed, or nil if the file holds the
// change after all.
func (p *Project) tell(failed error) error {
	if p.renew() == nil && p.wasDone() {
		return nil
	}
	return failed
}

// wasDone reports once that a change is in the file whose saving failed.
func (p *Project) wasDone() bool {
	done := p.done
	p.done = false
	return done
}

// Settle ends what is not known after a Save that failed: done says that the
// file holds all of its change, and not nothing of it. It is false if there is
// nothing to settle.
func (p *Project) Settle() (done bool, err error) {
	p.mu.Lock()
	defer p.mu.Unlock()
	if err := p.ready(); err != nil {
		return false, at(p.path, err)
	}
	return p.wasDone(), nil
}
