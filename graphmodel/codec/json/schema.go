package json

import "encoding/json"

// The objects of byline-graph/1, with their keys in the order in which they
// are written.

type fileGraph struct {
	Format   string        `json:"format"`
	ID       string        `json:"id"`
	Articles []fileArticle `json:"articles"`
	Nodes    []fileNode    `json:"nodes"`
	Links    []fileLink    `json:"links"`
}

type fileArticle struct {
	ID      string   `json:"id"`
	Name    string   `json:"name,omitempty"`
	Title   string   `json:"title"`
	Outlet  string   `json:"outlet"`
	Author  string   `json:"author"`
	Date    nullable `json:"date"`
	Address string   `json:"address"`
	SHA256  string   `json:"sha256"`
	Notes   []string `json:"notes,omitempty"`
	Text    string   `json:"text,omitempty"`
}

type fileNode struct {
	ID         string         `json:"id"`
	Kind       string         `json:"kind"`
	Name       string         `json:"name"`
	Names      map[string]int `json:"names"`
	Attributes fileAttributes `json:"attributes"`
	ByHand     bool           `json:"by_hand,omitempty"`
	Mentions   []fileMention  `json:"mentions"`
}

type fileAttributes struct {
	Code     string       `json:"code,omitempty"`
	Roles    []fileRole   `json:"roles,omitempty"`
	Sort     string       `json:"sort,omitempty"`
	Statuses []fileStatus `json:"statuses,omitempty"`
	Amount   string       `json:"amount,omitempty"`
}

type fileRole struct {
	Title string `json:"title"`
	Of    string `json:"of,omitempty"`
	Ended bool   `json:"ended,omitempty"`
	fileSpan
}

type fileStatus struct {
	Word string `json:"word"`
	Date string `json:"date,omitempty"`
	fileSpan
}

// fileSpan is a place in an article, in code points.
type fileSpan struct {
	Article string `json:"article"`
	Start   int    `json:"start"`
	End     int    `json:"end"`
}

// filePlace is a place in the article of the evidence around it.
type filePlace struct {
	Start int `json:"start"`
	End   int `json:"end"`
}

type fileMention struct {
	fileSpan
	Text string `json:"text"`
	Form string `json:"form"`
}

type fileLink struct {
	From        string         `json:"from"`
	Type        string         `json:"type"`
	To          string         `json:"to"`
	Polarity    string         `json:"polarity"`
	Certainty   string         `json:"certainty"`
	Attribution nullable       `json:"attribution"`
	Date        nullable       `json:"date"`
	Amount      nullable       `json:"amount"`
	Confidence  float64        `json:"confidence"`
	ByHand      bool           `json:"by_hand,omitempty"`
	Reason      string         `json:"reason,omitempty"`
	Evidence    []fileEvidence `json:"evidence"`
}

type fileEvidence struct {
	fileSpan
	Text        string     `json:"text"`
	Trigger     *filePlace `json:"trigger,omitempty"`
	From        *filePlace `json:"from,omitempty"`
	To          *filePlace `json:"to,omitempty"`
	Pattern     string     `json:"pattern"`
	Polarity    string     `json:"polarity"`
	Certainty   string     `json:"certainty"`
	Attribution nullable   `json:"attribution"`
	Tense       string     `json:"tense,omitempty"`
	Date        nullable   `json:"date"`
	DateGuessed bool       `json:"date_guessed,omitempty"`
	Amount      string     `json:"amount,omitempty"`
	Confidence  float64    `json:"confidence"`
	Confirmed   bool       `json:"confirmed,omitempty"`
}

// nullable is a string that is null in the file where it is empty.
type nullable string

// MarshalJSON writes null for the empty string.
func (n nullable) MarshalJSON() ([]byte, error) {
	if n == "" {
		return []byte("null"), nil
	}
	return json.Marshal(string(n))
}
