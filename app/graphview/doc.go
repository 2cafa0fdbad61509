// Package graphview is the canvas of the window: it shows a graph on one
// raster and turns what pointer and keys do there into wishes.
//
// It owns the camera, hovering, dragging and the motion between two states. It
// refuses to know the project and to change it: it is given what to show, and
// reports through its callbacks what a person asked for.
package graphview
