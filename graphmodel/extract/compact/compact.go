// Package compact writes the reading of an article in few bytes and makes it
// again of them and the article's text: most of what a reading says stands in
// the text. It owns that form. It refuses to judge whether a reading is the
// one that today's rules would give.
package compact

import (
	"errors"

	"byline/graphmodel"
	"byline/graphmodel/article"
	"byline/graphmodel/extract"
)

// ErrData says that bytes are no reading of that article.
var ErrData = errors.New("these bytes are no reading of this article")

// Form is the version of the form; it grows whenever the bytes of one reading
// become others.
const Form = "1"

// Encode writes the article's reading in few bytes.
func Encode(a article.Article, r *extract.Reading) []byte {
	c := &coder{texts: map[string]string{a.ID: a.Text}, text: a.Text, writing: true, index: map[string]int{}}
	for i, w := range known(a.ID) {
		c.index[w] = i
	}
	own := *r
	c.reading(&own)
	return c.out
}

// Decode makes a reading of the bytes that Encode made of it, with the same
// article. Bytes that are damaged give ErrData or another reading: a seal must
// keep them. The reading keeps the article's text alive.
func Decode(a article.Article, data []byte) (*extract.Reading, error) {
	c := &coder{texts: map[string]string{a.ID: a.Text}, text: a.Text, in: string(data), seen: known(a.ID)}
	r := &extract.Reading{}
	c.reading(r)
	if c.err == nil && c.in != "" {
		c.fail()
	}
	if c.err != nil {
		return nil, c.err
	}
	return r, nil
}

func (c *coder) reading(r *extract.Reading) {
	word(c, &r.Article)
	list(c, &r.Things, c.thing)
	list(c, &r.Claims, c.claim)
}

func (c *coder) thing(t *extract.Thing) {
	word(c, &t.Kind)
	word(c, &t.Name)
	t.Key = c.folded(t.Key, t.Name)
	word(c, &t.Code)
	word(c, &t.MeasureSort)
	word(c, &t.Amount)
	c.bool(&t.Proper)
	list(c, &t.Mentions, c.mention)
	list(c, &t.Roles, func(r *extract.Role) {
		word(c, &r.Title)
		r.Of = c.int(r.Of)
		c.bool(&r.Ended)
		c.span(&r.Span)
	})
	list(c, &t.Statuses, c.status)
}

func (c *coder) mention(m *graphmodel.Mention) {
	c.span(&m.Span)
	m.Text = c.quote(m.Text, m.Span)
	word(c, &m.Form)
}

func (c *coder) status(s *graphmodel.MeasureStatus) {
	word(c, &s.Word)
	word(c, &s.Date)
	c.span(&s.Span)
}

func (c *coder) claim(l *extract.Claim) {
	l.From, l.To, l.Speaker = c.int(l.From), c.int(l.To), c.int(l.Speaker)
	word(c, &l.Type)
	c.evidence(&l.Evidence)
}

func (c *coder) evidence(e *graphmodel.Evidence) {
	for _, s := range []*graphmodel.Span{&e.Sentence, &e.Trigger, &e.From, &e.To} {
		c.span(s)
	}
	e.Text = c.quote(e.Text, e.Sentence)
	for _, s := range []*string{&e.Date, &e.Attribution, &e.Amount, &e.Pattern} {
		word(c, s)
	}
	word(c, &e.Tense)
	word(c, &e.Polarity)
	word(c, &e.Certainty)
	c.bool(&e.DateGuessed)
	c.bool(&e.Confirmed)
	e.Confidence = c.float(e.Confidence)
}
