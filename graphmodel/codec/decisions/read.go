package decisions

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"
	"time"

	"byline/graphmodel"
	"byline/graphmodel/article"
)

// Set is what one file holds. It stands on the articles of the project that it
// comes from until Apply gives it those of another.
type Set struct{ file file }

// Len is how many decisions there are.
func (s Set) Len() int { return len(s.file.Decisions) }

// Read reads a file.
func Read(r io.Reader) (Set, error) {
	data, err := io.ReadAll(io.LimitReader(r, MaxBytes+1))
	switch {
	case err != nil:
		return Set{}, fmt.Errorf("the decisions could not be read: %w", err)
	case len(data) > MaxBytes:
		return Set{}, ErrTooBig
	}
	var f file
	err = json.Unmarshal(data, &f)
	if name, _, _ := strings.Cut(Format, "/"); f.Format != Format && strings.HasPrefix(f.Format, name+"/") {
		return Set{}, ErrVersion
	}
	if err != nil || f.Format != Format {
		return Set{}, errors.Join(ErrNotDecisions, err)
	}
	return Set{f}, nil
}

// Apply returns the decisions as they come after those that a project has
// already, on its own articles: the ones that it does not have, with numbers
// to follow and with new ids for what they make. An article is the same by its
// text, else by its address, else by title and outlet; a decision on one that
// is not there is returned as it is.
func (s Set) Apply(have []graphmodel.Decision, articles []article.Article) []graphmodel.Decision {
	a := applier{articles: map[string]article.Article{}, ids: map[string]string{}, have: map[graphmodel.Decision]graphmodel.Decision{}}
	for _, f := range s.file.Articles {
		if i := slices.IndexFunc(articles, func(b article.Article) bool { return f.sameAs(b) == textual }); i >= 0 {
			a.articles[f.ID] = articles[i]
		} else if i := slices.IndexFunc(articles, func(b article.Article) bool { return f.sameAs(b) == named }); i >= 0 {
			a.articles[f.ID] = articles[i]
		}
	}
	for _, d := range have {
		a.have[alike(d)] = d
		a.number = max(a.number, d.Number)
		for _, id := range []string{d.About, d.Other} {
			if n, made := graphmodel.Made(id); made {
				a.made = max(a.made, n)
			}
		}
	}
	for _, f := range s.file.Decisions {
		a.take(f)
	}
	return a.out
}

// likeness is how an article of the file is known again.
type likeness int

const (
	none likeness = iota
	named
	textual
)

func (f fileArticle) sameAs(a article.Article) likeness {
	switch {
	case f.ID == a.ID:
		return textual
	case f.Address != "" && f.Address == a.Address, f.Title != "" && f.Title == a.Title && f.Outlet == a.Outlet:
		return named
	}
	return none
}

// applier makes the decisions of one project another's.
type applier struct {
	articles map[string]article.Article // by the id that the file has
	ids      map[string]string          // of what decisions made: the file's and the project's
	have     map[graphmodel.Decision]graphmodel.Decision
	number   int
	made     int
	out      []graphmodel.Decision
}

// alike is a decision without what differs between two copies of it.
func alike(d graphmodel.Decision) graphmodel.Decision {
	d.Number, d.Time = 0, d.Time.UTC()
	for _, id := range []*string{&d.About, &d.Other, &d.Link.From, &d.Link.To} {
		if _, made := graphmodel.Made(*id); made {
			*id = ""
		}
	}
	return d
}

func (a *applier) take(f fileDecision) {
	d := graphmodel.Decision{Act: graphmodel.Act(f.Act), Scope: graphmodel.Scope(f.Scope), About: f.About, Other: f.Other, Value: f.Value, Reason: f.Reason,
		Anchor: a.anchor(f.Anchor), OtherAnchor: a.anchor(f.OtherAnchor)}
	d.Time, _ = time.Parse(time.RFC3339Nano, f.Time) // at no time, if it has none
	if f.Link != nil {
		d.Link = graphmodel.Key{From: f.Link.From, Type: graphmodel.LinkType(f.Link.Type), To: f.Link.To}
	}
	old, had := a.have[alike(d)]
	if had {
		a.learn(d.About, old.About)
		a.learn(d.Other, old.Other)
		return
	}
	for _, id := range []*string{&d.About, &d.Other, &d.Link.From, &d.Link.To} {
		*id = a.now(*id)
	}
	a.number++
	d.Number = a.number
	a.out = append(a.out, d)
}

// learn notes that what the file calls one is the other here.
func (a *applier) learn(theirs, ours string) {
	if _, made := graphmodel.Made(theirs); made {
		a.ids[theirs] = ours
	}
}

// now is the project's id for one of the file's.
func (a *applier) now(id string) string {
	if _, made := graphmodel.Made(id); !made {
		return id
	}
	if a.ids[id] == "" {
		a.made++
		kind, _, _ := strings.Cut(id, "/")
		a.ids[id] = graphmodel.MadeID(graphmodel.Kind(kind), a.made)
	}
	return a.ids[id]
}

// anchor puts an anchor on the project's article.
func (a *applier) anchor(f *fileAnchor) graphmodel.Anchor {
	if f == nil {
		return graphmodel.Anchor{}
	}
	anchor := graphmodel.Anchor{Article: f.Article, Quote: f.Quote, Prefix: f.Prefix, Suffix: f.Suffix}
	to, ok := a.articles[f.Article]
	if !ok {
		return anchor
	}
	n := 0
	for i := range to.Text {
		if n == f.Start {
			anchor.Start = i
			break
		}
		n++
	}
	return anchor.On(to.ID, to.Text)
}
