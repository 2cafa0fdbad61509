package store

import (
	"context"
	"errors"

	sqlite "modernc.org/sqlite"
)

// CopyTo writes the project as it is in the file to path, whole or not at all;
// what lay there before is replaced. It may take its time: saving goes on
// meanwhile, and what is saved before the last page was copied is in the copy.
// A project that is not as it was saved is not copied: the error is then
// ErrDamaged. It ends early when ctx is done or the project is closed.
func (p *Project) CopyTo(ctx context.Context, path string) error {
	p.mu.Lock()
	err := p.ready()
	p.mu.Unlock()
	if err != nil {
		return at(p.path, err)
	}
	return replace(ctx, path, p.copyPages)
}

// pagesAtOnce is how many pages are copied while a save has to wait: 1 MB.
const pagesAtOnce = 256

// copyPages copies through SQLite's own connection: copying the file ourselves
// would drop its locks, and could copy half a save.
func (p *Project) copyPages(ctx context.Context, tmp string) error {
	p.copying.Lock()
	defer p.copying.Unlock()
	var b *sqlite.Backup
	err := p.onConn(func(c any) (err error) {
		source, ok := c.(interface {
			NewBackup(string) (*sqlite.Backup, error)
		})
		if !ok {
			return errors.New("SQLite's driver makes no copies")
		}
		b, err = source.NewBackup(dsn(tmp, "rwc"))
		return err
	})
	for more := b != nil; more && err == nil; {
		if err = ctx.Err(); err == nil {
			err = p.onConn(func(any) (err error) {
				more, err = b.Step(pagesAtOnce)
				return err
			})
		}
	}
	if b == nil {
		return fault(err)
	}
	p.mu.Lock()
	defer p.mu.Unlock()
	return errors.Join(fault(err), fault(b.Finish()))
}

// onConn runs work on SQLite's connection while nothing else does.
func (p *Project) onConn(work func(driverConn any) error) error {
	p.mu.Lock()
	defer p.mu.Unlock()
	if p.closing {
		return ErrClosed
	}
	if err := p.ready(); err != nil {
		return err
	}
	return p.conn.Raw(work)
}

// State stands for everything in the file but what can be worked out again:
// it is the same for the same content, and another after every change.
func (p *Project) State() (string, error) {
	p.mu.Lock()
	defer p.mu.Unlock()
	if err := p.ready(); err != nil {
		return "", at(p.path, err)
	}
	state, err := wholeValue(context.Background(), p.conn)
	if err == nil && state == "" { // the first Byline put down none
		state, err = wholeSeal(context.Background(), p.conn)
	}
	if err != nil {
		return "", at(p.path, fault(err))
	}
	return state, nil
}
