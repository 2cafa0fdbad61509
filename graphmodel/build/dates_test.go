package build_test

import (
	"slices"
	"testing"

	"byline/graphmodel"
)

// TestDates reads the day of a claim in articles of Wednesday, 15 May 2024. An
// empty date stands for the article's own, marked as guessed.
func TestDates(t *testing.T) {
	for _, c := range []struct {
		text string
		link graphmodel.LinkType
		want []string
	}{
		{"France condemned Russia on Friday.", graphmodel.Criticises, []string{"2024-05-10"}},
		{"France has condemned Russia again on Wednesday.", graphmodel.Criticises, []string{"2024-05-15"}},
		{"Chile will meet Peru on Friday.", graphmodel.Meets, []string{"2024-05-17"}},
		{"Chile is meeting Peru on Friday.", graphmodel.Meets, []string{"2024-05-17"}},
		{"Chile plans to meet Peru on Friday.", graphmodel.Meets, []string{"2024-05-17"}},
		{"Chile is expected to meet Peru on Monday.", graphmodel.Meets, []string{"2024-05-20"}},
		{"Chile refused to meet Peru on Monday.", graphmodel.Opposes, []string{"2024-05-13"}},
		{"Chile did not meet Peru on Monday.", graphmodel.Meets, []string{"2024-05-13"}},
		{"Chile met Peru last Wednesday.", graphmodel.Meets, []string{"2024-05-08"}},
		{"Chile met Peru last week.", graphmodel.Meets, []string{"2024-05-08"}},
		{"Chile met Peru two weeks ago.", graphmodel.Meets, []string{"2024-05-01"}},
		{"Chile will meet Peru next week.", graphmodel.Meets, []string{"2024-05-22"}},
		{"Chile will meet Peru next month.", graphmodel.Meets, []string{"2024-06"}},
		{"Chile met Peru in March.", graphmodel.Meets, []string{"2024-03"}},
		{"Chile met Peru in November.", graphmodel.Meets, []string{"2023-11"}},
		{"Chile will meet Peru in March.", graphmodel.Meets, []string{"2025-03"}},
		{"Chile met Peru on 3 May.", graphmodel.Meets, []string{"2024-05-03"}},
		{"Chile met Peru on 20 December.", graphmodel.Meets, []string{"2023-12-20"}},
		{"Chile will meet Peru on 3 March.", graphmodel.Meets, []string{"2025-03-03"}},
		{"Chile met Peru earlier this year.", graphmodel.Meets, []string{"2024"}},
		{"Chile met Peru yesterday.", graphmodel.Meets, []string{"2024-05-14"}},
		{"Chile met Peru today.", graphmodel.Meets, []string{"2024-05-15"}},
		{"Chile will meet Peru tomorrow.", graphmodel.Meets, []string{"2024-05-16"}},
		{"Chile will meet Peru tonight.", graphmodel.Meets, []string{"2024-05-15"}},
		{"Chile met Peru on 7 July 2019.", graphmodel.Meets, []string{"2019-07-07"}},
		{"Chile met Peru.", graphmodel.Meets, []string{""}},
		{"Chile met Peru every year.", graphmodel.Meets, []string{""}},
		{"Chile met Peru, which left the talks in 2019.", graphmodel.Meets, []string{""}},
		{"Chile condemned Peru in 2019 and met Brazil on Monday.", graphmodel.Meets, []string{"2024-05-13"}},
		{"Chile condemned Peru in 2019 and met Brazil on Monday.", graphmodel.Criticises, []string{"2019"}},
		{"Chile accused Peru of attacking Bolivia in August 2020.", graphmodel.Criticises, []string{""}},
		{"Chile said on Monday that Peru attacked Bolivia.", graphmodel.Attacks, []string{"2024-05-13"}},
		{"Chile condemned the 2015 sanctions on Peru.", graphmodel.Criticises, []string{""}},
	} {
		var got []string
		for _, l := range graphOf(t, c.text).Links() {
			for _, e := range l.Evidence {
				switch {
				case l.Type != c.link:
				case e.DateGuessed && e.Date == "2024-05-15":
					got = append(got, "")
				default:
					got = append(got, e.Date)
				}
			}
		}
		if !slices.Equal(got, c.want) {
			t.Errorf("%q: %s of %q, not %q", c.text, c.link, got, c.want)
		}
	}
}
