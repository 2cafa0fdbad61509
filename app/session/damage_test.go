package session

import (
	"path/filepath"
	"testing"

	"byline/graphmodel/store"
	"byline/graphmodel/store/storetest"
)

// TestOpensEveryProject opens projects that are damaged in every known way as
// the window does.
func TestOpensEveryProject(t *testing.T) {
	d := edited(t)
	before, after := filepath.Join(t.TempDir(), "a.byline"), filepath.Join(t.TempDir(), "b.byline")
	d.must(d.SaveAs(before))
	d.must(d.SaveAs(after))
	d.Rename(d.id("Ada Lind"), "A. Lind")
	d.Wait()
	d.must(d.Close())
	for _, f := range storetest.Make(t, before, after) {
		t.Run(f.Name, func(t *testing.T) {
			was := f.Bytes(t)
			r := newDesk(t)
			err := r.Open(f.Path)
			r.Wait()
			s := r.Snapshot()
			refused := err != nil && s.Path == "" && !s.ReadOnly
			readOnly := err == nil && s.ReadOnly && len(s.Articles) == 2
			writable := err == nil && !s.ReadOnly && len(s.Articles) == 2
			var ok bool
			switch f.Want {
			case storetest.Opens:
				ok = writable && !r.Damaged() && len(s.Decisions) == 2 && (len(r.problems()) == 1) == f.Aside
			case storetest.Recovers:
				ok = writable && !r.Damaged() && len(r.problems()) == 1 && (len(s.Decisions) == 3) == f.Later
			case storetest.Protected:
				ok = readOnly && !r.Damaged() && len(r.problems()) == 0
			case storetest.Flawed:
				ok = readOnly && r.Damaged() && len(r.problems()) == 2
			case storetest.Mended:
				ok = writable && r.Damaged() && len(s.Positions) > 0
			case storetest.Refused:
				ok = refused
			case storetest.Unreliable:
				ok = refused || readOnly && r.Damaged()
			}
			if !ok {
				t.Errorf("error %v, read-only %q, damaged %v, %d articles, %d decisions, told %q", err, s.Why, r.Damaged(), len(s.Articles), len(s.Decisions), r.problems())
			}
			untouched := f.Want != storetest.Recovers && f.Want != storetest.Mended && !f.Aside
			if untouched && f.Want != storetest.Opens && f.Bytes(t) != was {
				t.Error("its files were changed")
			}
			if refused && !store.Lost(err) && f.Name != "future version" && f.Name != "folder" {
				t.Errorf("no backup is offered: %v", err)
			}
			r.must(r.Close())
		})
	}
}
