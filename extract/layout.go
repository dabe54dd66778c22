package extract

import (
	"strings"

	"github.com/zhaibao/zhaibao/segment"
)

const (
	minStream = 4  // lines of one cell each that make a stream of cells
	maxLoose  = 64 // cells of a row whose columns are not known
	maxHeads  = 16 // columns of a table whose rows no line ends part
)

// layout brings the cells under their headlines.
func (t *table) layout(w *Worker) {
	lines := t.grid.lines
	for i := 0; i < len(lines); {
		n := t.singles(i)
		if n >= minStream {
			t.stream(w, t.grid.cells[lines[i].from:lines[i+n-1].to])
			i += n
			continue
		}
		if n > 0 {
			t.loose(w, t.grid.cells[lines[i].from:lines[i+n-1].to], 0, 0)
			i += n
			continue
		}
		j := i + 1
		for j < len(lines) && t.singles(j) < minStream && !(t.isHeader(w, j) && !t.isHeader(w, j-1)) {
			j++
		}
		t.sheet(w, lines[i:j])
		i = j
	}
}

// singles is the number of lines from i on that hold one cell each.
func (t *table) singles(i int) int {
	n := 0
	for i+n < len(t.grid.lines) && t.grid.lines[i+n].to-t.grid.lines[i+n].from == 1 {
		n++
	}
	return n
}

// isHeader reports whether a line holds the headlines of columns: words only,
// or years, one of which says what kind of column it heads.
func (t *table) isHeader(w *Worker, i int) bool {
	cells := t.grid.of(t.grid.lines[i])
	known := len(cells) == 1
	for _, c := range cells {
		if c.kind == figureCell && !isYear(c.Of(w.report.Doc.Text)) || c.kind == emptyCell && !c.Empty() {
			return false
		}
		h := w.newHead(c.Span)
		known = known || h.known || h.serial || h.whole != h.text || isYear(c.Of(w.report.Doc.Text))
	}
	return len(cells) > 1 && known
}

func isYear(s string) bool { return len(s) == 4 && allDigits(s) && (s[:2] == "20" || s[:2] == "19") }

// sheet reads lines that are rows, under headlines or without.
func (t *table) sheet(w *Worker, lines []gridLine) {
	first, from := len(t.rows), len(t.heads)
	if t.wordsOnly(w, lines[0]) {
		lines = lines[t.readHeads(w, lines):]
	} else if t.glued(w, lines) {
		return
	}
	n := len(t.heads) - from
	if n > 0 && t.blankFirst(lines, n) {
		t.heads = append(t.heads[:from], append([]head{{}}, t.heads[from:]...)...)
		n++
	}
	t.profile(lines, from, n)
	for _, l := range lines {
		cells := t.grid.of(l)
		switch {
		case n == 0 || len(cells) > n && (n < 2 || len(cells)%n != 0):
			t.loose(w, cells, from, n)
		case len(cells) > n:
			for k := 0; k < len(cells); k += n {
				t.addRow(w, cells[k:k+n], from, 0)
			}
		default:
			t.addRow(w, cells, from, t.shift(cells, from, n))
		}
	}
	t.sumUp(first)
}

// readHeads reads the headlines over the lines, and returns how many lines they
// take: two where cells of the first span those of the second.
func (t *table) readHeads(w *Worker, lines []gridLine) int {
	upper := t.grid.of(lines[0])
	if len(lines) > 2 && t.grid.marked && t.spans(upper, t.grid.of(lines[1])) && t.wordsOnly(w, lines[1]) {
		over := segment.Span{}
		for k, c := range t.grid.of(lines[1]) {
			if !upper[k].Empty() {
				over = upper[k].Span
			}
			if c.Empty() {
				t.heads = append(t.heads, w.newHead(over))
			} else {
				t.heads = append(t.heads, w.newHead(c.Span).under(w, over))
			}
		}
		return 2
	}
	for _, c := range upper {
		t.heads = append(t.heads, w.newHead(c.Span))
	}
	return 1
}

// spans reports whether every column has a headline in one of two rows, some of
// them in the second alone.
func (t *table) spans(upper, lower []gridCell) bool {
	if len(upper) != len(lower) || upper[0].Empty() {
		return false
	}
	below := false
	for k := range upper {
		if upper[k].Empty() && lower[k].Empty() {
			return false
		}
		below = below || upper[k].Empty()
	}
	return below
}

// wordsOnly reports whether the line over rows holds no figures.
func (t *table) wordsOnly(w *Worker, l gridLine) bool {
	for _, c := range t.grid.of(l) {
		if c.kind == figureCell && !isYear(c.Of(w.report.Doc.Text)) || c.kind == emptyCell && !c.Empty() {
			return false
		}
	}
	return l.to-l.from > 1
}

// blankFirst reports whether the column of labels has no headline: most rows
// hold one cell more than there are headlines.
func (t *table) blankFirst(lines []gridLine, n int) bool {
	more, fit := 0, 0
	for _, l := range lines {
		switch cells := t.grid.of(l); {
		case len(cells) == n:
			fit++
		case len(cells) == n+1 && cells[0].kind == wordCell:
			more++
		}
	}
	return more > fit
}

// profile finds the columns that figures stand in, by the rows that have all
// cells; where none has, by the headlines.
func (t *table) profile(lines []gridLine, from, n int) {
	full := 0
	var figures, filled [maxHeads]int
	for _, l := range lines {
		if l.to-l.from != n || n > maxHeads {
			continue
		}
		full++
		for k, c := range t.grid.of(l) {
			switch c.kind {
			case figureCell:
				figures[k]++
				filled[k]++
			case wordCell:
				filled[k]++
			}
		}
	}
	for k := range n {
		h := &t.heads[from+k]
		h.figures = h.known || h.total
		if full > 0 {
			h.figures = 2*figures[min(k, maxHeads-1)] > filled[min(k, maxHeads-1)]
		}
	}
	t.partColumns(from, n)
}

// partColumns makes the columns beside 合计, and those headed 其中, parts.
func (t *table) partColumns(from, n int) {
	total, beside := 0, 0
	for k := from + 1; k < from+n; k++ {
		switch h := &t.heads[k]; {
		case h.total && h.figures && total == 0:
			total = k
		case h.among && h.figures:
			h.of = k - 1
		case h.sharesTotal():
			beside++
		}
	}
	for k := from; k < from+n && total != 0 && beside > 1; k++ {
		if h := &t.heads[k]; h.sharesTotal() {
			h.of = total
			t.heads[total].source = t.heads[total].source || h.source
		}
	}
}

// sharesTotal reports whether a column may be one of those that 合计 sums up.
func (h *head) sharesTotal() bool {
	return h.figures && !h.known && !h.total && !h.serial && h.text == h.whole
}

// shift is how many columns a row that lacks cells is moved to the right: so
// that most figures stand in columns of figures, since the names of groups
// that cells were merged for stand on the left.
func (t *table) shift(cells []gridCell, from, n int) int {
	best, most := n-len(cells), -1
	for s := n - len(cells); s >= 0; s-- {
		fit := 0
		for k, c := range cells {
			if h := &t.heads[from+s+k]; c.kind == figureCell && (h.figures || h.serial) {
				fit++
			}
		}
		if fit > most {
			best, most = s, fit
		}
	}
	return best
}

// stream reads cells that no line ends part into rows: headlines, then rows of
// as many cells.
func (t *table) stream(w *Worker, cells []gridCell) {
	if !t.periodic(w, cells) {
		t.sequence(w, cells)
	}
}

// glued reads rows that stand in one line behind each other, headlines before them.
func (t *table) glued(w *Worker, lines []gridLine) bool {
	return len(lines) == 1 && t.grid.of(lines[0])[0].kind == wordCell && t.periodic(w, t.grid.of(lines[0]))
}

// periodic reads headlines and rows from one sequence of cells, where figures
// and words follow each other alike in all rows.
func (t *table) periodic(w *Worker, cells []gridCell) bool {
	words := 0
	for words < len(cells) && cells[words].kind == wordCell {
		words++
	}
	for n := min(words, maxHeads); n >= 2 && n >= words-3; n-- {
		if len(cells) < 2*n || !sameRows(cells[n:], n) {
			continue
		}
		first, from := len(t.rows), len(t.heads)
		for _, c := range cells[:n] {
			t.heads = append(t.heads, w.newHead(c.Span))
		}
		for k, c := range cells[n : 2*n] {
			t.heads[from+k].figures = c.kind == figureCell
		}
		t.partColumns(from, n)
		for k := n; k < len(cells); k += n {
			t.addRow(w, cells[k:min(k+n, len(cells))], from, 0)
		}
		t.sumUp(first)
		return true
	}
	return false
}

// sameRows reports whether the cells are rows of n that begin with a word or a
// serial number and hold figures in the same places.
func sameRows(cells []gridCell, n int) bool {
	var kinds [maxHeads]cellKind
	for k := range n {
		kinds[k] = emptyCell
	}
	figures := false
	for i, c := range cells {
		k := &kinds[i%n]
		switch {
		case *k == emptyCell:
			*k = c.kind
		case c.kind != emptyCell && c.kind != *k:
			return false
		}
		figures = figures || c.kind == figureCell && i%n > 0
	}
	label := kinds[0] == wordCell || kinds[0] == figureCell && kinds[1] == wordCell && cells[0].plain
	return figures && label && len(cells)%n <= n/2
}

// sequence reads cells whose rows cannot be told: headlines are the words
// before the first figure, each later word names the figures after it.
func (t *table) sequence(w *Worker, cells []gridCell) {
	words := 0
	for words < len(cells) && cells[words].kind != figureCell {
		words++
	}
	from := len(t.heads)
	for _, c := range cells[:max(words-1, 0)] {
		t.heads = append(t.heads, w.newHead(c.Span))
	}
	t.loose(w, cells[max(words-1, 0):], from, len(t.heads)-from)
}

// loose reads rows without regard to columns: a word names the figures after
// it, and these stand under the headlines that are known to head figures.
func (t *table) loose(w *Worker, cells []gridCell, from, n int) {
	first := len(t.rows)
	for i := 0; i < len(cells); {
		j := i + 1
		for j < len(cells) && cells[j].kind != wordCell && j-i < maxLoose {
			j++
		}
		t.looseRow(w, cells[i:j], from, n)
		i = j
	}
	t.sumUp(first)
}

func (t *table) looseRow(w *Worker, cells []gridCell, from, n int) {
	t.rows = append(t.rows, w.newRow(segment.Span{Start: cells[0].Start, End: cells[len(cells)-1].End}, len(t.cells)))
	at, r := from, len(t.rows)-1
	for i, c := range cells {
		if c.kind == wordCell {
			w.nameRow(&t.rows[r], c.Span, nil)
			continue
		}
		if i == 0 && c.plain && len(cells) == 1 {
			continue // a serial number
		}
		for at < from+n && !t.heads[at].known {
			at++
		}
		if c.kind == figureCell {
			k := cell{start: c.figure, row: r, head: None, fact: None}
			if at < from+n {
				k.head = at
			}
			t.cells = append(t.cells, k)
		}
		at++
	}
}

// addRow reads the cells of one row, the first of which stands shift columns
// from the left of the headlines that begin at from.
func (t *table) addRow(w *Worker, cells []gridCell, from, shift int) {
	r := len(t.rows)
	t.rows = append(t.rows, w.newRow(segment.Span{Start: cells[0].Start, End: cells[len(cells)-1].End}, len(t.cells)))
	named := false // the first figure has come
	for k, c := range cells {
		at := from + shift + k
		h := &t.heads[at]
		switch {
		case h.unit && c.unit.ok:
			t.rows[r].unit = c.unit
			t.cells = append(t.cells, cell{start: c.Start, row: r, head: at, unit: true, fact: None})
		case c.kind == figureCell && (h.serial || k == 0 && c.plain && !h.known && len(cells) > 1 && cells[1].kind == wordCell):
			h.serial = true
			t.cells = append(t.cells, cell{start: c.figure, row: r, head: at, fact: None})
		case c.kind == figureCell:
			named = true
			t.cells = append(t.cells, cell{start: c.figure, row: r, head: at, fact: None})
		case c.kind == wordCell && (!named || t.rows[r].label.Empty()) && (!h.remark || t.rows[r].label.Empty()):
			w.nameRow(&t.rows[r], c.Span, h)
		}
	}
	if t.grid.marked && r > 0 && t.rows[r].label.Empty() && cells[0].Empty() && shift == 0 && !t.rows[r-1].total {
		t.rows[r].label, t.rows[r].kind = t.rows[r-1].label, t.rows[r-1].kind // a cell that was merged over both rows
	}
}

func (w *Worker) newRow(span segment.Span, cells int) row {
	return row{Span: span, cells: cells, parent: None}
}

// spaces are dropped from the name of a row: 合 计.
var spaces = strings.NewReplacer(" ", "", "\u3000", "")

// nameRow gives a row its label, and says what it is by that and by the
// headline over it.
func (w *Worker) nameRow(r *row, span segment.Span, h *head) {
	raw := w.report.Doc.Text
	text := spaces.Replace(w.folded(span.Of(raw)))
	n := among(text)
	r.among, span.Start, text = n > 0, span.Start+n, text[n:]
	r.label, r.kind = span, anyRow
	if h != nil {
		r.kind = h.rows
	}
	r.total, r.sub = totalRow(text)
	if r.total && (is(text, totalNames) || r.kind != thingRow) || r.kind == anyRow && namesPlace(text) {
		r.kind = placeRow
	}
}

// among is the length of 其中 at the start of a label or headline.
func among(text string) int {
	for _, open := range [...]string{"其中：", "其中:", "其中"} {
		if len(text) > len(open) && text[:len(open)] == open {
			return len(open)
		}
	}
	return 0
}
