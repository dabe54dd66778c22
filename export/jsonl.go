package export

import (
	"bytes"
	"io"
	"unicode/utf8"
)

// JSONL writes one JSON object a line, its fields in the columns' order.
var JSONL = PerTable("jsonl", createJSONL)

func createJSONL(folder string, s Schema) (Writer, error) {
	f, err := createFile(folder, s.Name+".jsonl")
	if err != nil {
		return nil, err
	}
	return newJSONL(f, s), nil
}

// jsonlTo writes to an open stream, which Close leaves open.
func jsonlTo(out io.Writer, s Schema) *lineWriter {
	return newJSONL(&file{out: out, done: func() error { return nil }}, s)
}

func newJSONL(f *file, s Schema) *lineWriter {
	x := &syntax{quote: `"`, none: "null", end: "}\n", text: endString}
	for i, c := range s.Columns {
		key := []byte{','}
		if i == 0 {
			key[0] = '{'
		}
		x.before = append(x.before, append(appendString(key, []byte(c.Name)), ':'))
	}
	return &lineWriter{f, s.Columns, x}
}

// endString escapes the text at dst[start:] where that is needed and closes it.
func endString(dst []byte, start int) []byte {
	if !plainString(dst[start:]) {
		dst = requote(dst, start, appendEscaped)
	}
	return append(dst, '"')
}

// plainString reports whether a string's bytes stand between its quotes as they are.
func plainString(s []byte) bool {
	for _, b := range s {
		if b < ' ' || b == '"' || b == '\\' {
			return false
		}
	}
	return utf8.Valid(s)
}

// appendString appends s as a JSON string; bytes that are not UTF-8 become U+FFFD.
func appendString(dst, s []byte) []byte {
	return append(appendEscaped(append(dst, '"'), s), '"')
}

// appendEscaped appends what stands between the quotes of a JSON string.
func appendEscaped(dst, s []byte) []byte {
	if !utf8.Valid(s) {
		s = bytes.ToValidUTF8(s, []byte("\uFFFD"))
	}
	plain := 0 // where the bytes begin that need no escape
	for i, b := range s {
		if b < ' ' || b == '"' || b == '\\' {
			dst = appendEscape(append(dst, s[plain:i]...), b)
			plain = i + 1
		}
	}
	return append(dst, s[plain:]...)
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
