package resolve

import (
	"errors"

	"byline/graphmodel"
)

// Why a decision does not fit. People see it after the decision and a colon.
var (
	errNoArticle  = errors.New("the article it stands on is not in the project")
	errNoWords    = errors.New("its words are not in the article any more")
	errNoMention  = errors.New("its words name nothing any more")
	errNoThing    = errors.New("what it is about is not there any more")
	errNothing    = errors.New("nothing is left of what was split off")
	errOne        = errors.New("the article, read anew, takes both for one")
	errNoSentence = errors.New("the sentence does not say that any more")
	errKinds      = errors.New("this type of link does not join these kinds of things")
	errUnknown    = errors.New("this version of Byline does not know what was decided")
	// errWaiting: the article has not been read yet, so nobody can say.
	errWaiting = errors.New("the article is still to be read")
)

// place is one mention of one thing of one reading. With madeItem it is what a
// decision made, by its number among the entities.
type place struct{ item, mention int }

const madeItem = -1

// words are where an anchor's words stand now.
func (r *resolver) words(a graphmodel.Anchor) (graphmodel.Span, error) {
	n, ok := r.reading[a.Article]
	if !ok {
		return graphmodel.Span{}, errNoArticle
	}
	span, ok := a.Find(r.articles[n].Text)
	switch {
	case !ok:
		return span, errNoWords
	case r.readings[n] == nil:
		return span, errWaiting
	}
	return span, nil
}

// at is the mention that an anchor's words are now, or overlap most.
func (r *resolver) at(a graphmodel.Anchor) (place, error) {
	span, err := r.words(a)
	if err != nil {
		return place{}, err
	}
	n := r.reading[a.Article]
	best, found := 0, place{}
	for t, thing := range r.readings[n].Things {
		for m, mention := range thing.Mentions {
			if mention.Span == span {
				return place{r.offset[n] + t, m}, nil
			}
			if common := min(span.End, mention.End) - max(span.Start, mention.Start); common > best {
				best, found = common, place{r.offset[n] + t, m}
			}
		}
	}
	if best == 0 {
		return place{}, errNoMention
	}
	return found, nil
}

// find is the entity that a decision is about. What a decision made is known
// by its id; anything else by the words that the decision stands on, and only
// where those are gone by an id that the name alone gives in every article.
func (r *resolver) find(id string, a graphmodel.Anchor) (int, error) {
	_, made := graphmodel.Made(id)
	var lost error
	if !made && !a.Empty() {
		p, err := r.at(a)
		if err == nil {
			return r.entityAt(p), nil
		}
		if errors.Is(err, errWaiting) {
			return -1, err
		}
		lost = err
	}
	i, ok := r.byID[id]
	switch {
	case ok && (lost == nil || !r.unsure[id]):
		return r.current(i), nil
	case lost != nil:
		return -1, lost
	}
	return -1, errNoThing
}

// entityAt is the entity that a mention means.
func (r *resolver) entityAt(p place) int {
	if p.item == madeItem {
		return r.current(p.mention)
	}
	i, moved := r.owner[p]
	if !moved {
		i = r.items[p.item].group
	}
	return r.current(i)
}

// current is the entity that entity i is part of by now.
func (r *resolver) current(i int) int {
	for {
		into, merged := r.into[i]
		if !merged {
			return i
		}
		i = into
	}
}

// now is the id that an id goes by after the decisions.
func (r *resolver) now(id string) string {
	if i, ok := r.byID[id]; ok {
		return r.entity[r.current(i)].ID
	}
	return id
}

// nearest is the mention of a thing that is nearest to a span of its article.
func (r *resolver) nearest(item int, span graphmodel.Span) place {
	if !r.splits {
		return place{item, 0} // all of them mean the same
	}
	best, at := -1, 0
	for m, mention := range r.thing(item).Mentions {
		gap := max(mention.Start-span.End, span.Start-mention.End, 0)
		if mention.Span == span {
			return place{item, m}
		}
		if best < 0 || gap < best {
			best, at = gap, m
		}
	}
	return place{item, at}
}
