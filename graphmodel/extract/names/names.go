// Package names finds the countries, organisations and people that an article
// names, and decides which names are one. It owns kinds and names; it refuses
// to follow pronouns and common nouns, which is for refer.
package names

import (
	"cmp"
	"context"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"byline/graphmodel"
	"byline/graphmodel/extract"
	"byline/graphmodel/extract/draft"
	"byline/graphmodel/extract/lexicon"
	"byline/graphmodel/extract/page"
)

// Find puts the named things into the draft; not all of them once ctx is done.
func Find(ctx context.Context, d *draft.Draft) {
	f := &finder{Draft: d, votes: map[string]*vote{}}
	f.stretches = f.allStretches()
	extract.InTurn(ctx,
		f.gatherVotes, f.block, f.blockRoles, f.scanBodies, f.orgPatterns, f.titled, f.tagged, f.scanCountries, f.choose,
		f.echo, f.companions, f.lowBodies, f.cluster, f.roles, f.homes,
	)
}

// candidate is a place that may be a name. A candidate without a kind keeps
// others off its tokens.
type candidate struct {
	start, end int
	kind       graphmodel.Kind
	entry      lexicon.Entry // from a list; Key is empty if it is not from one
	form       graphmodel.Form
	orgSort    string
	rank       int // the higher rank wins the tokens, then the longer one
	female     draft.Gender
}

type finder struct {
	*draft.Draft
	stretches []page.Ent // that may be names, see allStretches
	cands     []candidate
	named     []named
	at        index
	keys      keys
	votes     map[string]*vote
	taken     []bool
}

// named is a candidate that won its place.
type named struct {
	candidate
	thing int
}

func (f *finder) add(c candidate) {
	if c.start < c.end {
		f.cands = append(f.cands, c)
	}
}

// choose gives every token to at most one candidate.
func (f *finder) choose() {
	slices.SortStableFunc(f.cands, func(a, b candidate) int {
		return cmp.Or(cmp.Compare(b.rank, a.rank), cmp.Compare(b.end-b.start, a.end-a.start), cmp.Compare(a.start, b.start))
	})
	f.taken = make([]bool, len(f.Tokens))
	for _, c := range f.cands {
		if f.free(c.start, c.end) {
			f.take(c)
		}
	}
	f.sort()
}

func (f *finder) free(start, end int) bool {
	for k := start; k < end; k++ {
		if f.taken[k] {
			return false
		}
	}
	return true
}

func (f *finder) take(c candidate) {
	for k := c.start; k < c.end; k++ {
		f.taken[k] = true
	}
	if c.kind != "" {
		f.named = append(f.named, named{c, draft.None})
	}
}

// capital reports whether token i is written as part of a name.
func (f *finder) capital(i int) bool {
	t := &f.Tokens[i]
	r, n := utf8.DecodeRuneInString(t.Text)
	if unicode.IsUpper(r) {
		return true
	}
	if n == len(t.Text) || !unicode.IsLower(r) {
		return false
	}
	for _, small := range [...]string{"al-", "el-", "d'", "d’"} {
		if rest, ok := strings.CutPrefix(t.Text, small); ok {
			r, _ = utf8.DecodeRuneInString(rest)
			return unicode.IsUpper(r)
		}
	}
	return false
}

// properAt reports whether token i is written as part of a name and is not
// only the first word of a sentence.
func (f *finder) properAt(i int) bool {
	if !f.capital(i) {
		return false
	}
	t := &f.Tokens[i]
	if t.Pos == "PROPN" || t.Label != "" {
		return true
	}
	return i > f.Sents[t.Sent].Start && !f.titleCase(t.Line) && t.Pos != "PRON" && t.Pos != "DET"
}

// titleCase reports whether a heading writes nearly all its words with a
// capital, so that a capital there says nothing.
func (f *finder) titleCase(line int) bool {
	l := f.Lines[line]
	if !l.Heading && !l.Bullet {
		return false
	}
	words, capitals := 0, 0
	for i := l.Start; i < l.End; i++ {
		t := &f.Tokens[i]
		if r, _ := utf8.DecodeRuneInString(t.Text); unicode.IsLetter(r) && len(t.Text) > 3 {
			words++
			if unicode.IsUpper(r) {
				capitals++
			}
		}
	}
	return words >= 3 && capitals*10 >= words*7
}

// roleEnding returns where a role that ends right before token end starts, or
// page.None; the longest one wins.
func (f *finder) roleEnding(end int) int {
	if end <= 0 || !f.Lex.RoleEnds[roleWord(f.Tokens[end-1].Lower)] {
		return page.None
	}
	first := f.Sents[f.Tokens[end-1].Sent].Start
	best := page.None
	text := ""
	for i := end - 1; i >= first && end-i <= f.Lex.RoleWords+2; i-- {
		text = joinRole(f.Tokens[i], roleWord(f.Tokens[i].Lower), text)
		if _, ok := f.Lex.Roles[text]; ok {
			best = i
		}
	}
	return best
}

// roleAt returns where the role that starts at token i ends, or page.None.
func (f *finder) roleAt(i int) int {
	if !f.Lex.StartsRole(roleWord(f.Tokens[i].Lower)) {
		return page.None
	}
	best, text := page.None, ""
	last := f.Sents[f.Tokens[i].Sent].End
	for k := i; k < last && k-i < f.Lex.RoleWords+2; k++ {
		if text == "" || strings.HasSuffix(text, "-") || f.Tokens[k].Text == "-" {
			text += roleWord(f.Tokens[k].Lower)
		} else {
			text += " " + roleWord(f.Tokens[k].Lower)
		}
		if _, ok := f.Lex.Roles[text]; ok {
			best = k + 1
		}
	}
	return best
}

func joinRole(t page.Token, word, rest string) string {
	if rest == "" {
		return word
	}
	if !t.Space && (t.Text == "-" || strings.HasPrefix(rest, "-")) {
		return word + rest
	}
	return word + " " + rest
}

// roleWord makes one word of its spellings: plural and American ones.
func roleWord(w string) string {
	switch w {
	case "presidents", "ministers", "leaders", "chiefs", "spokesmen", "officials", "senators", "directors", "secretaries":
		return strings.TrimSuffix(w, "s")
	}
	return w
}
