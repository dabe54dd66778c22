package segment

import "strings"

const (
	cellRunes  = 20 // a table cell's length, at most
	minCellRun = 6  // lines of one cell each make a table from here on
)

// findTables flags the lines that are rows, or cells, of flattened tables: the
// rows that the file marks, and what looks like rows on either side of them.
func (p *parser) findTables() {
	lines := p.d.lines[:p.signature]
	for i := 0; i < len(lines); {
		j := i
		for j < len(lines) && !lines[j].is(markedRow) {
			j++
		}
		if enclosed := i > 0 && j < len(lines); !enclosed || j-i > maxBetween {
			p.findTablesIn(i, j)
		}
		for ; j < len(lines) && lines[j].is(markedRow); j++ {
			lines[j].flags |= isTable
		}
		i = j
	}
}

// maxBetween is how many lines between two marked rows are no table, whatever they hold.
const maxBetween = 2

// findTablesIn flags the lines from and before to, which the file does not mark.
func (p *parser) findTablesIn(from, to int) {
	lines := p.d.lines[from:to]
	p.findSerialTables(lines)
	weak := func(i int) bool { return p.rowStrength(&lines[i]) == weakRow }
	for i := range lines {
		if s := p.rowStrength(&lines[i]); s == strongRow ||
			s == weakRow && i > 0 && lines[i-1].is(isTable) {
			lines[i].flags |= isTable
		}
	}
	for i := len(lines) - 2; i >= 0; i-- { // header lines hold no figures
		if lines[i+1].is(isTable) && !lines[i].is(isTable) && weak(i) {
			lines[i].flags |= isTable
		}
	}
	for i := 0; i < len(lines); {
		j := i
		for j < len(lines) && isCellLine(&lines[j]) {
			j++
		}
		p.cellRun(from+i, from+j)
		i = j + 1
	}
}

// findSerialTables flags rows of words under a line of headlines that begins
// with 序号, where each row begins with its number.
func (p *parser) findSerialTables(lines []line) {
	for i := 0; i < len(lines); i++ {
		s := strings.TrimLeft(lines[i].Of(p.text), "|｜ ")
		if !strings.HasPrefix(s, "序号") && !strings.HasPrefix(s, "序號") || p.rowStrength(&lines[i]) == noRow {
			continue
		}
		for j := i + 1; j < len(lines) && p.isSerialRow(&lines[j]); j++ {
			lines[i].flags |= isTable
			lines[j].flags |= isTable
			i = j
		}
	}
}

// isSerialRow reports whether the line holds several cells, the first of which is a number.
func (p *parser) isSerialRow(l *line) bool {
	s := strings.TrimLeft(l.Of(p.text), "|｜ ")
	return len(s) > 0 && s[0] >= '0' && s[0] <= '9' && p.rowStrength(l) != noRow
}

// isCellLine reports whether the line could be one cell of a table.
func isCellLine(l *line) bool {
	return l.runes > 0 && l.runes <= cellRunes && l.level == 0 && !l.is(clausal|hasColon|finished|isTable|markedHeading)
}

// cellRun flags lines i to j as cells when enough of them are numbers.
func (p *parser) cellRun(i, j int) {
	lines := p.d.lines
	if i == 0 {
		i++ // the title
	}
	numbers, last := 0, i
	for k := i; k < j; k++ {
		if lines[k].is(numberOnly) {
			numbers, last = numbers+1, k
		}
	}
	if j == len(lines) {
		j = last + 1 // what is under the report's last table
	}
	if j-i < minCellRun || numbers*10 < (j-i)*3 {
		return
	}
	for k := i; k < j; k++ {
		lines[k].flags |= isTable
	}
}

type strength uint8

const (
	noRow     strength = iota
	weakRow            // several short cells without figures: a header, perhaps
	strongRow          // cells with figures
)

// rowStrength judges whether the line is a row of several cells. Tabs, bars
// and runs of blank space part cells; where there are none, single spaces do.
func (p *parser) rowStrength(l *line) strength {
	if !l.is(spaced) || l.is(stopped|markedHeading) {
		return noRow
	}
	s := p.text[l.Start:l.End]
	barred := strings.ContainsAny(s, "\t|｜│")
	if (l.level != 0 || l.is(clausal)) && !barred {
		return noRow
	}
	soft := !barred && !hasWideGap(s)
	cells, numbers := 0, 0
	for s != "" {
		var cell string
		cell, s = nextCell(s, barred, soft)
		if cell == "" {
			continue
		}
		if countRunes(cell, cellRunes+1) > cellRunes {
			return noRow
		}
		cells++
		if isNumberCell(cell) || !soft && hasFigure(cell) {
			numbers++
		}
	}
	switch {
	case cells >= 3 && (barred || numbers >= 2), cells == 2 && barred && numbers > 0,
		cells == 2 && !soft && numbers == 2:
		return strongRow
	case cells >= 3, cells == 2 && barred:
		return weakRow
	}
	return noRow
}

// hasWideGap reports a run of at least two blanks, or a wide one.
func hasWideGap(s string) bool {
	return strings.Contains(s, "  ") || strings.Contains(s, "\u3000") || strings.Contains(s, "\u00a0 ")
}

// nextCell cuts the first cell off s.
func nextCell(s string, barred, soft bool) (cell, rest string) {
	for i := 0; i < len(s); {
		r, n := runeAt(s, i, len(s))
		isGap := false
		switch {
		case barred:
			isGap = r == '\t' || r == '|' || r == '｜' || r == '│'
		case soft:
			isGap = r == ' ' || r == '\u00a0'
		default:
			isGap = r == '\u3000' || isBlank(r) && isBlankAt(s, i+n)
		}
		if isGap {
			return strings.Trim(s[:i], " \u3000\u00a0"), strings.TrimLeft(s[i+n:], " \u3000\u00a0")
		}
		i += n
	}
	return strings.Trim(s, " \u3000\u00a0"), ""
}

func isBlankAt(s string, i int) bool {
	r, n := runeAt(s, i, len(s))
	return n > 0 && isBlank(r)
}

// isNumberCell reports whether the cell is one figure: a sign or comparison,
// digits, at most three characters of unit.
func isNumberCell(s string) bool {
	s = strings.TrimLeft(s, "≥≤<>＜＞±+-－—约近达↑↓（( ")
	i, digits := 0, 0
	for i < len(s) {
		r, n := runeAt(s, i, len(s))
		if isDigit(r) {
			digits++
		} else if !strings.ContainsRune(".,，．%％‰/／", r) {
			break
		}
		i += n
	}
	if digits == 0 {
		return false
	}
	rest := s[i:]
	return countRunes(rest, 4) <= 3 && !strings.ContainsAny(rest, "年月日")
}

// isNoValue reports the signs that stand for an empty cell.
func isNoValue(s string) bool {
	switch s {
	case "-", "—", "——", "/", "／", "－", "--":
		return true
	}
	return false
}
