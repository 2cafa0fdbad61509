package refer

import (
	"slices"
	"strings"

	"byline/graphmodel"
	"byline/graphmodel/extract/draft"
	"byline/graphmodel/extract/page"
)

// Ref is a thing that stands at a place of the parse.
type Ref struct {
	Thing int
	Token int  // the word that names it
	Plain bool // named itself, and not through somebody who stands for it
}

// At returns the things that the noun phrase with head i means: the thing
// itself, those it is listed with, and whom "officials of", "troops" and
// "leaders" stand for.
func At(d *draft.Draft, i int) []Ref {
	var out []Ref
	for _, k := range Spread(d, i) {
		if k != i && SubjectOfNext(d, k) != page.None {
			continue
		}
		for _, r := range at(d, k, 0) {
			if !slices.ContainsFunc(out, func(o Ref) bool { return o.Thing == r.Thing }) {
				out = append(out, r)
			}
		}
	}
	return out
}

// SubjectOfNext is the verb whose subject token k is although the parse has
// joined it to the object of the verb before: "A beat B and C left".
func SubjectOfNext(d *draft.Draft, k int) int {
	t := &d.Tokens[k]
	if t.Dep != "conj" || d.ThingAt(k) == draft.None {
		return page.None
	}
	last := d.Sents[t.Sent].End
	v := k + 1
	for v < last && (d.Tokens[v].Pos == "AUX" || d.Tokens[v].Pos == "ADV" || d.Tokens[v].Pos == "PART") {
		v++
	}
	if v >= last || !lonelyVerb(d, v) || v == k+1 && !finite(d.Tokens[v].Tag) {
		return page.None
	}
	if d.Tokens[v].Head >= k || !d.Above(d.Tokens[v].Head, k) {
		return page.None
	}
	return v
}

// lonelyVerb reports whether the word at v is a verb joined to another one and
// without a subject.
func lonelyVerb(d *draft.Draft, v int) bool {
	return d.Tokens[v].Pos == "VERB" && d.Tokens[v].Dep == "conj" && d.Kid(v, "nsubj", "nsubjpass") == page.None
}

func finite(tag string) bool { return tag == "VBD" || tag == "VBZ" || tag == "VBP" }

// Spread returns the heads of a list: i, and what "and", "or" and "including"
// add to it.
func Spread(d *draft.Draft, i int) []int {
	out := []int{i}
	for n := 0; n < len(out) && n < 30; n++ {
		for _, k := range d.Kids(out[n]) {
			if more := added(d, out[n], k); more != page.None {
				out = append(out, more)
			}
		}
	}
	return out
}

// added is what the dependent k adds to the list that i is of, or page.None.
func added(d *draft.Draft, i, k int) int {
	t := &d.Tokens[k]
	switch t.Dep {
	case "conj":
		if t.Pos == "NOUN" || t.Pos == "PROPN" || t.Pos == "PRON" || d.ThingAt(k) != draft.None {
			return k
		}
	case "prep":
		if t.Lower == "including" || t.Lower == "like" || t.Lower == "as" && k > 0 && d.Tokens[k-1].Lower == "such" {
			return d.Kid(k, "pobj")
		}
	case "appos":
		if d.ThingAt(i) == draft.None && d.ThingAt(k) != draft.None {
			return k
		}
	}
	return page.None
}

func at(d *draft.Draft, i, depth int) []Ref {
	if depth > 3 {
		return nil
	}
	if th := d.ThingAt(i); th != draft.None {
		return []Ref{{th, i, true}}
	}
	t := &d.Tokens[i]
	if c := d.Cover[i]; c != draft.None && (t.Head < d.Mentions[c].Start || t.Head > d.Mentions[c].Head) && t.Pos != "DET" {
		// The parse hangs the description's head on a word in front of it.
		return []Ref{{d.Mentions[c].Thing, i, true}}
	}
	if t.Tag == "WP" || t.Tag == "WDT" {
		if a := antecedent(d, i); a != page.None {
			return at(d, a, depth+1)
		}
		return nil
	}
	if p := holderAt(d, i); p != draft.None {
		return []Ref{{p, i, true}}
	}
	if !standsFor(d, i) {
		return partOf(d, i, depth)
	}
	return represented(d, i, depth)
}

// holderAt is the person whose office stands at token i: "the head of Y, X, said"
// is what X said.
func holderAt(d *draft.Draft, i int) int {
	if !d.Lex.RoleEnds[d.Tokens[i].Lower] {
		return draft.None
	}
	for p := range d.Things {
		for _, r := range d.Things[p].Roles {
			if r.Head == i && !d.Things[p].Dead {
				return p
			}
		}
	}
	return draft.None
}

// antecedent is the noun that a relative pronoun stands for.
func antecedent(d *draft.Draft, i int) int {
	for v := d.Tokens[i].Head; ; v = d.Tokens[v].Head {
		if d.Tokens[v].Dep == "relcl" {
			return d.Tokens[v].Head
		}
		if d.Tokens[v].Head == v {
			return page.None
		}
	}
}

// standsFor reports whether the noun at i stands for the state or body it
// belongs to.
func standsFor(d *draft.Draft, i int) bool {
	t := &d.Tokens[i]
	if t.Pos != "NOUN" && t.Pos != "PROPN" {
		return false
	}
	return d.Lex.In("representative", t.Lemma) || d.Lex.In("representative", t.Lower)
}

// represented finds whom officials, troops or a government stand for.
func represented(d *draft.Draft, i, depth int) []Ref {
	if a := d.Kid(i, "appos"); a != page.None && d.Kind(d.ThingAt(a)) == graphmodel.Person {
		return []Ref{{d.ThingAt(a), a, true}} // "Norway's ambassador X": X himself
	}
	var out []Ref
	for _, k := range d.Kids(i) {
		t := &d.Tokens[k]
		switch t.Dep {
		case "compound", "amod", "nmod", "poss":
			out = append(out, actorsOnly(d, at(d, k, depth+1))...)
			for _, c := range d.Kids(k) {
				if d.Tokens[c].Dep == "conj" {
					out = append(out, actorsOnly(d, at(d, c, depth+1))...)
				}
			}
		case "prep":
			out = append(out, senders(d, k, depth)...)
		case "appos":
			out = append(out, actorsOnly(d, at(d, k, depth+1))...)
		}
	}
	if len(out) == 0 && i > 0 && d.Tokens[i-1].Sent == d.Tokens[i].Sent {
		out = actorsOnly(d, at(d, i-1, 3))
	}
	if len(out) == 0 && bare(d, i) {
		out = inContext(d, i)
	}
	for k := range out {
		out[k].Plain = false
	}
	return out
}

// senders are the actors behind "of", "from" or "for" at k.
func senders(d *draft.Draft, k, depth int) []Ref {
	var out []Ref
	switch d.Tokens[k].Lower {
	case "of", "from", "for":
	case "in":
		if !d.Lex.In("statearm", d.Tokens[d.Tokens[k].Head].Lower) {
			return nil
		}
	default:
		return nil
	}
	if p := d.Kid(k, "pobj"); p != page.None {
		for _, s := range Spread(d, p) {
			out = append(out, actorsOnly(d, at(d, s, depth+1))...)
		}
	}
	return out
}

// bare reports whether no word at the noun at i says whose it is.
func bare(d *draft.Draft, i int) bool {
	return d.Kid(i, "poss", "compound", "amod", "nmod", "prep", "relcl") == page.None
}

// inContext is whom a bare noun stands for: senators for the one Senate of the
// article, police for the country that the article is about.
func inContext(d *draft.Draft, i int) []Ref {
	word := d.Tokens[i].Lower
	if chamber, ok := chambers[word]; ok {
		found := draft.None
		for o := range d.Things {
			if t := &d.Things[o]; t.Kind != graphmodel.Organisation || t.Dead || !strings.Contains(t.Key, chamber) {
				continue
			}
			if found != draft.None {
				return nil
			}
			found = o
		}
		if found != draft.None {
			return []Ref{{Thing: found, Token: i}}
		}
	}
	if d.Lex.In("statearm", word) {
		if c := d.MainCountry(); c != draft.None {
			return []Ref{{Thing: c, Token: i}}
		}
	}
	return nil
}

// chambers are the words in the names of the houses that members stand for.
var chambers = map[string]string{"senators": "senate", "lawmakers": "parliament", "legislators": "parliament", "congressmen": "congress", "parliamentarians": "parliament"}

func actorsOnly(d *draft.Draft, refs []Ref) []Ref {
	return slices.DeleteFunc(refs, func(r Ref) bool {
		k := d.Kind(r.Thing)
		return k != graphmodel.Organisation && k != graphmodel.Country
	})
}

// partOf finds whom "one of", "both" and "a number of" are of.
func partOf(d *draft.Draft, i, depth int) []Ref {
	switch d.Tokens[i].Lower {
	case "one", "both", "some", "all", "many", "most", "number", "two", "three", "several", "none", "each", "group", "majority", "part", "percent", "per cent", "half", "stake":
	default:
		return nil
	}
	for _, k := range d.Kids(i) {
		if d.Tokens[k].Lower == "of" {
			if p := d.Kid(k, "pobj"); p != page.None {
				return at(d, p, depth+1)
			}
		}
	}
	return nil
}
