// Package draft holds a reading in the making: the page, and the mentions and
// things that the stages have found so far, in tokens. It owns how mentions
// and things hang together; it refuses to decide what is one.
package draft

import (
	"slices"
	"strings"
	"time"

	"byline/graphmodel"
	"byline/graphmodel/extract"
	"byline/graphmodel/extract/lexicon"
	"byline/graphmodel/extract/page"
)

// None stands for no mention and no thing.
const None = -1

// Mention is one place that names a thing: tokens Start to End (exclusive),
// of which Head is the one that the others hang on.
type Mention struct {
	Start, End, Head int
	Thing            int
	Form             graphmodel.Form
}

// Gender of a person, where a text or a name tells it.
type Gender int8

// The genders told apart.
const (
	Unknown Gender = iota
	Male
	Female
)

// Role is an office, tied to things of the draft.
type Role struct {
	Title      string
	Of         int // index in Draft.Things, or None
	Ended      bool
	Start, End int // tokens of the title
	Head       int // the last word of the title
}

// Thing is one person, organisation, country or measure.
type Thing struct {
	Kind     graphmodel.Kind
	Name     string
	Key      string
	Code     string // of a country
	Country  int    // of an organisation or person: the thing that is its country, or None
	OrgSort  string // of an organisation: media, party, parliament …
	Gender   Gender
	Roles    []Role
	Mentions []int // indices in Draft.Mentions, in order of place
	Proper   bool
	Dead     bool // merged into another one

	Sort     graphmodel.MeasureSort
	HeadWord string // of a measure: the lemma of its head
	// Content are the words that tell a measure from others, and Actors the
	// countries and bodies that its description names.
	Content, Actors map[string]bool
	Statuses        []graphmodel.MeasureStatus
	Amount          string
}

// Draft is a reading in the making.
type Draft struct {
	*page.Page
	Lex      *lexicon.Lexicon
	Mentions []Mention
	Things   []Thing
	// At gives for each token the name it is part of, and Heads the mention of
	// any kind that it is the head of; None if there is none.
	At, Heads []int
	// Cover gives for each token the measure's description that it opens or
	// leads up to the head of; None if there is none.
	Cover []int
}

// New returns an empty draft of a page.
func New(p *page.Page, lex *lexicon.Lexicon) *Draft {
	d := &Draft{Page: p, Lex: lex, At: make([]int, len(p.Tokens)), Heads: make([]int, len(p.Tokens)), Cover: make([]int, len(p.Tokens))}
	for i := range d.At {
		d.At[i], d.Heads[i], d.Cover[i] = None, None, None
	}
	return d
}

// AddThing puts in a thing without mentions and returns its index.
func (d *Draft) AddThing(t Thing) int {
	t.Country = None
	d.Things = append(d.Things, t)
	return len(d.Things) - 1
}

// AddMention puts in a mention of a thing and returns its index.
func (d *Draft) AddMention(m Mention) int {
	i := len(d.Mentions)
	d.Mentions = append(d.Mentions, m)
	t := &d.Things[m.Thing]
	t.Mentions = append(t.Mentions, i)
	if d.Heads[m.Head] == None {
		d.Heads[m.Head] = i
	}
	for k := m.Start; t.Kind == graphmodel.Measure && k < m.Head; k++ {
		d.Cover[k] = i
	}
	if t.Kind != graphmodel.Measure && m.Form != graphmodel.FormNominal && m.Form != graphmodel.FormPronoun {
		for k := m.Start; k < m.End; k++ {
			if d.At[k] == None {
				d.At[k] = i
			}
		}
	}
	return i
}

// Join makes b part of a.
func (d *Draft) Join(a, b int) {
	if a == b {
		return
	}
	x, y := &d.Things[a], &d.Things[b]
	for _, m := range y.Mentions {
		d.Mentions[m].Thing = a
	}
	x.Mentions = append(x.Mentions, y.Mentions...)
	slices.SortFunc(x.Mentions, func(m, n int) int { return d.Mentions[m].Start - d.Mentions[n].Start })
	x.Roles = append(x.Roles, y.Roles...)
	x.Statuses = append(x.Statuses, y.Statuses...)
	x.Proper = x.Proper || y.Proper
	if x.Gender == Unknown {
		x.Gender = y.Gender
	}
	if x.Country == None {
		x.Country = y.Country
	}
	if x.Amount == "" {
		x.Amount = y.Amount
	}
	y.Mentions, y.Roles, y.Dead = nil, nil, true
	for i := range d.Things {
		for r := range d.Things[i].Roles {
			if d.Things[i].Roles[r].Of == b {
				d.Things[i].Roles[r].Of = a
			}
		}
		if d.Things[i].Country == b {
			d.Things[i].Country = a
		}
	}
}

// ThingAt returns the thing whose mention has token i as its head or that i is
// part of the name of, or None.
func (d *Draft) ThingAt(i int) int {
	if m := d.Heads[i]; m != None {
		return d.Mentions[m].Thing
	}
	if m := d.At[i]; m != None {
		return d.Mentions[m].Thing
	}
	return None
}

// MentionAt is like ThingAt, for the mention.
func (d *Draft) MentionAt(i int) int {
	if m := d.Heads[i]; m != None {
		return m
	}
	return d.At[i]
}

// Kind of a thing; empty for None.
func (d *Draft) Kind(thing int) graphmodel.Kind {
	if thing == None {
		return ""
	}
	return d.Things[thing].Kind
}

// turning are the particles with which a verb means something else.
var turning = map[string]bool{"off": true, "away": true, "back": true, "down": true}

// Frames are the links that the verb at v states: those of the verb with its
// particle, where the list has them, else those of the verb alone.
func (d *Draft) Frames(v int) []lexicon.Frame {
	lemma, prt := d.Tokens[v].Lemma, d.Kid(v, "prt")
	if prt == page.None && v+1 < len(d.Tokens) && d.Tokens[v+1].Head == v {
		prt = v + 1
	}
	if prt == page.None {
		return d.Lex.Verbs[lemma]
	}
	if own := d.Lex.Verbs[lemma+" "+d.Tokens[prt].Lower]; len(own) > 0 {
		return own
	}
	if d.Tokens[prt].Dep == "prt" && turning[d.Tokens[prt].Lower] {
		return nil
	}
	return d.Lex.Verbs[lemma]
}

// Words is the text of a mention with white space made plain.
func (d *Draft) Words(m Mention) string {
	return strings.Join(strings.Fields(d.Text(m.Start, m.End)), " ")
}

// First is the first token of a thing's first mention.
func (d *Draft) First(thing int) int {
	if ms := d.Things[thing].Mentions; len(ms) > 0 {
		return d.Mentions[ms[0]].Start
	}
	return 0
}

// MainCountry is the country that the article speaks of most of the time: named
// twice at least and as often as all others together, or three times and twice
// as often as any other; None if there is none.
func (d *Draft) MainCountry() int {
	best, most, second, all := None, 0, 0, 0
	for i := range d.Things {
		t := &d.Things[i]
		if t.Kind != graphmodel.Country || t.Dead {
			continue
		}
		n := 0
		for _, m := range t.Mentions {
			if d.Mentions[m].Form != graphmodel.FormPronoun {
				n++
			}
		}
		all += n
		if n > most {
			best, most, second = i, n, most
		} else {
			second = max(second, n)
		}
	}
	if most >= 2 && most*2 >= all || most >= 3 && most >= 2*second {
		return best
	}
	return None
}

// MainMeasure is the measure that the article names most of those that ok takes
// and that were named before token i, the first of equals; None if there is none.
func (d *Draft) MainMeasure(i int, ok func(*Thing) bool) int {
	best, most := None, 0
	for t := range d.Things {
		th := &d.Things[t]
		if th.Kind != graphmodel.Measure || th.Dead || len(th.Mentions) == 0 || d.First(t) >= i || !ok(th) {
			continue
		}
		weight := len(th.Mentions)
		if first := d.Tokens[d.First(t)]; first.Line == 0 || first.Sent <= d.Lines[0].Sents[1] {
			weight += 2 // the headline and the first sentence say what it is about
		}
		if weight > most {
			best, most = t, weight
		}
	}
	return best
}

// Published is the day of the article, zero if it is not known.
func (d *Draft) Published() time.Time { return d.Article.Published }

// Reading turns the draft into plain data; claims are in its things' indices.
func (d *Draft) Reading(claims []extract.Claim) *extract.Reading {
	r := &extract.Reading{Article: d.Article.ID}
	index := make([]int, len(d.Things))
	for i, t := range d.Things {
		index[i] = extract.None
		if !t.Dead && len(t.Mentions) > 0 {
			index[i] = len(r.Things)
			r.Things = append(r.Things, d.thing(t))
		}
	}
	for i, t := range d.Things {
		if index[i] == extract.None {
			continue
		}
		for _, role := range t.Roles {
			of := extract.None
			if role.Of != None {
				of = index[role.Of]
			}
			r.Things[index[i]].Roles = append(r.Things[index[i]].Roles, extract.Role{
				Title: role.Title, Of: of, Ended: role.Ended, Span: d.Span(role.Start, role.End),
			})
		}
	}
	for _, c := range claims {
		c.From, c.To = index[c.From], index[c.To]
		if c.Speaker != extract.None {
			c.Speaker = index[c.Speaker]
		}
		if c.From != extract.None && c.To != extract.None && c.From != c.To {
			r.Claims = append(r.Claims, c)
		}
	}
	return r
}

func (d *Draft) thing(t Thing) extract.Thing {
	out := extract.Thing{
		Kind: t.Kind, Name: t.Name, Key: t.Key, Code: t.Code, Proper: t.Proper,
		MeasureSort: t.Sort, Statuses: t.Statuses, Amount: t.Amount,
	}
	for _, i := range t.Mentions {
		m := d.Mentions[i]
		form := m.Form
		if d.Lines[d.Tokens[m.Head].Line].Heading && t.Kind == graphmodel.Measure {
			form = graphmodel.FormHeading
		}
		out.Mentions = append(out.Mentions, graphmodel.Mention{Span: d.Span(m.Start, m.End), Text: d.Text(m.Start, m.End), Form: form})
	}
	return out
}
