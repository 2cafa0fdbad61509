//go:build race

package engine_test

// plainStep: the race detector makes the plain kernel thirty times slower, and
// its arithmetic has nothing for it to find.
const plainStep = 12
