package review

import "fyne.io/fyne/v2"

// spread puts objects side by side, the last one at the right edge. Where a
// line has no room for all of them the last goes to a line of its own, and
// then each does.
type spread struct{}

const (
	spreadGap  float32 = 24
	spreadLine float32 = 8
)

// lines says how many of the objects stand on each line.
func (spread) lines(objects []fyne.CanvasObject, width float32) []int {
	wide := -spreadGap
	for _, o := range objects {
		wide += o.MinSize().Width + spreadGap
	}
	n := len(objects)
	last := objects[n-1].MinSize().Width + spreadGap
	switch {
	case wide <= width:
		return []int{n}
	case wide-last <= width && n > 1:
		return []int{n - 1, 1}
	}
	each := make([]int, n)
	for i := range each {
		each[i] = 1
	}
	return each
}

// place puts each object where it belongs and returns the height.
func (s spread) place(objects []fyne.CanvasObject, width float32, put func(o fyne.CanvasObject, at fyne.Position)) float32 {
	y := float32(0)
	for _, n := range s.lines(objects, width) {
		x, high := float32(0), float32(0)
		for _, o := range objects[:n] {
			high = max(high, o.MinSize().Height)
		}
		for i, o := range objects[:n] {
			m := o.MinSize()
			if i > 0 && i == n-1 && n == len(objects) {
				x = width - m.Width
			}
			if put != nil {
				put(o, fyne.NewPos(x, y+(high-m.Height)/2))
			}
			x += m.Width + spreadGap
		}
		objects = objects[n:]
		y += high + spreadLine
	}
	return max(0, y-spreadLine)
}

func (s spread) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	s.place(objects, size.Width, func(o fyne.CanvasObject, at fyne.Position) {
		o.Move(at)
		o.Resize(o.MinSize())
	})
}

// MinSize asks for no width: any will do.
func (s spread) MinSize(objects []fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(0, s.place(objects, 0, nil))
}

// HeightFor is the height at a width.
func (s spread) HeightFor(objects []fyne.CanvasObject, width float32) float32 {
	return s.place(objects, width, nil)
}
