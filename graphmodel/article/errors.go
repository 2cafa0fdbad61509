package article

import "errors"

// Why something could not be read. Each is the end of a sentence that begins
// with the name of the file, and says what to do.
var (
	// ErrMissing: there is nothing of that name.
	ErrMissing = errors.New("is not there: check the name and the folder")
	// ErrForbidden: the system does not let this person read it.
	ErrForbidden = errors.New("may not be read by you: ask its owner for the right to read it")
	// ErrNotFile: a folder, a device, a pipe, a link to itself.
	ErrNotFile = errors.New("is not a file: name a file with an article in it")
	// ErrFailed: the system could not read it: a drive taken away, a network gone.
	ErrFailed = errors.New("could not be read to its end: check the drive, then read it again")
	// ErrEmpty: nothing in it but white space, or nothing at all.
	ErrEmpty = errors.New("holds no text: check that the right file was saved")
	// ErrTooBig: over MaxBytes.
	ErrTooBig = errors.New("is over 20 MB, which is more text than Byline reads at once: cut it into parts")
	// ErrBinary: bytes that are no text in any encoding.
	ErrBinary = errors.New("not text: save the article as text or as a web page")
	// ErrFormat: a format that Byline knows by name and does not read.
	ErrFormat = errors.New("which Byline does not read yet: save it as text or as a web page")
	// ErrNotEnglish: text in another language.
	ErrNotEnglish = errors.New("is not in English: Byline reads English only, so translate it first")
	// ErrWebAddress: an address instead of a file.
	ErrWebAddress = errors.New("is a web address, which Byline does not fetch: save the page and open the file")
	// ErrReader: a reader gave up on what it was given.
	ErrReader = errors.New("could not be understood: save the article as text")
	// ErrNothing: a folder without an article.
	ErrNothing = errors.New("holds no article: Byline reads text (.txt), Markdown (.md) and web pages (.html)")
	// ErrSkipped: not a failure. Files in a folder that were passed over.
	ErrSkipped = errors.New("text (.txt), Markdown (.md) and web pages (.html) are what is read")
)
