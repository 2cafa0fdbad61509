package names

import (
	"byline/graphmodel"
	"byline/graphmodel/extract/draft"
)

// homes gives organisations the country that their name or the words before
// it tell.
func (f *finder) homes() {
	for i := range f.named {
		n := &f.named[i]
		t := &f.Things[n.thing]
		if n.kind != graphmodel.Organisation || t.Country != draft.None {
			continue
		}
		for k := n.start; k < n.end; k++ {
			if e, _, ok := f.longest(f.Lex.Countries, k); ok && t.OrgSort != "world" && e.Form != graphmodel.FormMetonym && (k == n.start || f.Tokens[k-1].Lower == "of" || f.Tokens[k-1].Lower == "the") && n.entry.Key == "" {
				t.Country = f.country(e.Key)
				break
			}
		}
		if t.Country == draft.None {
			if c := f.countryEnding(n.start); c >= 0 && t.OrgSort != "world" {
				t.Country = f.named[c].thing
			}
		}
	}
}

// country is the thing of that code, if the article names it.
func (f *finder) country(code string) int {
	for i := range f.Things {
		if f.Things[i].Code == code {
			return i
		}
	}
	return draft.None
}
