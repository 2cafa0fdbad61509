package resolve

import (
	"slices"
	"strings"

	"byline/graphmodel"
	"byline/graphmodel/extract"
)

// joinAcross joins things of different articles on enough evidence: the same
// country, the same full name, or a measure that is alike in sort, words,
// author and time. What has less stays apart.
func (r *resolver) joinAcross() {
	r.alike = newAlike(r)
	seen := map[string][]int{}
	for i := range r.items {
		keys := r.keys(i)
		for _, j := range together(seen, keys) {
			if r.one(i, j) {
				r.join(r.items[j].group, r.items[i].group)
				break
			}
		}
		for _, k := range keys {
			seen[k] = append(seen[k], i)
		}
	}
	r.joinSurnames()
}

// keys are what things are looked for by: two that may be one share a key, so
// that not every thing is held beside every other.
func (r *resolver) keys(i int) []string {
	t := r.thing(i)
	switch key := string(t.Kind) + " " + t.Key; {
	case t.Kind == graphmodel.Country:
		return []string{"country " + t.Code}
	case t.Kind == graphmodel.Measure:
		return r.alike.keys(i)
	case t.Kind == graphmodel.Person && !strings.Contains(t.Key, " "):
		return nil
	case t.Kind == graphmodel.Organisation && generic(t.Key):
		if country := r.country(i); country != "" {
			return []string{key + " of " + country}
		}
		return nil
	default:
		return []string{key}
	}
}

// together are the things seen under any of the keys, in order.
func together(seen map[string][]int, keys []string) []int {
	if len(keys) == 1 {
		return seen[keys[0]]
	}
	var all []int
	for _, k := range keys {
		all = append(all, seen[k]...)
	}
	slices.Sort(all)
	return slices.Compact(all)
}

// one reports whether two things under one key are one.
func (r *resolver) one(i, j int) bool {
	if r.items[i].reading == r.items[j].reading || r.apart(r.items[i].group, r.items[j].group) {
		return false
	}
	switch r.thing(i).Kind {
	case graphmodel.Person:
		return !r.rolesClash(i, j)
	case graphmodel.Measure:
		return r.alike.measures(i, j)
	}
	return true
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

// country is the one that the claims of its article place a body in.
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
