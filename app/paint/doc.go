// Package paint draws a Scene: as pixels on an RGBA image, as PNG and as SVG.
//
// It owns anti-aliasing, the masks of letters and the writing of files. It
// refuses to decide what is drawn or in which colour: that is package scene's.
// The same scene gives the same bytes.
//
// Coverage is computed from distances: a pixel whose middle lies d outside an
// edge is covered by one half minus d, at least 0 and at most 1. Lines, shapes
// and arrow heads need no masks that way; letters and signs are rasterised
// once for each size and kept.
package paint
