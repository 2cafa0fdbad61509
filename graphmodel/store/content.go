package store

import (
	"crypto/sha256"
	"encoding/binary"
	"encoding/hex"
	"math"
	"strconv"
	"time"

	"byline/graphmodel"
	"byline/graphmodel/article"
	"byline/graphmodel/layout"
)

// Item is an article in its project. Items keep the order of their numbers.
type Item struct {
	Number int
	article.Article
}

// Articles are the articles of items, in their order.
func Articles(items []Item) []article.Article {
	all := make([]article.Article, len(items))
	for i, item := range items {
		all[i] = item.Article
	}
	return all
}

// Place is where a thing is on the canvas, and whether it is pinned there.
type Place struct {
	layout.Point
	Pinned bool
}

// Content is everything a project holds.
type Content struct {
	Items     []Item // by number
	Decisions []graphmodel.Decision
	Places    map[string]Place  // by the id of the thing
	Settings  map[string]string // by name
	Views     map[string]string // by name
	Notes     map[string]string // by the id of the thing
}

// Change is what one act of a person, or one piece of work, does to a project.
// It is saved whole or not at all. What is removed goes before what is added.
type Change struct {
	RemoveItems     []string // ids of articles
	AddItems        []Item
	RemoveDecisions []int
	AddDecisions    []graphmodel.Decision
	RemovePlaces    []string
	SetPlaces       map[string]Place
	SetSettings     map[string]string // an empty value takes the setting away
	SetViews        map[string]string // so here
	SetNotes        map[string]string // and here
	SetReadings     []Reading         // of articles that are in the project
	SetCache        map[string][]byte
}

// Empty reports whether the change changes nothing.
func (c Change) Empty() bool {
	return len(c.RemoveItems)+len(c.AddItems)+len(c.RemoveDecisions)+len(c.AddDecisions)+
		len(c.RemovePlaces)+len(c.SetPlaces)+len(c.SetSettings)+len(c.SetViews)+len(c.SetNotes)+
		len(c.SetReadings)+len(c.SetCache) == 0
}

// Whole is the change that makes an empty project hold c.
func (c Content) Whole() Change {
	return Change{AddItems: c.Items, AddDecisions: c.Decisions, SetPlaces: c.Places,
		SetSettings: c.Settings, SetViews: c.Views, SetNotes: c.Notes}
}

// limit is how far from the middle a place may lie: anything further is not a
// place but damage.
const limit = 1e7

// sane reports whether a place can be drawn.
func (p Place) sane() bool {
	// A comparison with NaN is false.
	return math.Abs(p.X) <= limit && math.Abs(p.Y) <= limit
}

// seal is the first half of the SHA-256 of a row's columns, each after its
// length so that nothing can move from one to the next unseen.
func seal(columns ...string) string {
	h := sha256.New()
	var size [8]byte
	for _, c := range columns {
		binary.BigEndian.PutUint64(size[:], uint64(len(c)))
		h.Write(size[:])
		h.Write([]byte(c))
	}
	return hex.EncodeToString(h.Sum(nil)[:16])
}

// columns are the item's as text, in the schema's order, without the seal.
func (i Item) columns() ([]string, error) {
	notes, err := encodeNotes(i.Notes)
	if err != nil {
		return nil, err
	}
	return []string{strconv.Itoa(i.Number), i.ID, i.Name, i.Title, i.Outlet, i.Author,
		encodeTime(i.Published), i.Address, encodeTime(i.Fetched), i.Language, i.SHA256, notes, i.Text}, nil
}

// placeColumns are the place's as text, its numbers bit for bit.
func placeColumns(id string, p Place) []string {
	return []string{id, strconv.FormatUint(math.Float64bits(p.X), 16), strconv.FormatUint(math.Float64bits(p.Y), 16), strconv.FormatBool(p.Pinned)}
}

// encodeTime keeps the zone: only then is the day of publication the one that
// the article gives.
func encodeTime(t time.Time) string {
	if t.IsZero() {
		return ""
	}
	return t.Format(time.RFC3339Nano)
}

func decodeTime(s string) (time.Time, error) {
	if s == "" {
		return time.Time{}, nil
	}
	return time.Parse(time.RFC3339Nano, s)
}
