// Package tokenize cuts a text into tokens exactly as the language model's
// own tokenizer does: white space, exceptions such as "U.S." and "don't",
// affixes, infixes and web addresses.
//
// It owns where a token begins and ends and which spaces belong to it. The
// rules are hand-written matchers over code points, since Go's regular
// expressions have no look-behind. It refuses to know words' meanings: tags,
// lemmas and names come later.
package tokenize

import "byline/graphmodel/language/lexeme"

// Token is a piece of the text. The tokens of a text and the spaces that they
// own add up to the text again.
type Token struct {
	Text       string
	Start, End int  // bytes of the text
	Space      bool // one space follows and belongs to the token
	// Lexeme holds norm, shape, prefix, suffix and their ids. It is shared
	// with other tokens and must not be changed.
	Lexeme *lexeme.Lexeme
	// group is 1 + the number of the group of exceptions whose pattern may
	// begin at this token, or 0.
	group int32
}
