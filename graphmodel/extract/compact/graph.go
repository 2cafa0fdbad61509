package compact

import (
	"byline/graphmodel"
	"byline/graphmodel/article"
)

// EncodeGraph writes things and links of these articles in few bytes.
func EncodeGraph(articles []article.Article, things []graphmodel.Entity, links []graphmodel.Link) []byte {
	c := graphCoder(articles)
	c.writing, c.index = true, map[string]int{}
	for i, w := range c.seen {
		c.index[w] = i
	}
	list(c, &things, c.entity)
	list(c, &links, c.link)
	return c.out
}

// DecodeGraph makes a graph of the bytes that EncodeGraph made, with the same
// articles. It returns ErrData for bytes that are none.
func DecodeGraph(articles []article.Article, data []byte) (*graphmodel.Graph, error) {
	c := graphCoder(articles)
	c.in = string(data)
	var things []graphmodel.Entity
	var links []graphmodel.Link
	list(c, &things, c.entity)
	list(c, &links, c.link)
	if c.err != nil || c.in != "" {
		return nil, ErrData
	}
	g := graphmodel.NewGraph()
	for _, e := range things {
		if g.AddEntity(e) != nil {
			return nil, ErrData
		}
	}
	for _, l := range links {
		if g.AddLink(l) != nil {
			return nil, ErrData
		}
	}
	return g, nil
}

func graphCoder(articles []article.Article) *coder {
	c := &coder{texts: make(map[string]string, len(articles)), seen: known("")}
	for _, a := range articles {
		c.texts[a.ID] = a.Text
	}
	return c
}

func (c *coder) entity(e *graphmodel.Entity) {
	word(c, &e.ID)
	word(c, &e.Kind)
	word(c, &e.Name)
	word(c, &e.Code)
	word(c, &e.MeasureSort)
	word(c, &e.Amount)
	c.bool(&e.ByHand)
	list(c, &e.Names, func(n *graphmodel.NameCount) {
		word(c, &n.Text)
		n.Count = c.int(n.Count)
	})
	list(c, &e.Mentions, c.mention)
	list(c, &e.Roles, func(r *graphmodel.Role) {
		word(c, &r.Title)
		word(c, &r.Of)
		c.bool(&r.Ended)
		c.span(&r.Span)
	})
	list(c, &e.Statuses, c.status)
}

func (c *coder) link(l *graphmodel.Link) {
	word(c, &l.From)
	word(c, &l.Type)
	word(c, &l.To)
	c.bool(&l.ByHand)
	word(c, &l.Reason)
	list(c, &l.Evidence, c.evidence)
}
