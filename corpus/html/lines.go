package html

import (
	"context"
	"strings"

	"github.com/zhaibao/zhaibao/internal/lazy"
	"github.com/zhaibao/zhaibao/segment"
)

// keep takes the furniture out of lines and puts the headline first. A page of
// links is refused: its headlines have figures, which are of other pages.
func (d *document) keep(ctx context.Context, lines []line) ([]line, error) {
	if d.office {
		return lines, nil
	}
	head := d.findHeadline(lines)
	kept := make([]line, 0, len(lines))
	tail := tailStart(lines)
	info := infoEnd(lines, head)
	from, to := body(lines, head)
	tables := heads(lines[:tail])
	related := false
	for i, l := range lines {
		if i%256 == 0 && ctx.Err() != nil {
			return nil, ctx.Err()
		}
		if l.cells == nil {
			was := l.text
			if l.text = bare(was); l.text != was && nothingElse(l.text) {
				continue
			}
		}
		l.edge = i < from || i >= to
		if len(l.text) < 120 && relates().MatchString(l.text) {
			related = true
			continue
		}
		if related = related && l.links*10 >= len(l.text)*6; related {
			continue
		}
		if i == head {
			if l.level == 0 || l.level > 1 {
				l.level = 1
			}
			l.cells = nil
			kept = append(kept, l)
			continue
		}
		if i > head && i < info {
			continue
		}
		if i < tail && (l.report(i < head) || tables[i] && !explained(l.text)) || i >= tail && l.inside && l.why == none && (d.article != d.root && !(l.edge && explained(l.text)) || !imprintOnly(l.text) && !explained(l.text)) {
			kept = append(kept, l)
		}
	}
	if d.root.anchors >= 5 && directory(kept, head >= 0) {
		return nil, errList
	}
	if len(kept) == 0 {
		return lines, nil
	}
	if head < 0 {
		kept = d.prepend(kept)
	}
	return kept, nil
}

// heads finds the lines without a figure that belong to a table of figures
// outside of the article: its headlines, and what says its unit above it.
func heads(lines []line) map[int]bool {
	full := map[*node]bool{}
	for i := range lines {
		l := &lines[i]
		if l.cells != nil && !l.inside && l.why == none && l.report(false) {
			full[l.listing] = true
		}
	}
	found := map[int]bool{}
	for i := len(lines) - 1; i >= 0 && len(full) > 0; i-- {
		switch l := &lines[i]; {
		case l.inside || l.why != none:
		case l.cells != nil:
			found[i] = full[l.listing]
		case i+1 < len(lines) && found[i+1] && len(l.text) < 150 && titled().MatchString(l.text):
			found[i] = true
		}
	}
	return found
}

// titled is the line above a table that is its title or unit.
var titled = lazy.Regexp(`^(附?表|附件)|(表|情况|统计)[（(）)]?$|单位\s*[：:]`)

// edgeLines is how many lines before and behind the article's body are looked at.
const edgeLines = 100

// body finds the lines from the first to the last that can be nothing but the
// article's: there only an element's nature makes furniture, never a line's
// words, since reports have lines like 点击量：15000次 too.
func body(lines []line, head int) (from, to int) {
	own := func(l *line) bool {
		t := l.text
		return l.inside && l.why == none && (l.cells != nil || sentence(t) || figures(t) > 0 && l.links*2 < len(t)) &&
			!nothingElse(t) && (len(t) > 300 || !crumb().MatchString(t) && !turning().MatchString(t) && !paging().MatchString(t)) && (len(t) > 600 || !imprintOnly(t))
	}
	for from = max(0, head+1); from < len(lines) && from < head+edgeLines && !own(&lines[from]); {
		from++
	}
	for to = len(lines); to > from && to > len(lines)-edgeLines && !own(&lines[to-1]); {
		to--
	}
	return from, to
}

// directory reports whether lines are links to four fifths, or nothing but a headline.
func directory(lines []line, headline bool) bool {
	all, links := 0, 0
	for i, l := range lines {
		if !headline || i > 0 {
			all += len(dates().ReplaceAllString(l.text, ""))
			links += l.links
		}
	}
	return links*5 >= all*4
}

// infoEnd is where the line of date and source under the headline ends, which
// may come as several lines; at least one must be sure to be of it.
func infoEnd(lines []line, head int) int {
	if head < 0 {
		return 0
	}
	end, sure := head+1, false
	for end < len(lines) && end < head+8 && lines[end].cells == nil && nothingElse(lines[end].text) {
		sure = sure || explained(lines[end].text)
		end++
	}
	if !sure {
		return 0
	}
	return end
}

// report reports whether l is of the report: in the article all but furniture;
// outside what has a figure or a sentence and no reason to go.
func (l *line) report(above bool) bool {
	t := l.text
	switch {
	case l.why != none:
		return false
	case l.inside && !l.edge:
		return true
	case l.inside && sentence(t):
		return len(t) > 300 || !crumb().MatchString(t) && !turning().MatchString(t) && !explained(t)
	case len(t) < 300 && (crumb().MatchString(t) || turning().MatchString(t) || strings.Contains(t, "页") && paging().MatchString(t)), explained(t):
		return false
	case above && l.inside && (figures(t) == 0 || l.links*2 > len(t) || len(t) < 150 && clock().MatchString(t)):
		return false
	case l.inside:
		return !(len(t) < 600 && imprint().MatchString(t) && legal().MatchString(t))
	case len(t) < 150 && (clock().MatchString(t) || counted().MatchString(t)), legal().MatchString(t), imprint().MatchString(t) && !sentence(t):
		return false
	case sentence(t) && l.links*2 < len(t):
		return true
	case l.cells != nil:
		return figures(dates().ReplaceAllString(t, "")) > 0 && l.free > 0
	}
	return !above && l.links*2 < len(t) && figures(dates().ReplaceAllString(t, "")) > 0
}

var dates = lazy.Regexp(`[\[(（]?\d{2,4}[-/.年]\d{1,2}([-/.月]\d{1,2}日?)?[\])）]?|\d{1,2}:\d{2}(:\d{2})?`)

// figures counts the runs of digits.
func figures(t string) int {
	n, was := 0, false
	for _, r := range t {
		if isDigit(r) && !was {
			n++
		}
		was = isDigit(r)
	}
	return n
}

// tailStart is where the page's footer begins: the last lines, of which each
// is an imprint or a legal line, if one is a legal line.
func tailStart(lines []line) int {
	start := len(lines)
	for i := len(lines) - 1; i >= max(0, len(lines)-edgeLines); i-- {
		switch t := lines[i].text; {
		case sentence(t) && !legal().MatchString(t):
			return start
		case legal().MatchString(t):
			start = i
		case lines[i].why != none, explained(t), hosts().MatchString(t) && imprintOnly(t):
			if start == i+1 {
				start = i
			}
		case figures(t) > 0:
			return start
		}
	}
	return start
}

// imprintOnly reports a line of addresses and numbers of the office that runs the page.
func imprintOnly(t string) bool {
	return legal().MatchString(t) || imprint().MatchString(t) && len(t) < 400 && !strings.ContainsAny(t, "。；！？")
}

// write joins lines to the text and its marks.
func write(lines []line) (string, []segment.Mark) {
	var b strings.Builder
	var marks []segment.Mark
	for i, l := range lines {
		if i > 0 && (l.cells != nil || lines[i-1].cells != nil) && (l.listing != lines[i-1].listing || (l.cells == nil) != (lines[i-1].cells == nil)) {
			b.WriteByte('\n')
		}
		start := b.Len()
		b.WriteString(l.text)
		whole := segment.Span{Start: start, End: b.Len()}
		switch {
		case l.cells != nil:
			marks = append(marks, segment.Mark{Span: whole, Kind: segment.MarkRow})
			for _, c := range l.cells {
				marks = append(marks, segment.Mark{Span: segment.Span{Start: start + c.Start, End: start + c.End}, Kind: segment.MarkCell})
			}
		case l.level > 0:
			marks = append(marks, segment.Mark{Span: whole, Kind: segment.MarkHeading, Level: l.level})
		}
		b.WriteByte('\n')
	}
	return b.String(), marks
}
