package links

import (
	"byline/graphmodel"
	"byline/graphmodel/extract/draft"
	"byline/graphmodel/extract/page"
	"byline/graphmodel/extract/refer"
)

// ownerLink is what the owner of a measure does to it, by the measure's sort:
// "the EU's tariffs", "a US-led operation", "May's deal".
var ownerLink = map[graphmodel.MeasureSort]graphmodel.LinkType{
	graphmodel.SortLaw: graphmodel.Adopts, graphmodel.SortSanction: graphmodel.Adopts, graphmodel.SortBan: graphmodel.Adopts,
	graphmodel.SortCheck: graphmodel.Adopts, graphmodel.SortPenalty: graphmodel.Adopts, graphmodel.SortFund: graphmodel.Proposes,
	graphmodel.SortAgreement: graphmodel.TakesPartIn, graphmodel.SortUnit: graphmodel.Runs, graphmodel.SortProgramme: graphmodel.Runs,
	graphmodel.SortStrategy: graphmodel.Proposes, graphmodel.SortSummit: graphmodel.Hosts,
}

// measures reads what stands around the noun of a measure: whose it is, by
// whom, on whom, between whom, within what.
func (f *finder) measures() {
	for i := range f.Mentions {
		m := &f.Mentions[i]
		if f.Kind(m.Thing) != graphmodel.Measure || m.Form == graphmodel.FormPronoun || f.Things[m.Thing].Dead || f.Tokens[m.Head].Pos == "VERB" {
			continue
		}
		self := refer.Ref{Thing: m.Thing, Token: m.Head, Plain: true}
		f.measureOwners(self)
		for _, k := range f.Kids(m.Head) {
			if t := &f.Tokens[k]; t.Dep == "prep" || t.Dep == "agent" {
				if p := f.Kid(k, "pobj"); p != page.None {
					f.measurePrep(self, t.Lower, p)
				}
			}
		}
		f.besideVerb(self)
	}
}

// besideVerb reads what the parse hangs on the verb of which a measure is the
// object: "issued an order to X", "reached a deal with X".
func (f *finder) besideVerb(self refer.Ref) {
	t := &f.Tokens[self.Token]
	if t.Dep != "dobj" {
		return
	}
	switch v := f.Tokens[t.Head].Lemma; {
	case giving[v] || f.Things[self.Thing].Sort == graphmodel.SortFund:
		if p := f.prep(t.Head, "to"); p != page.None {
			f.measurePrep(self, "to", p)
		}
	case light[v] && f.Things[self.Thing].Sort == graphmodel.SortAgreement:
		if p := f.prep(t.Head, "with"); p != page.None {
			f.measurePrep(self, "with", p)
		}
	}
}

// giving are the verbs of which "to" says who gets a measure.
var giving = map[string]bool{"issue": true, "give": true, "grant": true, "hand": true, "deliver": true, "lend": true, "offer": true, "award": true}

// measureOwners reads who stands before a measure's noun: as possessor or as
// the first word of its name.
func (f *finder) measureOwners(self refer.Ref) {
	sort := f.Things[self.Thing].Sort
	link := ownerLink[sort]
	for _, k := range f.Kids(self.Token) {
		t := &f.Tokens[k]
		switch t.Dep {
		case "poss", "compound", "nmod", "amod":
		default:
			continue
		}
		for _, r := range f.refs(k) {
			kind := f.Kind(r.Thing)
			l, conf := link, 0.7
			switch {
			case !kind.Actor():
				continue
			case t.Dep == "poss":
				conf = 0.75
			case kind == graphmodel.Person:
				continue
			}
			if kind == graphmodel.Person && l == graphmodel.Adopts || f.draftOnly(self.Token) {
				l = graphmodel.Proposes
			}
			if g := f.holds(r.Thing, self.Token); g != "" {
				f.claim(f.new("holder", conf, self, g, r, self.Token, page.None))
				continue
			}
			f.claim(f.new("owner", conf, r, l, self, self.Token, page.None))
		}
	}
}

// draftOnly reports whether a measure is only proposed by its own words.
func (f *finder) draftOnly(i int) bool {
	switch f.Tokens[i].Lemma {
	case "bill", "proposal", "plan", "draft":
		return true
	}
	for _, k := range f.Kids(i) {
		switch f.Tokens[k].Lower {
		case "proposed", "draft", "planned":
			return true
		}
	}
	return false
}

// makers are whose goods a tariff is on, where it is on no one by name:
// "tariffs on steel from X".
func (f *finder) makers(p int, refs []refer.Ref) []refer.Ref {
	if len(refs) > 0 || p+1 >= len(f.Tokens) || f.Tokens[p+1].Lower != "from" {
		return refs
	}
	if from := f.Kid(p+1, "pobj"); from != page.None {
		return f.refs(from)
	}
	return nil
}

// given is what an order, a licence or a loan does to whom it is given to.
var given = map[graphmodel.MeasureSort]graphmodel.LinkType{
	graphmodel.SortLaw: graphmodel.Targets, graphmodel.SortCheck: graphmodel.Targets, graphmodel.SortFund: graphmodel.Funds,
}

// holds is what a measure does to its owner where he is given it: anybody's
// licence, a company's loan. A state's loan is one that it gives.
func (f *finder) holds(owner, noun int) graphmodel.LinkType {
	switch w := f.Tokens[noun].Lemma; {
	case granted[w]:
		return graphmodel.Targets
	case (w == "loan" || w == "bailout" || w == "subsidy" || w == "grant") && f.Things[owner].OrgSort == "company":
		return graphmodel.Funds
	}
	return ""
}

// orders are the laws that bind one addressee.
var orders = map[string]bool{"order": true, "notice": true, "directive": true, "subpoena": true, "injunction": true}

// granted are the nouns of what somebody is given: whose it is did not make it.
var granted = map[string]bool{"licence": true, "license": true, "permit": true, "visa": true, "franchise": true, "exemption": true, "waiver": true}

func (f *finder) measurePrep(self refer.Ref, word string, p int) {
	sort := f.Things[self.Thing].Sort
	refs := f.refs(p)
	switch word {
	case "by":
		link := ownerLink[sort]
		if f.draftOnly(self.Token) {
			link = graphmodel.Proposes
		}
		f.each(refs, func(r refer.Ref) { f.claim(f.new("by", 0.8, r, link, self, self.Token, page.None)) })
	case "on", "against", "targeting":
		f.each(f.makers(p, refs), func(r refer.Ref) {
			f.claim(f.new("against", 0.8, self, graphmodel.Targets, r, self.Token, page.None))
		})
	case "between", "with", "among":
		if sort == graphmodel.SortAgreement || sort == graphmodel.SortSummit {
			f.each(refs, func(r refer.Ref) {
				f.claim(f.new("parties", 0.8, r, graphmodel.TakesPartIn, self, self.Token, page.None))
			})
		}
	case "within", "inside":
		f.each(refs, func(r refer.Ref) {
			f.claim(f.new("within", 0.8, r, graphmodel.Runs, self, self.Token, page.None))
			f.claim(f.new("within", 0.7, self, graphmodel.PartOf, r, self.Token, page.None))
		})
	case "to":
		if link := given[sort]; link != "" && (sort != graphmodel.SortLaw || orders[f.Tokens[self.Token].Lemma]) {
			f.each(refs, func(r refer.Ref) { f.claim(f.new("given-to", 0.7, self, link, r, self.Token, page.None)) })
		}
	case "of":
		f.measureOf(self, refs)
	case "for":
		f.measureFor(self, refs)
	}
}

func (f *finder) measureOf(self refer.Ref, refs []refer.Ref) {
	f.each(refs, func(r refer.Ref) {
		if f.Kind(r.Thing) == graphmodel.Measure {
			f.claim(f.new("measure-part", 0.6, self, graphmodel.PartOf, r, self.Token, page.None))
		}
	})
}

// measureFor reads "penalties for breaking the rules", "aid for Haiti".
func (f *finder) measureFor(self refer.Ref, refs []refer.Ref) {
	sort := f.Things[self.Thing].Sort
	f.each(refs, func(r refer.Ref) {
		kind := f.Kind(r.Thing)
		switch {
		case kind == graphmodel.Measure && sort == graphmodel.SortPenalty:
			f.claim(f.new("penalty-for", 0.75, r, graphmodel.EnforcedBy, self, self.Token, page.None))
		case kind.Actor() && sort == graphmodel.SortFund:
			f.claim(f.new("fund-for", 0.75, self, graphmodel.Funds, r, self.Token, page.None))
		case kind.Actor() && r.Plain:
			f.claim(f.new("measure-for", 0.6, self, graphmodel.Targets, r, self.Token, page.None))
		}
	})
}

func (f *finder) each(refs []refer.Ref, do func(refer.Ref)) {
	for _, r := range refs {
		do(r)
	}
}

// current is the measure of one of the sorts that the article spoke of last
// before token i, at most so many sentences back, or None. A measure in the
// same sentence counts wherever it stands.
func (f *finder) current(i, sents int, ok func(*draft.Thing) bool) refer.Ref {
	s := f.Sents[f.Tokens[i].Sent]
	for k := s.Start; k < s.End; k++ {
		if r, found := f.measureAt(k, ok); found {
			return r
		}
	}
	for k := s.Start - 1; k >= 0 && f.Tokens[i].Sent-f.Tokens[k].Sent <= sents; k-- {
		if r, found := f.measureAt(k, ok); found {
			return r
		}
	}
	return refer.Ref{Thing: draft.None, Token: i}
}

func (f *finder) measureAt(k int, ok func(*draft.Thing) bool) (refer.Ref, bool) {
	m := f.Heads[k]
	if m == draft.None || f.Kind(f.Mentions[m].Thing) != graphmodel.Measure || !ok(&f.Things[f.Mentions[m].Thing]) {
		return refer.Ref{}, false
	}
	return refer.Ref{Thing: f.Mentions[m].Thing, Token: k, Plain: true}, true
}

func isSummit(t *draft.Thing) bool  { return t.Sort == graphmodel.SortSummit }
func anyMeasure(*draft.Thing) bool  { return true }
func notSummit(t *draft.Thing) bool { return t.Sort != graphmodel.SortSummit }
