package lexeme

import "unicode"

// kindOf returns the character that stands for r in a shape.
func kindOf(r rune) rune {
	switch {
	case r < unicode.MaxASCII && (r < '0' || r > '9' && r < 'A'):
		return r
	case unicode.IsUpper(r):
		return 'X'
	case IsLetter(r):
		return 'x'
	case isDigit(r):
		return 'd'
	}
	return r
}

// IsLetter reports whether r was a letter when the model was made.
func IsLetter(r rune) bool { return unicode.IsLetter(r) && !unicode.Is(newer, r) }

// isDigit reports whether r has a digit's value, which includes superscripts
// and circled digits.
func isDigit(r rune) bool {
	return unicode.Is(unicode.Nd, r) && !unicode.Is(newer, r) || unicode.Is(otherDigits, r)
}

// otherDigits are the characters outside category Nd that have a digit's
// value. Read only.
var otherDigits = &unicode.RangeTable{
	R16: []unicode.Range16{
		{0x00b2, 0x00b3, 1},
		{0x00b9, 0x00b9, 1},
		{0x1369, 0x1371, 1},
		{0x19da, 0x19da, 1},
		{0x2070, 0x2070, 1},
		{0x2074, 0x2079, 1},
		{0x2080, 0x2089, 1},
		{0x2460, 0x2468, 1},
		{0x2474, 0x247c, 1},
		{0x2488, 0x2490, 1},
		{0x24ea, 0x24ea, 1},
		{0x24f5, 0x24fd, 1},
		{0x24ff, 0x24ff, 1},
		{0x2776, 0x277e, 1},
		{0x2780, 0x2788, 1},
		{0x278a, 0x2792, 1},
	},
	R32: []unicode.Range32{
		{0x10a40, 0x10a43, 1},
		{0x10e60, 0x10e68, 1},
		{0x11052, 0x1105a, 1},
		{0x1f100, 0x1f10a, 1},
	},
	LatinOffset: 2,
}

// newer are the letters and digits of Unicode 15 that Unicode 14 did not
// have: the model's own environment knows no kind for them. Read only.
var newer = &unicode.RangeTable{
	R32: []unicode.Range32{
		{0x1123f, 0x11240, 1},
		{0x11f02, 0x11f02, 1},
		{0x11f04, 0x11f10, 1},
		{0x11f12, 0x11f33, 1},
		{0x11f50, 0x11f59, 1},
		{0x1342f, 0x1342f, 1},
		{0x13441, 0x13446, 1},
		{0x1b132, 0x1b132, 1},
		{0x1b155, 0x1b155, 1},
		{0x1df25, 0x1df2a, 1},
		{0x1e030, 0x1e06d, 1},
		{0x1e4d0, 0x1e4eb, 1},
		{0x1e4f0, 0x1e4f9, 1},
		{0x2b739, 0x2b739, 1},
		{0x31350, 0x323af, 1},
	},
}
