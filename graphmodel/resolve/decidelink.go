package resolve

import (
	"slices"

	"byline/graphmodel"
)

// aboutLink applies a decision about a link.
func (r *resolver) aboutLink(d graphmodel.Decision) error {
	if d.Act == graphmodel.ActLink {
		return r.draw(d)
	}
	meant, err := r.meantClaims(d)
	if err != nil {
		return err
	}
	for _, i := range meant {
		if err := r.judge(d, &r.claims.list[i]); err != nil {
			return err
		}
	}
	if d.Act == graphmodel.ActNote {
		r.notes = append(r.notes, note{d, noThing, meant[0]})
	}
	return nil
}

// judge applies a decision to one claim.
func (r *resolver) judge(d graphmodel.Decision, c *claim) error {
	switch d.Act {
	case graphmodel.ActReject:
		c.rejected = true
	case graphmodel.ActRestore:
		c.rejected = false
	case graphmodel.ActConfirm:
		c.rejected = false
		c.change(func(e *graphmodel.Evidence) { e.Confirmed = true })
	case graphmodel.ActType:
		if !r.fits(c.from, graphmodel.LinkType(d.Value), c.to) {
			return errKinds
		}
		c.kind = graphmodel.LinkType(d.Value)
	case graphmodel.ActTurn:
		if !r.fits(c.to, c.kind, c.from) {
			return errKinds
		}
		c.from, c.to = c.to, c.from
		c.change(func(e *graphmodel.Evidence) { e.From, e.To = e.To, e.From })
	case graphmodel.ActStatus:
		if graphmodel.Status(d.Value) == graphmodel.StatusStated {
			c.speaker = nil
		}
		c.change(func(e *graphmodel.Evidence) { *e = e.WithStatus(graphmodel.Status(d.Value)) })
	case graphmodel.ActDate:
		c.change(func(e *graphmodel.Evidence) { e.Date, e.DateGuessed = d.Value, false })
	case graphmodel.ActNote:
	default:
		return errUnknown
	}
	return nil
}

// change changes what the claim's sentence says.
func (c *claim) change(change func(*graphmodel.Evidence)) {
	c.evidence = slices.Clone(c.evidence)
	for i := range c.evidence {
		change(&c.evidence[i])
	}
}

func (r *resolver) fits(from place, t graphmodel.LinkType, to place) bool {
	return t.Fits(r.entity[r.entityAt(from)].Kind, r.entity[r.entityAt(to)].Kind)
}

// draw puts in a link that a person drew: because of a sentence, or for a
// reason, between the things that the two anchors name.
func (r *resolver) draw(d graphmodel.Decision) error {
	c := claim{kind: d.Link.Type, byHand: true, reason: d.Reason}
	var from, to int
	var err error
	if d.Scope == graphmodel.ScopeSentence {
		var span graphmodel.Span
		if span, err = r.words(d.Anchor); err != nil {
			return err
		}
		from, err = r.named(d.Link.From, span)
		if err == nil {
			to, err = r.named(d.Link.To, span)
		}
		if err == nil {
			c.evidence = []graphmodel.Evidence{{
				Sentence: span, Text: d.Anchor.Quote, From: r.inside(from, span), To: r.inside(to, span), Tense: graphmodel.Present,
				Polarity: graphmodel.Positive, Certainty: graphmodel.Asserted, Pattern: byHandPattern, Confidence: 1,
			}}
		}
	} else {
		from, err = r.find(d.Link.From, d.Anchor)
		if err == nil {
			to, err = r.find(d.Link.To, d.OtherAnchor)
		}
	}
	if err != nil {
		return err
	}
	c.from, c.to = place{madeItem, from}, place{madeItem, to}
	if from == to || !r.fits(c.from, c.kind, c.to) {
		return errKinds
	}
	r.claims.add(c)
	return nil
}

// byHandPattern stands where evidence has the pattern that found it.
const byHandPattern = "by hand"

// named is the thing of an id, if that is certain or the sentence names it.
func (r *resolver) named(id string, sentence graphmodel.Span) (int, error) {
	i, ok := r.byID[id]
	if !ok {
		return -1, errNoThing
	}
	i = r.current(i)
	if r.unsure[id] && r.inside(i, sentence).Empty() {
		return -1, errNoThing
	}
	return i, nil
}

// inside is the first mention of entity i in a sentence, empty if there is
// none.
func (r *resolver) inside(i int, sentence graphmodel.Span) graphmodel.Span {
	for _, m := range r.entity[i].Mentions {
		if sentence.Contains(m.Span) {
			return m.Span
		}
	}
	return graphmodel.Span{}
}
