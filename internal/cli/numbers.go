package cli

import (
	"bufio"
	"context"
	"encoding/json"
	"strings"

	"github.com/spf13/cobra"

	"github.com/zhaibao/zhaibao/corpus"
	"github.com/zhaibao/zhaibao/extract"
	"github.com/zhaibao/zhaibao/extract/quantity"
	"github.com/zhaibao/zhaibao/segment"
)

func (a *app) numbersCommand() *cobra.Command {
	lines := false
	c := &cobra.Command{
		Use:   a.say("numbers [--lines] 文件|-", "numbers [--lines] FILE|-"),
		Short: a.say("列出每个数字（JSONL），无论是否成为数据", "list every numeral (JSONL), whatever became of it"),
		Long: a.say("列出每个数字，一行一个 JSON 对象：start、end（码点）、text、value、high、unit、bound、verdict、reason。",
			"Lists every numeral, one JSON object a line: start, end (code points), text, value, high, unit, bound, verdict, reason."),
		Example:               "  extract numbers a.txt\n  printf '三五个\\n' | extract numbers --lines -",
		DisableFlagsInUseLine: true,
		Args:                  a.exactly(1, "numbers 需要一个文件，或 -", "numbers needs one file, or -"),
		RunE: func(c *cobra.Command, args []string) error {
			return a.numbers(c.Context(), args[0], lines)
		},
	}
	a.catalogFlag(c.Flags())
	c.Flags().BoolVar(&lines, "lines", false, a.say("每行各为一段文本，并加 line（从 1 起）", "take each line as a text of its own and add line (from 1)"))
	return c
}

func (a *app) numbers(ctx context.Context, path string, lines bool) error {
	ex, err := a.extractor()
	if err != nil {
		return err
	}
	out := bufio.NewWriterSize(a.Out, 64<<10)
	w := newNumeralWriter(out)
	var stopped stops
	if lines {
		err = a.numbersOfLines(ctx, path, ex, w)
	} else {
		o := a.corpusOptions(ctx, false)
		o.Extractor = ex
		err = a.eachReport(ctx, path, o, func(item *corpus.Item) error {
			stopped.add(a.lang, ex.Catalog(), item)
			return w.write(item.Document.Text, item.Result.Numerals, 0)
		})
	}
	stopped.print(a.lang, a.Err)
	if err != nil {
		return err
	}
	return out.Flush()
}

// numbersOfLines takes each line of the file as a text of its own.
func (a *app) numbersOfLines(ctx context.Context, path string, ex *extract.Extractor, w *numeralWriter) error {
	text, err := a.readText(ctx, path)
	if err != nil {
		return err
	}
	var (
		doc    segment.Document
		result extract.Result
		worker = ex.NewWorker()
		n      = 0
	)
	for line := range strings.Lines(text) {
		if n++; n%1000 == 0 && ctx.Err() != nil {
			return ctx.Err()
		}
		line = strings.TrimRight(line, "\r\n")
		doc.Parse(line, segment.Span{End: len(line)})
		worker.Extract(extract.Report{Doc: &doc}, &result)
		if err := w.write(line, result.Numerals, n); err != nil {
			return err
		}
	}
	return nil
}

// numeralRow is a line of output; Start and End are code points.
type numeralRow struct {
	Line    int             `json:"line,omitempty"`
	Start   int             `json:"start"`
	End     int             `json:"end"`
	Text    string          `json:"text"`
	Value   json.RawMessage `json:"value"`
	High    json.RawMessage `json:"high"`
	Unit    string          `json:"unit"`
	Bound   string          `json:"bound"`
	Verdict string          `json:"verdict"`
	Reason  string          `json:"reason"`
}

// numeralWriter writes the numerals of one text after another.
type numeralWriter struct {
	json    *json.Encoder
	text    string
	offsets segment.OffsetTable
	row     numeralRow
}

func newNumeralWriter(out *bufio.Writer) *numeralWriter {
	w := &numeralWriter{json: json.NewEncoder(out)}
	w.json.SetEscapeHTML(false)
	return w
}

func (w *numeralWriter) write(text string, numerals []extract.Numeral, line int) error {
	if text != w.text {
		w.text = text
		w.offsets.Reset(text)
	}
	for i := range numerals {
		n := &numerals[i]
		start, end := w.offsets.Runes(n.Span)
		w.row = numeralRow{
			Line: line, Start: start, End: end, Text: n.Of(text), Unit: n.Unit, Bound: n.Bound.String(),
			Value: appendNumber(w.row.Value[:0], n.HasValue, n.Value), High: appendNumber(w.row.High[:0], n.HasHigh, n.High),
			Verdict: n.Verdict.String(), Reason: n.Reason,
		}
		if err := w.json.Encode(&w.row); err != nil {
			return err
		}
	}
	return nil
}

func appendNumber(dst json.RawMessage, has bool, d quantity.Decimal) json.RawMessage {
	if !has {
		return append(dst, "null"...)
	}
	return d.Append(dst)
}
