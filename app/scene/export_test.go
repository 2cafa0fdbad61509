package scene

// NameBox is the room that a name takes beside a thing.
type NameBox struct {
	ID   string
	Bold bool
	Rect
}

// NameBoxes are the names that a view shows, with the room they take, for
// tests outside this package.
func NameBoxes(m *Model, v View) []NameBox {
	b := m.lay(v)
	out := make([]NameBox, len(b.names))
	for i, n := range b.names {
		out[i] = NameBox{ID: m.nodes[n.node].id, Bold: n.label.bold, Rect: n.box}
	}
	return out
}

// DrawnLink is a link as a pointer finds it.
type DrawnLink struct {
	From, To       string
	X1, Y1, X2, Y2 float64
}

// DrawnLinks are the links that a scene shows.
func DrawnLinks(s Scene) []DrawnLink {
	out := make([]DrawnLink, len(s.lines))
	for i, l := range s.lines {
		out[i] = DrawnLink{l.key.From, l.key.To, l.x1, l.y1, l.x2, l.y2}
	}
	return out
}
