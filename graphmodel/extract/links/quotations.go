package links

import (
	"slices"

	"byline/graphmodel"
	"byline/graphmodel/extract/draft"
	"byline/graphmodel/extract/page"
	"byline/graphmodel/extract/refer"
)

// quotation reads the tone of a speech and what it is about; a speech without
// tone only comments.
func (f *finder) quotation(q int) {
	quote := f.Quotes[q]
	who := f.speak[q]
	mark, at := 0, quote.Start
	for k := quote.Start; k < quote.End; k++ {
		if n := f.tone(k); n != 0 {
			if mark == 0 {
				at = k
			}
			mark += n
		}
	}
	to, conf := f.topic(quote.Start, quote.End, who, at)
	known := to.Thing != draft.None && !f.belongs(who, to.Thing)
	if !known {
		to, conf = f.current(quote.Start, 2, notSummit), 0.55
	}
	c := f.new("quote", conf, f.near(who, quote.Start), toneLink(mark), to, at, page.None)
	c.certain = graphmodel.Quoted
	if c.link == "" {
		if !known || to.Token < quote.Start || f.Kind(who) != graphmodel.Person {
			return
		}
		c.link, c.pattern, c.certain = graphmodel.CommentsOn, "comment-quote", graphmodel.Asserted
	}
	f.claim(c)
}

// thisMatter reports whether a subject means what the article is about: "This
// is a disgrace".
func (f *finder) thisMatter(s int) bool {
	switch f.Tokens[s].Lower {
	case "it", "this", "that", "these", "those":
		return len(f.refs(s)) == 0 && f.Kid(s, "relcl", "prep", "acl") == page.None
	}
	return false
}

// matter is the measure that "this" means at the start of a speech: the one
// spoken of last, else the one that the article is about.
func (f *finder) matter(start int) refer.Ref {
	if r := f.current(start, 2, notSummit); r.Thing != draft.None {
		return r
	}
	if m := f.MainMeasure(start, notSummit); m != draft.None {
		return f.near(m, start)
	}
	return refer.Ref{Thing: draft.None, Token: start}
}

// anyNamed reports whether anybody or any measure stands in those tokens.
func (f *finder) anyNamed(start, end int) bool {
	for k := start; k < end; k++ {
		if f.ThingAt(k) != draft.None {
			return true
		}
	}
	return false
}

// belongs reports whether a speaker is of a country or body: then it is not
// what he blames or praises, unless he says so.
func (f *finder) belongs(who, to int) bool {
	t := &f.Things[who]
	if t.Country == to {
		return true
	}
	return slices.ContainsFunc(t.Roles, func(r draft.Role) bool { return r.Of == to && !r.Ended })
}

// topic is what a speech blames or praises: the subject of the word of blame,
// else the first measure in it, else the first actor that is a subject.
func (f *finder) topic(start, end, who, at int) (refer.Ref, float64) {
	if r, conf := f.subjectOf(start, who, at); r.Thing != draft.None {
		return r, conf
	}
	for k := start; k < end; k++ {
		if r, found := f.measureAt(k, notSummit); found && !f.undone(k) {
			return r, 0.65
		}
	}
	for k := start; k < end; k++ {
		th := f.ThingAt(k)
		if th == draft.None || th == who || !f.Kind(th).Actor() {
			continue
		}
		switch f.Tokens[k].Dep {
		case "nsubj", "dobj", "compound", "poss":
			return refer.Ref{Thing: th, Token: k, Plain: true}, 0.6
		}
	}
	return refer.Ref{Thing: draft.None, Token: start}, 0
}

// subjectOf is the subject of the word of blame or praise at a token of a
// speech, or of a verb above it.
func (f *finder) subjectOf(start, who, at int) (refer.Ref, float64) {
	for v, n := at, 0; n < 5; n++ {
		if s := f.Kid(v, "nsubj", "nsubjpass"); s != page.None {
			if f.thisMatter(s) && !f.anyNamed(start, s) {
				return f.matter(start), 0.6
			}
			if r := f.other(s, who); r.Thing != draft.None && !f.feels(at, s) {
				return r, 0.7
			}
		}
		if f.Tokens[v].Head == v {
			break
		}
		v = f.Tokens[v].Head
	}
	return refer.Ref{Thing: draft.None, Token: at}, 0
}

// other is the first thing at a subject that is not the speaker.
func (f *finder) other(s, who int) refer.Ref {
	for _, r := range f.refs(s) {
		if r.Thing != who {
			return r
		}
	}
	return refer.Ref{Thing: draft.None, Token: s}
}
