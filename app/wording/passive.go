package wording

import "byline/graphmodel"

// Passive is a link as its second end is told about it: who "takes part in"
// the summit is a thing that the summit is "attended by".
func Passive(t graphmodel.LinkType) string {
	switch t {
	case graphmodel.Leads:
		return "is led by"
	case graphmodel.WorksFor:
		return "employs"
	case graphmodel.MemberOf:
		return "has as a member"
	case graphmodel.PartOf:
		return "has as a part"
	case graphmodel.OfCountry:
		return "is the country of"
	case graphmodel.EnforcedBy:
		return "enforces"
	case graphmodel.TakesPartIn:
		return "is attended by"
	}
	if by, ok := byWords(t); ok {
		return "is " + by + " by"
	}
	return t.Words()
}

// byWords are the types that turn round with "by".
func byWords(t graphmodel.LinkType) (string, bool) {
	word, ok := map[graphmodel.LinkType]string{
		graphmodel.Owns:         "owned",
		graphmodel.Appoints:     "appointed",
		graphmodel.Supports:     "supported",
		graphmodel.Opposes:      "opposed",
		graphmodel.Criticises:   "criticised",
		graphmodel.Urges:        "urged",
		graphmodel.Threatens:    "threatened",
		graphmodel.Attacks:      "attacked",
		graphmodel.Investigates: "investigated",
		graphmodel.Sanctions:    "sanctioned",
		graphmodel.Funds:        "funded",
		graphmodel.Hosts:        "hosted",
		graphmodel.Proposes:     "proposed",
		graphmodel.Adopts:       "adopted",
		graphmodel.Repeals:      "repealed",
		graphmodel.Runs:         "run",
		graphmodel.Targets:      "targeted",
		graphmodel.CommentsOn:   "commented on",
	}[t]
	return word, ok
}
