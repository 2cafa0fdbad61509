package crashtest

import (
	"slices"
	"sync"
	"unsafe"

	"modernc.org/libc"
	sqlite3 "modernc.org/sqlite/lib"
)

// diskCall is what SQLite asks of a disk.
type diskCall int

// The calls that can fail.
const (
	opOpen diskCall = iota
	opDelete
	opRead
	opWrite
	opTruncate
	opSync
)

// failsWith is what SQLite is told when that fails.
func failsWith(op diskCall) int32 {
	return [...]int32{sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_IOERR_DELETE, sqlite3.SQLITE_IOERR_READ,
		sqlite3.SQLITE_IOERR_WRITE, sqlite3.SQLITE_IOERR_TRUNCATE, sqlite3.SQLITE_IOERR_FSYNC}[op]
}

// Disk stands between SQLite and the system and makes calls fail.
type Disk struct {
	mu    sync.Mutex
	fault *Fault // nil while the disk is sound
	calls int    // of those that the fault looks at
	tls   *libc.TLS
	vfs   *sqlite3.Tsqlite3_vfs
	was   sqlite3.Tsqlite3_vfs // the system's own
	// The methods of files that have locks and of those that have none, with
	// ours in place of the system's; these are the same for both.
	bad  map[uintptr]*sqlite3.Tsqlite3_io_methods
	file sqlite3.Tsqlite3_io_methods
}

// Fault is what goes wrong with a disk.
type Fault struct {
	Name string
	Full bool // it has no room, and nothing else is wrong
	// At is the call that fails, from 1.
	At   int
	ops  []diskCall // those that count
	on   bool       // all from that call on fail, not only that one
	done bool       // the call does its work and then says that it failed
}

// Faults are the ways in which a disk fails, each at its first call. One that
// is full takes no more; one that was taken out takes and gives nothing more.
func Faults() []Fault {
	writes := []diskCall{opWrite, opTruncate, opSync, opDelete}
	all := append([]diskCall{opOpen, opRead}, writes...)
	return []Fault{
		{Name: "full", At: 1, Full: true, ops: []diskCall{opWrite}, on: true},
		{Name: "full for a moment", At: 1, Full: true, ops: []diskCall{opWrite}},
		{Name: "error", At: 1, ops: all},
		{Name: "error after the work was done", At: 1, ops: writes, done: true},
		{Name: "taken out", At: 1, ops: all, on: true},
	}
}

// theDisk is the one between SQLite and the system: SQLite calls functions,
// not methods.
var theDisk Disk

// NewDisk takes its place before the system's disk, which is sound as long as
// no fault is asked for. There is one at a time; no file may be open when it
// comes or goes.
func NewDisk() *Disk {
	d := &theDisk
	d.tls = libc.NewTLS()
	d.bad = map[uintptr]*sqlite3.Tsqlite3_io_methods{}
	d.vfs = valueAt[sqlite3.Tsqlite3_vfs](sqlite3.Xsqlite3_vfs_find(d.tls, 0))
	d.was = *d.vfs
	d.vfs.FxOpen = pointer(openBad)
	d.vfs.FxDelete = pointer(deleteBad)
	return d
}

// Close takes the disk away.
func (d *Disk) Close() {
	*d.vfs = d.was
	d.tls.Close()
}

// During runs work with the fault and returns how many calls counted.
func (d *Disk) During(f Fault, work func()) int {
	d.set(&f)
	defer d.set(nil)
	work()
	d.mu.Lock()
	defer d.mu.Unlock()
	return d.calls
}

func (d *Disk) set(f *Fault) {
	d.mu.Lock()
	defer d.mu.Unlock()
	d.fault, d.calls = f, 0
}

// meet runs one call, or has it fail.
func (d *Disk) meet(op diskCall, call func() int32) int32 {
	d.mu.Lock()
	code, done := int32(0), false
	if f := d.fault; f != nil && slices.Contains(f.ops, op) {
		d.calls++
		if d.calls == f.At || f.on && d.calls > f.At {
			code, done = failsWith(op), f.done
			if f.Full {
				code = sqlite3.SQLITE_FULL
			}
		}
	}
	d.mu.Unlock()
	if code == 0 {
		return call()
	}
	if done {
		call()
	}
	return code
}

// The calls as SQLite makes them.
type (
	openCall     = func(tls *libc.TLS, vfs, name, file uintptr, flags int32, out uintptr) int32
	deleteCall   = func(tls *libc.TLS, vfs, name uintptr, syncFolder int32) int32
	transferCall = func(tls *libc.TLS, file, buffer uintptr, amount int32, offset sqlite3.Tsqlite3_int64) int32
	truncateCall = func(tls *libc.TLS, file uintptr, size sqlite3.Tsqlite3_int64) int32
)

func openBad(tls *libc.TLS, vfs, name, file uintptr, flags int32, out uintptr) int32 {
	d := &theDisk
	// SQLite closes a file only if it has methods, also after a failure.
	methods := valueAt[uintptr](file)
	*methods = 0
	rc := d.meet(opOpen, func() int32 { return function[openCall](d.was.FxOpen)(tls, vfs, name, file, flags, out) })
	if rc != 0 || *methods == 0 {
		return rc
	}
	d.mu.Lock()
	defer d.mu.Unlock()
	bad := d.bad[*methods]
	if bad == nil {
		d.file = *valueAt[sqlite3.Tsqlite3_io_methods](*methods)
		copied := d.file
		bad = &copied
		bad.FxRead, bad.FxWrite = pointer(readBad), pointer(writeBad)
		bad.FxTruncate, bad.FxSync = pointer(truncateBad), pointer(syncBad)
		d.bad[*methods] = bad
	}
	*methods = uintptr(unsafe.Pointer(bad))
	return rc
}

func deleteBad(tls *libc.TLS, vfs, name uintptr, syncFolder int32) int32 {
	return theDisk.meet(opDelete, func() int32 { return function[deleteCall](theDisk.was.FxDelete)(tls, vfs, name, 0) })
}

func readBad(tls *libc.TLS, file, buffer uintptr, amount int32, offset sqlite3.Tsqlite3_int64) int32 {
	return theDisk.meet(opRead, func() int32 { return function[transferCall](theDisk.file.FxRead)(tls, file, buffer, amount, offset) })
}

func writeBad(tls *libc.TLS, file, buffer uintptr, amount int32, offset sqlite3.Tsqlite3_int64) int32 {
	return theDisk.meet(opWrite, func() int32 { return function[transferCall](theDisk.file.FxWrite)(tls, file, buffer, amount, offset) })
}

func truncateBad(tls *libc.TLS, file uintptr, size sqlite3.Tsqlite3_int64) int32 {
	return theDisk.meet(opTruncate, func() int32 { return function[truncateCall](theDisk.file.FxTruncate)(tls, file, size) })
}

func syncBad(tls *libc.TLS, file uintptr, flags int32) int32 {
	return theDisk.meet(opSync, func() int32 { return sqlite3.SQLITE_OK }) // no power is cut here, and it takes long
}

// valueAt is the Go value at an address of SQLite's.
func valueAt[T any](address uintptr) *T { return *(**T)(unsafe.Pointer(&address)) }

// pointer is a function as SQLite keeps it. It must be one that the garbage
// collector leaves alone: no closure.
func pointer[F any](f F) uintptr { return *(*uintptr)(unsafe.Pointer(&f)) }

// function turns it back.
func function[F any](address uintptr) F { return *(*F)(unsafe.Pointer(&address)) }
