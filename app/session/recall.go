package session

import (
	"byline/graphmodel/article"
	"byline/graphmodel/build"
	"byline/graphmodel/extract"
	"byline/graphmodel/extract/compact"
	"byline/graphmodel/store"
)

// The project's file keeps the reading of each article, so that opening it
// need not read them again. A reading of another version, or one that is not
// as it was saved, is made anew, and kept in its place.

// recall takes over the readings that the file of the job's project has kept,
// and returns how many.
func (s *Session) recall(j *job, version string) int {
	var file *store.Project
	var articles []article.Article
	s.fileMu.Lock()
	s.during(j, func() { file, articles = s.file, s.doc.articles() })
	s.fileMu.Unlock()
	if file == nil {
		return 0
	}
	kept := make(map[string][]byte, len(articles))
	// What cannot be read here is read from its article.
	_ = file.Readings(version, func(id string, data []byte) { kept[id] = data })
	readings := build.Recall(articles, kept)
	n := 0
	s.during(j, func() {
		for i, r := range readings {
			if r != nil && s.readings[articles[i].ID] == nil {
				s.readings[articles[i].ID] = r
				n++
			}
		}
		s.readAnew()
	})
	return n
}

// readAnew has the graph built again of the readings as they are now. The
// caller holds mu.
func (s *Session) readAnew() {
	s.history.forgetGraphs()
	if s.doc.built {
		s.put(s.doc.with((*document).stale))
	}
}

// remember has the readings of these articles saved. The caller holds mu.
func (s *Session) remember(articles ...article.Article) {
	for _, a := range articles {
		s.unkept[a.ID] = true
	}
}

// unkept are readings that are not in the file.
type unkept struct {
	version  string // of their reader
	articles []article.Article
	readings []*extract.Reading
}

// takeUnkept takes the readings of d's articles that the file will not have
// once the articles in added are in it. The caller holds mu.
func (s *Session) takeUnkept(d *document, added []store.Item) (u unkept) {
	for _, i := range added {
		s.remember(i.Article)
	}
	if len(s.unkept) == 0 {
		return u
	}
	for _, i := range d.items {
		if r := s.readings[i.ID]; r != nil && s.unkept[i.ID] {
			u.articles, u.readings = append(u.articles, i.Article), append(u.readings, r)
		}
	}
	s.unkept = map[string]bool{} // the others' articles are gone
	if len(u.articles) > 0 {
		u.version = s.loaded.Version()
	}
	return u
}

// rows are the readings as the file keeps them.
func (u unkept) rows() []store.Reading {
	var rows []store.Reading
	for i, a := range u.articles {
		rows = append(rows, store.Reading{Article: a.ID, Reader: u.version, Data: compact.Encode(a, u.readings[i])})
	}
	return rows
}
