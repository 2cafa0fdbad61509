package store

import (
	"context"
	"fmt"
	"strings"
)

// Outdated reports whether an earlier Byline wrote the project: it is open for
// reading only until Upgrade brings it up to date. It is false if something
// else keeps the project from being written.
func (p *Project) Outdated() bool {
	p.mu.Lock()
	defer p.mu.Unlock()
	return p.old
}

// Upgrade brings an outdated project up to this version, in one transaction,
// after a copy of it as it is has been written to the path kept and checked.
// From then on it can be changed. On an error the project is as it was and
// stays open for reading only.
func (p *Project) Upgrade(kept string) error {
	if !p.Outdated() {
		return nil
	}
	if err := p.CopyTo(context.Background(), kept); err != nil {
		return fmt.Errorf("making a copy before the project is brought up to date: %w", err)
	}
	p.mu.Lock()
	defer p.mu.Unlock()
	if err := p.ready(); err != nil {
		return at(p.path, err)
	}
	if err := p.upgrade(); err != nil {
		return at(p.path, err)
	}
	p.version, p.old, p.why = version, false, ""
	return nil
}

func (p *Project) upgrade() error {
	ctx, cancel := context.WithTimeout(context.Background(), checkTime)
	defer cancel()
	if p.wasDone() {
		return nil
	}
	if err := p.inPlace(); err != nil {
		return err
	}
	// Connected for reading only so far.
	before, err := p.mark()
	if err != nil {
		return fault(err)
	}
	p.doubt = &doubt{before, before}
	if err := p.renew(); err != nil {
		return err
	}
	return p.transact(func(w writer) error {
		if p.version == version {
			return nil
		}
		// The seal of the whole is made in another way since.
		whole, err := wholeSum(ctx, p.conn)
		if err != nil {
			return err
		}
		if err := w.setWhole(whole); err != nil {
			return err
		}
		return w.exec(strings.Join(steps[p.version:], "") + fmt.Sprintf("PRAGMA user_version=%d;", version))
	})
}
