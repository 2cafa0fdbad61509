package links

import (
	"slices"
	"sort"
	"strings"

	"byline/graphmodel"
	"byline/graphmodel/extract/draft"
	"byline/graphmodel/extract/lexicon"
	"byline/graphmodel/extract/page"
	"byline/graphmodel/extract/refer"
)

// roles makes links of the offices that names found: "French President X",
// "Y, head of Z", "W of the Green Party".
func (f *finder) roles() {
	f.homeland = f.findHomeland()
	for p := range f.Things {
		t := &f.Things[p]
		if t.Kind != graphmodel.Person || t.Dead {
			continue
		}
		for _, r := range t.Roles {
			f.role(p, r)
		}
	}
}

func (f *finder) role(p int, r draft.Role) {
	info := f.roleInfo(r.Title)
	of, conf, pattern := r.Of, 0.92, "role"
	if of == draft.None && info.OfCountry {
		of, conf, pattern = f.home(r), 0.7, "role-home"
	}
	if of == draft.None {
		return
	}
	c := f.new(pattern, conf, f.near(p, r.Head), f.officeLink(r.Title, of), f.near(of, r.Head), r.Head, page.None)
	c.ended = r.Ended
	f.claim(c)
}

// officeLink is what an office of a body or country makes of its holder.
func (f *finder) officeLink(title string, of int) graphmodel.LinkType {
	link := f.roleInfo(title).Link
	switch kind := f.Kind(of); {
	case title == "", link == "":
		return f.memberOrWorker(of)
	case link == graphmodel.MemberOf && kind == graphmodel.Country:
		return graphmodel.OfCountry
	case link == graphmodel.WorksFor && kind == graphmodel.Organisation && f.party(of):
		return graphmodel.MemberOf
	}
	return link
}

// memberOrWorker is what somebody "of" a body is: a party's member, anybody
// else's worker.
func (f *finder) memberOrWorker(of int) graphmodel.LinkType {
	switch {
	case f.party(of):
		return graphmodel.MemberOf
	case f.Kind(of) == graphmodel.Country:
		return graphmodel.OfCountry
	}
	return graphmodel.WorksFor
}

func (f *finder) party(thing int) bool {
	return f.Kind(thing) == graphmodel.Organisation && (f.Things[thing].OrgSort == "party" || f.Things[thing].OrgSort == "parliament")
}

// roleInfo is what the list says of an office: of the whole title, else of
// its longest ending that the list has.
func (f *finder) roleInfo(title string) lexicon.RoleInfo {
	words := strings.Fields(strings.ToLower(strings.ReplaceAll(title, " - ", "-")))
	for i := range words {
		rest := strings.Join(words[i:], " ")
		if info, ok := f.Lex.Roles[rest]; ok {
			return info
		}
		if info, ok := f.Lex.Roles[strings.TrimSuffix(rest, "s")]; ok {
			return info
		}
	}
	return lexicon.RoleInfo{}
}

// home is the country whose office somebody holds where the text does not say
// it: the one that the article speaks of most of the time.
func (f *finder) home(r draft.Role) int {
	if c := f.seat(r); c != draft.None {
		return c
	}
	h := &f.homeland
	if h.several || h.office != draft.None && (!f.headOfState(r.Title) || !h.headed) || h.spokenOf == draft.None {
		return h.office
	}
	return h.spokenOf
}

// homeland is what an article says of whose offices people in it hold.
type homeland struct {
	office   int  // the one country that offices are said to be of, or None
	several  bool // there are several
	headed   bool // the head of that one country is named
	spokenOf int  // the country that the article speaks of most of the time, or None
}

func (f *finder) findHomeland() homeland {
	h := homeland{spokenOf: f.MainCountry()}
	h.office, h.several = f.officeCountry()
	h.headed = h.office != draft.None && f.headed(h.office)
	return h
}

// seat is the country of the capital that an office is said to be of: "the
// prosecutor general of Tehran".
func (f *finder) seat(r draft.Role) int {
	if r.End+1 >= len(f.Tokens) || f.Tokens[r.End].Lower != "of" {
		return draft.None
	}
	e, ok := f.Lex.Countries.Find(f.Tokens[r.End+1].Text)
	if !ok {
		return draft.None
	}
	return slices.IndexFunc(f.Things, func(t draft.Thing) bool { return t.Code == e.Key })
}

// headOfState reports whether an office is that of the head of a state or government.
func (f *finder) headOfState(title string) bool {
	switch strings.ToLower(title) {
	case "president", "prime minister", "chancellor", "premier":
		return true
	}
	return false
}

// headed reports whether the article names the head of that country.
func (f *finder) headed(country int) bool {
	for p := range f.Things {
		for _, r := range f.Things[p].Roles {
			if r.Of == country && f.headOfState(r.Title) {
				return true
			}
		}
	}
	return false
}

// officeCountry is the one country whose offices people of the article hold;
// several says that there are more, and then it is None.
func (f *finder) officeCountry() (country int, several bool) {
	country = draft.None
	for p := range f.Things {
		for _, r := range f.Things[p].Roles {
			if r.Of == draft.None || f.Kind(r.Of) != graphmodel.Country || !f.roleInfo(r.Title).OfCountry {
				continue
			}
			if country != draft.None && country != r.Of {
				return draft.None, true
			}
			country = r.Of
		}
	}
	return country, false
}

// near is the mention of a thing nearest to token i, in its sentence if one
// is there.
func (f *finder) near(thing, i int) refer.Ref {
	best, gap := i, 1<<30
	heads := f.headsOf(thing)
	after := sort.SearchInts(heads, i)
	for _, h := range heads[max(after-1, 0):min(after+1, len(heads))] {
		g := max(h-i, i-h)
		if f.Tokens[h].Sent != f.Tokens[i].Sent {
			g += len(f.Tokens)
		}
		if g < gap {
			best, gap = h, g
		}
	}
	return refer.Ref{Thing: thing, Token: best, Plain: true}
}

// headsOf are the heads of a thing's mentions, in order.
func (f *finder) headsOf(thing int) []int {
	if f.heads == nil {
		f.heads = make([][]int, len(f.Things))
	}
	if f.heads[thing] == nil {
		for _, m := range f.Things[thing].Mentions {
			f.heads[thing] = append(f.heads[thing], f.Mentions[m].Head)
		}
		slices.Sort(f.heads[thing])
	}
	return f.heads[thing]
}

// homes reads where a body is from: "the British parliament", "Yemen-based",
// "a broadcaster in the Philippines"; and whose it is: "state-owned".
func (f *finder) homes() {
	for o := range f.Things {
		t := &f.Things[o]
		if t.Kind != graphmodel.Organisation || t.Dead {
			continue
		}
		if t.Country != draft.None {
			at := f.Mentions[t.Mentions[0]].Head
			f.claim(f.new("home", 0.85, f.near(o, at), graphmodel.OfCountry, f.homeWord(t, at), at, page.None))
		}
		for _, m := range t.Mentions {
			f.homeOf(o, f.Mentions[m])
		}
	}
}

// homeWord is where a body's first mention says its country: the word in its
// own name ("Greek Parliament"), else the mention of the country nearest to it.
func (f *finder) homeWord(body *draft.Thing, at int) refer.Ref {
	m := f.Mentions[body.Mentions[0]]
	for k := m.Start; k < m.End; k++ {
		if e, ok := f.Lex.Countries.Find(f.Tokens[k].Text); ok && e.Key == f.Things[body.Country].Code {
			return refer.Ref{Thing: body.Country, Token: k, Plain: true}
		}
	}
	return f.near(body.Country, at)
}

func (f *finder) homeOf(o int, m draft.Mention) {
	if m.Form == graphmodel.FormPronoun || f.Things[o].OrgSort == "world" {
		return
	}
	self := refer.Ref{Thing: o, Token: m.Head, Plain: true}
	for _, k := range f.Kids(m.Head) {
		t := &f.Tokens[k]
		switch t.Dep {
		case "poss", "amod", "nmod", "compound":
			f.homeLink(self, k)
		case "prep":
			if t.Lower == "of" || t.Lower == "in" || t.Lower == "from" {
				if p := f.Kid(k, "pobj"); p != page.None {
					f.homeLink(self, p)
				}
			}
		}
	}
	f.homeInFront(self, m)
}

// stately are the words that make a body the state's.
var stately = map[string]bool{"owned": true, "state-owned": true, "run": true, "state-run": true}

// homeInFront walks back over the words that describe a body to its country:
// "state-owned Saudi Aramco", "Austrian mortar and shell manufacturer X".
func (f *finder) homeInFront(self refer.Ref, m draft.Mention) {
	for k := m.Start - 1; k > max(0, m.Start-9) && f.Tokens[k].Sent == f.Tokens[m.Head].Sent; k-- {
		if stately[f.Tokens[k].Lower] {
			if f.stateOwner(self, k) {
				return
			}
			continue
		}
		if th := f.ThingAt(k); th != draft.None {
			if f.Kind(th) == graphmodel.Country && f.Mentions[f.MentionAt(k)].Form != graphmodel.FormPronoun {
				f.claim(f.new("home-front", 0.75, self, graphmodel.OfCountry, refer.Ref{Thing: th, Token: k, Plain: true}, k, page.None))
			}
			return
		}
		if !describing(&f.Tokens[k]) {
			return
		}
	}
}

// describing reports whether a word can stand in a description before a name.
func describing(t *page.Token) bool {
	switch t.Pos {
	case "NOUN", "ADJ", "PROPN":
		return true
	}
	return t.Text == "-" || t.Lower == "and" || t.Lower == "based" || t.Tag == "POS"
}

func (f *finder) homeLink(self refer.Ref, k int) {
	for _, r := range f.refs(k) {
		if f.Kind(r.Thing) == graphmodel.Country && r.Plain && f.Mentions[f.MentionAt(r.Token)].Form != graphmodel.FormPronoun {
			f.claim(f.new("home-phrase", 0.8, self, graphmodel.OfCountry, r, r.Token, page.None))
		}
	}
}

// stateOwner reads "state-owned" before a body: its country owns it.
func (f *finder) stateOwner(self refer.Ref, owned int) bool {
	if !f.byState(owned) {
		return false
	}
	for k := owned + 3; k > owned-6 && k >= 0; k-- {
		if k >= len(f.Tokens) || f.Tokens[k].Sent != f.Tokens[owned].Sent {
			continue
		}
		th := f.ThingAt(k)
		if f.Kind(th) == graphmodel.Country {
			r := refer.Ref{Thing: th, Token: k, Plain: true}
			f.claim(f.new("state-owned", 0.85, r, graphmodel.Owns, self, owned, page.None))
			return f.claim(f.new("state-owned", 0.8, self, graphmodel.OfCountry, r, owned, page.None))
		}
		if k < owned-2 && (f.Tokens[k].Pos == "VERB" || th != draft.None && th != self.Thing) {
			return false
		}
	}
	return false
}

// byState reports whether "owned" at that token says that the state owns.
func (f *finder) byState(owned int) bool {
	if w := f.Tokens[owned].Lower; w != "owned" && w != "run" {
		return true
	}
	return owned >= 2 && f.Tokens[owned-1].Text == "-" && (f.Tokens[owned-2].Lower == "state" || f.Tokens[owned-2].Lower == "government")
}
