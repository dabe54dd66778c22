package extract

import (
	"os"
	"strings"
	"testing"

	"github.com/zhaibao/zhaibao/segment"
)

// TestDamaged reads the texts of testdata/damaged.txt, whose head says how a row is written.
func TestDamaged(t *testing.T) {
	rows, err := os.ReadFile("testdata/damaged.txt")
	if err != nil {
		t.Fatal(err)
	}
	w := mustCompile(t).NewWorker()
	kind, good, all := "", 0, 0
	tally := func() {
		if all > 0 {
			t.Logf("%s: %d of %d", kind, good, all)
		}
		good, all = 0, 0
	}
	for row := range strings.Lines(string(rows)) {
		if head, ok := strings.CutPrefix(row, "## "); ok {
			tally()
			kind = strings.TrimSpace(head)
			continue
		}
		text, want, ok := strings.Cut(strings.TrimSpace(row), " → ")
		if !ok || row[0] == '#' {
			continue
		}
		all++
		if got := listed(w, strings.ReplaceAll(text, "⏎", "\n")); got != want {
			t.Errorf("%s: %s\n got %s\nwant %s", kind, text, got, want)
		} else {
			good++
		}
	}
	tally()
}

// listed writes the numerals of a text in the way of testdata/damaged.txt.
func listed(w *Worker, text string) string {
	var doc segment.Document
	doc.Parse(text, segment.Span{End: len(text)})
	var res Result
	w.Extract(Report{Doc: &doc, Period: "2023"}, &res)
	var out []string
	for i := range res.Numerals {
		if s := account(&res, &res.Numerals[i], text); s != "" {
			out = append(out, s)
		}
	}
	if out == nil {
		return "-"
	}
	return strings.Join(out, "; ")
}

// account writes one numeral; "" for a word or an article.
func account(res *Result, n *Numeral, text string) string {
	surface := strings.ReplaceAll(n.Of(text), "\n", "⏎")
	switch {
	case n.Verdict == IsNonfact && (n.Reason == "word" || n.Reason == "idiom" || n.Reason == "article"):
		return ""
	case n.Verdict == IsNonfact:
		return surface + ":" + n.Reason
	case n.Verdict == Unexplained:
		return surface + "!"
	case n.Verdict == IsGap:
		return surface + "?" + string(gapAt(res, n))
	}
	s := surface + "=" + n.Value.String()
	if n.HasHigh {
		s += ".." + n.High.String()
	}
	if n.Unit != "" {
		s += " " + n.Unit
	}
	if name := n.Bound.String(); name != "exact" {
		s += " " + name
	}
	if gapAt(res, n) == GapDoubtful {
		s += "~"
	}
	return s
}

// gapAt is the kind of the gap at the numeral, "" where there is none.
func gapAt(res *Result, n *Numeral) GapKind {
	for _, g := range res.Gaps {
		if g.Span == n.Span {
			return g.Kind
		}
	}
	return ""
}
