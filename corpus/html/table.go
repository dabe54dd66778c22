package html

import (
	"strconv"
	"strings"

	"github.com/zhaibao/zhaibao/segment"
)

const (
	maxSpan    = 1000 // of a cell, as in browsers
	maxColumns = 4096
)

// table paints a table: a data table as rows, one that only lays out the page
// as the lines of its cells.
func (p *painter) table(n *node) {
	t := sheet{painter: p, node: n}
	t.collect(n)
	for _, c := range t.before {
		p.paint(c)
		p.flush()
	}
	if p.layout(n, t.rows) {
		for _, r := range t.rows {
			for _, c := range r.cells {
				p.block(c)
			}
		}
		return
	}
	if t.grid() {
		t.emit()
	}
}

// sheet is a table under way.
type sheet struct {
	*painter
	node   *node
	before []*node // captions, and what stands between rows against the rules
	rows   []*row
	width  int // columns in which a cell begins, up to the last
}

type row struct {
	cells  []*node
	places []int // the columns of cells
	group  *node // thead, tbody or the table, which bounds rowspan
}

// collect gathers the rows: heads first, feet last.
func (t *sheet) collect(n *node) {
	var head, body, feet []*row
	var walk func(g *node)
	walk = func(g *node) {
		for c := g.first; c != nil && t.step(); c = c.next {
			switch {
			case c.drop:
			case c.tag == "tr":
				r := &row{group: g}
				for d := c.first; d != nil; d = d.next {
					switch {
					case d.drop:
					case d.tag == "td" || d.tag == "th":
						r.cells = append(r.cells, d)
					case d.tag != "" || !blank(d.text):
						t.before = append(t.before, d)
					}
				}
				switch g.tag {
				case "thead":
					head = append(head, r)
				case "tfoot":
					feet = append(feet, r)
				default:
					body = append(body, r)
				}
			case c.tag == "tbody", c.tag == "thead", c.tag == "tfoot":
				walk(c)
			case c.tag != "" || !blank(c.text):
				t.before = append(t.before, c)
			}
		}
	}
	walk(n)
	t.rows = append(append(head, body...), feet...)
}

// layout reports whether a table only places things: it holds the article
// or, on a web page, other tables; or no row has two cells with text.
func (p *painter) layout(n *node, rows []*row) bool {
	if role := n.attr("role"); role == "presentation" || role == "none" || n != p.doc.article && n.holds(p.doc.article) || n.nested && !p.doc.office {
		return true
	}
	for _, r := range rows {
		filled := 0
		for _, c := range r.cells {
			if c.runes > 0 {
				filled++
			}
		}
		if filled > 1 {
			return false
		}
	}
	return true
}

// grid places the cells in columns, below those that span down into their row.
func (t *sheet) grid() bool {
	var busy []int // rows that each column is still taken for
	var group *node
	for _, r := range t.rows {
		if r.group != group {
			busy, group = busy[:0], r.group
		}
		col := 0
		for _, c := range r.cells {
			for col < len(busy) && busy[col] > 0 {
				col++
			}
			r.places = append(r.places, col)
			wide, down := span(c, "colspan", maxSpan), span(c, "rowspan", 65534)
			if col+wide > maxColumns {
				t.err = errWide
				return false
			}
			for len(busy) < col+wide {
				busy = append(busy, 0)
			}
			for ; wide > 0; wide-- {
				busy[col] = max(busy[col], down)
				col++
			}
			t.width = max(t.width, r.places[len(r.places)-1]+1)
		}
		r.places = append(r.places, t.rowEnd(r, busy))
		t.left -= len(busy) / 8 // time counts as well
		for i := range busy {
			busy[i] = max(0, busy[i]-1)
		}
		if t.left < 0 {
			t.err = errWide
		}
		if !t.step() || t.err != nil {
			return false
		}
	}
	return true
}

// rowEnd is the number of columns that the row reaches.
func (t *sheet) rowEnd(r *row, busy []int) int {
	end := 0
	for i, c := range r.cells {
		end = max(end, r.places[i]+span(c, "colspan", maxSpan))
	}
	for i := end; i < len(busy); i++ {
		if busy[i] > 0 {
			end = i + 1
		}
	}
	return end
}

// span reads how many columns or rows a cell takes, from 1; rowspan 0 is all.
func span(c *node, key string, limit int) int {
	s := strings.TrimSpace(c.attr(key))
	for i, r := range s {
		if r < '0' || r > '9' {
			s = s[:i]
			break
		}
	}
	v, err := strconv.Atoi(s)
	switch {
	case err != nil || v < 0:
		return 1
	case v == 0 && key == "rowspan":
		return limit
	}
	return min(max(v, 1), limit)
}

// emit writes the rows as lines.
func (t *sheet) emit() {
	p := t.painter
	list := p.list
	p.list = t.node
	defer func() { p.list = list }()
	for _, r := range t.rows {
		if !p.step() {
			return
		}
		var cells []cell
		grave := false
		for _, c := range r.cells {
			x := p.cell(c)
			cells = append(cells, x)
			grave = grave || x.grave
		}
		if grave { // a form with a chapter in a cell: no row but text
			for _, x := range cells {
				p.lines = append(p.lines, x.lines...)
			}
			continue
		}
		t.line(r, cells)
		for _, x := range cells {
			p.lines = append(p.lines, x.after...)
		}
	}
}

// line writes one row, its cells parted by tabs.
func (t *sheet) line(r *row, cells []cell) {
	l := line{inside: t.inside, why: t.why, listing: t.node}
	var b strings.Builder
	filled, i := false, 0
	for col := range min(r.places[len(r.places)-1], max(t.width, 1)) {
		if col > 0 {
			b.WriteByte('\t')
		}
		start := b.Len()
		if i < len(cells) && r.places[i] == col {
			b.WriteString(cells[i].text)
			l.links += cells[i].links
			l.free += cells[i].free
			filled = filled || cells[i].text != ""
			i++
		}
		l.cells = append(l.cells, segment.Span{Start: start, End: b.Len()})
	}
	t.left -= 24 * len(l.cells)
	if l.text = b.String(); filled {
		t.put(l)
	}
}

// cell is what a table's cell comes to.
type cell struct {
	text        string
	links, free int
	grave       bool
	lines       []line
	after       []line // rows of a table in it
}

// The sizes from which on a cell is a chapter and a table in a cell one of its own.
const (
	graveRunes      = 200
	graveParagraphs = 3
	tinyRows        = 2
)

// cell paints one cell apart from the lines so far.
func (p *painter) cell(n *node) cell {
	saved := p.lines
	p.lines = nil
	p.block(n)
	c := cell{lines: p.lines}
	p.lines = saved
	rows := 0
	for _, l := range c.lines {
		if l.cells != nil {
			rows++
		}
	}
	var parts []string
	for _, l := range c.lines {
		p.left += len(l.text) + 1 // counted again with the row
		if l.cells != nil && rows > tinyRows {
			c.after = append(c.after, l)
			continue
		}
		parts = append(parts, strings.Join(strings.Fields(l.text), " "))
		c.links, c.free = c.links+l.links, c.free+l.free
	}
	c.text = strings.Join(parts, " ")
	c.grave = len(parts) >= graveParagraphs && (n.runes >= graveRunes || n.grave)
	return c
}
