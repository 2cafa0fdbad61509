package store

import (
	"errors"
	"fmt"
	"path/filepath"
	"syscall"

	sqlite "modernc.org/sqlite"
	sqlite3 "modernc.org/sqlite/lib"
)

// What can be wrong with a project file. Each says what to do about it.
var (
	// ErrMissing: nothing lies at that path.
	ErrMissing = errors.New("there is no such file. It may have been moved or renamed")
	// ErrNotFile: a folder, a device or a pipe lies at that path.
	ErrNotFile = errors.New("this is not a file. Choose the .byline file itself")
	// ErrUnreadable: the system does not let the file be read.
	ErrUnreadable = errors.New("this file cannot be read. Check its permissions")
	// ErrEmpty: the file has no bytes. SQLite would make a new database of it.
	ErrEmpty = errors.New("this file is empty. Look for another copy of the project")
	// ErrForeign: the file belongs to another program.
	ErrForeign = errors.New("this is not a Byline project. It was left as it is")
	// ErrNewer: a later version of the program wrote the file.
	ErrNewer = errors.New("this project was made by a newer Byline. Update Byline to open it")
	// ErrDamaged: the file's header, schema or pages are not as saved.
	ErrDamaged = errors.New("this project is damaged. It was left as it is")
	// ErrNeedsRecovery: a save was cut short, and the folder cannot be written.
	ErrNeedsRecovery = errors.New("the last save was cut short, and this folder cannot be written. Copy the project and its journal to another folder")
	// ErrOpenHere: this process has the project open already.
	ErrOpenHere = errors.New("this project is open already")
	// ErrNothingLeft: a damaged project has no readable rows.
	ErrNothingLeft = errors.New("nothing of this project can be read any more. Look for another copy of it")
	// ErrExists: something lies where a new project should go.
	ErrExists = errors.New("there is such a file already. Choose another name")
)

// What can be wrong while saving. Nothing of the change is in the file then.
var (
	// ErrReadOnly: the project is open for reading only.
	ErrReadOnly = errors.New("this project is open for reading only. Save As makes a copy that you can change")
	// ErrFull: the disk has no room.
	ErrFull = errors.New("the disk is full. Free some room, or use Save As on another disk")
	// ErrDisk: the disk does not take what is written.
	ErrDisk = errors.New("the disk could not be written. Use Save As on another disk")
	// ErrGone: the file was moved, deleted or replaced while it was open.
	ErrGone = errors.New("the project's file was moved, deleted or replaced. Use Save As to keep your work")
	// ErrChanged: something else wrote to the file while it was open.
	ErrChanged = errors.New("another program has changed this project. Use Save As to keep your work")
	// ErrClosed: the project was closed before.
	ErrClosed = errors.New("this project is closed")
	// ErrBusy: another program holds the file's lock.
	ErrBusy = errors.New("another program is using this file. Try again, or use Save As")
)

// Lost reports whether err says that a project is damaged or no longer there,
// so that an earlier state of it is worth more.
func Lost(err error) bool {
	for _, lost := range []error{ErrMissing, ErrEmpty, ErrForeign, ErrDamaged, ErrNothingLeft} {
		if errors.Is(err, lost) {
			return true
		}
	}
	return false
}

// at names the file in front of what is wrong with it.
func at(path string, err error) error {
	return fmt.Errorf("%s: %w", filepath.Base(path), err)
}

// fault turns what SQLite says into one of the sentences above and keeps its
// own words behind it.
func fault(err error) error {
	var e *sqlite.Error
	if !errors.As(err, &e) {
		return err
	}
	switch e.Code() {
	case sqlite3.SQLITE_READONLY_ROLLBACK, sqlite3.SQLITE_READONLY_RECOVERY:
		return sentence{ErrNeedsRecovery, err}
	case sqlite3.SQLITE_READONLY_DBMOVED:
		return sentence{ErrGone, err}
	}
	switch e.Code() & 0xff {
	case sqlite3.SQLITE_FULL:
		return sentence{ErrFull, err}
	case sqlite3.SQLITE_IOERR, sqlite3.SQLITE_CANTOPEN:
		return sentence{ErrDisk, err}
	case sqlite3.SQLITE_READONLY, sqlite3.SQLITE_PERM:
		return sentence{ErrReadOnly, err}
	case sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED:
		return sentence{ErrBusy, err}
	case sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB, sqlite3.SQLITE_ERROR, sqlite3.SQLITE_FORMAT:
		// A plain SQLITE_ERROR is a statement that the schema does not take,
		// and the schema is the known one: a table's inside is broken.
		return sentence{ErrDamaged, err}
	}
	return err
}

// systemFault does the same with what the system says of a file that is to be
// written.
func systemFault(err error) error {
	if errors.Is(err, syscall.ENOSPC) {
		return sentence{ErrFull, err}
	}
	return sentence{ErrDisk, err}
}

// sentence reads as its first error and unwraps to both: people see what to
// do, a log can print the cause.
type sentence struct{ says, cause error }

func (s sentence) Error() string   { return s.says.Error() }
func (s sentence) Unwrap() []error { return []error{s.says, s.cause} }
