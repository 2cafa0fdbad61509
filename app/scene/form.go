package scene

import (
	"math"

	"byline/graphmodel"
)

// Proportions of the shapes to a thing's radius, chosen for equal areas.
const (
	SquareSide    = 0.89 // half side
	SquareCorner  = 0.26
	HexagonRadius = 1.10 // to a point
	DiamondHalf   = 1.25 // half diagonal
	DiamondCorner = 0.20
	HexagonCorner = 0.10
)

// reach is how far a shape goes from its middle to the side and up or down.
func reach(k graphmodel.Kind, r float64) (x, y float64) {
	switch k {
	case graphmodel.Organisation:
		return SquareSide * r, SquareSide * r
	case graphmodel.Country:
		return HexagonRadius * r * math.Sqrt(3) / 2, HexagonRadius * r
	case graphmodel.Measure:
		d := DiamondHalf*r - DiamondCorner*r*(math.Sqrt2-1)
		return d, d
	}
	return r, r
}

// Distance is how far (x, y), seen from the middle of the shape, lies outside
// its edge; inside it is negative.
func Distance(k graphmodel.Kind, r, x, y float64) float64 {
	switch k {
	case graphmodel.Organisation:
		return roundBox(x, y, SquareSide*r, SquareCorner*r)
	case graphmodel.Measure:
		// A diamond is a square on its corner.
		return roundBox((x+y)/math.Sqrt2, (y-x)/math.Sqrt2, DiamondHalf*r/math.Sqrt2, DiamondCorner*r)
	case graphmodel.Country:
		return roundHexagon(x, y, HexagonRadius*r*math.Sqrt(3)/2, HexagonCorner*r)
	}
	return math.Sqrt(x*x+y*y) - r
}

func roundBox(x, y, half, corner float64) float64 {
	x, y = math.Abs(x)-half+corner, math.Abs(y)-half+corner
	if x > 0 && y > 0 {
		return math.Sqrt(x*x+y*y) - corner
	}
	return max(x, y) - corner
}

// roundHexagon measures from a hexagon, point up, whose sides lie apothem
// from its middle.
func roundHexagon(x, y, apothem, corner float64) float64 {
	a := apothem - corner
	x, y = math.Abs(x), math.Abs(y)
	// Fold over the slanted side's axis.
	const c, s = 0.5, 0.8660254037844386
	if d := c*x + s*y - a; d > x-a {
		// Turn the slanted side onto the right one.
		x, y = c*x+s*y, math.Abs(-s*x+c*y)
	}
	y -= clamp(y, -a/math.Sqrt(3), a/math.Sqrt(3))
	x -= a
	if x <= 0 && y == 0 {
		return x - corner
	}
	return math.Sqrt(x*x+y*y) - corner
}

// exit is how far a ray from (ox, oy), inside the shape, runs in the direction
// (dx, dy) of length 1 until it leaves the shape.
func exit(k graphmodel.Kind, r, ox, oy, dx, dy float64) float64 {
	t := 0.0
	for range 24 {
		d := Distance(k, r, ox+t*dx, oy+t*dy)
		if d > -0.05 {
			break
		}
		t -= d
	}
	return t
}
