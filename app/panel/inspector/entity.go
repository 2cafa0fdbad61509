package inspector

import (
	"cmp"
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"

	"byline/app/look"
	"byline/app/look/controls"
	"byline/app/look/marked"
	"byline/app/wording"
	"byline/graphmodel"
)

const (
	namesShown    = 8  // names before "and 5 more"
	groupRows     = 10 // links of one type before "Show 5 more"
	quoteLines    = 3
	quoteLine     = 19
	pronounsShown = 3
)

// entity shows a thing: its names and what else is known, numbers, links.
func (i *Inspector) entity(e graphmodel.Entity) []fyne.CanvasObject {
	links := i.data.Graph.LinksOf(e.ID)
	out := []fyne.CanvasObject{
		padded(14, 8, i.entityHead(e)),
		padded(0, 10, i.entityButtons(e)),
		padded(0, 8, i.facts(e, links)),
		i.note(e.ID, graphmodel.Key{}),
		padded(0, 0, controls.Rule()),
		padded(6, 6, controls.Figures(
			figure(len(links), "link", "links"),
			figure(len(e.Mentions), "mention", "mentions"),
			figure(e.Articles(), "article", "articles"),
		)),
		padded(0, 4, controls.Rule()),
	}
	for _, g := range groups(e.ID, links) {
		out = append(out, i.group(e, g)...)
	}
	if len(links) == 0 {
		out = append(out, padded(8, 8, note("No links. A link is drawn only where a sentence says so.", look.Text, look.TextLine)))
	}
	return append(out, controls.Space(1, 16))
}

// note is the note that a person wrote on a thing or on a link, if there is
// one.
func (i *Inspector) note(id string, key graphmodel.Key) fyne.CanvasObject {
	text := i.data.NoteOn(id, key)
	o := padded(0, 10, controls.Across(8, 1, controls.Picture("pencil", 14), note(text, look.Text, look.TextLine)))
	if text == "" {
		o.Hide()
	}
	return o
}

func (i *Inspector) entityHead(e graphmodel.Entity) fyne.CanvasObject {
	more := controls.NewIconButton("more", "More", i.tips, nil)
	more.OnTapped = func() {
		at := fyne.CurrentApp().Driver().AbsolutePositionForObject(more)
		i.OnMenu(e.ID, at.AddXY(0, more.Size().Height))
	}
	parts := []fyne.CanvasObject{controls.ThingSign(e, 26), head(e.Name, look.Title, 24)}
	if !i.data.ReadOnly {
		parts = append(parts, controls.NewIconButton("pencil", "Rename (F2)", i.tips, func() { i.OnRename(e.ID) }))
	}
	return controls.Across(10, 1, append(parts, more)...)
}

func (i *Inspector) entityButtons(e graphmodel.Entity) fyne.CanvasObject {
	row := controls.Across(8, -1)
	if i.data.ReadOnly {
		return row
	}
	pinned := i.data.Pinned[e.ID]
	text := "Pin"
	if pinned {
		text = "Let go"
	}
	row.Add(controls.NewButton(controls.Usual, "pin", text, func() { i.OnPin(e.ID, !pinned) }))
	row.Add(controls.NewButton(controls.Usual, "focus", "Show on canvas", func() { i.OnEntity(e.ID) }))
	return row
}

// facts are names, roles, country, and what belongs to a measure.
func (i *Inspector) facts(e graphmodel.Entity, links []graphmodel.Link) fyne.CanvasObject {
	table := controls.Column(4)
	add := func(label string, c marked.Content) {
		if c.Text != "" {
			table.Add(controls.Fact(label, marked.NewText(c, marked.Style{Size: look.Text, Line: look.TextLine})))
		}
	}
	add("Names", namesOf(e))
	add("Roles", i.rolesOf(e))
	add("Country", i.countryOf(e, links))
	if e.Kind == graphmodel.Country && e.Code != "" {
		add("ISO code", marked.Content{Text: e.Code})
	}
	if e.Kind == graphmodel.Measure {
		add("Sort", marked.Content{Text: wording.Capital(string(e.MeasureSort))})
		add("Status", i.statusesOf(e))
		add("Amount", marked.Content{Text: e.Amount})
	}
	return table
}

// dimmer builds text of which some is in the second ink.
type dimmer struct {
	b   strings.Builder
	dim []marked.Span
}

func (d *dimmer) full(s string) { d.b.WriteString(s) }
func (d *dimmer) soft(s string) {
	d.dim = append(d.dim, marked.Span{Start: d.b.Len(), End: d.b.Len() + len(s)})
	d.b.WriteString(s)
}
func (d *dimmer) content() marked.Content { return marked.Content{Text: d.b.String(), Dim: d.dim} }

// namesOf lists the names with their counts, pronouns together at the end.
func namesOf(e graphmodel.Entity) marked.Content {
	var d dimmer
	names := oneSpelling(e.Names)
	for n, name := range names {
		if n == namesShown {
			d.soft(" · and " + wording.Number(len(names)-n) + " more")
			break
		}
		if n > 0 {
			d.soft(" · ")
		}
		d.full(name.Text + " ")
		d.soft(wording.Number(name.Count))
	}
	words, count := pronounsOf(e)
	if count > 0 {
		if d.b.Len() > 0 {
			d.soft(" · ")
		}
		d.full(strings.Join(words, ", ") + " ")
		d.soft(wording.Number(count))
	}
	return d.content()
}

// oneSpelling counts names together that differ in capitals only, "The Prime
// Minister" at the start of a sentence and "the Prime Minister" within one.
// The first, more frequent spelling stands for them.
func oneSpelling(names []graphmodel.NameCount) []graphmodel.NameCount {
	var out []graphmodel.NameCount
	at := map[string]int{}
	for _, n := range names {
		key := strings.ToLower(n.Text)
		if i, ok := at[key]; ok {
			out[i].Count += n.Count
			continue
		}
		at[key] = len(out)
		out = append(out, n)
	}
	slices.SortStableFunc(out, func(a, b graphmodel.NameCount) int { return cmp.Compare(b.Count, a.Count) })
	return out
}

// pronounsOf are the pronouns that mean the thing, most frequent first.
func pronounsOf(e graphmodel.Entity) (words []string, count int) {
	times := map[string]int{}
	for _, m := range e.Mentions {
		if m.Form == graphmodel.FormPronoun {
			times[pronoun(m.Text)]++
			count++
		}
	}
	for w := range times {
		words = append(words, w)
	}
	slices.SortFunc(words, func(a, b string) int { return cmp.Or(cmp.Compare(times[b], times[a]), cmp.Compare(a, b)) })
	return words[:min(len(words), pronounsShown)], count
}

// pronoun is a pronoun as it stands within a sentence.
func pronoun(word string) string {
	if low := strings.ToLower(word); low != "i" {
		return low
	}
	return "I"
}

// rolesOf lists a person's offices, one a line.
func (i *Inspector) rolesOf(e graphmodel.Entity) marked.Content {
	var d dimmer
	said := map[string]bool{}
	for _, r := range e.Roles {
		text := wording.Capital(r.Title)
		of := ""
		if o, ok := i.byID[r.Of]; ok && !strings.Contains(text, o.Name) {
			of = " · " + o.Name
		}
		if r.Ended {
			of += " · ended"
		}
		if said[text+of] {
			continue
		}
		said[text+of] = true
		if d.b.Len() > 0 {
			d.full("\n")
		}
		d.full(text)
		if of != "" {
			d.soft(of)
		}
	}
	return d.content()
}

// countryOf are the countries that a person or an organisation is linked to as
// being of them.
func (i *Inspector) countryOf(e graphmodel.Entity, links []graphmodel.Link) marked.Content {
	var names []string
	for _, l := range links {
		if l.Type == graphmodel.OfCountry && l.From == e.ID {
			names = append(names, i.byID[l.To].Name)
		}
	}
	return marked.Content{Text: strings.Join(names, ", ")}
}

// statusesOf is a measure's history.
func (i *Inspector) statusesOf(e graphmodel.Entity) marked.Content {
	var d dimmer
	last := graphmodel.MeasureStatus{}
	for _, s := range e.Statuses {
		if s.Word == last.Word && s.Date == last.Date {
			continue
		}
		last = s
		if d.b.Len() > 0 {
			d.soft(", then ")
		}
		d.full(s.Word)
		if s.Date != "" {
			d.soft(" " + wording.ISODay(s.Date))
		}
	}
	return d.content()
}

// group is the links of a thing that read the same from it.
type group struct {
	words string
	links []graphmodel.Link
	other []string // the other end of each
}

// groups sorts the links of a thing by what they say about it: what it does
// first, in the order of the vocabulary, weak types last.
func groups(id string, links []graphmodel.Link) []group {
	var out []group
	for _, weak := range []bool{false, true} {
		for _, incoming := range []bool{false, true} {
			for _, t := range graphmodel.LinkTypes() {
				if t.Weak() != weak || (incoming && t.Undirected()) {
					continue
				}
				if g := groupOf(id, links, t, incoming); len(g.links) > 0 {
					out = append(out, g)
				}
			}
		}
	}
	return out
}

func groupOf(id string, links []graphmodel.Link, t graphmodel.LinkType, incoming bool) group {
	g := group{words: t.Words()}
	if incoming {
		g.words = wording.Passive(t)
	}
	for _, l := range links {
		if l.Type != t || (!t.Undirected() && (l.To == id) != incoming) {
			continue
		}
		g.links = append(g.links, l)
	}
	slices.SortStableFunc(g.links, func(a, b graphmodel.Link) int { return cmp.Compare(len(b.Evidence), len(a.Evidence)) })
	for _, l := range g.links {
		other := l.To
		if other == id {
			other = l.From
		}
		g.other = append(g.other, other)
	}
	return g
}

// group shows the links of one type, each with its best sentence.
func (i *Inspector) group(e graphmodel.Entity, g group) []fyne.CanvasObject {
	folded := i.folded[g.words]
	icon := "down"
	if folded {
		icon = "forward"
	}
	top := controls.NewRow(look.Row, controls.Across(8, 1, controls.Picture(icon, 12),
		controls.Across(6, -1, controls.Heading(g.words), controls.Second(wording.Number(len(g.links))))), func() {
		i.folded[g.words] = !folded
		i.draw(false)
	})
	out := []fyne.CanvasObject{padded(4, 0, top)}
	if folded {
		return out
	}
	for n, l := range g.links {
		if n == groupRows && !i.whole[g.words] {
			more := controls.NewButton(controls.Usual, "", "Show "+wording.Count(len(g.links)-n, "more", "more"), func() {
				i.whole[g.words] = true
				i.draw(false)
			})
			return append(out, padded(2, 8, controls.Across(0, -1, more)))
		}
		out = append(out, padded(0, 0, i.linkEnd(l, i.byID[g.other[n]])), padded(0, 8, i.bestQuote(l)))
	}
	return out
}

// linkEnd is the other end of a link with the link's status. A click on the
// name selects the thing, one on the status the link.
func (i *Inspector) linkEnd(l graphmodel.Link, other graphmodel.Entity) fyne.CanvasObject {
	name := controls.NewWords(other.Name, look.Text, theme.ColorNameForeground).Cut()
	row := controls.NewRow(look.Row, controls.Across(8, 1, controls.KindShape(other.Kind), name), func() { i.OnEntity(other.ID) })
	row.OnMenu = func(at fyne.Position) { i.OnMenu(other.ID, at) }
	chip := controls.NewRow(look.Chip, controls.Chip(l.Status()), func() { i.OnLink(l.Key()) })
	chip.Bleed = 0
	return controls.Across(8, 0, row, chip)
}

// bestQuote is the sentence of a link that says most: of the link's own
// status, of the highest confidence.
func (i *Inspector) bestQuote(l graphmodel.Link) fyne.CanvasObject {
	best := bestEvidence(l)
	if best < 0 {
		return controls.Small("Drawn by hand, no sentence.")
	}
	e := l.Evidence[best]
	open := func() { i.OnSentence(l.Key(), best) }
	text := marked.NewText(i.quote(l, e, false), marked.Style{Size: look.Text, Line: quoteLine, Most: quoteLines})
	text.OnTapped = open
	text.OnName = func(string) { open() }
	source := i.source(e)
	if n := len(l.Evidence); n > 1 {
		source += " · " + wording.Count(n, "sentence", "sentences")
	}
	row := controls.NewRow(0, controls.Quoted(controls.Bar(e.Status()), text, controls.Small(source).Cut()), open)
	row.Bleed = 4
	return row
}

func bestEvidence(l graphmodel.Link) int {
	best, status := -1, l.Status()
	for n, e := range l.Evidence {
		if best < 0 || better(e, l.Evidence[best], status) {
			best = n
		}
	}
	return best
}

func better(a, b graphmodel.Evidence, status graphmodel.Status) bool {
	if (a.Status() == status) != (b.Status() == status) {
		return a.Status() == status
	}
	return a.Confidence > b.Confidence
}
