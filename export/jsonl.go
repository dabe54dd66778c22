package export

import (
	"io"
	"strings"
)

// JSONL writes one JSON object a line, its fields in the columns' order.
var JSONL = PerTable("jsonl", createJSONL)

type jsonlWriter struct {
	*file
	columns []Column
	keys    [][]byte // `{"id":`, `,"file":`, …
}

func createJSONL(folder string, s Schema) (Writer, error) {
	f, err := createFile(folder, s.Name+".jsonl")
	if err != nil {
		return nil, err
	}
	return newJSONL(f, s), nil
}

// jsonlTo writes to an open stream, which Close leaves open.
func jsonlTo(out io.Writer, s Schema) Writer {
	return newJSONL(&file{out: out, done: func() error { return nil }}, s)
}

func newJSONL(f *file, s Schema) *jsonlWriter {
	w := &jsonlWriter{file: f, columns: s.Columns}
	for i, c := range s.Columns {
		key := []byte{','}
		if i == 0 {
			key[0] = '{'
		}
		w.keys = append(w.keys, append(appendString(key, c.Name), ':'))
	}
	return w
}

func (w *jsonlWriter) Write(row []Cell) error {
	for i, c := range row {
		w.buf = append(w.buf, w.keys[i]...)
		switch {
		case c.None():
			w.buf = append(w.buf, "null"...)
		case w.columns[i].Kind == Text:
			w.buf = appendString(w.buf, c.Text())
		default:
			w.buf = c.AppendNumber(w.buf)
		}
	}
	w.buf = append(w.buf, "}\n"...)
	return w.flush()
}

// appendString appends s as a JSON string; bytes that are not UTF-8 become U+FFFD.
func appendString(dst []byte, s string) []byte {
	s = strings.ToValidUTF8(s, "\uFFFD")
	dst = append(dst, '"')
	plain := 0 // where the bytes begin that need no escape
	for i := range len(s) {
		if b := s[i]; b < ' ' || b == '"' || b == '\\' {
			dst = appendEscape(append(dst, s[plain:i]...), b)
			plain = i + 1
		}
	}
	return append(append(dst, s[plain:]...), '"')
}

func appendEscape(dst []byte, b byte) []byte {
	const hex = "0123456789abcdef"
	switch b {
	case '"', '\\':
		return append(dst, '\\', b)
	case '\n':
		return append(dst, `\n`...)
	case '\r':
		return append(dst, `\r`...)
	case '\t':
		return append(dst, `\t`...)
	}
	return append(dst, '\\', 'u', '0', '0', hex[b>>4], hex[b&15])
}
