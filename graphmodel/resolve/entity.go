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
	r.entity = make([]graphmodel.Entity, len(r.groups))
	r.parts = r.groups
	for g, items := range r.groups {
		if len(items) == 0 {
			continue
		}
		slices.Sort(items)
		first := r.thing(items[0])
		base := slugID(first)
		id := base
		if !everywhere(first) {
			r.unsure[base] = true
		}
		for n := 2; ; n++ {
			if _, used := r.byID[id]; !used {
				break
			}
			id = fmt.Sprintf("%s-%d", base, n)
			r.unsure[base], r.unsure[id] = true, true
		}
		r.byID[id] = g
		r.entity[g] = graphmodel.Entity{ID: id, Kind: first.Kind, Code: first.Code, MeasureSort: first.MeasureSort}
	}
	for g, items := range r.groups {
		if len(items) > 0 {
			r.compose(g)
			r.entity[g].Name = r.nameOf(g)
		}
	}
}

// everywhere reports whether a thing's name means the same in every article.
func everywhere(t *extract.Thing) bool {
	switch t.Kind {
	case graphmodel.Country:
		return true
	case graphmodel.Person:
		return strings.Contains(t.Key, " ")
	case graphmodel.Organisation:
		return !generic(t.Key)
	}
	return t.Proper
}

// places are the mentions of entity i, in the order of the articles.
func (r *resolver) places(i int) []place {
	var all []place
	for _, item := range r.parts[i] {
		for m := range r.thing(item).Mentions {
			if p := (place{item, m}); r.entityAt(p) == i {
				all = append(all, p)
			}
		}
	}
	slices.SortStableFunc(all, func(a, b place) int {
		return cmp.Or(cmp.Compare(r.items[a.item].reading, r.items[b.item].reading), cmp.Compare(r.mention(a).Start, r.mention(b).Start))
	})
	return all
}

func (r *resolver) mention(p place) graphmodel.Mention { return r.thing(p.item).Mentions[p.mention] }

// compose gathers everything that is said of entity i, but for its name.
func (r *resolver) compose(i int) {
	e := &r.entity[i]
	e.Mentions, e.Roles, e.Statuses, e.Amount = nil, nil, nil, ""
	for _, p := range r.places(i) {
		e.Mentions = append(e.Mentions, r.mention(p))
		if p.mention == 0 {
			e.Amount = cmp.Or(e.Amount, r.thing(p.item).Amount)
		}
	}
	for _, item := range r.parts[i] {
		for _, role := range r.thing(item).Roles {
			if role.Title != "" && r.entityAt(r.nearest(item, role.Span)) == i {
				e.Roles = append(e.Roles, graphmodel.Role{Title: role.Title, Of: r.owned(item, role), Ended: role.Ended, Span: role.Span})
			}
		}
		for _, s := range r.thing(item).Statuses {
			if r.entityAt(r.nearest(item, s.Span)) == i {
				e.Statuses = append(e.Statuses, s)
			}
		}
	}
	e.Mentions = append(e.Mentions, r.byHand[i]...)
	e.Names = countNames(e.Mentions)
}

// owned is the id of what an office belongs to, empty if that is not known.
func (r *resolver) owned(item int, role extract.Role) string {
	if role.Of == extract.None {
		return ""
	}
	of := r.offset[r.items[item].reading] + role.Of
	return r.entity[r.entityAt(r.nearest(of, role.Span))].ID
}

// nameOf is the name that entity i has by its mentions.
func (r *resolver) nameOf(i int) string {
	count := map[int]int{}
	written := map[int]string{} // the longest name in the mentions of an item
	places := r.places(i)
	for _, p := range places {
		count[p.item]++
		m := r.mention(p)
		if was := written[p.item]; was == "" || m.Form == graphmodel.FormName && len(m.Text) > len(was) {
			written[p.item] = m.Text
		}
	}
	name := ""
	for _, p := range places {
		t := r.thing(p.item)
		own := t.Name
		if count[p.item] < len(t.Mentions) {
			own = written[p.item]
		}
		if name == "" || longest(r.entity[i].Kind) && len(own) > len(name) {
			name = own
		}
	}
	return name
}

// longest reports whether the longest name of a thing is its fullest.
func longest(k graphmodel.Kind) bool {
	return k == graphmodel.Person || k == graphmodel.Organisation
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
