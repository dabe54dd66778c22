package export

import (
	"bytes"
	"strings"
)

// CSV writes comma-separated files as the package comment describes them.
var CSV = PerTable("csv", createCSV)

const byteOrderMark = "\uFEFF"

func createCSV(folder string, s Schema) (Writer, error) {
	f, err := createFile(folder, s.Name+".csv")
	if err != nil {
		return nil, err
	}
	return csvTo(f, s), nil
}

// csvTo starts a CSV file.
func csvTo(f *file, s Schema) *lineWriter {
	w := &lineWriter{f, s.Columns, &syntax{end: "\r\n", text: endField}}
	w.buf = append(w.buf, byteOrderMark...)
	for i, c := range s.Columns {
		var comma []byte
		if i > 0 {
			comma = []byte{','}
		}
		w.syntax.before = append(w.syntax.before, comma)
		w.buf = appendField(append(w.buf, comma...), []byte(c.Name))
	}
	w.buf = append(w.buf, w.syntax.end...)
	return w
}

// endField quotes and guards the text at dst[start:] where that is needed.
func endField(dst []byte, start int) []byte {
	if plainField(dst[start:]) {
		return dst
	}
	return requote(dst, start, appendField)
}

// plainField reports whether a text field stands as it is.
func plainField(s []byte) bool {
	switch {
	case len(s) == 0:
		return true
	case guarded(s):
		return false
	case len(s) < 32:
		for _, c := range s {
			if c <= ',' && (c == ',' || c == '"' || c == '\r' || c == '\n') {
				return false
			}
		}
		return true
	}
	return bytes.IndexByte(s, ',') < 0 && bytes.IndexByte(s, '"') < 0 && bytes.IndexByte(s, '\n') < 0 && bytes.IndexByte(s, '\r') < 0
}

// appendField appends a text field, guarded and quoted where that is needed.
func appendField(dst, s []byte) []byte {
	quote := bytes.ContainsAny(s, ",\"\r\n")
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
		i := bytes.IndexByte(s, '"')
		if i < 0 {
			return append(append(dst, s...), '"')
		}
		dst = append(append(dst, s[:i+1]...), '"')
		s = s[i+1:]
	}
}

// guarded reports whether a spreadsheet could take s for a formula, in full
// width too, or for a text that carries the guard already.
func guarded[S string | []byte](s S) bool {
	if len(s) == 0 {
		return false
	}
	switch s[0] {
	case '=', '+', '-', '@', '\t', '\r', '\n', '\'':
		return true
	case '\xEF': // ＝ ＋ － ＠ are EF BC xx
		return len(s) > 2 && s[1] == '\xBC' && (s[2] == '\x9D' || s[2] == '\x8B' || s[2] == '\x8D' || s[2] == '\xA0')
	}
	return false
}

// Unguard gives back the text of a cell that was read from a text column of one of our CSV files.
func Unguard(cell string) string { return strings.TrimPrefix(cell, "'") }
