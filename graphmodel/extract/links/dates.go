package links

import (
	"sort"
	"time"

	"byline/graphmodel/extract/dates"
	"byline/graphmodel/extract/page"
)

// dateOf is the day a claim is of: of the dates in its sentence that can speak
// of it, the one under its own verb, else the one nearest to its trigger; else
// the article's own.
func (f *finder) dateOf(c claim) (date string, guessed bool) {
	const elsewhere = 1000 // further than any word of the claim's own clause
	s := f.Sents[f.Tokens[c.trigger].Sent]
	own := c.verb
	if own == page.None {
		own = f.verbOver(c.trigger)
	}
	best, gap := "", 1<<30
	// Names lie in order of place; walking all of them for each claim would
	// cost the square of the article's length.
	first := sort.Search(len(f.Ents), func(i int) bool { return f.Ents[i].Start >= s.Start })
	for _, e := range f.Ents[first:] {
		if e.Start >= s.End {
			break
		}
		if e.Label != "DATE" && e.Label != "TIME" || e.End > s.End {
			continue
		}
		head := f.Headed(e.Start, e.End)
		g := max(e.Start-c.trigger, c.trigger-e.Start)
		if f.verbOver(head) != own {
			g += elsewhere
		}
		if g >= gap || f.dateElsewhere(head, c.trigger) {
			continue
		}
		if d := dates.Read(f.datePhrase(e), f.Published(), f.wayOf(head)); d != "" {
			best, gap = d, g
		}
	}
	if best != "" {
		return best, false
	}
	if p := f.Published(); !p.IsZero() {
		return p.Format(time.DateOnly), true
	}
	return "", false
}

// datePhrase is the text of a date, with the "in" before it that makes a day
// of "two weeks".
func (f *finder) datePhrase(e page.Ent) string {
	start := e.Start
	if start > 0 && f.Tokens[start-1].Lower == "in" && f.Tokens[start-1].Sent == f.Tokens[start].Sent {
		start--
	}
	return f.Text(start, e.End)
}

// dateElsewhere reports whether the date at that word dates something other
// than the trigger: a noun that it describes ("the 2015 deal"), or a clause
// that the trigger is not in ("accused him of lying in 2015").
func (f *finder) dateElsewhere(date, trigger int) bool {
	for i := date; ; i = f.Tokens[i].Head {
		t := &f.Tokens[i]
		switch t.Dep {
		case "relcl", "acl", "pcomp", "ccomp":
			if !f.Above(i, trigger) {
				return true
			}
		case "nummod", "compound", "amod", "nmod":
			if i == date && f.Tokens[t.Head].Pos == "NOUN" && f.calendarYear(i) && t.Head != trigger {
				return true
			}
		}
		if t.Head == i {
			return false
		}
	}
}

// calendarYear reports whether a word is a year in figures.
func (f *finder) calendarYear(i int) bool {
	text := f.Tokens[i].Text
	return len(text) == 4 && text[0] >= '1' && text[0] <= '2'
}

// verbOver is the nearest verb at or above a word, or page.None.
func (f *finder) verbOver(i int) int {
	for {
		if p := f.Tokens[i].Pos; p == "VERB" || p == "AUX" {
			return i
		}
		h := f.Tokens[i].Head
		if h == i {
			return page.None
		}
		i = h
	}
}

// foreseen are the words that put what they describe ahead of the article.
var foreseen = map[string]bool{
	"planned": true, "upcoming": true, "forthcoming": true, "coming": true, "scheduled": true, "expected": true, "due": true, "set": true,
}

// deadline are the prepositions before a day that is still to come.
var deadline = map[string]bool{"until": true, "till": true, "by": true}

// describedAs reports whether one of the adjectives describes the word at i.
func (f *finder) describedAs(i int, words map[string]bool) bool {
	for _, k := range f.Kids(i) {
		if words[f.Tokens[k].Lower] && f.Tokens[k].Dep == "amod" {
			return true
		}
	}
	return false
}

// wayOf is the way in which the words around a date look from the day of the
// article: "until Friday", "the planned vote on Friday", else as its verb does.
func (f *finder) wayOf(date int) dates.Way {
	for i := date; ; i = f.Tokens[i].Head {
		t := &f.Tokens[i]
		switch {
		case t.Lower == "since":
			return dates.Back
		case deadline[t.Lower] && t.Dep == "prep", foreseen[t.Lower], f.describedAs(i, foreseen):
			return dates.Forward
		case t.Pos == "VERB" || t.Pos == "AUX":
			return f.wayOfVerb(i)
		}
		if t.Head == i {
			return dates.Either
		}
	}
}

// wayOfVerb is the way in which a verb looks: "met" back, "will meet", "is
// meeting" and "agreed to meet" ahead.
func (f *finder) wayOfVerb(v int) dates.Way {
	for n := 0; n < 8; n++ {
		t := &f.Tokens[v]
		if way := f.wayOfAuxiliaries(v); way != dates.Either {
			return way
		}
		switch t.Tag {
		case "VBD":
			return dates.Back
		case "VBZ", "VBP":
			return dates.Forward
		case "VBN":
			if t.Dep != "conj" {
				return dates.Back
			}
		case "VB":
			if t.Dep == "xcomp" || t.Dep == "acl" || t.Dep == "relcl" {
				if !f.Lex.In("fail", f.Tokens[t.Head].Lemma) {
					return dates.Forward
				}
			}
		}
		if t.Head == v {
			return dates.Either
		}
		if v = f.verbOver(t.Head); v == page.None {
			return dates.Either
		}
	}
	return dates.Either
}

// wayOfAuxiliaries is what the helping verbs of a verb say of its time.
func (f *finder) wayOfAuxiliaries(v int) dates.Way {
	way := dates.Either
	for _, k := range f.Kids(v) {
		t := &f.Tokens[k]
		if t.Dep != "aux" && t.Dep != "auxpass" {
			continue
		}
		switch t.Lower {
		case "had", "have", "has", "'ve", "’ve", "was", "were", "did":
			return dates.Back
		case "will", "'ll", "’ll", "wo", "shall", "would", "may", "might", "can", "could", "should", "must", "is", "are", "'re", "’re":
			way = dates.Forward
		}
	}
	return way
}
