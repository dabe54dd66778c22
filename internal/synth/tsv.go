package synth

import (
	"bufio"
	"fmt"
	"io"
	"strconv"
	"strings"
	"unicode/utf8"
)

// WriteFacts writes the truth as TSV, one figure a line: the file, start and
// end in code points of its text, frame, county, period, metric, text, value,
// low and high in the base unit, bound, why it is left out, and the gap.
func (c *Corpus) WriteFacts(out io.Writer) error {
	w := bufio.NewWriter(out)
	fmt.Fprintln(w, strings.Join([]string{
		"file", "start", "end", "frame", "region", "period", "metric", "text", "value", "low", "high", "base_unit", "bound", "left_out", "gap", "copy_of",
	}, "\t"))
	for _, file := range c.Files {
		for i := range file.Reports {
			r := &file.Reports[i]
			for k := range r.Facts {
				f := &r.Facts[k]
				start := utf8.RuneCountInString(file.Text[:f.Start])
				fmt.Fprintln(w, strings.Join([]string{
					file.Name, strconv.Itoa(start), strconv.Itoa(start + utf8.RuneCountInString(f.Text)), f.Frame, r.County, r.Period,
					f.Metric, f.Text, Plain(f.Value), Plain(f.Low), Plain(f.High), f.Base, f.Bound, f.Reason, f.Gap, file.CopyOf,
				}, "\t"))
			}
		}
	}
	return w.Flush()
}

// WriteCells writes what the table must say as TSV, one cell a line, with the
// names of table.csv. "" is none and never zero.
func (c *Corpus) WriteCells(out io.Writer) error {
	w := bufio.NewWriter(out)
	fmt.Fprintln(w, "region\tperiod\tmetric\tbase_unit\tn_facts\tsum\tlow\thigh\tn_open\tgaps\tleft_out")
	cells := Cells(c)
	for _, key := range Keys(cells) {
		cell := cells[key]
		f := cell.Figures()
		fmt.Fprintf(w, "%s\t%s\t%s\t%s\t%d\t%s\t%s\t%s\t%d\t%d\t%s\n", key.County, key.Period, key.Metric, key.Unit,
			cell.Facts, f.Sum, f.Low, f.High, f.Open, f.Gaps, cell.Reasons())
	}
	return w.Flush()
}
