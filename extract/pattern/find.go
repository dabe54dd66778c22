package pattern

import (
	"errors"
	"time"

	"github.com/dlclark/regexp2/v2"

	"github.com/zhaibao/zhaibao/segment"
)

// Finder finds the matches of one expression; it is what package terms asks for
// as its Finder. It is safe for concurrent use.
type Finder struct{ re *regexp2.Regexp }

// Find compiles an expression of which a match may take so long.
func Find(expr string, limit time.Duration) (*Finder, error) {
	re, err := regexp2.Compile(expr, regexp2.OptionMaxBacktrackingStackSize(mostBacktracks))
	if err != nil {
		return nil, err
	}
	re.MatchTimeout = limit
	return &Finder{re}, nil
}

var errLate = errors.New("out of time")

// AppendMatches appends the matches in text that are not empty to dst, in order,
// as byte offsets. It fails where a match takes longer than the limit, or ends
// behind the deadline.
func (f *Finder) AppendMatches(dst []segment.Span, text string, deadline time.Time) (_ []segment.Span, err error) {
	defer func() {
		if recover() != nil { // a fault of the library costs the pattern's matches, not the report
			err = errLate
		}
	}()
	m, err := f.re.FindStringMatch(text)
	for ; m != nil && err == nil; m, err = f.re.FindNextMatch(m) {
		if time.Now().After(deadline) {
			return dst, errLate
		}
		if at, n := m.ByteRange(); n > 0 {
			dst = append(dst, segment.Span{Start: at, End: at + n})
		}
	}
	return dst, err
}

// MatchesEmpty reports whether the expression matches the empty text.
func (f *Finder) MatchesEmpty() bool {
	m, err := f.re.FindStringMatch("")
	return err == nil && m != nil
}
