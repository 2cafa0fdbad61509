package controls

import (
	"fmt"
	"math"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"byline/app/look"
)

// DashedFrame is a dashed frame of that height around an object, on the ground
// of the canvas.
func DashedFrame(height float32, content fyne.CanvasObject) fyne.CanvasObject {
	d := &dashed{height: height, content: content}
	d.ExtendBaseWidget(d)
	return d
}

type dashed struct {
	widget.BaseWidget
	height  float32
	content fyne.CanvasObject
}

func (d *dashed) CreateRenderer() fyne.WidgetRenderer {
	return &dashedRenderer{d: d, image: canvas.NewImageFromResource(nil)}
}

type dashedRenderer struct {
	d     *dashed
	image *canvas.Image
}

func (r *dashedRenderer) MinSize() fyne.Size {
	m := r.d.content.MinSize()
	return fyne.NewSize(m.Width+32, max(m.Height+32, r.d.height))
}

func (r *dashedRenderer) Layout(size fyne.Size) {
	r.image.Resize(size)
	r.d.content.Resize(size)
	r.paint()
}

func (r *dashedRenderer) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{r.image, r.d.content}
}
func (r *dashedRenderer) Destroy() {}
func (r *dashedRenderer) Refresh() { r.paint() }

// paint draws the frame as SVG of the present size. Dashes are lines of their
// own: the library that draws SVG for Fyne closes dashed rectangles badly.
func (r *dashedRenderer) paint() {
	w, h := float64(r.d.Size().Width), float64(r.d.Size().Height)
	if w < 1 || h < 1 {
		return
	}
	ink, ground := hexOf(colour(look.ColorBorder)), hexOf(colour(look.ColorGround))
	var b strings.Builder
	fmt.Fprintf(&b, `<svg xmlns="http://www.w3.org/2000/svg" width="%g" height="%g" viewBox="0 0 %g %g">`, w, h, w, h)
	fmt.Fprintf(&b, `<rect x="0.750" y="0.750" width="%g" height="%g" rx="8" ry="8" fill="%s"/>`, w-1.5, h-1.5, ground)
	line := func(x1, y1, x2, y2 float64) {
		fmt.Fprintf(&b, `<path d="M%g %gL%g %g" stroke="%s" stroke-width="1.500" fill="none"/>`, x1, y1, x2, y2, ink)
	}
	const dash, gap, corner = 8.0, 5.0, 8.0
	for _, s := range dashesAlong(w-2*corner, dash, gap) {
		line(corner+s[0], 0.75, corner+s[1], 0.75)
		line(corner+s[0], h-0.75, corner+s[1], h-0.75)
	}
	for _, s := range dashesAlong(h-2*corner, dash, gap) {
		line(0.75, corner+s[0], 0.75, corner+s[1])
		line(w-0.75, corner+s[0], w-0.75, corner+s[1])
	}
	b.WriteString(`</svg>`)
	r.image.Resource = fyne.NewStaticResource(fmt.Sprintf("frame-%g-%g-%s-%s.svg", w, h, ink, ground), []byte(b.String()))
	r.image.Refresh()
}

// dashesAlong divides a length into dashes that start and end with half a gap.
func dashesAlong(length, dash, gap float64) [][2]float64 {
	n := math.Round(length / (dash + gap))
	if n < 1 {
		return nil
	}
	step := length / n
	var out [][2]float64
	for i := 0.0; i < n; i++ {
		out = append(out, [2]float64{i*step + gap/2, (i+1)*step - gap/2})
	}
	return out
}

// BigPicture is an icon in ink.
func BigPicture(icon string, size float32) fyne.CanvasObject {
	p := &picture{icon: icon, size: size, ink: theme.ColorNameForeground}
	p.ExtendBaseWidget(p)
	return p
}
