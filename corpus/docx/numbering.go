package docx

import (
	"strings"

	"github.com/zhaibao/zhaibao/corpus/internal/ooxml"
)

// levels is how many a list has.
const levels = 9

// numRef refers to a level of a list instance; id "" and level −1 are not said.
type numRef struct {
	id    string
	level int
}

// numbering are the lists of a document with what was counted so far.
type numbering struct{ nums map[string]*num }

// num is an instance of a list (w:num): those of one list go on counting
// together, but for the levels that an instance starts anew.
type num struct {
	list   *list
	starts [levels]int    // where the instance starts anew, −1 for not
	own    [levels]*level // levels that it has of its own
	used   bool
}

// list is a list of up to nine levels (w:abstractNum).
type list struct {
	levels  [levels]*level
	link    string // the numbering style that holds its levels
	count   [levels]int
	started [levels]bool
}

// level says how a level's numbers look.
type level struct {
	start   int
	format  string // w:numFmt
	pattern string // its own format's example: 001, 002, …
	text    string // w:lvlText: 第%1章
	restart int    // −1 after any higher level, 0 never, else after that one (from 1)
	legal   bool   // all numbers decimal
	hidden  bool
	style   string // the paragraph style that this level belongs to
}

func readNumbering(pack *ooxml.Package, part string, st styles) (*numbering, error) {
	n := &numbering{map[string]*num{}}
	if part == "" {
		return n, nil
	}
	lists := map[string]*list{}
	abstract := map[*num]string{}
	err := pack.Scan(part, func(s *ooxml.Scanner) {
		d := &document{Scanner: s}
		for at := s.Depth(); s.Child(at); {
			switch s.Name {
			case "abstractNum":
				id := s.Get("abstractNumId")
				lists[id] = d.list()
			case "num":
				id := s.Get("numId")
				m, of := d.num()
				n.nums[id], abstract[m] = m, of
			}
		}
	})
	for m, id := range abstract {
		m.list = lists[id]
	}
	for _, m := range n.nums {
		if m.list == nil {
			m.list = &list{}
		}
		if m.list.link != "" {
			if target := n.nums[st.of(m.list.link).num.id]; target != nil {
				m.list = lists[abstract[target]]
			}
		}
		if m.list == nil {
			m.list = &list{}
		}
	}
	return n, err
}

func (d *document) list() *list {
	l := &list{}
	for at := d.Depth(); d.Child(at); {
		switch d.Name {
		case "lvl":
			i := atoi(d.Get("ilvl"), 0, levels-1)
			l.levels[i] = d.level()
		case "numStyleLink":
			l.link = d.Get("val")
		}
	}
	return l
}

func (d *document) num() (m *num, abstract string) {
	m = &num{}
	for i := range m.starts {
		m.starts[i] = -1
	}
	for at := d.Depth(); d.Child(at); {
		switch d.Name {
		case "abstractNumId":
			abstract = d.Get("val")
		case "lvlOverride":
			i := atoi(d.Get("ilvl"), 0, levels-1)
			for o := d.Depth(); d.Child(o); {
				switch d.Name {
				case "startOverride":
					m.starts[i] = d.number(0, 1<<15)
				case "lvl":
					m.own[i] = d.level()
				}
			}
		}
	}
	return m, abstract
}

func (d *document) level() *level {
	l := &level{start: 0, format: "decimal", restart: -1}
	d.levelParts(l)
	return l
}

func (d *document) levelParts(l *level) {
	for at := d.Depth(); d.Child(at); {
		switch d.Name {
		case "AlternateContent":
			d.Alternate(func() { d.levelParts(l) })
		case "start":
			l.start = d.number(0, 1<<15)
		case "numFmt":
			l.format, l.pattern = d.Get("val"), d.Get("format")
		case "lvlText":
			if l.text = d.Get("val"); d.Get("null") != "" && isOn(d.Get("null")) {
				l.text = ""
			}
		case "lvlRestart":
			l.restart = d.number(0, levels)
		case "isLgl":
			l.legal = d.on()
		case "pStyle":
			l.style = d.Get("val")
		case "rPr":
			for pr := d.Depth(); d.Child(pr); {
				if d.Name == "vanish" {
					l.hidden = d.on()
				}
			}
		}
	}
}

// level is the definition of a level, nil where the list has none.
func (m *num) level(i int) *level {
	if m.own[i] != nil {
		return m.own[i]
	}
	return m.list.levels[i]
}

// start is the first number of a level.
func (m *num) start(i int) int {
	if m.starts[i] >= 0 {
		return m.starts[i]
	}
	if l := m.level(i); l != nil {
		return l.start
	}
	return 1
}

// next counts a paragraph and returns its number as it stands before it, ""
// for a paragraph without one and for a bullet.
func (n *numbering) next(ref numRef, st *style) string {
	if ref.id == "" {
		ref.id = st.num.id
		if ref.level < 0 {
			ref.level = st.num.level
		}
		if m := n.nums[ref.id]; m != nil && ref.level < 0 {
			ref.level = m.levelOf(st.numStyle)
		}
	}
	m := n.nums[ref.id]
	if m == nil || ref.id == "0" {
		return ""
	}
	return m.next(max(ref.level, 0))
}

// levelOf is the level that belongs to a paragraph style, −1 for none.
func (m *num) levelOf(style string) int {
	for i := range levels {
		if l := m.level(i); l != nil && l.style != "" && l.style == style {
			return i
		}
	}
	return -1
}

// next counts at level i and writes the number.
func (m *num) next(i int) string {
	l := m.list
	if !m.used {
		m.used = true
		for k, s := range m.starts {
			if s >= 0 {
				l.started[k] = false
			}
		}
	}
	if l.started[i] {
		l.count[i]++
	} else {
		l.count[i], l.started[i] = m.start(i), true
	}
	for k := i + 1; k < levels; k++ {
		if def := m.level(k); def == nil || def.restart < 0 || i < def.restart {
			l.started[k] = false
		}
	}
	return m.write(i)
}

// write fills the level's text: %1 stands for the number at the first level.
func (m *num) write(i int) string {
	l := m.level(i)
	if l == nil || l.hidden || l.format == "bullet" {
		return ""
	}
	var b strings.Builder
	for s := l.text; s != ""; {
		if s[0] != '%' || len(s) < 2 || s[1] < '1' || s[1] > '9' {
			b.WriteByte(s[0])
			s = s[1:]
			continue
		}
		k := int(s[1] - '1')
		s = s[2:]
		def, count := m.level(k), m.list.count[k]
		if !m.list.started[k] {
			count = m.start(k)
		}
		switch {
		case def == nil:
		case l.legal:
			b.WriteString(numeral("decimal", "", count))
		default:
			b.WriteString(numeral(def.format, def.pattern, count))
		}
	}
	return strings.TrimSpace(b.String())
}
