package ooxml

import (
	"bufio"
	"context"
	"encoding/xml"
	"errors"
	"io"
	"strings"

	"golang.org/x/text/encoding/simplifiedchinese"
	"golang.org/x/text/encoding/unicode"
)

// Space is the namespace of an element, the same for the transitional and the
// strict form of the standard.
type Space uint8

// The namespaces that readers ask for.
const (
	Other   Space = iota
	Word          // w:
	Math          // m:
	Sheet         // the spreadsheet's
	Compat        // mc:
	Drawing       // wp:, where a drawing stands in the text
)

var spaces = map[string]Space{
	"http://schemas.openxmlformats.org/wordprocessingml/2006/main":           Word,
	"http://purl.oclc.org/ooxml/wordprocessingml/main":                       Word,
	"http://schemas.openxmlformats.org/officeDocument/2006/math":             Math,
	"http://purl.oclc.org/ooxml/officeDocument/math":                         Math,
	"http://schemas.openxmlformats.org/spreadsheetml/2006/main":              Sheet,
	"http://purl.oclc.org/ooxml/spreadsheetml/main":                          Sheet,
	"http://schemas.openxmlformats.org/markup-compatibility/2006":            Compat,
	"http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing": Drawing,
	"http://purl.oclc.org/ooxml/drawingml/wordprocessingDrawing":             Drawing,
}

// Scanner walks the elements of a part. After its first error it finds no more
// elements, so that walks end; Scan returns the error.
type Scanner struct {
	Space Space  // of the element that Child found
	Name  string // its local name
	attrs []xml.Attr

	dec     *xml.Decoder
	ctx     context.Context
	depth   int
	max     int
	tokens  int
	text    []byte
	err     error // of the markup
	problem error // a limit, the context's, or a reader's own
}

func newScanner(ctx context.Context, in io.Reader, depth int) *Scanner {
	b := bufio.NewReaderSize(in, 32<<10)
	s := &Scanner{ctx: ctx, max: depth}
	wide := false
	s.dec = xml.NewDecoder(utf16Reader(b, &wide))
	s.dec.CharsetReader = func(label string, in io.Reader) (io.Reader, error) {
		switch label = strings.ToLower(label); {
		case strings.HasPrefix(label, "utf-16") && wide, label == "utf8", label == "us-ascii":
			return in, nil
		case label == "gb18030", label == "gbk", label == "gb2312":
			return simplifiedchinese.GB18030.NewDecoder().Reader(in), nil
		}
		return nil, errors.New("encoding " + label)
	}
	return s
}

// utf16Reader decodes in where it begins as UTF-16, and says so in wide.
func utf16Reader(in *bufio.Reader, wide *bool) io.Reader {
	head, _ := in.Peek(2)
	order := unicode.LittleEndian
	switch string(head) {
	case "\xff\xfe", "<\x00":
	case "\xfe\xff", "\x00<":
		order = unicode.BigEndian
	default:
		return in
	}
	*wide = true
	return unicode.UTF16(order, unicode.UseBOM).NewDecoder().Reader(in)
}

// Depth is that of the element the scanner is in, 1 for the root.
func (s *Scanner) Depth() int { return s.depth }

// Get returns an attribute of the element that Child found, by its local name.
func (s *Scanner) Get(name string) string {
	for i := range s.attrs {
		if s.attrs[i].Name.Local == name {
			return s.attrs[i].Value
		}
	}
	return ""
}

// Child goes to the next child of the element at depth d and reports whether
// there is one; else that element has ended. What was not read of the child
// before is passed over:
//
//	for d := s.Depth(); s.Child(d); {
//		switch s.Name { … }
//	}
func (s *Scanner) Child(d int) bool {
	for s.depth >= d && s.next() {
		switch t := s.token().(type) {
		case xml.StartElement:
			if s.depth == d+1 {
				s.open(t)
				return true
			}
		case xml.EndElement:
			if s.depth < d {
				return false
			}
		}
	}
	return false
}

func (s *Scanner) open(t xml.StartElement) {
	s.Space, s.Name, s.attrs = spaces[t.Name.Space], t.Name.Local, t.Attr
}

// Text reads the element that Child found to its end and returns its own
// characters; they are valid until the next call.
func (s *Scanner) Text() []byte {
	s.text = s.text[:0]
	for d := s.depth; s.depth >= d && s.next(); {
		if t, ok := s.token().(xml.CharData); ok && s.depth == d {
			s.text = append(s.text, t...)
		}
	}
	return s.text
}

func (s *Scanner) next() bool { return s.err == nil && s.problem == nil }

// token reads a token and keeps the depth; at the end or on an error it is nil.
func (s *Scanner) token() xml.Token {
	if s.tokens++; s.tokens&1023 == 0 {
		if err := s.ctx.Err(); err != nil {
			s.problem = err
			return nil
		}
	}
	t, err := s.dec.Token()
	if err != nil {
		s.fail(err)
		return nil
	}
	switch t.(type) {
	case xml.StartElement:
		if s.depth++; s.depth > s.max {
			s.problem = ErrDepth
			return nil
		}
	case xml.EndElement:
		s.depth--
	case xml.Directive:
		s.problem = ErrDTD
		return nil
	}
	return t
}

// fail keeps the first error; the end of the part behind its root is errEnd.
func (s *Scanner) fail(err error) {
	if err == io.EOF && s.depth == 0 && s.Name != "" {
		err = errEnd
	}
	if s.err == nil {
		s.err = err
	}
}

// errEnd is the end of a part.
var errEnd = errors.New("end")

// Fail ends the walk with an error of the reader's own.
func (s *Scanner) Fail(err error) {
	if s.problem == nil {
		s.problem = err
	}
}

// Alternate walks one branch of mc:AlternateContent, the element that Child
// found: the first Choice, unless only WPS knows what is in it, else the Fallback.
func (s *Scanner) Alternate(walk func()) {
	taken := false
	for d := s.depth; s.Child(d); {
		if s.Name == "Choice" && strings.Contains(s.Get("Requires"), "wpsCustomData") || taken {
			continue
		}
		taken = true
		walk()
	}
}
