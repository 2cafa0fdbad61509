package compact_test

import (
	"math/rand/v2"
	"reflect"
	"strings"
	"sync"
	"testing"

	"github.com/google/go-cmp/cmp"

	"byline/graphmodel"
	"byline/graphmodel/article"
	"byline/graphmodel/extract"
	"byline/graphmodel/extract/compact"
	"byline/graphmodel/graphtest"
)

const text = "Mayor Ada Lind of Port Elva met Erik Sund on Tuesday. She praised the harbour fee. Café, Łódź."

func port() article.Article { return article.Article{ID: article.ID(text), Text: text} }

// fill puts something into every field, whatever fields there are: one that is
// not written is found so.
func fill(r *rand.Rand, v reflect.Value) {
	switch v.Kind() {
	case reflect.Struct:
		for i := range v.NumField() {
			fill(r, v.Field(i))
		}
	case reflect.Slice:
		v.Set(reflect.MakeSlice(v.Type(), 1+r.IntN(3), 3))
		for i := range v.Len() {
			fill(r, v.Index(i))
		}
	case reflect.String:
		words := append(strings.Fields(text), "", port().ID, "not in the text", "\x00\xff", "x")
		v.SetString(words[r.IntN(len(words))])
	case reflect.Int:
		v.SetInt(int64(r.IntN(120) - 10))
	case reflect.Float64:
		v.SetFloat(r.Float64())
	case reflect.Bool:
		v.SetBool(r.IntN(2) == 0)
	default:
		panic("a field of a kind that this test does not know: " + v.Type().String())
	}
}

func TestEveryFieldComesBack(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	for range 300 {
		var want extract.Reading
		fill(r, reflect.ValueOf(&want).Elem())
		for i := range want.Claims {
			want.Claims[i].Evidence.Confirmed = false // people say that, no reading does
		}
		have, err := compact.Decode(port(), compact.Encode(port(), &want))
		if err != nil {
			t.Fatal(err)
		}
		if d := cmp.Diff(&want, have); d != "" {
			t.Fatalf("another reading comes back (-want +have):\n%s", d)
		}
	}
}

// FuzzDecode holds that no bytes make it panic or take memory beyond measure.
func FuzzDecode(f *testing.F) {
	r := rand.New(rand.NewPCG(1, 2))
	var some extract.Reading
	fill(r, reflect.ValueOf(&some).Elem())
	data := compact.Encode(port(), &some)
	f.Add(data)
	for i := range 40 {
		f.Add(data[:len(data)*i/40])
	}
	f.Add([]byte("\x03\xff\xff\xff\xff\xff\xff\xff\xff\x7f"))
	f.Add([]byte("\x01\xff\xff\xff\xff\xff\xff\xff\xff\x7f\xff\xff\xff\xff\xff\xff\xff\xff\x7f"))
	f.Fuzz(func(t *testing.T, data []byte) {
		have, err := compact.Decode(port(), data)
		if (have == nil) == (err == nil) {
			t.Errorf("reading %v, error %v", have, err)
		}
	})
}

// TestAReadingIsOnlyReadByEncode: others read it at the same time. The race
// detector finds a write, also of what is there already.
func TestAReadingIsOnlyReadByEncode(t *testing.T) {
	var r extract.Reading
	fill(rand.New(rand.NewPCG(3, 4)), reflect.ValueOf(&r).Elem())
	var all sync.WaitGroup
	for range 4 {
		all.Go(func() { compact.Encode(port(), &r) })
	}
	all.Wait()
}

func TestGraphComesBack(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	articles := []article.Article{port(), {ID: "other", Text: "Another text altogether."}}
	for range 100 {
		things := make([]graphmodel.Entity, 3)
		for i := range things {
			fill(r, reflect.ValueOf(&things[i]).Elem())
			things[i].ID, things[i].Kind = string(rune('a'+i)), graphmodel.Organisation
		}
		link := graphmodel.Link{}
		fill(r, reflect.ValueOf(&link).Elem())
		link.From, link.Type, link.To = "a", graphmodel.Supports, "b"
		want := graphtest.Graph(t, things, []graphmodel.Link{link})
		have, err := compact.DecodeGraph(articles, compact.EncodeGraph(articles, things, want.Links()))
		if err != nil {
			t.Fatal(err)
		}
		if d := cmp.Diff(want.Entities(), have.Entities()) + cmp.Diff(want.Links(), have.Links()); d != "" {
			t.Fatalf("another graph comes back (-want +have):\n%s", d)
		}
	}
}
