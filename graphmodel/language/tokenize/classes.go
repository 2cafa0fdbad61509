package tokenize

import "unicode"

// isDigit is the tokenizer's digit: the ten of ASCII and no other.
func isDigit(r rune) bool { return r >= '0' && r <= '9' }

func isLower(r rune) bool {
	if r < unicode.MaxASCII {
		return r >= 'a' && r <= 'z'
	}
	return unicode.Is(lowerTable, r)
}

func isUpper(r rune) bool {
	if r < unicode.MaxASCII {
		return r >= 'A' && r <= 'Z'
	}
	return unicode.Is(upperTable, r)
}

// isLetter is the union of the two, and five letters that are in neither.
func isLetter(r rune) bool {
	switch r {
	case 'ƻ', 'ǅ', 'ǈ', 'ǋ', 'ǲ':
		return true
	}
	return isLower(r) || isUpper(r)
}

func isIcon(r rune) bool { return r > unicode.MaxASCII && unicode.Is(iconTable, r) }

// isPunct holds the marks that are cut off at either end of a word. The
// ordinary hyphen and the full stop have rules of their own.
func isPunct(r rune) bool {
	switch r {
	case ',', ':', ';', '!', '?', '(', ')', '[', ']', '{', '}', '<', '>', '_', '#', '*', '&',
		'\u00a1', '\u00b7', '\u00bf', // ¡ · ¿
		'\u060c', '\u061b', '\u061f', '\u066a', '\u06d4', // Arabic
		'\u0964',           // danda
		'\u3001', '\u3002', // ideographic comma and full stop
		'\uff01', '\uff0c', '\uff1a', '\uff1b', '\uff1f', '\uff5e': // full width
		return true
	}
	return false
}

// isQuote holds quotation marks, the brackets of East Asian scripts and, as
// the model has it, the comma.
func isQuote(r rune) bool {
	switch r {
	case '\'', '"', ',', '`',
		'\u00ab', '\u00b4', '\u00bb', // « ´ »
		'\u2018', '\u2019', '\u201a', '\u201c', '\u201d', '\u201e',
		'\u2329', '\u232a', '\u27e6', '\u27e7', // angle and white square brackets
		'\u3014', '\u3015', '\uff08', '\uff09':
		return true
	}
	return r >= '\u3008' && r <= '\u3011'
}

// isCurrency holds the currency signs of one character.
func isCurrency(r rune) bool {
	switch r {
	case '$', '£', '¥', '฿', '\ufdfc':
		return true
	}
	return r >= '\u20a0' && r <= '\u20bf'
}

// isUnit holds the units of measurement that are cut off behind a digit. The
// last Cyrillic and the first Arabic one are grown together in the model.
func isUnit(s string) bool {
	switch s {
	case "km", "km²", "km³", "m", "m²", "m³", "dm", "dm²", "dm³", "cm", "cm²", "cm³", "mm", "mm²", "mm³",
		"ha", "\u00b5m", "nm", "yd", "in", "ft", "kg", "g", "mg", "\u00b5g", "t", "lb", "oz",
		"m/s", "km/h", "kmh", "mph", "hPa", "Pa", "mbar",
		"mb", "MB", "kb", "KB", "gb", "GB", "tb", "TB", "T", "G", "M", "K", "%",
		"км", "км²", "км³", "м", "м²", "м³", "дм", "дм²", "дм³", "см", "см²", "см³", "мм", "мм²", "мм³",
		"нм", "кг", "г", "мг", "м/с", "км/ч", "кПа", "Па", "мбар",
		"Кб", "КБ", "кб", "Мб", "МБ", "мб", "Гб", "ГБ", "гб", "Тб", "ТБ",
		"тбكم", "كم²", "كم³", "م", "م²", "م³", "سم", "سم²", "سم³", "مم", "مم²", "مم³", "كم",
		"غرام", "جرام", "جم", "كغ", "ملغ", "كوب", "اكواب":
		return true
	}
	return false
}

// longestUnit is the number of code points of the longest unit.
const longestUnit = 5
