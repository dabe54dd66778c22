package terms

import (
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/zhaibao/zhaibao/metrics"
	"github.com/zhaibao/zhaibao/period"
	"github.com/zhaibao/zhaibao/segment"
)

// toy cuts the longest words of its list from left to right, single characters elsewhere.
type toy map[string]bool

func newToy(words string) toy {
	t := toy{}
	for _, w := range strings.Fields(words) {
		t[w] = true
	}
	return t
}

func (t toy) AppendWords(dst []segment.Span, text string) []segment.Span {
	for i := 0; i < len(text); {
		_, n := utf8.DecodeRuneInString(text[i:])
		for k := min(len(text), i+123); k > i+n; k-- {
			if t[text[i:k]] {
				n = k - i
				break
			}
		}
		dst = append(dst, segment.Span{Start: i, End: i + n})
		i += n
	}
	return dst
}

// reportOf is a report of a place, period and text.
func reportOf(place string, p period.Period, text string) Report {
	var d segment.Document
	d.Parse(text, segment.Span{End: len(text)})
	return Report{ReportKey: metrics.ReportKey{Region: place, Period: p}, Text: text, Sentences: d.Sentences}
}

// tableOf counts the reports.
func tableOf(t testing.TB, o Options, reports ...Report) *Table {
	t.Helper()
	a, err := Compile(o)
	if err != nil {
		t.Fatal(err)
	}
	table, w := a.NewTable(), a.NewWorker()
	var c Counts
	for _, r := range reports {
		w.Count(r, &c)
		table.Add(&c)
	}
	return table
}

func near(a, b float64) bool {
	d := a - b
	return d < 1e-9 && d > -1e-9
}
