package record

import (
	"errors"
	"slices"
	"testing"
)

// sample writes one of everything.
func sample() []byte {
	var w Writer
	w.Int(0)
	w.Int(300)
	w.String("")
	w.String("Łódź")
	w.Strings([]string{"a", "", "b"})
	w.Column64([]uint64{1, 1<<64 - 1})
	w.Table([]string{"", "alpha", "beta", "gamma"})
	return w.Bytes()
}

// readAll reads what sample wrote.
func readAll(section []byte) (r *Reader, ok bool) {
	r = NewReader(section)
	ok = r.Int() == 0
	ok = r.Int() == 300 && ok
	ok = r.String() == "" && ok
	ok = r.String() == "Łódź" && ok
	ok = slices.Equal(r.Strings(), []string{"a", "", "b"}) && ok
	ok = slices.Equal(r.Column64(), []uint64{1, 1<<64 - 1}) && ok
	t := r.Table()
	ok = t.Len() == 4 && t.At(1) == "alpha" && t.At(3) == "gamma" && ok
	return r, ok
}

func TestRoundTrip(t *testing.T) {
	r, ok := readAll(sample())
	if err := r.Close(); err != nil || !ok {
		t.Errorf("read back: equal %v, error %v", ok, err)
	}
}

func TestShortSection(t *testing.T) {
	whole := sample()
	for n := range whole {
		r, _ := readAllQuietly(whole[:n])
		if !errors.Is(r.Close(), ErrDamaged) {
			t.Errorf("the first %d of %d bytes: %v, want ErrDamaged", n, len(whole), r.Close())
		}
	}
	r, _ := readAll(append(slices.Clone(whole), 0))
	if !errors.Is(r.Close(), ErrDamaged) {
		t.Errorf("a byte too many: %v, want ErrDamaged", r.Close())
	}
}

// readAllQuietly is readAll for sections whose table may be missing.
func readAllQuietly(section []byte) (*Reader, int) {
	r := NewReader(section)
	r.Int()
	r.Int()
	_ = r.String()
	_ = r.String()
	r.Strings()
	r.Column64()
	return r, r.Table().Len()
}

func TestFind(t *testing.T) {
	var w Writer
	w.Table([]string{"alpha", "beta", "gamma"})
	table := NewReader(w.Bytes()).Table()
	for s, want := range map[string]int{"alpha": 0, "beta": 1, "gamma": 2} {
		if i, ok := table.Find(s); !ok || i != want {
			t.Errorf("Find(%q) = %d, %v", s, i, ok)
		}
	}
	for _, s := range []string{"", "a", "betas", "zeta"} {
		if _, ok := table.Find(s); ok {
			t.Errorf("Find(%q) found it", s)
		}
	}
}

// Damaged sections give an error and never a panic or a huge allocation.
func FuzzReader(f *testing.F) {
	f.Add(sample())
	f.Add([]byte{0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff})
	f.Fuzz(func(t *testing.T, section []byte) {
		r, _ := readAllQuietly(section)
		if err := r.Close(); err != nil && !errors.Is(err, ErrDamaged) {
			t.Errorf("error %v is not ErrDamaged", err)
		}
	})
}
