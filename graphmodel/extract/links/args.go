package links

import (
	"strings"

	"byline/graphmodel"
	"byline/graphmodel/extract/draft"
	"byline/graphmodel/extract/page"
	"byline/graphmodel/extract/refer"
)

// passive reports whether the verb at v is in the passive: then its subject
// is what something is done to.
func (f *finder) passive(v int) bool {
	if f.Kid(v, "nsubjpass", "auxpass") != page.None {
		return true
	}
	t := &f.Tokens[v]
	if t.Tag == "VBN" && (t.Dep == "acl" || t.Dep == "advcl" && f.Kid(v, "aux") == page.None && f.Kid(v, "nsubj") == page.None) {
		return true
	}
	return t.Tag == "VBN" && t.Dep == "conj" && f.Kid(v, "nsubj", "aux") == page.None && f.passive(t.Head)
}

// control are the verbs whose object, not subject, does what follows.
var control = map[string]bool{
	"urge": true, "ask": true, "tell": true, "order": true, "force": true, "allow": true, "encourage": true, "persuade": true,
	"call": true, "want": true, "require": true, "press": true, "invite": true, "enable": true, "help": true, "advise": true,
	"instruct": true, "permit": true, "expect": true, "accuse": true, "blame": true, "beg": true, "prevent": true, "stop": true,
}

// subjects are the things that do what the verb at v says: its subject, or
// whom it has it from.
func (f *finder) subjects(v, depth int) []refer.Ref {
	if depth > 5 {
		return nil
	}
	if f.passive(v) {
		return f.agents(v)
	}
	if s := f.Kid(v, "nsubj"); s != page.None {
		if t := &f.Tokens[s]; t.Tag != "WP" && t.Tag != "WDT" || f.Tokens[v].Dep == "relcl" {
			return f.refs(s)
		}
	}
	if k := f.strayed(v); k != page.None {
		return f.refs(k)
	}
	return f.inherited(v, depth)
}

// strayed is the subject of the verb at v that the parse has joined to the
// object of the verb before.
func (f *finder) strayed(v int) int {
	if f.Tokens[v].Dep != "conj" {
		return page.None
	}
	for k := v - 1; k > v-5 && k > f.Tokens[v].Head; k-- {
		if f.Heads[k] != draft.None && refer.SubjectOfNext(f.Draft, k) == v {
			return k
		}
	}
	return page.None
}

func (f *finder) agents(v int) []refer.Ref {
	if p := f.prep(v, "by"); p != page.None {
		return f.refs(p)
	}
	return nil
}

// inherits are the labels under which a verb takes its subject from above.
var inherits = map[string]bool{
	"xcomp": true, "ccomp": true, "advcl": true, "pcomp": true, "conj": true, "prep": true, "dep": true, "parataxis": true, "purpcl": true, "acomp": true,
}

// inherited are the subjects that a verb without one of its own takes from
// the words it hangs on.
func (f *finder) inherited(v, depth int) []refer.Ref {
	t := &f.Tokens[v]
	up := t.Head
	switch {
	case up == v:
		return nil
	case t.Dep == "acl" || t.Dep == "relcl":
		return f.fromNoun(v, depth)
	case !inherits[t.Dep]:
		return nil
	case f.Tokens[up].Pos == "ADP" || f.Tokens[up].Pos == "SCONJ":
		return f.throughPrep(up, depth)
	}
	return f.fromVerb(v, depth)
}

// fromNoun are the subjects of a clause that hangs on a noun.
func (f *finder) fromNoun(v, depth int) []refer.Ref {
	t := &f.Tokens[v]
	switch {
	case t.Dep == "relcl":
		return f.climb(t.Head)
	case t.Tag != "VBG":
		return f.planner(t.Head, depth)
	case f.venue(t.Head):
		return f.clauseSubject(t.Head, depth)
	}
	return f.refs(t.Head)
}

// fromVerb are the subjects that a clause has from the verb above it.
func (f *finder) fromVerb(v, depth int) []refer.Ref {
	t := &f.Tokens[v]
	up := t.Head
	u := &f.Tokens[up]
	switch {
	case f.joinedLow(v):
		return f.subjects(u.Head, depth+1)
	case u.Pos == "ADJ":
		return f.subjects(up, depth+1)
	case u.Pos != "VERB" && u.Pos != "AUX":
		return nil
	}
	passive := page.None
	if f.passive(up) {
		passive = f.Kid(up, "nsubjpass")
	}
	if t.Dep == "conj" {
		if passive != page.None && !f.passive(v) {
			return f.refs(passive) // "was elected and promised": one subject, two voices
		}
		return f.subjects(up, depth+1)
	}
	if o := f.Kid(up, "dobj", "dative"); o != page.None && t.Dep != "advcl" && control[u.Lemma] {
		return f.refs(o)
	}
	if passive != page.None {
		return f.refs(passive)
	}
	return f.subjects(up, depth+1)
}

// joinedLow reports whether the parse has joined the verb at v to the
// infinitive under the verb that it belongs with: "called it to account and
// rebuked".
func (f *finder) joinedLow(v int) bool {
	t := &f.Tokens[v]
	u := &f.Tokens[t.Head]
	return t.Dep == "conj" && (t.Tag == "VBD" || t.Tag == "VBZ") && u.Dep == "xcomp" && u.Tag == "VB"
}

// climb are the things that a relative clause on the noun at i is about: the
// noun, or one over it where the parse has hung the clause too low.
func (f *finder) climb(i int) []refer.Ref {
	for n := 0; n < 5; n++ {
		if r := f.refs(i); len(r) > 0 {
			return r
		}
		if r := f.wrapped(i); len(r) > 0 {
			return r
		}
		t := &f.Tokens[i]
		switch t.Dep {
		case "pobj", "prep", "dobj", "acl", "relcl", "compound":
		default:
			return nil
		}
		i = t.Head
	}
	return nil
}

// venue reports whether the noun at i is only where something is said: "in a
// message on Twitter blaming".
func (f *finder) venue(i int) bool {
	th := f.ThingAt(i)
	if th == draft.None || f.Kind(th) != graphmodel.Organisation || f.Tokens[i].Dep != "pobj" {
		return false
	}
	switch f.Tokens[f.Tokens[i].Head].Lower {
	case "on", "via", "in", "at", "to":
		return true
	}
	return false
}

// clauseSubject is the subject of the verb over i.
func (f *finder) clauseSubject(i, depth int) []refer.Ref {
	for n := 0; n < 6 && f.Tokens[i].Head != i; n++ {
		i = f.Tokens[i].Head
		if f.Tokens[i].Pos == "VERB" {
			return f.subjects(i, depth+1)
		}
	}
	return nil
}

// throughPrep finds who does what stands behind a preposition: "accused China
// of breaching", "opened it by urging".
func (f *finder) throughPrep(p, depth int) []refer.Ref {
	up := f.Tokens[p].Head
	u := &f.Tokens[up]
	if u.Pos == "NOUN" {
		return f.planner(up, depth)
	}
	if u.Pos == "ADJ" {
		return f.subjects(up, depth+1)
	}
	if u.Pos != "VERB" {
		return nil
	}
	if control[u.Lemma] && f.Tokens[p].Lower != "by" {
		if f.passive(up) {
			if s := f.Kid(up, "nsubjpass"); s != page.None {
				return f.refs(s)
			}
		}
		if o := f.Kid(up, "dobj"); o != page.None {
			return f.refs(o)
		}
	}
	return f.subjects(up, depth+1)
}

// planner is who plans what hangs on a noun: "Mahathir's plan to launch",
// "X announced plans to launch".
func (f *finder) planner(noun, depth int) []refer.Ref {
	if p := f.Kid(noun, "poss"); p != page.None {
		return f.refs(p)
	}
	if p := f.prep(noun, "by"); p != page.None {
		return f.refs(p)
	}
	if p := f.prep(noun, "of"); p != page.None && asking[f.Tokens[noun].Lemma] {
		return f.refs(p)
	}
	t := &f.Tokens[noun]
	if t.Dep == "dobj" && f.Tokens[t.Head].Pos == "VERB" {
		return f.subjects(t.Head, depth+1)
	}
	return nil
}

// slot returns the things in one argument of the verb.
func (f *finder) slot(v int, name string, frameLink graphmodel.LinkType) []refer.Ref {
	switch name {
	case "subj":
		return f.subjects(v, 0)
	case "obj":
		return f.objects(v)
	case "dat":
		if d := f.Kid(v, "dative"); d != page.None && f.Tokens[d].Pos != "ADP" {
			return f.refs(d)
		}
		return nil
	case "comp":
		return f.complement(v)
	}
	if noun, word, two := strings.Cut(name, " "); two {
		return f.objectPrep(v, noun, word)
	}
	o := f.Kid(v, "dobj")
	if o == page.None {
		o = f.Kid(v, "nsubjpass")
	}
	return f.eitherPrep(v, o, name)
}

// objectPrep are the things behind a preposition, if the verb has that noun
// as its object: "took part in", "severed ties with".
func (f *finder) objectPrep(v int, noun, word string) []refer.Ref {
	o := f.Kid(v, "dobj", "nsubjpass")
	if o == page.None {
		o = f.prep(v, "under") // "came under fire from"
	}
	if o == page.None || f.Tokens[o].Lemma != noun && f.Tokens[o].Lower != noun {
		return nil
	}
	return f.eitherPrep(v, o, word)
}

// eitherPrep looks for a preposition at the verb, then at its object.
func (f *finder) eitherPrep(v, o int, word string) []refer.Ref {
	if p := f.prep(v, word); p != page.None {
		if r := f.refs(p); len(r) > 0 {
			return r
		}
		return f.wrapped(p)
	}
	if o != page.None {
		if p := f.prep(o, word); p != page.None && f.Kind(f.ThingAt(o)) != graphmodel.Organisation {
			return f.refs(p)
		}
	}
	return nil
}

// complement is the subject of the clause under a verb: whom somebody urges
// to do something.
func (f *finder) complement(v int) []refer.Ref {
	for _, k := range f.Kids(v) {
		if d := f.Tokens[k].Dep; d == "ccomp" || d == "xcomp" || d == "advcl" {
			if s := f.Kid(k, "nsubj"); s != page.None && f.infinitive(k) {
				return f.refs(s)
			}
		}
	}
	return nil
}

// infinitive reports whether the verb at v has "to" before it.
func (f *finder) infinitive(v int) bool {
	for _, k := range f.Kids(v) {
		if t := &f.Tokens[k]; t.Dep == "aux" && t.Lower == "to" {
			return true
		}
	}
	// "demanded that he resign": the bare verb
	return f.Tokens[v].Tag == "VB" && f.Kid(v, "aux") == page.None
}
