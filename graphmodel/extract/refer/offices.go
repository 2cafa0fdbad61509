package refer

import (
	"slices"
	"strings"

	"byline/graphmodel"
	"byline/graphmodel/extract/draft"
	"byline/graphmodel/extract/page"
)

// office resolves "the Prime Minister": the person of that office who was
// named last before, else the only one of the article.
func (f *follower) office(i, start int) {
	t := &f.Tokens[i]
	if f.Tokens[start].Lower != "the" && !f.titleAlone(i, start) || t.Dep == "compound" || f.inOffice[i] {
		return
	}
	if i+1 < len(f.Tokens) && f.At[i+1] != draft.None && f.Kind(f.ThingAt(i+1)) == graphmodel.Person {
		return
	}
	owner := f.ownerIn(i)
	best := f.leader(t.Lower, owner, i)
	if best == draft.None {
		best = f.holder(i, start, owner)
	}
	if best == draft.None {
		best = f.newOffice(i, start, owner)
	}
	if best != draft.None {
		f.mention(best, start, i, graphmodel.FormNominal)
	}
}

// holder is the person of an office who was named last before it.
func (f *follower) holder(i, start, owner int) int {
	words := strings.ToLower(f.Text(start, i+1))
	best, bestAt := draft.None, -1 // whatever the order of the titles
	for title, people := range f.offices {
		if !meant(title, f.Tokens[i].Lower, words) {
			continue
		}
		for _, p := range people {
			if !holds(&f.Things[p], title, owner) {
				continue
			}
			// Of those not named before it, the first of the article.
			if at := f.lastBefore(p, i); best == draft.None || at > bestAt || at == bestAt && p < best {
				best, bestAt = p, at
			}
		}
	}
	return best
}

// highest are the offices of which a country has one.
var highest = map[string]bool{"prime minister": true, "president": true, "chancellor": true, "premier": true, "taoiseach": true, "chief executive": true}

// newOffice gives a person the office that the text calls somebody by right
// after naming nobody else: "X has convened a meeting. The Prime Minister …".
func (f *follower) newOffice(i, start, owner int) int {
	title := strings.TrimPrefix(strings.ToLower(f.Text(start, i+1)), "the ")
	if !highest[title] || f.Tokens[i].Dep != "nsubj" || owner != draft.None {
		return draft.None
	}
	sent := f.Tokens[i].Sent
	if sent == 0 || f.Sents[sent-1].Line < f.Sents[sent].Line-1 {
		return draft.None
	}
	found := draft.None
	for k := f.Sents[sent-1].Start; k < f.Sents[sent-1].End; k++ {
		p := f.ThingAt(k)
		if p == draft.None || f.Kind(p) != graphmodel.Person || p == found {
			continue
		}
		if found != draft.None || len(f.Things[p].Roles) > 0 {
			return draft.None
		}
		found = p
	}
	if found != draft.None {
		r := draft.Role{
			Title: strings.TrimPrefix(strings.TrimPrefix(f.Text(start, i+1), "The "), "the "), Of: draft.None, Start: start + 1, End: i + 1, Head: i,
		}
		f.Things[found].Roles = append(f.Things[found].Roles, r)
		f.holdsOffice(found, r)
	}
	return found
}

// leader resolves "the U.S. leader": the one head of a state or government
// named before whose country is this or not known; then it is this.
func (f *follower) leader(word string, owner, i int) int {
	if word != "leader" && word != "president" || owner == draft.None || f.Kind(owner) != graphmodel.Country {
		return draft.None
	}
	best, role := draft.None, 0
	for _, title := range headsOfState {
		for _, p := range f.offices[title] {
			r := leading(&f.Things[p], owner)
			if p == best || r < 0 || f.lastBefore(p, i) < 0 {
				continue
			}
			if best != draft.None {
				return draft.None
			}
			best, role = p, r
		}
	}
	if best != draft.None {
		f.Things[best].Roles[role].Of = owner
	}
	return best
}

// headsOfState are the titles of those who lead a state or government.
var headsOfState = []string{"president", "prime minister", "chancellor", "premier"}

// leading is the last of a person's roles that heads a state or government,
// this one or an unknown one; -1 if there is none.
func leading(t *draft.Thing, owner int) int {
	found := -1
	for r, role := range t.Roles {
		if slices.Contains(headsOfState, strings.ToLower(role.Title)) && (role.Of == draft.None || role.Of == owner) {
			found = r
		}
	}
	return found
}

// titleAlone reports whether an office stands without article as a name
// does: "PM Calls for Response".
func (f *follower) titleAlone(i, start int) bool {
	return f.Tokens[i].Lower == "pm" && start == i
}

// holdsOffice notes that a person has a role.
func (f *follower) holdsOffice(p int, r draft.Role) {
	title := strings.ToLower(r.Title)
	f.offices[title] = append(f.offices[title], p)
	for k := r.Start; k < r.End; k++ {
		f.inOffice[k] = true
	}
}

// meant reports whether a noun phrase with that head can mean a title.
func meant(title, head, words string) bool {
	if title == "" || !strings.HasSuffix(title, head) || second(title) != second(words) {
		return false
	}
	return strings.Contains(words, title) || strings.Contains(title, strings.TrimPrefix(words, "the "))
}

// holds reports whether a person has the title, of that owner if the roles or
// the text tell one.
func holds(t *draft.Thing, title string, owner int) bool {
	return slices.ContainsFunc(t.Roles, func(r draft.Role) bool {
		return strings.ToLower(r.Title) == title && (owner == draft.None || r.Of == draft.None || r.Of == owner)
	})
}

// second reports whether a title is that of somebody's deputy or opposite
// number: the shadow minister is not the minister.
func second(title string) bool {
	title = " " + title
	for _, w := range [...]string{" shadow ", " deputy ", " vice ", " vice-", " assistant "} {
		if strings.Contains(title, w) {
			return true
		}
	}
	return false
}

// ownerIn is the country or body named with an office.
func (f *follower) ownerIn(i int) int {
	for _, k := range f.Kids(i) {
		th := f.ThingAt(k)
		if f.Tokens[k].Dep == "prep" && f.Tokens[k].Lower == "of" {
			if p := f.Kid(k, "pobj"); p != page.None {
				th = f.ThingAt(p)
			}
		}
		if th != draft.None && f.Kind(th) != graphmodel.Person {
			return th
		}
	}
	return draft.None
}
