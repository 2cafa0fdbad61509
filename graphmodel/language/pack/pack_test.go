package pack

import (
	"encoding/binary"
	"errors"
	"slices"
	"testing"
	"unsafe"
)

func example(t testing.TB) []byte {
	t.Helper()
	var w Writer
	w.Bytes("licence", []byte("free for all"))
	w.Tensor("weights", Tensor{[]int{2, 3}, []float32{1, -2, 3.5, 0, 1e-20, 6}})
	w.Bytes("empty", nil)
	file, err := w.File(7)
	if err != nil {
		t.Fatal(err)
	}
	return file
}

func TestWrittenFileReadsBack(t *testing.T) {
	f, err := Open(example(t))
	if err != nil {
		t.Fatal(err)
	}
	if f.Version() != 7 {
		t.Errorf("version %d, want 7", f.Version())
	}
	if got := f.Names(); !slices.Equal(got, []string{"empty", "licence", "weights"}) {
		t.Errorf("names %v", got)
	}
	licence, err := f.Bytes("licence")
	if err != nil || string(licence) != "free for all" {
		t.Errorf("licence %q, %v", licence, err)
	}
	if empty, err := f.Bytes("empty"); err != nil || len(empty) != 0 {
		t.Errorf("empty %q, %v", empty, err)
	}
	weights, err := f.Tensor("weights", 2, -1)
	if err != nil || !slices.Equal(weights.Data, []float32{1, -2, 3.5, 0, 1e-20, 6}) {
		t.Errorf("weights %v, %v", weights, err)
	}
}

func TestWeightsAreNotCopied(t *testing.T) {
	file := example(t)
	f, err := Open(file)
	if err != nil {
		t.Fatal(err)
	}
	weights, err := f.Tensor("weights", 2, 3)
	if err != nil {
		t.Fatal(err)
	}
	offset := f.entries["weights"].offset
	if offset%alignment != 0 {
		t.Errorf("the weights begin at byte %d", offset)
	}
	if littleEndian() && unsafe.Pointer(&weights.Data[0]) != unsafe.Pointer(&file[offset]) {
		t.Error("the weights were copied")
	}
}

func TestMisalignedWeightsAreRead(t *testing.T) {
	file := example(t)
	moved := append(make([]byte, 1, len(file)+1), file...)[1:]
	f, err := Open(moved)
	if err != nil {
		t.Fatal(err)
	}
	weights, err := f.Tensor("weights", 2, 3)
	if err != nil || !slices.Equal(weights.Data, []float32{1, -2, 3.5, 0, 1e-20, 6}) {
		t.Errorf("weights %v, %v", weights, err)
	}
}

func TestWrongFilesAreRefused(t *testing.T) {
	good := example(t)
	flipped := slices.Clone(good)
	flipped[len(flipped)-1] ^= 1
	for name, c := range map[string]struct {
		file []byte
		want error
	}{
		"empty":   {nil, ErrForeign},
		"foreign": {make([]byte, 200), ErrForeign},
		"cut":     {good[:len(good)-1], ErrDamaged},
		"changed": {flipped, ErrDamaged},
	} {
		if _, err := Open(c.file); !errors.Is(err, c.want) {
			t.Errorf("%s: %v, want %v", name, err, c.want)
		}
	}
}

func TestMissingSectionsAreNamed(t *testing.T) {
	f, err := Open(example(t))
	if err != nil {
		t.Fatal(err)
	}
	if _, err := f.Bytes("weights"); !errors.Is(err, ErrNoSection) {
		t.Errorf("a tensor was given as bytes: %v", err)
	}
	if _, err := f.Tensor("licence"); !errors.Is(err, ErrNoSection) {
		t.Errorf("bytes were given as a tensor: %v", err)
	}
	if _, err := f.Tensor("weights", 3, 2); !errors.Is(err, ErrDamaged) {
		t.Errorf("a wrong shape was let through: %v", err)
	}
}

func TestWriterRefusesMistakes(t *testing.T) {
	var twice Writer
	twice.Bytes("a", nil)
	twice.Bytes("a", nil)
	if _, err := twice.File(1); !errors.Is(err, ErrTwice) {
		t.Errorf("two sections of one name: %v", err)
	}
	var uneven Writer
	uneven.Tensor("a", Tensor{[]int{2, 2}, make([]float32, 3)})
	if _, err := uneven.File(1); err == nil {
		t.Error("three values passed as a tensor of four")
	}
}

func FuzzOpen(f *testing.F) {
	f.Add(example(f))
	f.Add([]byte(magic))
	f.Fuzz(func(t *testing.T, file []byte) {
		file = slices.Clone(file)
		if len(file) >= headerSize { // let the fuzzer past the first gates
			copy(file, magic)
			binary.LittleEndian.PutUint64(file[16:], uint64(len(file)))
			binary.LittleEndian.PutUint32(file[24:], checksum(file[headerSize:]))
		}
		opened, err := Open(file)
		if err != nil {
			return
		}
		for _, name := range opened.Names() {
			if _, err := opened.Bytes(name); err == nil {
				continue
			}
			e := opened.entries[name]
			if _, err := opened.Tensor(name, e.shape...); err != nil && e.kind == kindTensor {
				t.Errorf("section %q: %v", name, err)
			}
		}
	})
}
