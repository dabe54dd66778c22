package metrics

import "github.com/zhaibao/zhaibao/period"

// within reports whether what happened in p happened in whole. An empty p is
// the report's own period; an empty whole holds everything.
func within(p, whole period.Period) bool {
	return p == "" || whole == "" || whole.Contains(p)
}
