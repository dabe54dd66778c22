package csv

import (
	"context"
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"strings"

	"github.com/zhaibao/zhaibao/corpus"
	"github.com/zhaibao/zhaibao/corpus/internal/page"
	"github.com/zhaibao/zhaibao/corpus/internal/sheet"
)

// Options of the reader; the zero value has its defaults.
type Options struct {
	// Text is the headline of the column that holds the reports' texts; a file
	// without it is a table, or an error where it has texts under another headline.
	// "" finds columns called 正文, 内容, 工作总结, text, … or those of long cells.
	Text string
}

// Reader reads with the default options.
var Reader = New(Options{})

// New returns a reader for the .csv and .tsv files of a run.
func New(o Options) corpus.Reader {
	return corpus.Reader{
		Format:  "csv",
		Endings: []string{".csv", ".tsv"},
		Plain:   true,
		Is:      is,
		Read:    func(ctx context.Context, s corpus.Source) (corpus.Text, error) { return read(ctx, s, o) },
	}
}

// ErrOurs refuses what this program wrote or reads beside the reports.
var ErrOurs = corpus.Problem("这是 extract 写出的表或更正文件，不是报告，请把它移出报告目录", "a table that extract wrote or a file of corrections, and no report; move it out of the reports' folder")

// ours reports whether the headline is that of one of our own files.
func ours(text string) bool {
	for _, head := range [...]string{"id,file,doc,", "file,doc,title,", "region,region_code,period,metric,", "kind,file,doc,", "measure,region,region_code,", "model,statistic,period,", "table,name,", "text_hash,start,end,"} {
		if strings.HasPrefix(text, head) {
			return true
		}
	}
	return false
}

// maxCells is the most cells that a row of a spreadsheet can have (Excel's limit).
const maxCells = 1 << 14

func tooWide(line, cells int) error {
	return corpus.Problem(fmt.Sprintf("第 %d 行有 %d 格，一行最多 %d 格，不像表格；请检查分隔符，或用 Excel 打开、另存再试", line, cells, maxCells),
		fmt.Sprintf("line %d has %d cells, and a row can have %d: it is no table; check the delimiter, or open it in a spreadsheet and save it anew", line, cells, maxCells))
}

// cellCost is what a cell takes of the budget: about its size in memory.
const cellCost = 16

func read(ctx context.Context, s corpus.Source, o Options) (corpus.Text, error) {
	t, err := corpus.Decode(s.Data)
	if err != nil {
		return t, err
	}
	limit := s.Limits.Filled().Unpacked
	if int64(len(t.Text)) > limit {
		return corpus.Text{}, page.ErrTooLong
	}
	if ours(t.Text) {
		return corpus.Text{}, ErrOurs
	}
	text, skipped, delimiter := preamble(t.Text)
	rows, err := records(ctx, text, delimiter, false, limit)
	var parse *csv.ParseError
	if errors.As(err, &parse) {
		if delimiter != '\t' {
			return corpus.Text{}, badQuotes(parse.Line + skipped)
		}
		rows, err = records(ctx, text, delimiter, true, limit)
	}
	if err != nil {
		return corpus.Text{}, err
	}
	for i := range rows {
		rows[i].Number += skipped
	}
	out, err := sheet.Write(ctx, s.Limits, []sheet.Sheet{{Rows: rows}}, sheet.Options(o))
	out.Encoding, out.Replaced = t.Encoding, t.Replaced
	return out, err
}

func badQuotes(line int) error {
	return corpus.Problem(fmt.Sprintf("第 %d 行的引号不配对，不知道一格到哪里为止；请用 Excel 或 WPS 打开、另存为 CSV 再试", line),
		fmt.Sprintf("the quotes of line %d do not match, so cells cannot be told apart; open it in a spreadsheet and save it as CSV", line))
}

// records reads all records that are not empty. plain takes quotes as they stand.
func records(ctx context.Context, text string, delimiter rune, plain bool, limit int64) (rows []sheet.Row, err error) {
	next := quoted(text, delimiter)
	if plain {
		next = unquoted(text, delimiter)
	}
	for n := 0; ; n++ {
		if n&1023 == 0 && ctx.Err() != nil {
			return nil, ctx.Err()
		}
		cells, line, err := next()
		if err == io.EOF {
			return rows, nil
		}
		if err != nil {
			return nil, err
		}
		if len(cells) > maxCells {
			return nil, tooWide(line, len(cells))
		}
		if limit -= int64(len(cells)+2) * cellCost; limit < 0 {
			return nil, page.ErrTooLong
		}
		empty := true
		for i := range cells {
			cells[i] = strings.TrimSpace(cells[i])
			empty = empty && cells[i] == ""
		}
		if !empty {
			rows = append(rows, sheet.Row{Number: line, Cells: cells})
		}
	}
}

// quoted reads the records of text in the manner of RFC 4180.
func quoted(text string, delimiter rune) func() ([]string, int, error) {
	r := csv.NewReader(strings.NewReader(text))
	r.Comma, r.FieldsPerRecord = delimiter, -1
	return func() ([]string, int, error) {
		cells, err := r.Read()
		if err != nil {
			return nil, 0, err
		}
		line, _ := r.FieldPos(0)
		return cells, line, nil
	}
}

// unquoted cuts text at line ends and delimiters.
func unquoted(text string, delimiter rune) func() ([]string, int, error) {
	line := 0
	return func() ([]string, int, error) {
		if text == "" {
			return nil, 0, io.EOF
		}
		line++
		s, rest, _ := strings.Cut(text, "\n")
		text = rest
		return strings.Split(strings.TrimSuffix(s, "\r"), string(delimiter)), line, nil
	}
}
