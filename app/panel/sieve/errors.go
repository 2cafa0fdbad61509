package sieve

import "errors"

// errNoDate is why a field does not take its text.
var errNoDate = errors.New("a date is written as 2025, 2025-03 or 2025-03-31")
