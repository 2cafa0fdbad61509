package measures

import (
	"strings"

	"byline/graphmodel"
	"byline/graphmodel/extract/page"
)

// verbMeasures are the verbs that name an instrument together with their
// object, and the noun that stands for it.
var verbMeasures = map[string]struct {
	noun string
	sort graphmodel.MeasureSort
}{
	"ban":           {"ban", graphmodel.SortBan},
	"prohibit":      {"ban", graphmodel.SortBan},
	"outlaw":        {"ban", graphmodel.SortBan},
	"suspend":       {"suspension", graphmodel.SortBan},
	"prorogue":      {"suspension", graphmodel.SortBan},
	"legalise":      {"law", graphmodel.SortLaw},
	"legalize":      {"law", graphmodel.SortLaw},
	"decriminalise": {"law", graphmodel.SortLaw},
	"decriminalize": {"law", graphmodel.SortLaw},
	"criminalise":   {"law", graphmodel.SortLaw},
	"criminalize":   {"law", graphmodel.SortLaw},
	"nationalise":   {"nationalisation", graphmodel.SortStrategy},
	"nationalize":   {"nationalisation", graphmodel.SortStrategy},
	"sanction":      {"sanction", graphmodel.SortSanction},
	"dissolve":      {"dissolution", graphmodel.SortBan},
}

// verbs finds measures that are said with a verb: "agreed to suspend
// Parliament", "voted to legalise same-sex marriage".
func (f *finder) verbs() {
	for i := range f.Tokens {
		t := &f.Tokens[i]
		v, ok := verbMeasures[t.Lemma]
		if !ok || t.Pos != "VERB" || f.inName(i) || t.Dep == "amod" {
			continue
		}
		obj := f.Kid(i, "dobj")
		passive := false
		if obj == page.None {
			obj, passive = f.Kid(i, "nsubjpass"), true
		}
		if obj == page.None || f.Tokens[obj].Pos == "PRON" || !f.verbObject(i, obj, v.noun) {
			continue
		}
		m := found{head: i, word: v.noun, sort: v.sort, verb: true}
		if passive {
			m.start, m.end = f.Tokens[obj].Left, f.cut(i, f.afterVerb(i, i+1))
		} else {
			m.start, m.end = i, f.cut(i, f.afterVerb(i, f.Tokens[obj].Right))
		}
		for m.start < i && (f.Tokens[m.start].Pos == "DET" || f.Tokens[m.start].Pos == "PUNCT") {
			m.start++
		}
		m.content = f.contentOf(f.Tokens[obj].Left, f.Tokens[obj].Right, page.None)
		m.name = f.verbName(v.noun, t.Lemma, obj)
		f.found = append(f.found, m)
	}
}

// verbObject reports whether verb and object together name an instrument.
func (f *finder) verbObject(i, obj int, noun string) bool {
	thing := f.ThingAt(obj)
	kind := f.Kind(thing)
	switch noun {
	case "suspension", "dissolution":
		if kind == "" && noun == "suspension" && f.Tokens[obj].Tag == "NNS" && f.Kid(i, "nsubj") != page.None {
			return f.Lex.RoleEnds[f.Tokens[obj].Lemma] || f.Lex.In("representative", f.Tokens[obj].Lemma)
		}
		return kind == graphmodel.Organisation && f.Things[thing].OrgSort == "parliament"
	case "ban":
		return kind == "" && f.Tokens[obj].Pos != "PROPN" && f.Kid(i, "nsubj", "aux", "auxpass", "agent") != page.None && !f.ruled(i)
	case "sanction":
		return kind == graphmodel.Country
	}
	return kind == ""
}

// ruled reports whether the verb only says what a measure already found does:
// "a decree banning veils", "a bill to ban veils".
func (f *finder) ruled(i int) bool {
	switch f.Tokens[i].Dep {
	case "acl", "relcl", "pcomp":
		return true
	}
	if s := f.Kid(i, "nsubj"); s != page.None {
		_, _, ok := f.word(s)
		return ok
	}
	return false
}

// afterVerb takes in the phrases of place and time right behind the object.
func (f *finder) afterVerb(i, end int) int {
	for _, k := range f.Kids(i) {
		if t := &f.Tokens[k]; t.Dep == "prep" && t.Left == end && (t.Lower == "in" || t.Lower == "for" || t.Lower == "from") {
			end = t.Right
		}
	}
	return end
}

// verbName is what such a measure is called.
func (f *finder) verbName(noun, lemma string, obj int) string {
	object := strings.Join(strings.Fields(f.Text(f.Tokens[obj].Left, f.Tokens[obj].Right)), " ")
	if len(object) > 60 {
		object = f.Tokens[obj].Text
	}
	object = strings.TrimPrefix(object, "the ")
	switch noun {
	case "ban":
		return "ban on " + object
	case "suspension", "dissolution", "nationalisation":
		return noun + " of " + object
	case "sanction":
		return "sanctions on " + object
	}
	return lemma + " " + object
}
