package paint

import (
	"errors"
	"fmt"
	"image/png"
	"io"
	"math"

	"byline/app/scene"
)

// What can go wrong with a picture.
var (
	// ErrTooLarge: the picture would not fit into memory.
	ErrTooLarge = errors.New("the picture is too large: at most 400 million pixels")
	// ErrEmpty: the picture has no size.
	ErrEmpty = errors.New("the picture has no width or no height")
)

const mostPixels = 400e6

// PNG writes the scene as a PNG file, scale pixels a unit.
func PNG(w io.Writer, s scene.Scene, scale float64) error {
	if err := check(s, scale); err != nil {
		return fmt.Errorf("drawing a picture of %.0f by %.0f units at scale %g: %w", s.Width, s.Height, scale, err)
	}
	if err := png.Encode(w, Image(s, scale)); err != nil {
		return fmt.Errorf("writing the PNG: %w", err)
	}
	return nil
}

func check(s scene.Scene, scale float64) error {
	w, h := math.Round(s.Width*scale), math.Round(s.Height*scale)
	switch {
	case !(w >= 1 && h >= 1):
		return ErrEmpty
	case w*h > mostPixels:
		return ErrTooLarge
	}
	return nil
}
