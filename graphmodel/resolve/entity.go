package resolve

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
	"unicode"

	"byline/graphmodel"
	"byline/graphmodel/extract"
)

// slugID is the id that a thing has by its kind and name alone.
func slugID(t *extract.Thing) string {
	if t.Kind == graphmodel.Country && t.Code != "" {
		return string(t.Kind) + "/" + strings.ToLower(t.Code)
	}
	name := t.Name
	if t.Kind != graphmodel.Measure && t.Key != "" {
		name = t.Key
	}
	return string(t.Kind) + "/" + slug(name)
}

// slug is a name in small letters and hyphens.
func slug(name string) string {
	var b strings.Builder
	gap := false
	for _, r := range strings.ToLower(name) {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			if gap && b.Len() > 0 {
				b.WriteByte('-')
			}
			gap = false
			b.WriteRune(r)
			continue
		}
		gap = true
	}
	return b.String()
}

// entities makes an entity of every group.
func (r *resolver) entities() {
	r.ids = make([]string, len(r.groups))
	r.entity = make([]graphmodel.Entity, len(r.groups))
	used := map[string]bool{}
	for g, items := range r.groups {
		if len(items) == 0 {
			continue
		}
		slices.Sort(items)
		id := slugID(r.thing(items[0]))
		base := id
		for n := 2; used[id]; n++ {
			id = fmt.Sprintf("%s-%d", base, n)
		}
		used[id] = true
		r.ids[g] = id
	}
	for g, items := range r.groups {
		if len(items) > 0 {
			r.entity[g] = r.entityOf(r.ids[g], items)
		}
	}
}

func (r *resolver) entityOf(id string, items []int) graphmodel.Entity {
	first := r.thing(items[0])
	e := graphmodel.Entity{ID: id, Kind: first.Kind, Name: first.Name, Code: first.Code, MeasureSort: first.MeasureSort}
	for _, i := range items {
		t := r.thing(i)
		if better(t, e) {
			e.Name = t.Name
		}
		e.Mentions = append(e.Mentions, t.Mentions...)
		e.Statuses = append(e.Statuses, t.Statuses...)
		if e.Amount == "" {
			e.Amount = t.Amount
		}
		e.Roles = append(e.Roles, r.roles(i)...)
	}
	e.Names = countNames(e.Mentions)
	return e
}

// better reports whether a thing's name is a fuller one than the entity's.
func better(t *extract.Thing, e graphmodel.Entity) bool {
	switch e.Kind {
	case graphmodel.Person, graphmodel.Organisation:
		return len(t.Name) > len(e.Name)
	}
	return false
}

func (r *resolver) roles(i int) []graphmodel.Role {
	var out []graphmodel.Role
	for _, role := range r.thing(i).Roles {
		if role.Title == "" {
			continue
		}
		of := ""
		if role.Of != extract.None {
			of = r.ids[r.items[r.offset[r.items[i].reading]+role.Of].group]
		}
		out = append(out, graphmodel.Role{Title: role.Title, Of: of, Ended: role.Ended, Span: role.Span})
	}
	return out
}

// countNames counts the names among mentions, most frequent first.
func countNames(mentions []graphmodel.Mention) []graphmodel.NameCount {
	count := map[string]int{}
	for _, m := range mentions {
		if m.Form != graphmodel.FormPronoun {
			count[m.Text]++
		}
	}
	names := make([]graphmodel.NameCount, 0, len(count))
	for text, n := range count {
		names = append(names, graphmodel.NameCount{Text: text, Count: n})
	}
	slices.SortFunc(names, func(a, b graphmodel.NameCount) int {
		return cmp.Or(cmp.Compare(b.Count, a.Count), cmp.Compare(a.Text, b.Text))
	})
	return names
}
