// Package windowtest runs the built program in a real window under a virtual
// display and works it with a real pointer and real keys. It holds tests only.
package windowtest
