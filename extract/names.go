package extract

import (
	"unicode"
	"unicode/utf8"

	"github.com/zhaibao/zhaibao/segment"
)

var (
	roleNames    = [...]string{"actual", "target", "reference"}
	basisNames   = [...]string{"total", "part", "each"}
	statusNames  = [...]string{"", "done", "ongoing", "undone"}
	timeNames    = [...]string{"flow", "stock", "cumulative"}
	verdictNames = [...]string{"unexplained", "fact", "nonfact", "gap"}
)

// String is the name used in every output.
func (r Role) String() string { return roleNames[r] }

// String is the name used in every output.
func (b Basis) String() string { return basisNames[b] }

// String is the name used in every output, "" for NoStatus.
func (s Status) String() string { return statusNames[s] }

// String is the name used in every output.
func (t Time) String() string { return timeNames[t] }

// String is the name used in every output.
func (v Verdict) String() string { return verdictNames[v] }

// trimSpan takes blanks and marks off both ends of a span.
func trimSpan(text string, s segment.Span) segment.Span {
	for s.Start < s.End {
		r, n := utf8.DecodeRuneInString(text[s.Start:s.End])
		if !trimmed(r) && r != '”' && r != '）' && r != '》' {
			break
		}
		s.Start += n
	}
	for s.Start < s.End {
		r, n := utf8.DecodeLastRuneInString(text[s.Start:s.End])
		if !trimmed(r) && r != '“' && r != '（' && r != '《' {
			break
		}
		s.End -= n
	}
	return s
}

func trimmed(r rune) bool {
	switch r {
	case '、', '，', '。', '：', ':', ',', ';', '；', '—', '-':
		return true
	}
	return unicode.IsSpace(r)
}
