// Package lazy compiles regular expressions when they are first used, so that
// importing a reader costs the program's start nothing.
package lazy

import (
	"regexp"
	"sync"
)

// Regexp returns a function that gives the expression, compiled at its first
// call. It panics there on a wrong expression, as regexp.MustCompile does.
func Regexp(expr string) func() *regexp.Regexp {
	return sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(expr) })
}
