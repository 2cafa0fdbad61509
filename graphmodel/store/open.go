package store

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"io/fs"
	"net/url"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"time"

	_ "modernc.org/sqlite" // the driver
)

// Project is one open project file. It is safe for concurrent use.
type Project struct {
	// copying is held while the file is copied page by page, and taken before
	// mu. Every page is copied under mu.
	copying  sync.Mutex
	mu       sync.Mutex
	closing  bool // a copy at work has to stop
	path     string
	version  int         // of the file's schema
	info     fs.FileInfo // of the file when it was opened or last written
	locks    []*fileLock
	db       *sql.DB
	conn     *sql.Conn // the only one; nil after Close
	seen     int       // data_version when it was connected
	left     left      // how the file was left when it was connected or last saved
	doubt    *doubt    // after a save that failed, until it is known what is in the file
	done     bool      // the change whose saving failed is in the file
	content  Content   // as it was at the opening
	why      string    // why it is for reading only, as a sentence; empty if it is not
	old      bool      // an earlier Byline wrote it, and Upgrade would make it writable
	notices  []string
	problems []string
}

// checkTime is how long the checks of one file may take.
const checkTime = 2 * time.Minute

// Open opens the project at path after it has passed every check. A file that
// may not be written, that somebody else has open, or with a row that is not
// as it was saved, opens for reading only: ReadOnly says why. Anything else
// that is wrong is an error, and the file has not been written.
func Open(path string) (*Project, error) {
	real, err := realPath(path)
	if err != nil {
		return nil, at(path, err)
	}
	info, err := checkFile(real)
	if err != nil {
		return nil, at(path, err)
	}
	p := &Project{path: real, info: info}
	if err := p.lock(); err != nil {
		return nil, at(path, err)
	}
	if err := p.open(); err != nil {
		return nil, at(path, errors.Join(err, p.Close()))
	}
	return p, nil
}

// realPath is where the file lies in truth: two names of one project by way of
// a symbolic link have one lock.
func realPath(path string) (string, error) {
	abs, err := filepath.Abs(path)
	if err != nil {
		return "", sentence{ErrUnreadable, err}
	}
	real, err := filepath.EvalSymlinks(abs)
	if errors.Is(err, fs.ErrNotExist) {
		return "", ErrMissing
	}
	if err != nil {
		return "", sentence{ErrUnreadable, err}
	}
	return real, nil
}

// lock takes the right to write, or notes why there is none.
func (p *Project) lock() error {
	if !writable(p.path, p.info) {
		p.why = "This file or its folder may not be written, so the project is shown for reading only. Save As makes a copy that you can change."
		return nil
	}
	for _, path := range []string{lockPath(p.path), twinLockPath(p.info)} {
		if path == "" {
			continue
		}
		l, err := acquire(path)
		var held heldError
		switch {
		case err == nil:
			p.locks = append(p.locks, l)
			continue
		case len(p.locks) > 0 && errors.Is(err, errNoLock):
			continue // there is the one beside the project
		case heldHere(err):
			return errors.Join(ErrOpenHere, p.unlock())
		case errors.As(err, &held):
			p.why = held.Error()
		default:
			p.why = "This folder cannot be written, so the project is shown for reading only. Save As makes a copy that you can change."
		}
		return p.unlock()
	}
	return nil
}

func (p *Project) unlock() error {
	var errs []error
	for _, l := range p.locks {
		errs = append(errs, l.release())
	}
	p.locks = nil
	return errors.Join(errs...)
}

// writable reports whether the file and its folder are meant to be written.
// The mode counts even for an administrator, whom the system lets write
// anything.
func writable(path string, info fs.FileInfo) bool {
	folder, err := os.Stat(filepath.Dir(path))
	if err != nil || info.Mode().Perm()&0o222 == 0 || folder.Mode().Perm()&0o222 == 0 {
		return false
	}
	f, err := os.OpenFile(path, os.O_WRONLY, 0)
	if err != nil {
		return false
	}
	return f.Close() == nil
}

// open is the order of the checks.
func (p *Project) open() error {
	ctx, cancel := context.WithTimeout(context.Background(), checkTime)
	defer cancel()
	if len(p.locks) > 0 {
		_ = os.RemoveAll(savingPath(p.path)) // left over, it does no harm
	}
	if err := p.recoverIfCut(ctx); err != nil {
		return err
	}
	h, err := readHeader(p.path)
	if err != nil {
		return err
	}
	// A file longer or shorter than its header says is damaged, unless the one
	// who has it open is just saving.
	if h.cut && len(p.locks) > 0 {
		return ErrDamaged
	}
	p.version = h.version
	if err := p.connect(ctx, "ro"); err != nil {
		return err
	}
	if err := p.examine(ctx); err != nil {
		return err
	}
	if p.why != "" {
		return nil
	}
	return p.reopen(ctx)
}

// reopen opens a file for writing that has passed every check.
func (p *Project) reopen(ctx context.Context) error {
	if err := p.disconnect(); err != nil {
		return err
	}
	if err := p.connect(ctx, "rw"); err != nil {
		return err
	}
	return p.noteLeft(ctx)
}

// examine runs every check that needs SQLite and reads the content.
func (p *Project) examine(ctx context.Context) error {
	if err := checkSchema(ctx, p.conn, p.version); err != nil {
		return err
	}
	if err := checkPages(ctx, p.conn); err != nil {
		return err
	}
	l := loader{ctx: ctx, conn: p.conn, version: p.version}
	if err := l.load(); err != nil {
		return err
	}
	p.content = l.content
	flawed := len(l.problems) > 0
	if l.dropped > 0 {
		l.problem("%d places on the canvas were not as they were saved; these things are placed anew.", l.dropped)
	}
	p.problems = l.problems
	if flawed {
		if p.why == "" {
			p.why = "Parts of this project are not as they were saved, so it is shown for reading only. Save As makes a copy that you can change."
		}
		return p.unlock()
	}
	if p.why == "" && (p.version < version || l.unsealed) {
		p.old = true
		p.why = "This project was made by an earlier Byline, so it is shown for reading only. Save As makes a copy that you can change."
	}
	return nil
}

// connect opens the file with SQLite.
func (p *Project) connect(ctx context.Context, mode string) error {
	db, conn, err := connect(ctx, p.path, mode)
	if err != nil {
		return err
	}
	p.db, p.conn = db, conn
	p.seen, err = p.dataVersion()
	return err
}

func (p *Project) disconnect() error {
	if p.conn == nil {
		return nil
	}
	err := errors.Join(p.conn.Close(), p.db.Close())
	p.conn, p.db = nil, nil
	return err
}

// connect opens one connection with everything off that a project does not
// need.
func connect(ctx context.Context, path, mode string) (*sql.DB, *sql.Conn, error) {
	db, err := sql.Open("sqlite", dsn(path, mode))
	if err != nil {
		return nil, nil, fault(err)
	}
	db.SetMaxOpenConns(1)
	conn, err := db.Conn(ctx)
	if err != nil {
		return nil, nil, errors.Join(fault(err), db.Close())
	}
	return db, conn, nil
}

// dsn is the address of the file in SQLite's words.
func dsn(path, mode string) string {
	slashed := filepath.ToSlash(path)
	if !strings.HasPrefix(slashed, "/") {
		slashed = "/" + slashed // C:/… on Windows
	}
	q := url.Values{"mode": {mode}, "_defensive": {"1"}, "_dqs": {"0"}, "_error_rc": {"1"}}
	pragmas := []string{"trusted_schema(0)", "cell_size_check(1)", "mmap_size(0)", "temp_store(MEMORY)",
		"busy_timeout(5000)", "foreign_keys(1)", "secure_delete(1)", "synchronous(EXTRA)"}
	if mode != "ro" {
		pragmas = append(pragmas, "journal_mode(DELETE)")
	}
	q["_pragma"] = pragmas
	return (&url.URL{Scheme: "file", Path: slashed, RawQuery: q.Encode()}).String()
}

// Close closes the file and gives the lock back. Everything is saved already;
// a copy that is being made is given up.
func (p *Project) Close() error {
	p.mu.Lock()
	p.closing = true
	p.mu.Unlock()
	p.copying.Lock()
	defer p.copying.Unlock()
	p.mu.Lock()
	defer p.mu.Unlock()
	p.doubt = nil
	err := errors.Join(p.disconnect(), p.unlock())
	if err != nil {
		return fmt.Errorf("closing %s: %w", filepath.Base(p.path), err)
	}
	return nil
}

// Path is where the file lies, links followed.
func (p *Project) Path() string { return p.path }

// ReadOnly says, in a sentence, why the project cannot be changed. It is empty
// if it can.
func (p *Project) ReadOnly() string { return p.why }

// Notices are sentences about what was put right at the opening.
func (p *Project) Notices() []string { return slices.Clone(p.notices) }

// Problems are sentences about what is not as it was saved.
func (p *Project) Problems() []string { return slices.Clone(p.problems) }

// Content is what the project held when it was opened. The caller must not
// change it.
func (p *Project) Content() Content { return p.content }
