package export

import "strings"

// CSV writes comma-separated files as the package comment describes them.
var CSV = PerTable("csv", createCSV)

const byteOrderMark = "\uFEFF"

type csvWriter struct {
	*file
	columns []Column
}

func createCSV(folder string, s Schema) (Writer, error) {
	f, err := createFile(folder, s.Name+".csv")
	if err != nil {
		return nil, err
	}
	return csvTo(f, s), nil
}

// csvTo starts a CSV file.
func csvTo(f *file, s Schema) *csvWriter {
	w := &csvWriter{f, s.Columns}
	w.buf = append(w.buf, byteOrderMark...)
	for i, c := range s.Columns {
		w.comma(i)
		w.buf = appendField(w.buf, c.Name)
	}
	w.buf = append(w.buf, "\r\n"...)
	return w
}

func (w *csvWriter) Write(row []Cell) error {
	for i, c := range row {
		w.comma(i)
		if w.columns[i].Kind == Text {
			w.buf = appendField(w.buf, c.Text())
		} else {
			w.buf = c.AppendNumber(w.buf)
		}
	}
	w.buf = append(w.buf, "\r\n"...)
	return w.flush()
}

func (w *csvWriter) comma(i int) {
	if i > 0 {
		w.buf = append(w.buf, ',')
	}
}

// appendField appends a text field, guarded and quoted where that is needed.
func appendField(dst []byte, s string) []byte {
	quote := strings.ContainsAny(s, ",\"\r\n")
	if quote {
		dst = append(dst, '"')
	}
	if guarded(s) {
		dst = append(dst, '\'')
	}
	if !quote {
		return append(dst, s...)
	}
	for {
		i := strings.IndexByte(s, '"')
		if i < 0 {
			return append(append(dst, s...), '"')
		}
		dst = append(append(dst, s[:i+1]...), '"')
		s = s[i+1:]
	}
}

// guarded reports whether a spreadsheet could take s for a formula, in full
// width too, or for a text that carries the guard already.
func guarded(s string) bool {
	if s == "" {
		return false
	}
	switch s[0] {
	case '=', '+', '-', '@', '\t', '\r', '\n', '\'':
		return true
	}
	for _, sign := range [...]string{"＝", "＋", "－", "＠"} {
		if strings.HasPrefix(s, sign) {
			return true
		}
	}
	return false
}

// Unguard gives back the text of a cell that was read from a text column of one of our CSV files.
func Unguard(cell string) string { return strings.TrimPrefix(cell, "'") }
