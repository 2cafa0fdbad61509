package scene

import "byline/graphmodel"

// KindSwatch is the shape of a kind in a square of that size.
func KindSwatch(kind graphmodel.Kind, size float64, st Style) []Mark {
	return []Mark{Shape{Kind: kind, X: size / 2, Y: size / 2, R: swatchRadius(size), Fill: st.Kind(kind)}}
}

// ThingSwatch is the shape of an entity with its sign in it.
func ThingSwatch(e graphmodel.Entity, size float64, st Style) []Mark {
	sign, letters := signOf(e)
	return appendSign(KindSwatch(e.Kind, size, st), e.Kind, sign, letters, size/2, size/2, swatchRadius(size), st.Glyph)
}

// swatchRadius leaves room for the widest shape, the diamond.
func swatchRadius(size float64) float64 { return size / 2 / 1.19 }

// StatusSwatch is the line of a status with its head, w by h units.
func StatusSwatch(status graphmodel.Status, w, h float64, st Style) []Mark {
	s := stroke{
		link: &link{status: status, width: 1.5}, x1: 1, y1: h / 2, x2: w - 1, y2: h / 2, dx: 1, length: w - 2,
		width: 1.5, colour: st.Ink2, level: 2,
	}
	s.head, s.breadth = 7.2+1.3*s.width, 5.4+1.2*s.width
	return s.marks(nil, st.Panel)
}
