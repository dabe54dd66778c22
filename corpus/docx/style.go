package docx

import (
	"strings"

	"github.com/zhaibao/zhaibao/corpus/internal/flow"
	"github.com/zhaibao/zhaibao/corpus/internal/ooxml"
)

// styles are the document's styles by their id.
type styles struct {
	byID  map[string]*style
	usual *style // of paragraphs that name none
}

// style is what the reader needs of a style; resolve fills in what it has from
// those that it is based on.
type style struct {
	based    string
	outline  int8 // 0 to 8, 9 body text, −1 not said
	toc      bool
	look     look
	num      numRef
	numStyle string // the style that says num
	done     bool
}

// of is the style of a paragraph.
func (s styles) of(id string) *style {
	if st := s.byID[id]; st != nil {
		return st
	}
	return s.usual
}

// heading is the level of a heading, 0 for none; outline is the paragraph's own, −1 where it has none.
func (st *style) heading(outline int8) uint8 {
	if outline < 0 {
		outline = st.outline
	}
	if outline < 0 || outline > 8 {
		return 0
	}
	return uint8(outline) + 1
}

func readStyles(pack *ooxml.Package, part string) (styles, error) {
	all := styles{map[string]*style{}, &style{outline: -1, num: numRef{level: -1}}}
	if part == "" {
		return all, nil
	}
	err := pack.Scan(part, func(s *ooxml.Scanner) {
		d := &document{Scanner: s}
		for at := s.Depth(); s.Child(at); {
			if s.Name != "style" {
				continue
			}
			id, usual := s.Get("styleId"), s.Get("default")
			paragraphs := s.Get("type") == "paragraph"
			st := d.style()
			if _, twice := all.byID[id]; !twice {
				all.byID[id] = st
			}
			if paragraphs && usual != "" && isOn(usual) {
				all.usual = st
			}
		}
	})
	for id := range all.byID {
		all.resolve(id, 0)
	}
	return all, err
}

// style reads the style that Child found.
func (d *document) style() *style {
	st := &style{outline: -1, num: numRef{level: -1}}
	named := int8(-1)
	for at := d.Depth(); d.Child(at); {
		switch d.Name {
		case "name":
			named, st.toc = byName(d.Get("val"))
		case "basedOn":
			st.based = d.Get("val")
		case "rPr":
			for pr := d.Depth(); d.Child(pr); {
				if m := mutes[d.Name]; m != 0 {
					st.look.set(m, d.on())
				}
			}
		case "pPr":
			for pr := d.Depth(); d.Child(pr); {
				switch d.Name {
				case "outlineLvl":
					st.outline = int8(d.number(0, 9))
				case "numPr":
					st.num = d.numPr()
				}
			}
		}
	}
	if st.outline < 0 {
		st.outline = named
	}
	return st
}

// byName is what a style's name says: the outline level of heading 2 and 标题 2
// is 1, and toc 1 is of a table of contents.
func byName(name string) (outline int8, toc bool) {
	toc = flow.IsContentsStyle(name)
	name = strings.ToLower(strings.TrimSpace(name))
	for _, w := range []string{"heading", "标题", "標題"} {
		if n, ok := strings.CutPrefix(name, w); ok {
			if n = strings.TrimSpace(n); len(n) == 1 && n[0] >= '1' && n[0] <= '9' {
				return int8(n[0] - '1'), toc
			}
		}
	}
	return -1, toc
}

// maxBased is the longest chain of styles that is followed.
const maxBased = 64

// resolve fills in a style from those that it is based on.
func (s styles) resolve(id string, steps int) *style {
	st := s.byID[id]
	if st == nil || st.done || steps > maxBased {
		return st
	}
	st.done = true
	if st.num.id != "" || st.num.level >= 0 {
		st.numStyle = id
	}
	base := s.resolve(st.based, steps+1)
	if base == nil || base == st {
		return st
	}
	if st.outline < 0 {
		st.outline = base.outline
	}
	st.look = st.look.under(base.look)
	if st.num.id == "" {
		st.num.id = base.num.id
	}
	if st.num.level < 0 {
		st.num.level = base.num.level
	}
	if st.numStyle == "" {
		st.numStyle = base.numStyle
	}
	st.toc = st.toc || base.toc
	return st
}
