package links

import (
	"byline/graphmodel"
	"byline/graphmodel/extract/draft"
	"byline/graphmodel/extract/page"
	"byline/graphmodel/extract/refer"
)

// asking are the words under which an act is only asked for, not done.
var asking = map[string]bool{
	"propose": true, "plan": true, "want": true, "request": true, "ask": true, "recommend": true, "promise": true, "pledge": true, "vow": true,
	"call": true, "consider": true, "proposal": true, "intend": true, "seek": true, "hope": true, "threaten": true, "urge": true, "advise": true, "demand": true,
}

// acts reads the measures that are said with a verb: whoever suspends
// Parliament adopts the suspension, whoever asks for it proposes it.
func (f *finder) acts() {
	for i := range f.Mentions {
		m := &f.Mentions[i]
		v := m.Head
		if f.Kind(m.Thing) != graphmodel.Measure || f.Tokens[v].Pos != "VERB" || f.Things[m.Thing].Dead {
			continue
		}
		self := refer.Ref{Thing: m.Thing, Token: v, Plain: true}
		link := graphmodel.Adopts
		if up := f.Tokens[v].Head; f.Tokens[v].Dep != "conj" && up != v && asking[f.Tokens[up].Lemma] {
			link = graphmodel.Proposes
		}
		for _, r := range f.subjects(v, 0) {
			f.claim(f.new("act", 0.8, r, link, self, v, v))
		}
		for _, r := range f.objects(v) {
			f.claim(f.new("act-on", 0.7, self, graphmodel.Targets, r, v, v))
		}
	}
}

// aiming are the verbs by which a measure is aimed at somebody.
var aiming = map[string]bool{
	"expel": true, "remove": true, "prevent": true, "stop": true, "restrict": true, "limit": true, "curb": true, "isolate": true, "oust": true,
	"disarm": true, "pressure": true, "force": true, "punish": true, "target": true, "ban": true, "bar": true, "deter": true, "weaken": true,
	"help": true, "protect": true, "support": true, "require": true, "allow": true, "affect": true, "press": true, "contain": true, "withdraw": true, "pull": true, "condemn": true, "denounce": true,
}

// aims reads whom a measure is aimed at by the clause behind it: "a
// resolution to expel US troops", "sanctions to curb Iran's access".
func (f *finder) aims() {
	for i := range f.Mentions {
		m := &f.Mentions[i]
		if f.Kind(m.Thing) != graphmodel.Measure || m.Form == graphmodel.FormPronoun || f.Tokens[m.Head].Pos == "VERB" {
			continue
		}
		self := refer.Ref{Thing: m.Thing, Token: m.Head, Plain: true}
		for _, v := range f.clausesOf(m.Head) {
			if !aiming[f.Tokens[v].Lemma] {
				continue
			}
			if o := f.Kid(v, "dobj"); o != page.None {
				for _, r := range f.affected(o) {
					f.claim(f.new("aim", 0.75, self, graphmodel.Targets, r, v, page.None))
				}
			}
		}
	}
}

// affected are the actors that a clause's object is or belongs to.
func (f *finder) affected(o int) []refer.Ref {
	if r := f.refs(o); len(r) > 0 {
		return r
	}
	return f.ownersOf(o, "poss", "compound", "amod", "of")
}

// clausesOf are the verbs of the clauses that say what the noun at i is for,
// the ones joined by "and" too.
func (f *finder) clausesOf(i int) []int {
	var out []int
	for _, k := range f.Kids(i) {
		if d := f.Tokens[k].Dep; d == "acl" || d == "relcl" {
			out = append(out, k)
		}
	}
	if t := &f.Tokens[i]; t.Dep == "dobj" {
		for _, k := range f.Kids(t.Head) {
			if u := &f.Tokens[k]; (u.Dep == "advcl" || u.Dep == "xcomp") && u.Left > i && u.Left <= i+8 && f.infinitive(k) {
				out = append(out, k)
			}
		}
	}
	for n := 0; n < len(out); n++ {
		if k := f.Kid(out[n], "conj"); k != page.None && f.Tokens[k].Pos == "VERB" {
			out = append(out, k)
		}
	}
	return out
}

// wrappers are nouns that stand for the measure behind them: talks on a free
// trade zone, the introduction of a tax.
var wrappers = map[string]bool{
	"negotiation": true, "talk": true, "introduction": true, "launch": true, "implementation": true, "adoption": true, "idea": true, "creation": true,
	"establishment": true, "imposition": true, "extension": true, "renewal": true, "enforcement": true, "signing": true, "ratification": true, "repeal": true,
	"passage": true, "end": true, "lifting": true, "removal": true, "resumption": true, "withdrawal": true, "cancellation": true, "rejection": true,
	"approval": true, "version": true, "terms": true, "term": true, "part": true, "set": true, "series": true, "number": true, "round": true, "kind": true,
}

// wrapped is the measure behind a noun that stands for it.
func (f *finder) wrapped(o int) []refer.Ref {
	if !wrappers[f.Tokens[o].Lemma] {
		return nil
	}
	for _, word := range [...]string{"of", "on", "for", "about", "to"} {
		p := f.prep(o, word)
		if p == page.None {
			continue
		}
		var out []refer.Ref
		for _, r := range f.refs(p) {
			if f.Kind(r.Thing) == graphmodel.Measure {
				r.Plain = false
				out = append(out, r)
			}
		}
		if len(out) > 0 {
			return out
		}
	}
	return nil
}

// special reads verbs whose arguments no frame can name: made up of, banned
// in, send troops to, take over.
func (f *finder) special() {
	for v := range f.Tokens {
		if f.Tokens[v].Pos != "VERB" {
			continue
		}
		switch f.Tokens[v].Lemma {
		case "make", "compose":
			f.madeUp(v)
		case "ban", "outlaw", "designate", "blacklist", "prohibit", "expel", "deport", "bar":
			f.bannedIn(v)
		case "send", "supply", "provide", "deliver", "deploy", "ship", "give", "offer", "contribute":
			f.sendTo(v)
		case "arrest", "detain", "jail", "imprison", "convict", "charge", "try", "extradite":
			f.heldIn(v)
		case "claim", "admit":
			f.responsible(v)
		case "base", "headquarter", "register", "incorporate":
			f.basedIn(v)
		}
	}
}

func (f *finder) madeUp(v int) {
	of := f.prep(v, "of")
	if of == page.None || f.Tokens[v].Lemma == "make" && f.Kid(v, "prt") == page.None {
		return
	}
	for _, a := range f.refs(of) {
		for _, b := range f.objects(v) {
			f.claim(f.new("made-up-of", 0.75, a, graphmodel.PartOf, b, v, v))
		}
	}
	if p := f.Kid(of, "compound"); p != page.None {
		for _, a := range f.refs(p) {
			for _, b := range f.objects(v) {
				f.claim(f.new("made-up-of", 0.7, a, graphmodel.PartOf, b, v, v))
			}
		}
	}
}

// bannedIn reads "the party is banned in Turkey", "X was expelled from Chile".
func (f *finder) bannedIn(v int) { f.doneIn(v, "banned-in", 0.75, graphmodel.Sanctions, "in", "from") }

// heldIn reads "X was arrested in Chile", "X was extradited to Chile".
func (f *finder) heldIn(v int) { f.doneIn(v, "held-in", 0.6, graphmodel.Investigates, "in", "to") }

// doneIn reads what is done in a country, and not said by whom: it does it.
func (f *finder) doneIn(v int, pattern string, conf float64, link graphmodel.LinkType, words ...string) {
	if !f.passive(v) || f.prep(v, "by") != page.None {
		return
	}
	p := f.prep(v, words...)
	if p == page.None {
		return
	}
	for _, a := range f.refs(p) {
		for _, b := range f.objects(v) {
			if f.Kind(a.Thing) == graphmodel.Country {
				f.claim(f.new(pattern, conf, a, link, b, v, v))
			}
		}
	}
}

// basedIn reads "X is headquartered in Norway", "X, based in Norway".
func (f *finder) basedIn(v int) {
	p := f.prep(v, "in")
	if p == page.None || !f.passive(v) {
		return
	}
	for _, o := range f.objects(v) {
		if f.Kind(o.Thing) == graphmodel.Organisation && o.Plain {
			f.homeLink(o, p)
		}
	}
}

// sendTo reads "send more troops to Saudi Arabia": help, or money.
func (f *finder) sendTo(v int) {
	o := f.Kid(v, "dobj")
	if o == page.None {
		return
	}
	link := graphmodel.Supports
	switch f.Tokens[o].Lemma {
	case "troop", "weapon", "arm", "soldier", "support", "help", "training", "equipment", "material", "force", "peacekeeper", "ammunition", "vaccine", "food", "missile", "ship", "supply":
	case "aid", "money", "fund", "loan", "dollar", "assistance":
		link = graphmodel.Funds
	default:
		if !currency[f.Tokens[o].Lemma] {
			return
		}
		link = graphmodel.Funds
	}
	p := f.prep(v, "to")
	if p == page.None {
		p = f.prep(o, "to", "for")
	}
	if p == page.None {
		return
	}
	for _, a := range f.subjects(v, 0) {
		for _, b := range f.refs(p) {
			if b.Plain {
				f.claim(f.new("send-to", 0.65, a, link, b, v, v))
			}
		}
	}
}

// responsible reads "claimed responsibility for the attack", and "the attack
// was claimed by": the victims are those of the attack spoken of last.
func (f *finder) responsible(v int) {
	var who []refer.Ref
	o := f.Kid(v, "dobj")
	switch s := f.Kid(v, "nsubjpass"); {
	case o != page.None && f.Tokens[o].Lemma == "responsibility":
		who = f.subjects(v, 0)
	case s != page.None && violent(f.Tokens[s].Lemma):
		who = f.agents(v)
	}
	for _, a := range who {
		for _, b := range f.victims(v) {
			c := f.new("responsible", 0.7, a, graphmodel.Attacks, b, v, v)
			c.certain = graphmodel.Alleged
			f.claim(c)
		}
	}
}

func violent(lemma string) bool {
	switch lemma {
	case "attack", "strike", "bombing", "raid", "assault", "killing", "explosion", "blast", "airstrike", "shooting":
		return true
	}
	return false
}

// victims are whose things were attacked, in the sentence of v or the three
// before it.
func (f *finder) victims(v int) []refer.Ref {
	for k := f.Sents[f.Tokens[v].Sent].End - 1; k >= 0 && f.Tokens[v].Sent-f.Tokens[k].Sent <= 3; k-- {
		t := &f.Tokens[k]
		var out []refer.Ref
		switch {
		case t.Pos == "NOUN" && violent(t.Lemma):
			if p := f.prep(k, "on", "against", "at"); p != page.None {
				out = f.targetsOf(p, graphmodel.Attacks)
			}
			if p := f.prep(k, "in"); p != page.None && len(out) == 0 {
				out = f.refs(p)
			}
		case t.Pos == "VERB" && (t.Lemma == "hit" || t.Lemma == "attack" || t.Lemma == "strike" || t.Lemma == "bomb"):
			if s := f.Kid(k, "nsubjpass"); s != page.None {
				out = f.targetsOf(s, graphmodel.Attacks)
			}
		}
		if len(out) > 0 {
			return out
		}
	}
	return nil
}

// attacker is whom the attack came from, for "condemned the attack": the only
// attacker of the article, else that of the attack spoken of last.
func (f *finder) attacker(at int) []refer.Ref {
	best, nearest, several := draft.None, 1<<30, false
	for n := len(f.claims) - 1; n >= 0; n-- {
		c := f.claims[n]
		gap := f.Tokens[at].Sent - f.Tokens[c.trigger].Sent
		if c.link != graphmodel.Attacks || lasting[f.Tokens[c.trigger].Lemma] || gap < 0 {
			continue
		}
		several = several || best != draft.None && best != c.from.Thing
		if gap < nearest {
			best, nearest = c.from.Thing, gap
		}
	}
	if best == draft.None || several && nearest > 6 {
		return nil
	}
	return []refer.Ref{f.near(best, at)}
}

// lasting are the words of fights that are no single attack.
var lasting = map[string]bool{"fight": true, "battle": true, "combat": true, "counter": true, "war": true, "conflict": true, "rebellion": true, "occupy": true, "occupation": true, "persecute": true}

// critics reads "critics such as A and B say it will fail" and "his critics,
// who include C, blame him".
func (f *finder) critics() {
	for i := range f.Tokens {
		t := &f.Tokens[i]
		if t.Lemma != "critic" && t.Lemma != "opponent" || t.Dep != "nsubj" {
			continue
		}
		var to []refer.Ref
		if p := f.Kid(i, "poss"); p != page.None {
			to = f.refs(p)
		} else if c := f.Kid(t.Head, "ccomp"); c != page.None {
			if s := f.Kid(c, "nsubj"); s != page.None {
				to = f.refs(s)
			}
		}
		for _, a := range f.named(i) {
			for _, b := range to {
				f.claim(f.new("critics", 0.75, a, graphmodel.Criticises, b, i, page.None))
			}
		}
	}
}

// named are the actors that a noun is said to include.
func (f *finder) named(i int) []refer.Ref {
	var out []refer.Ref
	for _, r := range f.refs(i) {
		if f.Kind(r.Thing).Actor() {
			out = append(out, r)
		}
	}
	for _, k := range f.Kids(i) {
		if f.Tokens[k].Dep != "relcl" || f.Tokens[k].Lemma != "include" {
			continue
		}
		for n := k + 1; n < f.Tokens[k].Right; n++ {
			if th := f.ThingAt(n); th != draft.None && f.Kind(th).Actor() && f.Heads[n] != draft.None {
				out = append(out, refer.Ref{Thing: th, Token: n, Plain: true})
			}
		}
	}
	return out
}
