package resolve

import (
	"errors"
	"slices"

	"byline/graphmodel"
	"byline/graphmodel/extract"
)

// claim is a link as one sentence says it, or as a person drew it.
type claim struct {
	from, to place // what its ends mean now is asked of the resolver
	kind     graphmodel.LinkType
	// evidence is one sentence, or none for a link that was drawn for a reason.
	evidence []graphmodel.Evidence
	speaker  *place // who says so, if that is a thing
	byHand   bool
	reason   string
	rejected bool
}

// claims are all of them, and where to find those of an item or an article.
type claims struct {
	list      []claim
	byItem    map[int][]int // by an item at either end
	byArticle map[string][]int
}

func (c *claims) add(one claim) {
	i := len(c.list)
	c.list = append(c.list, one)
	for _, p := range []place{one.from, one.to} {
		c.byItem[p.item] = append(c.byItem[p.item], i)
	}
	for _, e := range one.evidence {
		c.byArticle[e.Sentence.Article] = append(c.byArticle[e.Sentence.Article], i)
	}
}

// gatherClaims takes what the readings claim.
func (r *resolver) gatherClaims() {
	r.claims = claims{byItem: map[int][]int{}, byArticle: map[string][]int{}}
	for n, rd := range r.readings {
		if rd == nil {
			continue
		}
		for _, c := range rd.Claims {
			e := c.Evidence
			one := claim{from: r.nearest(r.offset[n]+c.From, e.From), to: r.nearest(r.offset[n]+c.To, e.To), kind: c.Type, evidence: []graphmodel.Evidence{e}}
			if c.Speaker != extract.None {
				p := r.nearest(r.offset[n]+c.Speaker, e.Sentence)
				one.speaker = &p
			}
			r.claims.add(one)
		}
	}
}

// link is the link that a claim is of, as things are now.
func (r *resolver) link(i int) graphmodel.Link {
	c := r.claims.list[i]
	l := graphmodel.Link{From: r.idAt(c.from), Type: c.kind, To: r.idAt(c.to), Evidence: slices.Clone(c.evidence), ByHand: c.byHand, Reason: c.reason}
	if c.speaker != nil {
		l.Evidence[0].Attribution = r.idAt(*c.speaker)
	}
	return l.Canonical()
}

func (r *resolver) key(i int) graphmodel.Key {
	c := &r.claims.list[i]
	return graphmodel.Link{From: r.idAt(c.from), Type: c.kind, To: r.idAt(c.to)}.Canonical().Key()
}

func (r *resolver) idAt(p place) string { return r.entity[r.entityAt(p)].ID }

// meantClaims are the claims that a decision about a link is about. The
// sentence it stands on says which link that is, whatever ids its ends have;
// where the sentence is gone, the ids do if names alone give them.
func (r *resolver) meantClaims(d graphmodel.Decision) ([]int, error) {
	key := graphmodel.Link{From: r.now(d.Link.From), Type: d.Link.Type, To: r.now(d.Link.To)}.Canonical().Key()
	if d.Anchor.Empty() {
		return r.claimsOf(key)
	}
	span, err := r.words(d.Anchor)
	if errors.Is(err, errWaiting) {
		return nil, err
	}
	var said []int
	if err == nil {
		said, err = r.said(span, key)
	}
	switch {
	case err == nil && d.Scope == graphmodel.ScopeSentence:
		return said, nil
	case err == nil:
		return r.claimsOf(r.key(said[0]))
	case d.Scope == graphmodel.ScopeSentence || r.unsure[key.From] || r.unsure[key.To]:
		return nil, err
	}
	if all, lost := r.claimsOf(key); lost == nil {
		return all, nil
	}
	return nil, err
}

// claimsOf are the claims of one link.
func (r *resolver) claimsOf(key graphmodel.Key) ([]int, error) {
	from, ok := r.byID[key.From]
	if !ok {
		return nil, errNoThing
	}
	var all []int
	for _, item := range append([]int{madeItem}, r.parts[from]...) {
		for _, i := range r.claims.byItem[item] {
			if r.claims.list[i].kind == key.Type && r.key(i) == key {
				all = append(all, i)
			}
		}
	}
	slices.Sort(all)
	if all = slices.Compact(all); len(all) == 0 {
		return nil, errNoSentence
	}
	return all, nil
}

// said are the claims that a sentence makes of the link, or else of the one
// link of its type that the sentence speaks of.
func (r *resolver) said(sentence graphmodel.Span, key graphmodel.Key) ([]int, error) {
	var of, like []int
	for _, i := range r.claims.byArticle[sentence.Article] {
		c := r.claims.list[i]
		if !c.evidence[0].Sentence.Overlaps(sentence) || c.kind != key.Type {
			continue
		}
		if like = append(like, i); r.key(i) == key {
			of = append(of, i)
		}
	}
	if len(of) > 0 {
		return of, nil
	}
	if len(like) == 0 {
		return nil, errNoSentence
	}
	for _, i := range like {
		if r.key(i) != r.key(like[0]) {
			return nil, errNoSentence
		}
	}
	return like, nil
}
