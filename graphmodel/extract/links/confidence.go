package links

// The confidence of a link is the share of links of its kind that were right
// in annotated articles: those on which the rules were written. There they
// look better than elsewhere, so each kind counts as if twenty more links of it
// had been seen, of which four in five were right. docs/EXTRACTION.md has the
// figures, and what became of articles that were held back.
const (
	trustOffice  = 0.91 // an office beside a name
	trustHome    = 0.87 // where a body is from, and what it is part of
	trustVerb    = 0.92 // a verb with its subject and object
	trustNoun    = 0.92 // a noun with both, and who is named in a measure's description
	trustBehind  = 0.85 // the owner of what a verb is done to
	trustAnswer  = 0.84 // who answers or attends what the sentences before tell of
	trustSpeech  = 0.75 // praise and blame in what somebody says
	trustUnknown = 0.8  // not seen in those articles

	// The share of right links that is left where an end is only a pronoun, and
	// where it stands outside the sentence.
	trustPronoun = 0.8
	trustOutside = 0.9
	// trustUnreal is an estimate: conditions are rare.
	trustUnreal = 0.6
)

// confidence says how likely a claim is to be right.
func (f *finder) confidence(c claim, m mood) float64 {
	conf := trustIn(c.pattern)
	sent := f.Tokens[c.trigger].Sent
	switch {
	case m.pronoun:
		conf *= trustPronoun
	case f.Tokens[c.from.Token].Sent != sent || f.Tokens[c.to.Token].Sent != sent:
		conf *= trustOutside
	}
	if m.unreal {
		conf *= trustUnreal
	}
	return float64(int(conf*1000+0.5)) / 1000
}

// trustIn is how far a pattern is to be trusted, by its kind.
func trustIn(pattern string) float64 {
	switch pattern {
	case "role", "person-of", "holder":
		return trustOffice
	case "role-home", "home", "home-front", "home-phrase", "state-owned", "group-of", "made-up-of", "part", "under", "within":
		return trustHome
	case "verb", "act", "act-on", "at-request", "banned-in", "call-for", "given-to", "must", "refuses", "responsible", "send-to":
		return trustVerb
	case "noun", "aim", "between", "by", "against", "fund-for", "mutual", "owner", "parties", "penalty-for":
		return trustNoun
	case "verb-behind":
		return trustBehind
	case "answer", "answered", "presence", "item", "item-penalty":
		return trustAnswer
	case "quote", "comment", "comment-quote", "said-of", "called", "harshly", "critics", "blamed":
		return trustSpeech
	}
	return trustUnknown
}
