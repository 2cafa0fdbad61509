package scene

import (
	"math"
	"strings"

	"byline/graphmodel"
)

// SignName names a small picture.
type SignName string

// The small pictures: inside shapes, before names, on buttons.
const (
	NoSign        SignName = ""
	SignPerson    SignName = "person"
	SignPortico   SignName = "portico"
	SignSummit    SignName = "summit"
	SignCheck     SignName = "check"
	SignUnit      SignName = "unit"
	SignStrategy  SignName = "strategy"
	SignSanction  SignName = "sanction"
	SignAgreement SignName = "agreement"
	SignTack      SignName = "tack"
	SignPlus      SignName = "plus"
	SignMinus     SignName = "minus"
	SignFit       SignName = "fit"
)

// codeLetters are the most that fit into a country's shape.
const codeLetters = 3

// longestCode is the most letters of an ISO country code.
const longestCode = 3

// signOf is the small picture in a thing's shape, or the letters that stand
// there instead.
func signOf(e graphmodel.Entity) (SignName, string) {
	switch e.Kind {
	case graphmodel.Person:
		return SignPerson, ""
	case graphmodel.Organisation:
		return SignPortico, ""
	case graphmodel.Country:
		if len(e.Code) > codeLetters {
			return NoSign, "" // a file from elsewhere: no room for it
		}
		if len(e.Code) > longestCode {
			return NoSign, ""
		}
		return NoSign, strings.ToUpper(e.Code)
	case graphmodel.Measure:
		return measureSign(e.MeasureSort, e.Amount)
	}
	return NoSign, ""
}

func measureSign(sort graphmodel.MeasureSort, amount string) (SignName, string) {
	switch sort {
	case graphmodel.SortSummit:
		return SignSummit, ""
	case graphmodel.SortLaw:
		return NoSign, "§"
	case graphmodel.SortCheck:
		return SignCheck, ""
	case graphmodel.SortPenalty:
		return NoSign, "!"
	case graphmodel.SortFund:
		return NoSign, currencySign(amount)
	case graphmodel.SortUnit:
		return SignUnit, ""
	case graphmodel.SortStrategy, graphmodel.SortProgramme:
		return SignStrategy, ""
	case graphmodel.SortSanction, graphmodel.SortBan:
		return SignSanction, ""
	case graphmodel.SortAgreement:
		return SignAgreement, ""
	}
	return NoSign, ""
}

// currencySign reads the currency of an amount as an article writes it; ¤ is
// the sign for one it cannot tell.
func currencySign(amount string) string {
	lower := strings.ToLower(amount)
	for _, c := range []struct{ sign, word string }{
		{"£", "pound"}, {"€", "euro"}, {"$", "dollar"}, {"¥", "yen"}, {"¥", "yuan"}, {"₹", "rupee"},
		{"€", "eur"}, {"£", "gbp"}, {"$", "usd"},
	} {
		if strings.Contains(amount, c.sign) || strings.Contains(lower, c.word) {
			return c.sign
		}
	}
	return "¤"
}

// Pen is one stroke of an outline: its points are the control points and, as
// the last, the end.
type Pen struct {
	Op     byte // 'M' move, 'L' line, 'C' cubic, 'Z' close
	Points [3]XY
}

// Path is the outline of the sign in a square from -1 to 1. What lies inside
// it by the non-zero rule is filled.
func (s SignName) Path() []Pen {
	var p pen
	switch s {
	case SignPerson:
		p.disc(0, -0.42, 0.42)
		p.move(-0.82, 0.86)
		p.cubic(-0.82, 0.38, -0.5, 0.16, 0, 0.16)
		p.cubic(0.5, 0.16, 0.82, 0.38, 0.82, 0.86)
		p.close()
	case SignPortico:
		p.polygon(0, -0.95, 0.95, -0.46, 0.95, -0.24, -0.95, -0.24, -0.95, -0.46)
		for _, x := range []float64{-0.58, 0, 0.58} {
			p.box(x-0.13, -0.12, 0.26, 0.7)
		}
		p.box(-0.95, 0.68, 1.9, 0.24)
	case SignSummit:
		p.disc(0, 0, 0.3)
		for i := range 6 {
			a := float64(i) * math.Pi / 3
			p.disc(0.76*math.Cos(a), 0.76*math.Sin(a), 0.21)
		}
	case SignCheck:
		p.stroke(0.26, -0.72, 0.05, -0.2, 0.58, 0.74, -0.5)
	case SignUnit, SignPlus:
		p.stroke(barOf(s), 0, -0.8, 0, 0.8)
		p.stroke(barOf(s), -0.8, 0, 0.8, 0)
	case SignMinus:
		p.stroke(0.15, -0.8, 0, 0.8, 0)
	case SignStrategy:
		p.ring(0, 0, 0.76, 0.2)
		p.disc(0, 0, 0.27)
	case SignSanction:
		p.ring(0, 0, 0.76, 0.22)
		p.stroke(0.22, -0.5, 0.5, 0.5, -0.5)
	case SignAgreement:
		p.ring(-0.36, 0, 0.5, 0.2)
		p.ring(0.36, 0, 0.5, 0.2)
	case SignTack:
		p.disc(0, -0.45, 0.5)
		p.box(-0.12, -0.1, 0.24, 1.1)
	case SignFit:
		for _, c := range [][2]float64{{-1, -1}, {1, -1}, {1, 1}, {-1, 1}} {
			x, y := c[0], c[1]
			p.stroke(0.15, x*0.78, y*0.3, x*0.78, y*0.78)
			p.stroke(0.15, x*0.78, y*0.78, x*0.3, y*0.78)
		}
	}
	return p.pens
}

func barOf(s SignName) float64 {
	if s == SignPlus {
		return 0.15
	}
	return 0.27
}

// pen collects an outline.
type pen struct{ pens []Pen }

func (p *pen) move(x, y float64) { p.pens = append(p.pens, Pen{'M', [3]XY{{x, y}}}) }
func (p *pen) line(x, y float64) { p.pens = append(p.pens, Pen{'L', [3]XY{{x, y}}}) }
func (p *pen) close()            { p.pens = append(p.pens, Pen{Op: 'Z'}) }

func (p *pen) cubic(x1, y1, x2, y2, x, y float64) {
	p.pens = append(p.pens, Pen{'C', [3]XY{{x1, y1}, {x2, y2}, {x, y}}})
}

func (p *pen) polygon(xy ...float64) {
	p.move(xy[0], xy[1])
	for i := 2; i < len(xy); i += 2 {
		p.line(xy[i], xy[i+1])
	}
	p.close()
}

func (p *pen) box(x, y, w, h float64) { p.polygon(x, y, x+w, y, x+w, y+h, x, y+h) }

// circleControl is how far the control points of a quarter circle lie out.
const circleControl = 0.5522847498

// disc goes round clockwise on the screen.
func (p *pen) disc(x, y, r float64) { p.circle(x, y, r, 1) }

// ring is a circle line: the inner edge runs the other way round.
func (p *pen) ring(x, y, r, width float64) {
	p.circle(x, y, r+width/2, 1)
	p.circle(x, y, r-width/2, -1)
}

func (p *pen) circle(x, y, r, turn float64) {
	k := r * circleControl
	p.move(x+r, y)
	p.cubic(x+r, y+turn*k, x+k, y+turn*r, x, y+turn*r)
	p.cubic(x-k, y+turn*r, x-r, y+turn*k, x-r, y)
	p.cubic(x-r, y-turn*k, x-k, y-turn*r, x, y-turn*r)
	p.cubic(x+k, y-turn*r, x+r, y-turn*k, x+r, y)
	p.close()
}

// stroke draws a bent line with round joints and ends.
func (p *pen) stroke(width float64, xy ...float64) {
	for i := 0; i+3 < len(xy); i += 2 {
		x1, y1, x2, y2 := xy[i], xy[i+1], xy[i+2], xy[i+3]
		length := math.Hypot(x2-x1, y2-y1)
		nx, ny := -(y2-y1)/length*width/2, (x2-x1)/length*width/2
		p.polygon(x1-nx, y1-ny, x2-nx, y2-ny, x2+nx, y2+ny, x1+nx, y1+ny)
	}
	for i := 0; i+1 < len(xy); i += 2 {
		p.disc(xy[i], xy[i+1], width/2)
	}
}
