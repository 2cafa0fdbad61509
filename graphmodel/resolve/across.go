package resolve

import (
	"strings"
	"time"

	"byline/graphmodel"
	"byline/graphmodel/extract"
)

// How much alike two described measures of different articles must be, and
// how far apart in time, to be one.
const (
	sameWords = 0.6
	sameDays  = 60
)

// joinAcross joins things of different articles on enough evidence: the same
// country, the same full name, or a measure that is alike in sort, words,
// author and time. What has less stays apart.
func (r *resolver) joinAcross() {
	byKey := map[string][]int{}
	for i := range r.items {
		key := r.likeness(i)
		if key == "" {
			continue
		}
		for _, j := range byKey[key] {
			if r.one(i, j) {
				r.join(r.items[j].group, r.items[i].group)
				break
			}
		}
		byKey[key] = append(byKey[key], i)
	}
	r.joinSurnames()
}

// likeness is what two things must share to be looked at as one.
func (r *resolver) likeness(i int) string {
	t := r.thing(i)
	switch t.Kind {
	case graphmodel.Country:
		return "c " + t.Code
	case graphmodel.Measure:
		return "m " + string(t.MeasureSort)
	}
	return string(t.Kind) + " " + t.Key
}

func (r *resolver) one(i, j int) bool {
	if r.items[i].reading == r.items[j].reading || r.apart(r.items[i].group, r.items[j].group) {
		return false
	}
	switch t := r.thing(i); t.Kind {
	case graphmodel.Country:
		return true
	case graphmodel.Person:
		return strings.Contains(t.Key, " ") && !r.rolesClash(i, j)
	case graphmodel.Organisation:
		return !generic(t.Key) || r.shareCountry(i, j)
	}
	return r.sameMeasure(i, j)
}

// generic reports whether a body's name says nothing of whose it is.
func generic(key string) bool {
	switch key {
	case "parliament", "congress", "senate", "supreme court", "treasury", "house of representatives", "constitutional court", "court", "cabinet", "police", "army", "navy", "military", "labour party", "ministry of defence", "foreign ministry", "interior ministry", "national assembly":
		return key != "labour party"
	}
	return false
}

// rolesClash reports whether two people of one name hold offices in different
// countries and share none.
func (r *resolver) rolesClash(i, j int) bool {
	a, b := r.owners(i), r.owners(j)
	if len(a) == 0 || len(b) == 0 {
		return false
	}
	for k := range a {
		if b[k] {
			return false
		}
	}
	return true
}

// owners are the countries whose offices a person holds.
func (r *resolver) owners(i int) map[string]bool {
	out := map[string]bool{}
	rd := r.readings[r.items[i].reading]
	for _, role := range r.thing(i).Roles {
		if role.Of != extract.None && rd.Things[role.Of].Kind == graphmodel.Country {
			out[rd.Things[role.Of].Code] = true
		}
	}
	return out
}

// shareCountry reports whether the claims of both articles place two bodies
// in one country.
func (r *resolver) shareCountry(i, j int) bool {
	a, b := r.country(i), r.country(j)
	return a != "" && a == b
}

func (r *resolver) country(i int) string {
	it := r.items[i]
	rd := r.readings[it.reading]
	for _, c := range rd.Claims {
		if c.From == it.thing && c.Type == graphmodel.OfCountry {
			return rd.Things[c.To].Code
		}
	}
	return ""
}

// sameMeasure reports whether two measures of different articles are one.
func (r *resolver) sameMeasure(i, j int) bool {
	a, b := r.thing(i), r.thing(j)
	if a.Proper && b.Proper {
		return a.Key == b.Key
	}
	if overlap(a.Name, b.Name) < sameWords || !r.shareAuthor(i, j) {
		return false
	}
	x, y := r.articles[r.items[i].reading].Published, r.articles[r.items[j].reading].Published
	if x.IsZero() || y.IsZero() {
		return a.Key == b.Key
	}
	gap := x.Sub(y)
	return max(gap, -gap) <= sameDays*24*time.Hour
}

// shareAuthor reports whether one actor stands behind both measures.
func (r *resolver) shareAuthor(i, j int) bool {
	a, b := r.authors(i), r.authors(j)
	for k := range a {
		if b[k] {
			return true
		}
	}
	return false
}

func (r *resolver) authors(i int) map[string]bool {
	out := map[string]bool{}
	it := r.items[i]
	rd := r.readings[it.reading]
	for _, c := range rd.Claims {
		if c.To != it.thing || !rd.Things[c.From].Kind.Actor() || c.Type.Weak() {
			continue
		}
		t := rd.Things[c.From]
		out[string(t.Kind)+t.Key] = true
	}
	return out
}

// overlap is the share of content words that two descriptions have in common.
func overlap(a, b string) float64 {
	x, y := contentWords(a), contentWords(b)
	both := 0
	for w := range x {
		if y[w] {
			both++
		}
	}
	all := len(x) + len(y) - both
	if all == 0 {
		return 0
	}
	return float64(both) / float64(all)
}

func contentWords(s string) map[string]bool {
	out := map[string]bool{}
	for _, w := range strings.FieldsFunc(strings.ToLower(s), func(r rune) bool { return r == ' ' || r == ',' || r == '-' || r == '"' || r == '’' || r == '\'' }) {
		switch w {
		case "a", "an", "the", "of", "for", "on", "in", "to", "from", "by", "with", "and", "or", "new", "s", "at":
			continue
		}
		out[strings.TrimSuffix(w, "s")] = true
	}
	return out
}

// joinSurnames joins a person named by surname only with the one person of
// that surname in the other articles, if the two share an office's country.
func (r *resolver) joinSurnames() {
	full := map[string][]int{}
	for i := range r.items {
		t := r.thing(i)
		if t.Kind == graphmodel.Person && strings.Contains(t.Key, " ") {
			last := t.Key[strings.LastIndexByte(t.Key, ' ')+1:]
			full[last] = append(full[last], i)
		}
	}
	for i := range r.items {
		t := r.thing(i)
		if t.Kind != graphmodel.Person || strings.Contains(t.Key, " ") {
			continue
		}
		group := r.onlyGroup(full[t.Key])
		if group < 0 || r.apart(group, r.items[i].group) {
			continue
		}
		for _, j := range r.groups[group] {
			if a, b := r.owners(i), r.owners(j); len(a) > 0 && len(b) > 0 && !r.rolesClash(i, j) {
				r.join(group, r.items[i].group)
				break
			}
		}
	}
}

// onlyGroup is the group that all the items are in, or -1.
func (r *resolver) onlyGroup(items []int) int {
	group := -1
	for _, j := range items {
		if group >= 0 && r.items[j].group != group {
			return -1
		}
		group = r.items[j].group
	}
	return group
}
