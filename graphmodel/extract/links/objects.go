package links

import (
	"byline/graphmodel"
	"byline/graphmodel/extract/draft"
	"byline/graphmodel/extract/page"
	"byline/graphmodel/extract/refer"
)

// objects are the things that something is done to.
func (f *finder) objects(v int) []refer.Ref {
	if f.passive(v) {
		return f.passiveObjects(v)
	}
	if o := f.Kid(v, "dobj"); o != page.None {
		if n := f.Kid(o, "nmod"); n != page.None && currency[f.Tokens[o].Lemma] {
			return f.refs(n) // "fined Google two billion euros"
		}
		return f.refs(o)
	}
	if t := &f.Tokens[v]; t.Dep == "relcl" && f.Kid(v, "nsubj") != page.None {
		if _, own := f.relativeObject(v); own {
			return f.refs(t.Head)
		}
	}
	return nil
}

// currency are the nouns of a sum of money.
var currency = map[string]bool{"euro": true, "dollar": true, "pound": true, "yen": true, "rupee": true, "million": true, "billion": true}

// passiveObjects are the things that a verb in the passive is done to.
func (f *finder) passiveObjects(v int) []refer.Ref {
	if s := f.Kid(v, "nsubjpass"); s != page.None {
		if r := f.refs(s); len(r) > 0 || f.Tokens[v].Dep != "relcl" {
			return r
		}
	}
	switch t := &f.Tokens[v]; t.Dep {
	case "acl", "relcl":
		if paying[t.Lemma] {
			if m := f.describing(t.Head); m != draft.None {
				return []refer.Ref{{Thing: f.Mentions[m].Thing, Token: f.Mentions[m].Head, Plain: true}}
			}
		}
		return f.climb(t.Head)
	case "conj":
		return f.objects(t.Head)
	case "advcl":
		if s := f.Kid(t.Head, "nsubj", "nsubjpass"); s != page.None {
			return f.refs(s)
		}
	}
	return nil
}

// paying are the verbs of which a plan rather than a body is the object.
var paying = map[string]bool{"back": true, "fund": true, "finance": true}

// describing is the measure in whose description token i stands, or None.
func (f *finder) describing(i int) int {
	for m := range f.Mentions {
		if k := &f.Mentions[m]; k.Start <= i && i < k.End && f.Kind(k.Thing) == graphmodel.Measure {
			return m
		}
	}
	return draft.None
}

// relativeObject reports whether the noun above a relative clause is the
// object in it: "the law (that) the parliament passed".
func (f *finder) relativeObject(v int) (int, bool) {
	for _, k := range f.Kids(v) {
		t := &f.Tokens[k]
		if t.Dep == "dobj" || t.Dep == "pobj" {
			return k, t.Tag == "WDT" || t.Tag == "WP"
		}
	}
	s := f.Kid(v, "nsubj")
	return page.None, s != page.None && f.Tokens[s].Tag != "WDT" && f.Tokens[s].Tag != "WP"
}
