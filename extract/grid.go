package extract

import (
	"strings"
	"unicode/utf8"

	"github.com/zhaibao/zhaibao/extract/quantity"
	"github.com/zhaibao/zhaibao/internal/fold"
	"github.com/zhaibao/zhaibao/segment"
)

// grid is the text of a run of table lines, cut into cells.
type grid struct {
	lines    []gridLine
	cells    []gridCell
	text     fold.Text // the line that is cut
	mentions []quantity.Mention
	marked   bool // the cells are the file's own: nothing is put together that it parts
}

// gridLine is a line of a table: the cells [from, to).
type gridLine struct{ from, to int }

// gridCell is a cell's text without blanks and what it holds.
type gridCell struct {
	segment.Span
	kind   cellKind
	figure int  // byte at which the figure starts
	plain  bool // nothing but digits: a serial number, perhaps
	unit   unitNote
}

type cellKind uint8

const (
	wordCell cellKind = iota
	figureCell
	emptyCell // — or nothing between two bars
)

func (g *grid) reset() { g.lines, g.cells = g.lines[:0], g.cells[:0] }

func (g *grid) of(l gridLine) []gridCell { return g.cells[l.from:l.to] }

// cut appends a line of the table, but for the rule under Markdown's headlines.
// marked are its cells where the file itself says which they are, else nil.
func (g *grid) cut(lex *quantity.Lexicon, raw string, span segment.Span, marked []segment.Mark) {
	g.text.Set(lex.Fold, raw, span)
	g.mentions = lex.Scan(g.mentions[:0], &g.text)
	from, next := len(g.cells), 0
	if g.marked = len(marked) > 0; g.marked {
		g.cutMarked(lex, raw, marked)
		return
	}
	sep := separatorOf(span.Of(raw))
	for at := span.Start; at <= span.End; {
		end, after := g.cellEnd(raw, at, span.End, sep)
		cell := trimCell(raw, segment.Span{Start: at, End: end})
		if !cell.Empty() || sep != blanks && at != span.Start && end != span.End {
			next = g.add(lex, raw, cell, next)
		}
		at = after
	}
	if isRule(raw, g.cells[from:]) {
		g.cells = g.cells[:from]
		return
	}
	g.close(raw, from)
}

// cutMarked appends a line whose cells the file marks, the empty ones too.
func (g *grid) cutMarked(lex *quantity.Lexicon, raw string, marked []segment.Mark) {
	from, next := len(g.cells), 0
	for _, m := range marked {
		next = g.add(lex, raw, trimCell(raw, m.Span), next)
	}
	g.close(raw, from)
}

// close ends the line whose first cell is from.
func (g *grid) close(raw string, from int) {
	if first := &g.cells[from:][0]; len(g.cells) > from+1 && isYear(first.Of(raw)) {
		first.kind = wordCell // names its row
	}
	g.lines = append(g.lines, gridLine{from, len(g.cells)})
}

// separator is what parts the cells of a line.
type separator uint8

const (
	bars separator = iota
	tabs
	gaps   // two blanks, or a full-width one
	blanks // single blanks
)

func separatorOf(line string) separator {
	switch {
	case strings.ContainsAny(line, "|｜│"):
		return bars
	case strings.Contains(line, "\t"):
		return tabs
	case strings.Contains(line, "  "), strings.Contains(line, "　"):
		return gaps
	}
	return blanks
}

// cellEnd returns where the cell at byte i ends and the next one begins.
func (g *grid) cellEnd(raw string, i, limit int, sep separator) (end, next int) {
	for i < limit {
		r, n := utf8.DecodeRuneInString(raw[i:limit])
		switch {
		case sep == bars && (r == '|' || r == '｜' || r == '│'), sep == tabs && r == '\t':
			return i, i + n
		case sep == gaps && (r == '　' || r == ' ' && strings.HasPrefix(raw[i+n:limit], " ")),
			sep == blanks && (r == ' ' || r == '\u00a0') && !g.inFigure(i):
			end = i
			for i < limit && strings.ContainsRune(" \u00a0\u3000", r) {
				i += n
				r, n = utf8.DecodeRuneInString(raw[i:limit])
			}
			return end, i
		}
		i += n
	}
	return limit, limit + 1
}

// inFigure reports whether the blank at byte i stands inside a number: 1 768人次.
func (g *grid) inFigure(i int) bool {
	lo, hi := 0, len(g.mentions)
	for lo < hi {
		if mid := (lo + hi) / 2; g.mentions[mid].Span.End <= i {
			lo = mid + 1
		} else {
			hi = mid
		}
	}
	return lo < len(g.mentions) && g.mentions[lo].Start < i && i < g.text.Off[g.mentions[lo].NumEnd]
}

func trimCell(raw string, s segment.Span) segment.Span {
	text := s.Of(raw)
	left := strings.TrimLeft(text, "> \u00a0\u3000\r\n")
	s.Start += len(text) - len(left)
	s.End = s.Start + len(strings.TrimRight(left, " \u00a0\u3000\r\n"))
	return s
}

// add appends a cell, with the first of the mentions from next on that fills
// it; it returns the first mention that may stand in the cell behind.
func (g *grid) add(lex *quantity.Lexicon, raw string, span segment.Span, next int) int {
	text := span.Of(raw)
	c := gridCell{Span: span, plain: allDigits(text)}
	if isNoFigure(text) {
		c.kind = emptyCell
	}
	for next < len(g.mentions) && g.mentions[next].Span.End <= span.Start {
		next++
	}
	for k := next; k < len(g.mentions) && g.mentions[k].Span.Start < span.End; k++ {
		m := &g.mentions[k]
		if m.Arabic && (c.plain && m.Start == span.Start || mayCount(m) && fills(raw, m.Span, span)) {
			c.kind, c.figure = figureCell, m.Start
			break
		}
	}
	if i := g.text.Index(span.Start); c.kind == wordCell && len(text) <= len("平方公里") {
		spell, exp, end, ok := lex.UnitNote(&g.text, i)
		c.unit = unitNote{spell, exp, ok && g.text.Off[end] == span.End}
	}
	if n := len(g.cells) - 1; n >= 0 && !g.marked && (text == "计" || text == "計") && is(g.cells[n].Of(raw), []string{"合", "小", "总", "共", "總"}) {
		g.cells[n].End = c.End // 合　计
		return next
	}
	g.cells = append(g.cells, c)
	return next
}

// fills reports whether a figure fills a cell, but for a sign or a word
// before it (不少于) and behind it (以上).
func fills(raw string, m, cell segment.Span) bool {
	if m.Start < cell.Start || m.End > cell.End {
		return false
	}
	before, after := raw[cell.Start:m.Start], raw[m.End:cell.End]
	for _, mark := range [...]string{"，", ",", "（", "("} {
		if strings.HasPrefix(after, mark) {
			after = "" // 120户，已完成
		}
	}
	return (utf8.RuneCountInString(before) <= 2 || is(before, limits)) && utf8.RuneCountInString(after) <= 2
}

// limits are words of three characters and more that stand before a figure in its cell.
var limits = []string{"不少于", "不低于", "不超过", "不高于", "不小于", "大于等于", "小于等于"}

func allDigits(s string) bool { return s != "" && strings.Trim(s, "0123456789") == "" }

// isNoFigure reports the signs for a figure that is not there.
func isNoFigure(text string) bool {
	switch text {
	case "", "—", "-", "/", "——", "－", "--", "／", "无", "無":
		return true
	}
	return false
}

// isRule reports the line of dashes under Markdown's headlines.
func isRule(raw string, cells []gridCell) bool {
	for _, c := range cells {
		if text := c.Of(raw); len(text) < 3 || strings.Trim(text, "-:") != "" {
			return false
		}
	}
	return true
}
