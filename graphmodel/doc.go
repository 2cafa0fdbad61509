// Package graphmodel is what Byline knows after reading: entities of four
// kinds, the links between them, and the evidence, a span of an article, that
// each link stands on.
//
// It owns the vocabulary (Kind, LinkType, Status), the plain data that passes
// between the stages of reading, and Graph. It refuses to know how text is
// read, how a graph is drawn and where it is stored: those are sub-packages,
// and none of them is imported here.
//
// Offsets are bytes of the article's UTF-8 text everywhere inside the
// program. Every file that leaves the program counts Unicode code points; the
// codecs convert.
package graphmodel
