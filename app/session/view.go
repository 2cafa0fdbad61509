package session

import (
	"cmp"
	"encoding/json"
	"slices"
	"time"

	"byline/app/scene"
	"byline/app/wording"
)

// A view is one look at the graph: what is drawn, and which part is in sight.
// The last look comes back when the project is opened again; others are kept
// under a name.

// view is a look that a person kept. The file holds each under its name, as
// JSON.
type view struct {
	Name   string `json:"-"`
	Number int    // in the order in which they were kept
	Sight  sight
	Camera spot
}

// spot is the part of the graph in sight; without a zoom it is all of it.
type spot struct{ X, Y, Zoom float64 }

func spotOf(c scene.Camera) spot { return spot{X: c.CenterX, Y: c.CenterY, Zoom: c.Zoom} }

func (s spot) camera() scene.Camera { return scene.Camera{CenterX: s.X, CenterY: s.Y, Zoom: s.Zoom} }

// cameraSetting is the name under which the file holds the last spot, as JSON.
const cameraSetting = "camera"

// cameraRest is how long the camera must be still before its spot is written:
// no transaction for each step of a wheel.
const cameraRest = time.Second

// SetCamera tells which part of the graph is in sight; a camera without a zoom
// stands for all of it. It is no step of undo.
func (s *Session) SetCamera(c scene.Camera) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if at := spotOf(c); at != s.camera && len(s.doc.items) > 0 && !s.closed {
		s.camera = at
		s.snapshot = nil
		if s.cameraTimer == nil {
			s.cameraTimer = time.AfterFunc(cameraRest, func() {
				s.mu.Lock()
				defer s.mu.Unlock()
				s.startSaving()
			})
		}
		s.cameraTimer.Reset(cameraRest)
	}
}

// KeepView keeps what is drawn and in sight under a name; one of that name is
// replaced.
func (s *Session) KeepView(name string) {
	s.mu.Lock()
	defer s.unlock()
	name = wording.OneLine(name)
	if name == "" || s.refuse() {
		return
	}
	v := view{Name: name, Number: 1, Sight: s.doc.sight, Camera: s.camera}
	if n := len(s.doc.views); n > 0 {
		v.Number = s.doc.views[n-1].Number + 1
	}
	s.do("Keep view "+quoted(name), func(d *document) {
		d.views = slices.Clone(d.views)
		if i := viewNamed(d.views, name); i >= 0 {
			v.Number = d.views[i].Number
			d.views[i] = v
			return
		}
		d.views = append(d.views, v)
	})
}

// RemoveView forgets the view of that name.
func (s *Session) RemoveView(name string) {
	s.mu.Lock()
	defer s.unlock()
	i := viewNamed(s.doc.views, name)
	if i < 0 || s.refuse() {
		return
	}
	s.do("Forget view "+quoted(name), func(d *document) { d.views = slices.Delete(slices.Clone(d.views), i, i+1) })
}

// ShowView draws what the view of that name draws and returns the camera to
// look with; without a zoom it is to show all.
func (s *Session) ShowView(name string) (scene.Camera, bool) {
	s.mu.Lock()
	i := viewNamed(s.doc.views, name)
	if i < 0 {
		s.mu.Unlock()
		return scene.Camera{}, false
	}
	v := s.doc.views[i]
	s.mu.Unlock()
	s.look("View "+quoted(name), func(g *sight) { *g = v.Sight })
	return v.Camera.camera(), true
}

func viewNamed(views []view, name string) int {
	return slices.IndexFunc(views, func(v view) bool { return v.Name == name })
}

// viewNames are those of the views, in the order in which they were kept.
func viewNames(views []view) []string {
	var all []string
	for _, v := range views {
		all = append(all, v.Name)
	}
	return all
}

// viewTexts are the views as a file holds them, by name.
func viewTexts(views []view) map[string]string {
	texts := map[string]string{}
	for _, v := range views {
		texts[v.Name] = asJSON(v)
	}
	return texts
}

// differentViews is what makes a file that holds the views a hold b.
func differentViews(a, b []view) map[string]string {
	was, set := viewTexts(a), viewTexts(b)
	for name, text := range was {
		switch now, kept := set[name]; {
		case !kept:
			set[name] = "" // takes it away
		case now == text:
			delete(set, name)
		}
	}
	return set
}

// viewsFrom and spotFrom read what a file holds; what they do not understand,
// of a newer version, is as if it was not there.
func viewsFrom(texts map[string]string) []view {
	var views []view
	for name, text := range texts {
		v := view{Name: name}
		if json.Unmarshal([]byte(text), &v) == nil {
			views = append(views, v)
		}
	}
	slices.SortFunc(views, func(a, b view) int { return cmp.Or(cmp.Compare(a.Number, b.Number), cmp.Compare(a.Name, b.Name)) })
	return views
}

func spotFrom(settings map[string]string) spot {
	var at spot
	if json.Unmarshal([]byte(settings[cameraSetting]), &at) != nil {
		return spot{}
	}
	return at
}

// asJSON is a value as the file holds it.
func asJSON(v any) string {
	text, err := json.Marshal(v)
	if err != nil { // nothing here that JSON has no words for
		return ""
	}
	return string(text)
}
