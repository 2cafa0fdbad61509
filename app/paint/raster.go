package paint

import (
	"image"
	"image/color"
	"math"

	"byline/app/scene"
)

// Painter draws scenes and keeps the masks of letters and signs between
// pictures. One painter draws one picture at a time.
type Painter struct {
	masks map[maskKey]*mask
	runs  map[runKey]run
}

// New returns a painter without masks.
func New() *Painter { return &Painter{masks: map[maskKey]*mask{}, runs: map[runKey]run{}} }

// Raster draws the scene on the image, scale pixels a unit, from the image's
// upper left corner. What does not fit on the image is left out.
func Raster(img *image.RGBA, s scene.Scene, scale float64) { New().Raster(img, s, scale) }

// Image draws the scene on an image of its own size.
func Image(s scene.Scene, scale float64) *image.RGBA {
	w, h := int(math.Round(s.Width*scale)), int(math.Round(s.Height*scale))
	img := image.NewRGBA(image.Rect(0, 0, max(w, 1), max(h, 1)))
	Raster(img, s, scale)
	return img
}

// Raster draws the scene as the function Raster does.
func (p *Painter) Raster(img *image.RGBA, s scene.Scene, scale float64) {
	c := newCanvas(img, s)
	c.ground()
	for _, layer := range s.Layers {
		for _, m := range layer.Marks {
			p.draw(c, m, scale)
		}
	}
}

func (p *Painter) draw(c *canvas, m scene.Mark, k float64) {
	switch m := m.(type) {
	case scene.Line:
		c.dashed(m, k)
	case scene.Shape:
		c.shape(m, k)
	case scene.Outline:
		c.outline(m, k)
	case scene.Area:
		c.area(m, k)
	case scene.Plate:
		c.plate(m, k)
	case scene.Words:
		p.words(c, m, k, 0)
	case scene.Halo:
		p.words(c, m.Words, k, m.Breadth)
	case scene.Sign:
		p.sign(c, m, k)
	}
}

// canvas is an image with a clip and what is known of the scene's ground.
type canvas struct {
	pix           []uint8
	stride        int
	width, height int
	paper         color.RGBA
	clear         bool
}

func newCanvas(img *image.RGBA, s scene.Scene) *canvas {
	b := img.Bounds()
	return &canvas{pix: img.Pix[img.PixOffset(b.Min.X, b.Min.Y):], stride: img.Stride, width: b.Dx(), height: b.Dy(), paper: s.Ground, clear: s.Clear}
}

// ground fills the image.
func (c *canvas) ground() {
	if c.width <= 0 || c.height <= 0 {
		return
	}
	paper := c.paper
	if c.clear {
		paper = color.RGBA{}
	}
	row := c.pix[:4*c.width]
	for x := 0; x < len(row); x += 4 {
		row[x], row[x+1], row[x+2], row[x+3] = paper.R, paper.G, paper.B, paper.A
	}
	for y := 1; y < c.height; y++ {
		copy(c.pix[y*c.stride:y*c.stride+4*c.width], row)
	}
}

// ink is a colour ready to be laid over pixels.
type ink struct {
	r, g, b, a uint32
}

// ink of a colour. On a picture without a ground, the ground's colour takes
// away what lies below it.
func (c *canvas) ink(col color.RGBA) ink {
	if c.clear && col == c.paper {
		return ink{}
	}
	return ink{uint32(col.R), uint32(col.G), uint32(col.B), uint32(col.A)}
}

// lay covers the pixel at offset i by the share cover.
func (c *canvas) lay(i int, k ink, cover float32) {
	a := uint32(cover*256 + 0.5)
	if a == 0 {
		return
	}
	p := c.pix[i : i+4 : i+4]
	if a >= 256 {
		p[0], p[1], p[2], p[3] = uint8(k.r), uint8(k.g), uint8(k.b), uint8(k.a)
		return
	}
	n := 256 - a
	p[0] = uint8((k.r*a + uint32(p[0])*n + 128) >> 8)
	p[1] = uint8((k.g*a + uint32(p[1])*n + 128) >> 8)
	p[2] = uint8((k.b*a + uint32(p[2])*n + 128) >> 8)
	p[3] = uint8((k.a*a + uint32(p[3])*n + 128) >> 8)
}

// span clips a range of rows or columns to the image.
func span(low, high float64, size int) (from, to int) {
	from, to = 0, size
	if low > 0 {
		if low >= float64(size) {
			return size, size
		}
		from = int(low)
	}
	if high < float64(size) {
		if high <= 0 {
			return from, 0
		}
		to = min(int(high)+1, size)
	}
	return from, to
}
