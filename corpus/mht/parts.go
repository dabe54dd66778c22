package mht

import (
	"bytes"
	"context"
	"encoding/base64"
	"io"
	"mime"
	"mime/quotedprintable"
	"strings"

	"github.com/zhaibao/zhaibao/internal/lazy"
)

const (
	maxDepth = 8
	maxParts = 20000
	maxSheet = 1 << 20
)

// message is an archive under way.
type message struct {
	ctx    context.Context
	pages  []page
	styles []string
	parts  int
}

// page is a part that is a page, still as it is sent.
type page struct {
	body         []byte
	encoding     string
	charset      string
	location, id string
	whole        bool // a boundary ends it
}

// collect gathers the pages of data, a header with its body, and returns the
// identity of the root that it names.
func (m *message) collect(data []byte, depth int) (start string, err error) {
	h, body, ok := header(data)
	if !ok {
		return "", errBroken
	}
	kind, params := media(h["content-type"])
	if strings.HasPrefix(kind, "multipart/") {
		return strings.Trim(params["start"], "<>"), m.split(body, params["boundary"], depth)
	}
	if kind == "text/html" || kind == "application/xhtml+xml" {
		m.page(h, params, body, true)
	}
	return "", nil
}

func (m *message) page(h, params map[string]string, body []byte, whole bool) {
	m.pages = append(m.pages, page{
		body: body, encoding: strings.ToLower(h["content-transfer-encoding"]), charset: params["charset"],
		location: h["content-location"], id: strings.Trim(h["content-id"], "<>"), whole: whole,
	})
}

// split goes through the parts of body. Boundaries stand at the beginnings of
// lines; without the last one the last part is not whole.
func (m *message) split(body []byte, boundary string, depth int) error {
	if boundary == "" {
		return errBroken
	}
	if depth == maxDepth {
		return errDeep
	}
	mark := []byte("--" + boundary)
	at := next(body, mark)
	for at >= 0 {
		if m.ctx.Err() != nil {
			return m.ctx.Err()
		}
		if m.parts++; m.parts > maxParts {
			return errParts
		}
		rest := body[at+len(mark):]
		if bytes.HasPrefix(rest, []byte("--")) {
			return nil
		}
		if i := bytes.IndexByte(rest, '\n'); i >= 0 {
			rest = rest[i+1:]
		}
		end := next(rest, mark)
		part := rest
		if end >= 0 {
			part = rest[:end]
		}
		if err := m.part(part, end >= 0, depth); err != nil {
			return err
		}
		body, at = rest, end
	}
	return nil
}

func (m *message) part(part []byte, whole bool, depth int) error {
	h, body, ok := header(part)
	if !ok {
		return nil // a part without a header is plain text
	}
	kind, params := media(h["content-type"])
	switch {
	case strings.HasPrefix(kind, "multipart/"):
		return m.split(body, params["boundary"], depth+1)
	case kind == "text/html" || kind == "application/xhtml+xml":
		m.page(h, params, body, whole)
	case kind == "text/css" && len(body) < maxSheet && len(m.styles) < 64:
		p := page{body: body, encoding: strings.ToLower(h["content-transfer-encoding"])}
		if sheet, err := p.decode(); err == nil {
			m.styles = append(m.styles, string(sheet))
		}
	}
	return nil
}

// next is where a line of data begins with mark and ends after it or after two
// more dashes, -1 where none does.
func next(data, mark []byte) int {
	for from := 0; ; {
		i := bytes.Index(data[from:], mark)
		if i < 0 {
			return -1
		}
		i += from
		after := bytes.TrimLeft(data[i+len(mark):min(len(data), i+len(mark)+80)], " \t")
		after = bytes.TrimPrefix(after, []byte("--"))
		after = bytes.TrimLeft(after, " \t")
		if (i == 0 || data[i-1] == '\n') && (len(after) == 0 || after[0] == '\r' || after[0] == '\n') {
			return i
		}
		from = i + len(mark)
	}
}

// root is the page of that identity, or the first.
func (m *message) root(start string) int {
	for i, p := range m.pages {
		if start != "" && (p.id == start || p.location == start) {
			return i
		}
	}
	return 0
}

// decode undoes the encoding for transport.
func (p *page) decode() ([]byte, error) {
	switch strings.TrimSpace(p.encoding) {
	case "base64":
		clean := bytes.Map(func(r rune) rune {
			if r == ' ' || r == '\t' || r == '\r' || r == '\n' {
				return -1
			}
			return r
		}, p.body)
		out := make([]byte, base64.StdEncoding.DecodedLen(len(clean)))
		n, err := base64.StdEncoding.Decode(out, clean)
		return out[:n], err
	case "quoted-printable":
		return io.ReadAll(quotedprintable.NewReader(bytes.NewReader(p.body)))
	}
	return p.body, nil
}

var field = lazy.Regexp(`^[A-Za-z][A-Za-z0-9-]*:`)

// header reads the fields at the start of data, their names in lower case, and
// returns what follows the blank line behind them.
func header(data []byte) (fields map[string]string, body []byte, ok bool) {
	fields = map[string]string{}
	data = bytes.TrimPrefix(data, []byte("\xef\xbb\xbf"))
	data = bytes.TrimLeft(data, " \t\r\n")
	last := ""
	for seen := 0; seen < headBytes; {
		line, rest, more := bytes.Cut(data, []byte("\n"))
		seen += len(line) + 1
		text := strings.TrimRight(string(line[:min(len(line), headBytes)]), " \t\r")
		switch {
		case text == "":
			return fields, rest, len(fields) > 0
		case line[0] == ' ' || line[0] == '\t':
			fields[last] += " " + strings.TrimSpace(text)
		case field().MatchString(text):
			name, value, _ := strings.Cut(text, ":")
			last = strings.ToLower(name)
			fields[last] = strings.TrimSpace(value)
		default:
			return nil, nil, false
		}
		if !more {
			return fields, nil, len(fields) > 0
		}
		data = rest
	}
	return nil, nil, false
}

var param = lazy.Regexp(`(?i)\b(boundary|charset|start|type)\s*=\s*("([^"]*)"|[^\s;]+)`)

// media reads a Content-Type, also one that the strict reader refuses.
func media(s string) (kind string, params map[string]string) {
	kind, params, err := mime.ParseMediaType(s)
	if err == nil {
		return kind, params
	}
	kind, _, _ = strings.Cut(s, ";")
	params = map[string]string{}
	for _, m := range param().FindAllStringSubmatch(s, 8) {
		value := m[2]
		if strings.HasPrefix(value, `"`) {
			value = m[3]
		}
		params[strings.ToLower(m[1])] = value
	}
	return strings.ToLower(strings.TrimSpace(kind)), params
}
