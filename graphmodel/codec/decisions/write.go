package decisions

import (
	"encoding/json"
	"fmt"
	"io"
	"time"
	"unicode/utf8"

	"byline/graphmodel"
	"byline/graphmodel/article"
)

// Write writes the decisions, which stand on these articles. Places in an
// article that is not among them are left at its start.
func Write(w io.Writer, all []graphmodel.Decision, articles []article.Article) error {
	texts := map[string]string{}
	out := file{Format: Format, Articles: []fileArticle{}, Decisions: []fileDecision{}}
	used := map[string]bool{}
	for _, d := range all {
		used[d.Anchor.Article], used[d.OtherAnchor.Article] = true, true
	}
	for _, a := range articles {
		texts[a.ID] = a.Text
		if used[a.ID] {
			out.Articles = append(out.Articles, fileArticle{ID: a.ID, Title: a.Title, Outlet: a.Outlet, Address: a.Address})
		}
	}
	for _, d := range all {
		f := fileDecision{Time: d.Time.UTC().Format(time.RFC3339Nano), Act: string(d.Act), Scope: string(d.Scope), About: d.About, Other: d.Other,
			Value: d.Value, Reason: d.Reason, Anchor: toFile(d.Anchor, texts), OtherAnchor: toFile(d.OtherAnchor, texts)}
		if d.Link != (graphmodel.Key{}) {
			f.Link = &fileLink{d.Link.From, string(d.Link.Type), d.Link.To}
		}
		out.Decisions = append(out.Decisions, f)
	}
	enc := json.NewEncoder(w)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", " ")
	if err := enc.Encode(out); err != nil {
		return fmt.Errorf("the decisions could not be written: %w", err)
	}
	return nil
}

func toFile(a graphmodel.Anchor, texts map[string]string) *fileAnchor {
	if a.Empty() {
		return nil
	}
	before := texts[a.Article]
	before = before[:min(max(a.Start, 0), len(before))]
	return &fileAnchor{a.Article, a.Quote, a.Prefix, a.Suffix, utf8.RuneCountInString(before)}
}
