package synth

import (
	"fmt"
	"maps"
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/zhaibao/zhaibao/extract/catalog"
	"github.com/zhaibao/zhaibao/metrics"
)

// share is what became of the cells of a run.
type share struct {
	cells, right    int // with a sum or a gap in the truth or in the table
	extraction      int // wrong, and the true facts give the truth's cell
	aggregation     int // wrong for no error of the extraction
	lucky           int // right although a fact is wrong
	empty           int // cells where neither has a sum or a gap
	reasons, listed int // cells whose left_out is the truth's, of all
}

// TestPipeline: from files to table.csv, every wrong cell has its culprit, and
// it is never the aggregation.
func TestPipeline(t *testing.T) {
	o := Options{Seed: 1}
	if os.Getenv("ZHAIBAO_SLOW") != "" {
		o = Options{Seed: 2, Counties: 200, Bureaus: 6}
	}
	c, folder, _ := generate(t, o)
	truth := Cells(c)
	aggregatesTheTruth(t, c, truth)
	out := command(t, folder)
	errors, gaps, totals := read(t, c, folder)
	table := printedTable(t, out)
	if direct := cellsOf(totals, catalog.Builtin()); !maps.Equal(direct, table) {
		t.Error("table.csv is not what the aggregation makes of the same facts")
	}
	gapsAreListed(t, out, gaps)
	s, culprits := judge(t, truth, table, errors)
	report(t, c, s, culprits, errors)
	if s.right*100 < s.cells*50 {
		t.Errorf("only %d of %d cells are right", s.right, s.cells)
	}
}

// aggregatesTheTruth: the aggregation of the true facts is the truth, in one
// piece and merged from several.
func aggregatesTheTruth(t *testing.T, c *Corpus, truth map[Key]*Cell) {
	t.Helper()
	cat := catalog.Builtin()
	whole, parts := metrics.NewAggregator(cat), make([]*metrics.Aggregator, 3)
	for i := range parts {
		parts[i] = metrics.NewAggregator(cat)
	}
	n := 0
	for _, file := range c.Files {
		for i := range file.Reports {
			m, err := True(&file.Reports[i], cat, file.CopyOf != "")
			if err != nil {
				t.Fatal(err)
			}
			whole.Add(m)
			parts[n%len(parts)].Add(m)
			n++
		}
	}
	parts[2].Merge(parts[0])
	parts[2].Merge(parts[1])
	for name, a := range map[string]*metrics.Aggregator{"in one piece": whole, "merged": parts[2]} {
		got, again := cellsOf(a, cat), 0
		if len(got) != len(truth) {
			t.Errorf("%s: %d cells of the true facts, want %d", name, len(got), len(truth))
		}
		for _, key := range Keys(truth) {
			want := printed{truth[key].Figures(), truth[key].Reasons()}
			if c.Copies > 0 { // a copy's facts are counted as left out, its gaps as gaps
				want.leftOut = got[key].leftOut
				if got[key].Gaps > want.Gaps {
					want.Gaps, again = got[key].Gaps, again+1
				}
			}
			if got[key] != want {
				t.Errorf("%s: the aggregation of the true facts makes of %v\n%+v, want\n%+v", name, key, got[key], want)
			}
		}
		if again > 0 {
			t.Logf("%s: in %d cells the gaps of flagged copies are counted again", name, again)
		}
	}
}

// gapsAreListed: every gap that was found stands in gaps.csv, and no other.
func gapsAreListed(t *testing.T, out string, gaps []string) {
	t.Helper()
	var listed []string
	for _, r := range records(t, out, "gaps.csv") {
		listed = append(listed, r["file"]+" "+r["kind"]+" "+r["text"])
	}
	slices.Sort(listed)
	slices.Sort(gaps)
	if !slices.Equal(listed, gaps) {
		t.Errorf("gaps.csv has %d rows for %d gaps, or others", len(listed), len(gaps))
	}
}

// judge compares the table with the truth, cell by cell, and finds whose fault
// a wrong one is. culprits are the errors of wrong cells.
func judge(t *testing.T, truth map[Key]*Cell, table map[Key]printed, errors []Error) (s share, culprits map[Key][]*Error) {
	t.Helper()
	hard := map[Key][]*Error{}
	for i := range errors {
		if e := &errors[i]; e.Hard {
			for _, key := range e.Keys {
				hard[key] = append(hard[key], e)
			}
		}
	}
	keys := map[Key]bool{}
	for key := range truth {
		keys[key] = true
	}
	for key := range table {
		if key.Metric != "completion_status" {
			keys[key] = true
		}
	}
	culprits = map[Key][]*Error{}
	for key := range keys {
		var want Figures
		if c := truth[key]; c != nil {
			want = c.Figures()
			s.listed++
			if table[key].leftOut == c.Reasons() {
				s.reasons++
			}
		}
		got := table[key].Figures
		if want == (Figures{}) && got == (Figures{}) {
			s.empty++
			continue
		}
		s.cells++
		switch {
		case got == want:
			s.right++
			if len(hard[key]) > 0 {
				s.lucky++
			}
		case len(hard[key]) > 0:
			s.extraction++
			culprits[key] = hard[key]
		default:
			s.aggregation++
			t.Errorf("%v: every fact is right and the cell is not: %+v, want %+v", key, got, want)
		}
	}
	return s, culprits
}

// report prints the shares and, by frame, what is wrong.
func report(t *testing.T, c *Corpus, s share, culprits map[Key][]*Error, errors []Error) {
	t.Helper()
	reports, facts, gaps := 0, 0, 0
	for _, f := range c.Files {
		reports += len(f.Reports)
		for i := range f.Reports {
			facts += len(f.Reports[i].Facts)
			for _, x := range f.Reports[i].Facts {
				if x.Gap != "" {
					gaps++
				}
			}
		}
	}
	hard, lost := 0, 0
	for _, e := range errors {
		if e.Hard {
			hard++
		}
		if e.Kind == GapLost {
			lost++
		}
	}
	percent := func(n int) string { return fmt.Sprintf("%d (%.1f%%)", n, 100*float64(n)/float64(s.cells)) }
	t.Logf("%d files, %d reports, %d figures, %d of them gaps, %d gaps not found", len(c.Files), reports, facts, gaps, lost)
	t.Logf("cells with a sum or a gap: %d; right %s, wrong by extraction %s, wrong by aggregation %s; right by chance %d; cells without either %d",
		s.cells, percent(s.right), percent(s.extraction), percent(s.aggregation), s.lucky, s.empty)
	t.Logf("left_out as the truth has it: %d of %d cells; errors of facts that change a cell: %d of %d", s.reasons, s.listed, hard, facts)
	t.Logf("all differences by kind: %s", byKind(errors))
	t.Logf("wrong cells by frame and kind of error (* marked in fails.txt):\n%s", byFrame(t, culprits))
}

// byKind counts errors, "soft" those that change no cell's figures.
func byKind(errors []Error) string {
	counts := map[string]int{}
	for _, e := range errors {
		kind := e.Kind
		if !e.Hard {
			kind += " (soft)"
		}
		counts[kind]++
	}
	return reasonList(counts)
}

// byFrame counts the wrong cells that a frame's errors touch, most first.
func byFrame(t *testing.T, culprits map[Key][]*Error) string {
	fails := marked(t)
	cells, example := map[string]map[Key]bool{}, map[string]*Error{}
	for _, key := range slices.SortedFunc(maps.Keys(culprits), Key.compare) {
		for _, e := range culprits[key] {
			id := e.Frame
			switch {
			case id == "":
				id = "(no frame)"
			case fails[id]:
				id += "*"
			}
			id += " " + e.Kind
			if cells[id] == nil {
				cells[id], example[id] = map[Key]bool{}, e
			}
			cells[id][key] = true
		}
	}
	ids := slices.Sorted(maps.Keys(cells))
	slices.SortStableFunc(ids, func(a, b string) int { return len(cells[b]) - len(cells[a]) })
	var b strings.Builder
	for _, id := range ids {
		e := example[id]
		fmt.Fprintf(&b, "  %4d  %-28s %s: got %q, want %q\n", len(cells[id]), id, e.Text, e.Got, e.Want)
	}
	return b.String()
}
