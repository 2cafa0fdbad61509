//go:build !race

package engine_test

// plainStep is how many goldens the plain kernel goes on for each it reads.
const plainStep = 1
