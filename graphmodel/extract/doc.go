// Package extract owns the plain data that comes out of reading one article:
// the things it names and the claims it makes of them. The stages that fill
// it are its sub-packages, and package build joins them. It refuses to look at
// any other article: what is the same thing in two articles is for resolve.
package extract
