package rtf

import (
	"strconv"
	"strings"

	"github.com/zhaibao/zhaibao/corpus/internal/flow"
)

// styleDef is what the style sheet says of a style.
type styleDef struct {
	name    string
	base    int  // -1 for none
	outline int  // as in para
	listed  bool // it is of the lines of a table of contents
}

// longestName is up to where names of fonts and styles are kept.
const longestName = 64

// endStyle ends the definition of a style.
func (p *parser) endStyle() error {
	d := p.style
	name := strings.ToLower(strings.TrimRight(d.name, "; "))
	if level, ok := strings.CutPrefix(name, "heading "); ok && d.outline == 0 {
		if n, err := strconv.Atoi(level); err == nil && n >= 1 && n <= 9 {
			d.outline = n
		}
	}
	d.listed = flow.IsContentsStyle(name)
	if name != "" && p.styled >= 0 {
		p.styles[p.styled] = d
	}
	p.style, p.styled = styleDef{base: -1}, 0
	return p.spend(64)
}

// heading is the level of the paragraph at hand, 0 where it is none.
func (p *parser) heading() int {
	if p.para.outline != 0 {
		return max(p.para.outline, 0)
	}
	style := p.para.style
	for range 16 {
		d, ok := p.styles[style]
		if !ok || d.outline != 0 {
			return d.outline
		}
		style = d.base
	}
	return 0
}

// inContents reports whether the paragraph at hand has a style of the lines of
// a table of contents.
func (p *parser) inContents() bool {
	style := p.para.style
	for range 16 {
		d, ok := p.styles[style]
		if !ok || d.listed {
			return d.listed
		}
		style = d.base
	}
	return false
}

// fontName takes a character of the name of the font being defined.
func (p *parser) fontName(r rune) {
	f := p.fonts[p.font]
	if r != ';' && len(f.name) < longestName {
		f.name += string(r)
		p.fonts[p.font] = f
	}
}

// definition is the row that is being defined: of a table, or of one in a table.
func (p *parser) definition() int {
	if p.nested {
		return 1
	}
	return 0
}

// column ends the definition of a cell whose right edge is at right.
func (p *parser) column(right int) error {
	n := p.definition()
	c := p.merge[n]
	c.Right = right
	p.rows[n] = append(p.rows[n], c)
	p.merge[n] = flow.Column{Left: right}
	return p.spend(32)
}
