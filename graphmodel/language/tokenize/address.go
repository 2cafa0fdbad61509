package tokenize

import (
	"slices"
	"unicode"
)

// Lengths within a web address, in code points.
const (
	longestLabel   = 64
	longestTop     = 63
	shortestTop    = 2
	shortestScheme = 2
	shortestPort   = 2
	longestPort    = 5
	octets         = 4
	longestOctet   = 3
)

// isAddress reports whether all of s is a web or mail address: scheme, user,
// host, port and rest, of which only the host must be there.
func isAddress(s []rune) bool {
	if isHostAndRest(s) {
		return true
	}
	if n := schemeLength(s); n > 0 && isHostAndRest(s[n:]) {
		return true
	}
	for i := 1; i < len(s); i++ {
		if s[i] == '@' && isHostAndRest(s[i+1:]) {
			return true
		}
	}
	return false
}

// schemeLength returns the length of the scheme and its "://".
func schemeLength(s []rune) int {
	n := 0
	for n < len(s) && (unicode.IsLetter(s[n]) || unicode.IsNumber(s[n]) || slices.Contains([]rune("_+-."), s[n])) {
		n++
	}
	if n < shortestScheme || !hasPrefix(s[n:], []rune("://")) {
		return 0
	}
	return n + len("://")
}

// isHostAndRest matches what follows scheme and user. No part of a host can
// hold the characters that end it, so there is only one way to cut.
func isHostAndRest(s []rune) bool {
	end := 0
	for end < len(s) && !slices.Contains([]rune(":/?#@"), s[end]) {
		end++
	}
	host, rest := s[:end], s[end:]
	if !isHostName(host) && !isHostNumber(host) {
		return false
	}
	if len(rest) > 0 && rest[0] == ':' {
		n := 1
		for n < len(rest) && unicode.Is(unicode.Nd, rest[n]) {
			n++
		}
		if n-1 < shortestPort || n-1 > longestPort {
			return false
		}
		rest = rest[n:]
	}
	return len(rest) == 0 || rest[0] == '/' || rest[0] == '?' || rest[0] == '#'
}

// isHostName matches labels with a full stop behind each, and a last label of
// small letters.
func isHostName(host []rune) bool {
	labels := 0
	for {
		dot := slices.Index(host, '.')
		if dot < 0 {
			break
		}
		if !isLabel(host[:dot]) {
			return false
		}
		labels++
		host = host[dot+1:]
	}
	if labels == 0 || len(host) < shortestTop || len(host) > longestTop {
		return false
	}
	for _, r := range host {
		if !isLower(r) {
			return false
		}
	}
	return true
}

func isLabel(s []rune) bool {
	if len(s) == 0 || len(s) > longestLabel || !isLabelEdge(s[0]) || !isLabelEdge(s[len(s)-1]) {
		return false
	}
	for _, r := range s {
		if !isLabelEdge(r) && r != '-' && r != '_' {
			return false
		}
	}
	return true
}

func isLabelEdge(r rune) bool {
	return r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z' || isDigit(r) || r >= '\u00a1' && r <= '\uffff'
}

// isHostNumber matches the number of a public host, 8.8.8.8. As in the
// model's rule, digits of any script count where a digit may be any.
func isHostNumber(host []rune) bool {
	var parts [][]rune
	for {
		dot := slices.Index(host, '.')
		if dot < 0 {
			break
		}
		parts = append(parts, host[:dot])
		host = host[dot+1:]
		if len(parts) == octets {
			return false
		}
	}
	parts = append(parts, host)
	if len(parts) != octets {
		return false
	}
	for _, p := range parts {
		if len(p) == 0 || len(p) > longestOctet || slices.ContainsFunc(p, notDecimal) {
			return false
		}
	}
	return isOctet(parts[0], "223", false) && isOctet(parts[1], "255", true) &&
		isOctet(parts[2], "255", true) && isOctet(parts[3], "254", false) && !isPrivate(parts)
}

func notDecimal(r rune) bool { return !unicode.Is(unicode.Nd, r) }

// isOctet matches a number of at most most; zeros says whether it may be 0
// or start with one.
func isOctet(p []rune, most string, zeros bool) bool {
	if len(p) < longestOctet {
		return zeros || p[0] >= '1' && p[0] <= '9'
	}
	m := []rune(most)
	switch {
	case p[0] == '1':
		return true
	case p[0] != m[0]:
		return false
	case p[1] != m[1]:
		return p[1] >= '0' && p[1] < m[1]
	}
	return p[2] >= '0' && p[2] <= m[2]
}

// isPrivate holds the networks that are not part of the public net, those of
// 172.16 to 172.31 among them.
func isPrivate(parts [][]rune) bool {
	first, second := string(parts[0]), string(parts[1])
	switch first {
	case "10", "127":
		return true
	case "169":
		return second == "254"
	case "192":
		return second == "168"
	case "172":
		if len(parts[1]) != 2 {
			return false
		}
		tens, ones := parts[1][0], parts[1][1]
		return tens == '1' && ones >= '6' && ones <= '9' || tens == '2' || tens == '3' && (ones == '0' || ones == '1')
	}
	return false
}
