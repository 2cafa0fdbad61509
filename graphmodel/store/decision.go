package store

import (
	"database/sql"
	"strconv"

	"byline/graphmodel"
)

// firstColumns are the decision's as version 1 of the schema has them, as
// text, without the seal.
func firstColumns(d graphmodel.Decision) []string {
	return []string{strconv.Itoa(d.Number), encodeTime(d.Time), string(d.Act), d.About, d.Other,
		d.Link.From, string(d.Link.Type), d.Link.To,
		d.Anchor.Article, d.Anchor.Quote, d.Anchor.Prefix, d.Anchor.Suffix, d.Reason, d.Value}
}

// laterColumns are those of version 2, or nil if they hold nothing: a decision
// of version 1 has none of them, and its seal covers the first columns only.
func laterColumns(d graphmodel.Decision) []string {
	o := d.OtherAnchor
	if d.Scope == "" && d.Anchor.Start == 0 && o == (graphmodel.Anchor{}) {
		return nil
	}
	return []string{string(d.Scope), strconv.Itoa(d.Anchor.Start), o.Article, o.Quote, o.Prefix, o.Suffix, strconv.Itoa(o.Start)}
}

func (w writer) addDecision(d graphmodel.Decision) error {
	c, later := firstColumns(d), laterColumns(d)
	err := w.exec(`INSERT INTO decision (number, time, act, about, other, link_from, link_type, link_to, article, quote, prefix, suffix, reason, value, seal)
		VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
		d.Number, c[1], c[2], c[3], c[4], c[5], c[6], c[7], c[8], c[9], c[10], c[11], c[12], c[13], seal(append(c, later...)...))
	if err != nil || later == nil {
		return err
	}
	return w.exec(`UPDATE decision SET scope = ?, start = ?, other_article = ?, other_quote = ?, other_prefix = ?, other_suffix = ?, other_start = ?
		WHERE number = ?`, later[0], d.Anchor.Start, later[2], later[3], later[4], later[5], d.OtherAnchor.Start, d.Number)
}

// selectDecision is the query for decisions, of a file of either version.
func (l *loader) selectDecision() string {
	const first = `SELECT number, time, act, about, other, link_from, link_type, link_to, article, quote, prefix, suffix, reason, value, seal`
	if _, err := l.conn.ExecContext(l.ctx, `SELECT scope FROM decision LIMIT 0`); err != nil {
		return first + `, '', 0, '', '', '', '', 0 FROM decision`
	}
	return first + `, scope, start, other_article, other_quote, other_prefix, other_suffix, other_start FROM decision`
}

func (l *loader) decisions() error {
	return l.each(l.selectDecision()+` ORDER BY number`, func(rows *sql.Rows) error {
		d, sound, err := scanDecision(rows)
		if err != nil {
			return err
		}
		if !sound {
			l.problem("Correction %d is not as it was saved.", d.Number)
		}
		l.content.Decisions = append(l.content.Decisions, d)
		return nil
	})
}

// scanDecision reads one row and says whether its seal holds.
func scanDecision(rows *sql.Rows) (d graphmodel.Decision, sound bool, err error) {
	var when, act, linkType, scope, sealed string
	a, o := &d.Anchor, &d.OtherAnchor
	err = rows.Scan(&d.Number, &when, &act, &d.About, &d.Other, &d.Link.From, &linkType, &d.Link.To,
		&a.Article, &a.Quote, &a.Prefix, &a.Suffix, &d.Reason, &d.Value, &sealed,
		&scope, &a.Start, &o.Article, &o.Quote, &o.Prefix, &o.Suffix, &o.Start)
	if err != nil {
		return graphmodel.Decision{}, false, err
	}
	var errTime error
	d.Time, errTime = decodeTime(when)
	d.Act, d.Link.Type, d.Scope = graphmodel.Act(act), graphmodel.LinkType(linkType), graphmodel.Scope(scope)
	c := firstColumns(d)
	c[1] = when // as it was written, whatever it means
	sound = errTime == nil && seal(append(c, laterColumns(d)...)...) == sealed
	for _, text := range []*string{&d.About, &d.Other, &d.Link.From, &d.Link.To, &a.Article, &a.Quote, &a.Prefix, &a.Suffix,
		&d.Reason, &d.Value, &o.Article, &o.Quote, &o.Prefix, &o.Suffix, &act, &linkType, &scope} {
		sound = tidy(text) && sound
	}
	d.Act, d.Link.Type, d.Scope = graphmodel.Act(act), graphmodel.LinkType(linkType), graphmodel.Scope(scope)
	return d, sound, nil
}

func (s *salvager) decisions() {
	if !s.tables["decision"] {
		return
	}
	query := s.selectDecision() + ` WHERE number = ?`
	for _, n := range s.numbers("decision") {
		sound := true
		err := s.each(query, func(rows *sql.Rows) error {
			d, ok, err := scanDecision(rows)
			if err == nil && ok {
				s.content.Decisions = append(s.content.Decisions, d)
			}
			sound = ok
			return err
		}, n)
		// A correction that is not what the person said is worse than none.
		if err != nil || !sound {
			s.problem("Correction %d could not be read.", n)
		}
	}
}
