package build_test

import (
	"slices"
	"testing"

	"byline/graphmodel"
)

// measuresOf are the measures of a text by name, with the words that mean each.
func measuresOf(t *testing.T, text string) map[string][]string {
	t.Helper()
	out := map[string][]string{}
	for _, e := range graphOf(t, text).Entities() {
		if e.Kind != graphmodel.Measure {
			continue
		}
		out[e.Name] = []string{}
		for _, m := range e.Mentions {
			out[e.Name] = append(out[e.Name], m.Text)
		}
	}
	return out
}

func TestWhatMeansAMeasure(t *testing.T) {
	for _, c := range []struct {
		name, text, measure string
		want, not           []string
	}{
		{
			name: "a move is the act, not the licence", measure: "export ban",
			text: "Ghana granted a temporary fishing licence to Togo. The temporary fishing licence is cheap and the licence was renewed. Later Ghana imposed an export ban on cocoa. Critics called the move a mistake.",
			want: []string{"move"},
		},
		{
			name: "a decision of parliament", measure: "legalise fireworks",
			text: "The Danish parliament voted to legalise fireworks. The decision pleased Sweden.",
			want: []string{"decision"},
		},
		{
			name: "a court's decision is no measure", measure: "legalise fireworks",
			text: "The Danish parliament voted to legalise fireworks. The Supreme Court of Denmark said a tax refund was due. The decision pleased Sweden.",
			not:  []string{"decision"},
		},
		{
			name: "a decision that is said to be a court's", measure: "legalise fireworks",
			text: "The Danish parliament voted to legalise fireworks. Sweden welcomed the Supreme Court's decision on a tax refund.",
			not:  []string{"decision", "decision on a tax refund"},
		},
		{
			name: "the chosen bill is the law", measure: "legalise fireworks",
			text: "The Danish parliament voted to legalise fireworks. The selected bill allows rockets.",
			want: []string{"selected bill"},
		},
		{
			name: "one is not several", measure: "two water bills",
			text: "The Danish parliament debated two water bills. The bill would cost Sweden.",
			not:  []string{"bill"},
		},
	} {
		t.Run(c.name, func(t *testing.T) {
			all := measuresOf(t, c.text)
			got, found := all[c.measure]
			if !found {
				t.Fatalf("%q\nhas no measure %q: %q", c.text, c.measure, all)
			}
			for _, w := range c.want {
				if !slices.Contains(got, w) {
					t.Errorf("%q\n%q misses %q: %q", c.text, c.measure, w, all)
				}
			}
			for _, n := range c.not {
				if slices.Contains(got, n) {
					t.Errorf("%q\n%q has the wrong %q", c.text, c.measure, n)
				}
			}
		})
	}
}

func TestWhatIsNoMeasure(t *testing.T) {
	for _, text := range []string{
		"There is no common fishing law in the region, Norway said.",
		"Norway and Chile signed no trade agreement.",
		"Norway asked for Chile's aid and for direct Chilean assistance.",
		"Norway called the drought a crisis of the first order for the north.",
		"Her son-in-law moved to Norway in May.",
		"Norway said that ships are safe under maritime law.",
		"Norway praised her plans for the summer.",
		"The doctor spoke about plans for the garden in May.",
		"Norway began a search and rescue operation at sea.",
		"Norway opened a criminal investigation of the fire.",
	} {
		if got := measuresOf(t, text); len(got) > 0 {
			t.Errorf("%q has the measures %q", text, got)
		}
	}
}

func TestWhatIsAMeasure(t *testing.T) {
	for text, want := range map[string]string{
		"The carbon tax was opposed by Norway.":                  "carbon tax",
		"A carbon tax proposed by Chile hit Norway.":             "carbon tax",
		"Norway has a policy of turning away boats, Chile said.": "policy of turning away boats",
		"Norway welcomed the planned cap on rents.":              "planned cap",
		"Chile passed a new maritime law in May.":                "new maritime law",
		"Chile wants to change EU law on fishing.":               "EU law",
		"Norway unveiled a plan for cheaper ferries.":            "plan for cheaper ferries",
		"Norway launched a public inquiry into the bank crisis.": "public inquiry",
		"Chile cancelled the deterrent of last April.":           "deterrent of last April",
	} {
		if got := measuresOf(t, text); got[want] == nil {
			t.Errorf("%q lacks the measure %q: %q", text, want, got)
		}
	}
}
