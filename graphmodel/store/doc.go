// Package store is the project file: one SQLite database, NAME.byline, that
// holds the articles with their full text, a person's decisions, the places of
// things, and settings.
//
// It owns the file's safety. Every Change is one transaction with a rollback
// journal that reaches the disk before Save returns. A file is looked at
// before SQLite may touch it: its header, then its schema word for word
// against the one known here, then its pages, then the seal of every row and
// that of the whole.
// What does not hold is refused with nothing written, or opens for reading
// only; Salvage copies what is left of it into a new file. One of an earlier
// version opens for reading only until Upgrade has kept a copy of it and
// brought it up to date. One process at a time may write.
//
// It refuses to know what is extracted from the articles: that follows from
// them and is never stored.
package store
