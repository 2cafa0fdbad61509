package session

import "errors"

// What can go wrong. Each is a sentence, or the end of one that begins with a
// name.
var (
	// ErrNoReader: the session was made without a way to read.
	ErrNoReader = errors.New("nothing can be read: this session has no reader")
	// ErrNoSample: no sample article of that name.
	ErrNoSample = errors.New("there is no such sample article")
	// ErrPanic: reading gave up on an article; the rest is done.
	ErrPanic = errors.New("could not be understood and was left out. Cut the article into parts, or leave out what is no article")
	// ErrClosed: the session was closed before.
	ErrClosed = errors.New("this project is closed")
	// ErrInUse: a project that is open cannot be taken off the list.
	ErrInUse = errors.New("this project is open. Close it first")
	// ErrReadOnly: a project for reading only is saved where it lies.
	ErrReadOnly = errors.New("this project is open for reading only. Choose another name for the copy")
	// ErrUnsaved: what was done is not in the file, and no copy of it could be
	// made.
	ErrUnsaved = errors.New("the last changes could not be saved. Use Save As on another disk, then go on")
	// ErrNoFolder: the folder for projects without a name takes none.
	ErrNoFolder = errors.New("the folder for projects without a name cannot be written. Use Save As to keep your work")
	// ErrNoDecisionsFile: a file of decisions cannot be written there.
	ErrNoDecisionsFile = errors.New("the decisions cannot be written there. Choose another folder")
	// ErrNotListed: the list of recent projects does not have it.
	ErrNotListed = errors.New("this project is not on the list")
)

// plain reads as its first error and unwraps to both: people see what to do, a
// log can print the cause.
type plain struct{ says, cause error }

func (p plain) Error() string   { return p.says.Error() }
func (p plain) Unwrap() []error { return []error{p.says, p.cause} }
