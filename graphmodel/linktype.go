package graphmodel

import "slices"

// LinkType says how the first end of a link stands to the second.
type LinkType string

// The 28 types. The comment after each gives the kinds of its two ends:
// P person, O organisation, C country, M measure, A any actor (P, O or C).
const (
	Leads          LinkType = "LEADS"           // P -> O, C
	WorksFor       LinkType = "WORKS_FOR"       // P -> O, C
	MemberOf       LinkType = "MEMBER_OF"       // A -> O
	PartOf         LinkType = "PART_OF"         // O -> O, M -> M
	OfCountry      LinkType = "OF_COUNTRY"      // P, O -> C
	Owns           LinkType = "OWNS"            // A -> O
	Appoints       LinkType = "APPOINTS"        // A -> P, dismissals too
	Meets          LinkType = "MEETS"           // A - A, no direction
	CooperatesWith LinkType = "COOPERATES_WITH" // A - A, no direction
	Supports       LinkType = "SUPPORTS"        // A -> A, M
	Opposes        LinkType = "OPPOSES"         // A -> A, M
	Criticises     LinkType = "CRITICISES"      // A -> A, M
	Urges          LinkType = "URGES"           // A -> A
	Threatens      LinkType = "THREATENS"       // A -> A
	Attacks        LinkType = "ATTACKS"         // A -> A
	Investigates   LinkType = "INVESTIGATES"    // A -> A
	Sanctions      LinkType = "SANCTIONS"       // A -> A
	Funds          LinkType = "FUNDS"           // A, M -> A, M
	Hosts          LinkType = "HOSTS"           // A -> M
	TakesPartIn    LinkType = "TAKES_PART_IN"   // A -> M
	Proposes       LinkType = "PROPOSES"        // A -> M
	Adopts         LinkType = "ADOPTS"          // A -> M
	Repeals        LinkType = "REPEALS"         // A -> M
	Runs           LinkType = "RUNS"            // A -> M
	Targets        LinkType = "TARGETS"         // M -> A
	EnforcedBy     LinkType = "ENFORCED_BY"     // M -> M
	CommentsOn     LinkType = "COMMENTS_ON"     // A -> A, M; weak
	RelatedTo      LinkType = "RELATED_TO"      // any - any, no direction; weak
)

// Ends as letters: any actor; any actor or a measure.
const (
	endsActor     = "POC"
	endsActorMeas = "POCM"
)

// linkRule is one row of the vocabulary: the words a person reads on a link,
// and the kinds that its ends may have as letters of "POCM".
type linkRule struct {
	kind       LinkType
	words      string
	heads      string
	tails      string
	undirected bool
	weak       bool
}

var linkRules = []linkRule{
	{kind: Leads, words: "leads", heads: "P", tails: "OC"},
	{kind: WorksFor, words: "works for", heads: "P", tails: "OC"},
	{kind: MemberOf, words: "is a member of", heads: endsActor, tails: "O"},
	{kind: PartOf, words: "is part of", heads: "OM", tails: "OM"},
	{kind: OfCountry, words: "is of", heads: "PO", tails: "C"},
	{kind: Owns, words: "owns", heads: endsActor, tails: "O"},
	{kind: Appoints, words: "appoints", heads: endsActor, tails: "P"},
	{kind: Meets, words: "meets", heads: endsActor, tails: endsActor, undirected: true},
	{kind: CooperatesWith, words: "cooperates with", heads: endsActor, tails: endsActor, undirected: true},
	{kind: Supports, words: "supports", heads: endsActor, tails: endsActorMeas},
	{kind: Opposes, words: "opposes", heads: endsActor, tails: endsActorMeas},
	{kind: Criticises, words: "criticises", heads: endsActor, tails: endsActorMeas},
	{kind: Urges, words: "urges", heads: endsActor, tails: endsActor},
	{kind: Threatens, words: "threatens", heads: endsActor, tails: endsActor},
	{kind: Attacks, words: "attacks", heads: endsActor, tails: endsActor},
	{kind: Investigates, words: "investigates", heads: endsActor, tails: endsActor},
	{kind: Sanctions, words: "sanctions", heads: endsActor, tails: endsActor},
	{kind: Funds, words: "funds", heads: endsActorMeas, tails: endsActorMeas},
	{kind: Hosts, words: "hosts", heads: endsActor, tails: "M"},
	{kind: TakesPartIn, words: "takes part in", heads: endsActor, tails: "M"},
	{kind: Proposes, words: "proposes", heads: endsActor, tails: "M"},
	{kind: Adopts, words: "adopts", heads: endsActor, tails: "M"},
	{kind: Repeals, words: "repeals", heads: endsActor, tails: "M"},
	{kind: Runs, words: "runs", heads: endsActor, tails: "M"},
	{kind: Targets, words: "targets", heads: "M", tails: endsActor},
	{kind: EnforcedBy, words: "is enforced by", heads: "M", tails: "M"},
	{kind: CommentsOn, words: "comments on", heads: endsActor, tails: endsActorMeas, weak: true},
	{kind: RelatedTo, words: "is related to", heads: endsActorMeas, tails: endsActorMeas, undirected: true, weak: true},
}

var ruleOf = func() map[LinkType]linkRule {
	m := make(map[LinkType]linkRule, len(linkRules))
	for _, r := range linkRules {
		m[r.kind] = r
	}
	return m
}()

// LinkTypes lists the 28 types in the order of the vocabulary.
func LinkTypes() []LinkType {
	types := make([]LinkType, len(linkRules))
	for i, r := range linkRules {
		types[i] = r.kind
	}
	return types
}

// Valid reports whether t is one of the 28 types.
func (t LinkType) Valid() bool { _, ok := ruleOf[t]; return ok }

// Words is the type as a person reads it on a link: "takes part in".
func (t LinkType) Words() string { return ruleOf[t].words }

// Undirected reports whether the type reads the same from both ends.
func (t LinkType) Undirected() bool { return ruleOf[t].undirected }

// Weak reports whether the type says little: comments on, is related to.
func (t LinkType) Weak() bool { return ruleOf[t].weak }

// Fits reports whether a link of this type may run from a thing of kind head
// to one of kind tail.
func (t LinkType) Fits(head, tail Kind) bool {
	r, ok := ruleOf[t]
	if !ok {
		return false
	}
	if t == PartOf && head != tail {
		return false
	}
	return slices.Contains([]byte(r.heads), letter(head)) && slices.Contains([]byte(r.tails), letter(tail))
}

func letter(k Kind) byte {
	switch k {
	case Person:
		return 'P'
	case Organisation:
		return 'O'
	case Country:
		return 'C'
	case Measure:
		return 'M'
	}
	return 0
}
