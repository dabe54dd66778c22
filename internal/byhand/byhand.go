// Package byhand reads the CSV files that people keep by hand: denominators,
// corrections, identities, judgements.
//
//  1. Decode takes UTF-8 with or without a byte order mark, or GB18030.
//  2. Split gives line after line with its number; blank lines are passed over.
//  3. What is wrong is a Problem with file, line and column, in Chinese and in
//     English; a file with any is an Error that lists them.
package byhand

import (
	"bytes"
	"encoding/csv"
	"errors"
	"io"
	"slices"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/encoding/simplifiedchinese"

	"github.com/zhaibao/zhaibao/period"
)

// Decode gives the text of a file without its byte order mark; ok is false where
// it is none, which problem is told.
func Decode(data []byte, problem func(line int, m Message)) (text []byte, ok bool) {
	if bytes.HasPrefix(data, []byte("\xFF\xFE")) || bytes.HasPrefix(data, []byte("\xFE\xFF")) || bytes.IndexByte(data, 0) >= 0 {
		problem(1, Sayf("不是 CSV 文本（UTF-16 或表格文件）；请在表格软件中另存为“CSV UTF-8”", "no CSV text (UTF-16 or a workbook); save it as “CSV UTF-8” from the spreadsheet"))
		return nil, false
	}
	data = bytes.TrimPrefix(data, []byte("\uFEFF"))
	if utf8.Valid(data) {
		return data, true
	}
	text, err := simplifiedchinese.GB18030.NewDecoder().Bytes(data)
	if at := bytes.Index(text, []byte("\uFFFD")); err != nil || at >= 0 {
		problem(1+bytes.Count(text[:max(at, 0)], []byte("\n")), Sayf("既不是 UTF-8，也不是 GB18030；请另存为“CSV UTF-8”", "neither UTF-8 nor GB18030; save it as “CSV UTF-8”"))
		return nil, false
	}
	return text, true
}

// Split calls row for every line that is not blank, the header first, with its
// number from 1. Lines whose quotes do not pair go to problem instead.
func Split(text []byte, problem func(line int, m Message), row func(line int, cells []string)) {
	in := csv.NewReader(bytes.NewReader(text))
	in.FieldsPerRecord = -1
	for {
		cells, err := in.Read()
		if err == io.EOF {
			return
		}
		var bad *csv.ParseError
		if errors.As(err, &bad) {
			problem(bad.StartLine, Sayf("引号不配对；有引号的格要整个括在引号里，其中的引号写两个",
				"quotes do not pair; a cell with quotes stands in quotes as a whole, those inside it doubled"))
			continue
		}
		line, _ := in.FieldPos(0)
		if slices.ContainsFunc(cells, func(c string) bool { return strings.TrimSpace(c) != "" }) {
			row(line, cells)
		}
	}
}

// Cells tells the cells of a line by their columns, without blanks and the
// apostrophe that guards a text; ok is false where there are more or fewer than
// columns, empty ones at the end aside.
func Cells(columns, cells []string) (cell func(column string) string, ok bool) {
	for len(cells) > len(columns) && strings.TrimSpace(cells[len(cells)-1]) == "" {
		cells = cells[:len(cells)-1]
	}
	return func(column string) string {
		if i := slices.Index(columns, column); i >= 0 {
			return strings.TrimSpace(strings.TrimPrefix(strings.TrimSpace(cells[i]), "'"))
		}
		return ""
	}, len(cells) == len(columns)
}

// Period reads 2019, 2019H1 or 2019年上半年, and the empty cell; ok is false for
// anything else.
func Period(cell string) (p period.Period, ok bool) {
	if p, err := period.Parse(cell); err == nil {
		return p, true
	}
	found := period.Find(cell)
	if len(found) != 1 || found[0].Start != 0 || found[0].End != len(cell) || found[0].NoYear || found[0].Day {
		return "", false
	}
	return found[0].Period, true
}
