package docx

import "strings"

// field is a field whose end has not come: its code stands before the
// separator and is not shown, its result behind it.
type field struct {
	code   []byte
	result bool
	shown  bool // its result is text
	listed bool // its result is a table of contents
}

// codeBytes is how much of a field's code is looked at.
const codeBytes = 256

// fieldChar begins, parts or ends a field.
func (d *document) fieldChar(kind string, p *paragraph) {
	top := len(d.fields) - 1
	switch {
	case kind == "begin":
		d.fields = append(d.fields, field{})
	case top < 0:
		d.broken = true
	case kind == "separate":
		f := &d.fields[top]
		f.result, f.shown = true, !isPageNumber(f.code)
		p.paged = p.paged || isPageReference(f.code)
		f.listed = fieldName(f.code) == "TOC" && !d.keepFields
	case kind == "end":
		code := d.fields[top]
		d.fields = d.fields[:top]
		if code.listed {
			p.listed, p.tail = true, len(p.text)
		}
		if !code.result {
			d.write(p, []byte(circled(string(code.code))), true)
		}
	}
}

// inContents reports whether a table of contents is open.
func (d *document) inContents() bool {
	for i := range d.fields {
		if d.fields[i].listed {
			return true
		}
	}
	return false
}

// endContents ends tables of contents before their fields do: what stands here
// is text that slipped into them.
func (d *document) endContents() {
	for i := range d.fields {
		d.fields[i].listed = false
	}
}

// instruction takes in a part of the code of the innermost field.
func (d *document) instruction(s []byte) {
	if top := len(d.fields) - 1; top >= 0 && !d.fields[top].result && len(d.fields[top].code) < codeBytes {
		d.fields[top].code = append(d.fields[top].code, s[:min(len(s), codeBytes)]...)
	}
}

// inCode reports whether the text here belongs to a field's code, or to a
// result that is not text.
func (d *document) inCode() bool {
	if d.keepFields {
		return false
	}
	for i := range d.fields {
		if !d.fields[i].shown {
			return true
		}
	}
	return false
}

// simpleField walks the result of a field whose code is an attribute.
func (d *document) simpleField(p *paragraph) {
	code := []byte(d.Get("instr"))
	p.paged = p.paged || isPageReference(code)
	p.listed = p.listed || fieldName(code) == "TOC"
	page := isPageNumber(code)
	if page {
		d.muted++
	}
	d.inline(p)
	if page {
		d.muted--
	}
}

// isPageNumber reports the fields that number pages; they are not of the text.
func isPageNumber(code []byte) bool {
	switch fieldName(code) {
	case "PAGE", "NUMPAGES", "SECTIONPAGES":
		return true
	}
	return false
}

func isPageReference(code []byte) bool { return fieldName(code) == "PAGEREF" }

func fieldName(code []byte) string {
	s := strings.TrimSpace(string(code[:min(len(code), codeBytes)]))
	name, _, _ := strings.Cut(s, " ")
	return strings.ToUpper(name)
}

// circled is the sign that a field without a result draws: Word's 带圈字符,
// EQ \o\ac(○,3), is ③. Others draw nothing here.
func circled(code string) string {
	code = strings.ReplaceAll(code, " ", "")
	if !strings.HasPrefix(code, "EQ") && !strings.HasPrefix(code, "eq") {
		return ""
	}
	_, arguments, _ := strings.Cut(code, "(")
	ring, rest, ok := strings.Cut(arguments, ",")
	if !ok || ring != "○" && ring != "〇" {
		return ""
	}
	digits := strings.TrimRight(rest, ")")
	if i := strings.LastIndexByte(digits, '('); i >= 0 { // \s\up 2(3)
		digits = digits[i+1:]
	}
	if n := atoi(digits, 0, 99); n >= 1 && n <= 20 && strings.Trim(digits, "0123456789") == "" {
		return string(rune('①' + n - 1))
	}
	return digits
}
