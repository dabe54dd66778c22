package gold

import (
	"errors"
	"fmt"
	"strings"
	"unicode/utf8"
)

const (
	openBracket  = "⟦"
	closeBracket = "⟧"
)

// ParseMark reads NAME.mark: header lines #key=value, then the report with
// every fact bracketed as ⟦surface|metric|key=value|…⟧. codes are the metric
// codes that may be used. The error joins all problems, each with name and
// bracket; the document is then returned as far as it could be understood, nil
// only where data is not UTF-8.
func ParseMark(name string, data []byte, codes []string) (*Document, error) {
	if !utf8.Valid(data) {
		return nil, fmt.Errorf("%s: not UTF-8: save the file as UTF-8", name)
	}
	p := markParser{file: name, codes: codes}
	doc := &Document{Name: stem(name)}
	rest := oneLineEnd(string(data))
	doc.Meta, rest = cutHeader(rest)

	var text strings.Builder
	at := 0 // code points written
	for {
		before, inside, after, found := cutBracket(rest)
		text.WriteString(before)
		if !found {
			break
		}
		at += utf8.RuneCountInString(before)
		f := p.fact(inside, at)
		text.WriteString(f.Text)
		doc.Facts = append(doc.Facts, f)
		at, rest = f.End, after
	}
	doc.Text = text.String()
	for _, stray := range []string{openBracket, closeBracket} {
		if strings.Contains(doc.Text, stray) {
			p.problems = append(p.problems, fmt.Errorf("%s: stray %s", name, stray))
		}
	}
	return doc, errors.Join(p.problems...)
}

// oneLineEnd turns every line end into \n.
func oneLineEnd(s string) string {
	return strings.NewReplacer("\r\n", "\n", "\r", "\n").Replace(s)
}

func cutHeader(body string) (meta map[string]string, rest string) {
	meta = map[string]string{}
	for strings.HasPrefix(body, "#") {
		var line string
		line, body, _ = strings.Cut(body, "\n")
		key, value, _ := strings.Cut(line[1:], "=")
		meta[strings.TrimFunc(key, isSpace)] = strings.TrimFunc(value, isSpace)
	}
	return meta, body
}

// cutBracket slices s around its first closed bracket; without one, before is all of s.
func cutBracket(s string) (before, inside, after string, found bool) {
	before, rest, opened := strings.Cut(s, openBracket)
	inside, after, closed := strings.Cut(rest, closeBracket)
	if !opened || !closed {
		return s, "", "", false
	}
	return before, inside, after, true
}
