package store

import (
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
)

// header is what the first 100 bytes of a database say.
type header struct {
	version int
	changes uint32 // SQLite's count of them
	wal     bool   // written in WAL mode, which Byline never does
	// cut says that the file is not as long as its header says. That is damage,
	// unless a save is going on or was cut short.
	cut bool
}

const headerSize = 100

// readHeader looks at the file itself and closes it again. It must not be called
// while this process reads or writes the project: closing a file drops every
// POSIX lock that the process holds on it, SQLite's too.
func readHeader(path string) (header, error) {
	f, err := os.Open(path)
	if err != nil {
		return header{}, sentence{ErrUnreadable, err}
	}
	buf := make([]byte, headerSize)
	n, err := io.ReadFull(f, buf)
	info, statErr := f.Stat()
	if closeErr := f.Close(); closeErr != nil && statErr == nil {
		statErr = closeErr
	}
	switch {
	case statErr != nil:
		return header{}, sentence{ErrUnreadable, statErr}
	case errors.Is(err, io.EOF):
		return header{}, ErrEmpty
	case errors.Is(err, io.ErrUnexpectedEOF):
		return header{}, shortFile(buf[:n])
	case err != nil:
		return header{}, sentence{ErrUnreadable, err}
	}
	return parseHeader(buf, info.Size())
}

const magic = "SQLite format 3\x00"

// shortFile judges a file of under 100 bytes: a stump of a database is
// damaged, anything else is foreign.
func shortFile(b []byte) error {
	if len(b) >= len(magic) && string(b[:len(magic)]) == magic {
		return ErrDamaged
	}
	return ErrForeign
}

// parseHeader checks the fields in the order that gives the most telling
// sentence. Offsets are those of SQLite's file format, section 1.3.
func parseHeader(b []byte, size int64) (header, error) {
	if string(b[:16]) != magic {
		return header{}, ErrForeign
	}
	if binary.BigEndian.Uint32(b[68:]) != applicationID {
		return header{}, ErrForeign
	}
	v := binary.BigEndian.Uint32(b[60:])
	if v > version {
		return header{}, sentence{ErrNewer, fmt.Errorf("version %d", v)}
	}
	if v < 1 {
		return header{}, ErrDamaged
	}
	page := pageSize(b)
	if page < 512 || page&(page-1) != 0 {
		return header{}, ErrDamaged
	}
	if b[21] != 64 || b[22] != 32 || b[23] != 32 || b[18] > 2 || b[19] > 2 {
		return header{}, ErrDamaged
	}
	// The page count holds only if the change counter has the value it had
	// when the count was written.
	counted := binary.BigEndian.Uint32(b[24:]) == binary.BigEndian.Uint32(b[92:])
	pages := int64(binary.BigEndian.Uint32(b[28:]))
	return header{version: int(v), changes: binary.BigEndian.Uint32(b[24:]), wal: b[18] == 2 || b[19] == 2, cut: counted && pages*page != size}, nil
}

// pageSize is what the header says of it; it may be none.
func pageSize(b []byte) int64 {
	if n := int64(binary.BigEndian.Uint16(b[16:])); n != 1 {
		return n
	}
	return 65536
}

// checkFile says whether a regular file lies at path.
func checkFile(path string) (fs.FileInfo, error) {
	info, err := os.Stat(path)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return nil, ErrMissing
	case err != nil:
		return nil, sentence{ErrUnreadable, err}
	case !info.Mode().IsRegular():
		return nil, ErrNotFile
	case info.Size() == 0:
		return nil, ErrEmpty
	}
	return info, nil
}
