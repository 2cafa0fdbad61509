// Package session is the open project: its articles, the corrections a person
// made, the places of things, and the graph that follows from them. Every
// change is a command that can be undone, is saved as it is made, and is told
// to whoever listens. Reading runs in the background; its results arrive
// through one dispatcher.
//
// It refuses to know how anything looks: a listener takes a Snapshot, which is
// never changed afterwards, and shows that.
package session
