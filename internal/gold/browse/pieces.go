package browse

import (
	"cmp"
	"slices"
	"strings"

	"github.com/zhaibao/zhaibao/internal/gold"
)

// piece is a stretch of a report's text: plain, or one that facts stand in.
// The first fact is shown as the text itself, those that overlap it behind it.
type piece struct {
	Text  string
	Facts []mark
}

// mark is a fact in the text.
type mark struct {
	ID         int // index in data.Facts
	Class, Tag string
	Name       string // of the class
	Metrics    string // separated by blanks
	Rule       string
	Text       string // its own
}

// pieces cuts a report's text. Without a text, as where the annotation was
// read from .gold.jsonl, the pieces are the facts alone.
func (in *Input) pieces(d *gold.Document, outcomes []int) []piece {
	sorted := slices.SortedFunc(slices.Values(outcomes), func(a, b int) int {
		aStart, aEnd := in.Report.Outcomes[a].Span()
		bStart, bEnd := in.Report.Outcomes[b].Span()
		return cmp.Or(aStart-bStart, bEnd-aEnd, a-b)
	})
	text := []rune(d.Text)
	cut := func(from, to int) string {
		return string(text[min(from, len(text)):min(to, len(text))])
	}
	var list []piece
	at := 0 // where the last piece ended
	for i := 0; i < len(sorted); {
		start, end := in.Report.Outcomes[sorted[i]].Span()
		marks := []mark{in.mark(sorted[i])}
		for i++; i < len(sorted); i++ {
			from, to := in.Report.Outcomes[sorted[i]].Span()
			if from >= end {
				break
			}
			marks, end = append(marks, in.mark(sorted[i])), max(end, to)
		}
		if start > at && at < len(text) {
			list = append(list, piece{Text: cut(at, start)})
		}
		list = append(list, piece{cmp.Or(cut(start, end), marks[0].Text), marks})
		at = end
	}
	if at < len(text) {
		list = append(list, piece{Text: cut(at, len(text))})
	}
	return list
}

func (in *Input) mark(id int) mark {
	o := &in.Report.Outcomes[id]
	m := mark{ID: id, Class: o.Class.String(), Tag: in.tag(o.Class), Name: in.className(o.Class),
		Metrics: strings.Join(metricsOf(o), " "), Text: o.Surface()}
	if o.Found != nil {
		m.Rule = in.Traces[o.Index].Rule
	}
	return m
}
