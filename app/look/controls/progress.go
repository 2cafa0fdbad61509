package controls

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// Progress is a thin bar that fills up. It does not move by itself.
type Progress struct {
	widget.BaseWidget
	part float32
}

// NewProgress returns an empty bar.
func NewProgress() *Progress {
	p := &Progress{}
	p.ExtendBaseWidget(p)
	return p
}

// Set fills a part of the bar, 0 to 1.
func (p *Progress) Set(part float32) {
	p.part = max(0, min(1, part))
	p.Refresh()
}

// CreateRenderer draws the bar.
func (p *Progress) CreateRenderer() fyne.WidgetRenderer {
	r := &progressRenderer{p: p, ground: canvas.NewRectangle(color.Transparent), fill: canvas.NewRectangle(color.Transparent)}
	r.Refresh()
	return r
}

type progressRenderer struct {
	p            *Progress
	ground, fill *canvas.Rectangle
}

func (r *progressRenderer) MinSize() fyne.Size { return fyne.NewSize(120, 4) }
func (r *progressRenderer) Layout(size fyne.Size) {
	r.ground.Resize(size)
	r.fill.Resize(fyne.NewSize(size.Width*r.p.part, size.Height))
}
func (r *progressRenderer) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{r.ground, r.fill}
}
func (r *progressRenderer) Destroy() {}
func (r *progressRenderer) Refresh() {
	r.ground.FillColor = colour(theme.ColorNameSeparator)
	r.fill.FillColor = colour(theme.ColorNamePrimary)
	r.ground.CornerRadius, r.fill.CornerRadius = 2, 2
	r.Layout(r.p.Size())
	r.ground.Refresh()
	r.fill.Refresh()
}
