// Package scene decides what is drawn: it turns a graph, places and a camera
// into a display list of lines, shapes and words, and says what lies under a
// point of it.
//
// It owns the visual language (colours, radii, line patterns, label places),
// the camera and the measuring of words. It refuses to know pixels (package
// paint draws a Scene), windows and pointers (package graphview), and where a
// thing lies (packages below graphmodel/layout).
//
// The way through: New prepares a Model from an Input once a change;
// Model.Build makes a Scene of it for a View, once a frame. The same input
// gives the same Scene. Units are device-independent pixels; y grows down.
package scene
