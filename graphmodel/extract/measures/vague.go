package measures

import (
	"byline/graphmodel"
	"byline/graphmodel/extract/page"
)

// noInstrument reports whether the noun at i is a word of policy that here
// means law as such, what somebody has in mind, or work on a single case:
// nobody can introduce or scrap those.
func (f *finder) noInstrument(m found) bool {
	return f.inLaw(m.head) || f.lawAsSuch(m) || f.intention(m) || f.caseWork(m)
}

// inLaw reports whether the noun ends a word of kinship: "son-in-law".
func (f *finder) inLaw(i int) bool {
	return i >= 3 && f.Tokens[i-1].Text == "-" && f.Tokens[i-2].Pos == "ADP" && f.Tokens[i-3].Text == "-"
}

// lawAsSuch reports whether the text speaks of a body of law and of no single
// one: "maritime law". With its maker named it may stand for one: "EU law".
func (f *finder) lawAsSuch(m found) bool {
	if m.word != "law" || f.Tokens[m.head].Tag == "NNS" || m.definite || m.fresh || f.namesActor(m) || f.made(m.head) || f.judged(m.head) {
		return false
	}
	for k := m.start; k < m.head; k++ {
		switch f.Tokens[k].Lower {
		case "new", "proposed", "draft", "planned":
			return false
		}
	}
	return f.Kid(m.head, "det", "poss", "prep", "acl", "relcl") == page.None
}

// intention reports whether plans are only what somebody has in mind: they are
// a person's own, or nobody who could decide them is named beside them.
func (f *finder) intention(m found) bool {
	if m.word != "plan" || f.namesMeasure(m) {
		return false
	}
	if p := f.Kid(m.head, "poss"); f.Tokens[m.head].Tag == "NNS" && p != page.None && (f.Tokens[p].Pos == "PRON" || f.Kind(f.ThingAt(p)) == graphmodel.Person) {
		return true
	}
	return !f.made(m.head) && !f.judged(m.head) && !f.authorNear(m.head)
}

// namesMeasure reports whether a measure with a name of its own stands in the
// description: "his plans for Brexit".
func (f *finder) namesMeasure(m found) bool {
	for k := m.start; k < m.end; k++ {
		if f.Lex.In("namedmeasure", f.Tokens[k].Text) {
			return true
		}
	}
	return false
}

// authorNear reports whether the sentence of token i names a country or body.
func (f *finder) authorNear(i int) bool {
	s := f.Sents[f.Tokens[i].Sent]
	for k := s.Start; k < s.End; k++ {
		if kind := f.Kind(f.ThingAt(k)); kind == graphmodel.Country || kind == graphmodel.Organisation {
			return true
		}
	}
	return false
}

// caseWork reports whether the noun is what police, courts or rescuers do in a
// single case: "a criminal investigation", "a rescue operation".
func (f *finder) caseWork(m found) bool {
	for _, k := range f.Kids(m.head) {
		word := f.Tokens[k].Lower
		switch m.word {
		case "investigation", "inquiry", "probe":
			if word == "criminal" || word == "police" || word == "murder" || word == "fraud" || word == "internal" {
				return true
			}
		case "operation":
			if word == "rescue" || word == "search" || word == "salvage" || word == "recovery" {
				return true
			}
		}
	}
	return false
}
