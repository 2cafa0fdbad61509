package paint

import (
	"encoding/binary"
	"image"
	"image/color"
	"math"
	"runtime"
	"sync"

	"byline/app/scene"
)

// Painter draws scenes and keeps the masks of letters, signs and shapes
// between pictures. One painter draws one picture at a time.
type Painter struct {
	masks map[maskKey]*mask
	runs  map[runKey]run
	// others draw the bands below the first one, each with its own masks.
	others []*Painter
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

// Bands of a picture are drawn side by side. No pixel depends on where they
// end, so that the same scene gives the same bytes on every machine.
const (
	mostBands = 8
	leastBand = 200 // rows
)

// Raster draws the scene as the function Raster does.
func (p *Painter) Raster(img *image.RGBA, s scene.Scene, scale float64) {
	n := max(min(runtime.GOMAXPROCS(0), mostBands, img.Bounds().Dy()/leastBand), 1)
	for len(p.others) < n-1 {
		p.others = append(p.others, New())
	}
	high := img.Bounds().Dy()
	if n == 1 {
		p.band(img, &s, scale, 0, high)
		return
	}
	var done sync.WaitGroup
	for i, o := range p.others[:n-1] {
		done.Go(func() { o.band(img, &s, scale, high*(i+1)/n, high*(i+2)/n) })
	}
	p.band(img, &s, scale, 0, high/n)
	done.Wait()
}

// band draws the rows from top to before bottom.
func (p *Painter) band(img *image.RGBA, s *scene.Scene, scale float64, top, bottom int) {
	c := newCanvas(img, s)
	c.top, c.bottom = top, bottom
	c.ground()
	for _, layer := range s.Layers {
		for _, m := range layer.Marks {
			p.draw(&c, m, scale)
		}
	}
}

func (p *Painter) draw(c *canvas, m scene.Mark, k float64) {
	switch m := m.(type) {
	case scene.Line:
		c.dashed(m, k)
	case scene.Shape:
		p.shape(c, m, k)
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
	top, bottom   int // the rows that are drawn
	paper         color.RGBA
	clear         bool
}

func newCanvas(img *image.RGBA, s *scene.Scene) canvas {
	b := img.Bounds()
	return canvas{
		pix: img.Pix[img.PixOffset(b.Min.X, b.Min.Y):], stride: img.Stride,
		width: b.Dx(), height: b.Dy(), bottom: b.Dy(), paper: s.Ground, clear: s.Clear,
	}
}

// ground fills the rows.
func (c *canvas) ground() {
	if c.width <= 0 || c.bottom <= c.top {
		return
	}
	paper := c.paper
	if c.clear {
		paper = color.RGBA{}
	}
	row := c.pix[c.top*c.stride : c.top*c.stride+4*c.width]
	for x := 0; x < len(row); x += 4 {
		row[x], row[x+1], row[x+2], row[x+3] = paper.R, paper.G, paper.B, paper.A
	}
	for y := c.top + 1; y < c.bottom; y++ {
		copy(c.pix[y*c.stride:y*c.stride+4*c.width], row)
	}
}

// ink is a colour ready to be laid over pixels: its bytes as a pixel, and
// every other one of them with room to multiply.
type ink struct {
	all, even, odd uint32
}

// ink of a colour. On a picture without a ground, the ground's colour takes
// away what lies below it.
func (c *canvas) ink(col color.RGBA) ink {
	if c.clear && col == c.paper {
		return ink{}
	}
	all := uint32(col.R) | uint32(col.G)<<8 | uint32(col.B)<<16 | uint32(col.A)<<24
	return ink{all, all & everyOther, all >> 8 & everyOther}
}

const (
	everyOther = 0x00FF00FF
	halves     = 0x00800080
)

// lay covers the pixel at offset i by the share cover.
func (c *canvas) lay(i int, k ink, cover float32) { blend(c.pix[i:i+4:i+4], k, uint32(cover*256+0.5)) }

// blend covers a pixel by a of 256 parts. Two channels are worked out at once:
// each sum is below 2 to the 16th.
func blend(p []uint8, k ink, a uint32) {
	switch {
	case a == 0:
		return
	case a >= 256:
		binary.LittleEndian.PutUint32(p, k.all)
		return
	}
	n := 256 - a
	was := binary.LittleEndian.Uint32(p)
	even := (k.even*a + (was&everyOther)*n + halves) >> 8 & everyOther
	odd := (k.odd*a + (was>>8&everyOther)*n + halves) & ^uint32(everyOther)
	binary.LittleEndian.PutUint32(p, even|odd)
}

// rows clips a range of rows to those that are drawn.
func (c *canvas) rows(low, high float64) (from, to int) {
	from, to = span(low, high, c.height)
	return max(from, c.top), min(to, c.bottom)
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
