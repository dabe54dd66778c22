package html

import (
	"strings"
	"unicode"
)

// findHeadline is the line that says what the page's title says, -1 where none
// does: it stands before the first running text.
func (d *document) findHeadline(lines []line) int {
	want := squeeze(d.headline)
	if want == "" {
		want = squeeze(d.title)
	}
	best, long := -1, 0
	for i, l := range lines {
		if l.cells != nil || sentence(l.text) {
			if l.inside {
				break
			}
			continue
		}
		t := squeeze(l.text)
		n := len([]rune(t))
		if n < 4 || n > 80 || l.why == linked || l.why == beside || crumb().MatchString(l.text) || relates().MatchString(l.text) {
			continue
		}
		switch {
		case strings.HasPrefix(want, t) || strings.HasPrefix(t, want) && want != "" && len(want) >= 12 || n >= 8 && strings.Contains(want, t):
			n += 100 // more than a heading's
		case d.lead != "" && t == d.lead:
			n += 50
		case l.level == 1 && l.why == none:
		default:
			continue
		}
		if n > long {
			best, long = i, n
		}
	}
	return best
}

// prepend puts the title in front where the page shows it nowhere, without the
// name of the site behind it.
func (d *document) prepend(lines []line) []line {
	t := d.headline
	if t == "" {
		t = strings.TrimSpace(d.title)
		for _, sep := range []string{"_", "|", "－", "—", " - ", "-"} {
			if i := strings.Index(t, sep); i > 0 && strings.Count(t[:i], "") > 6 {
				t = t[:i]
				break
			}
		}
		if han(t) < 6 {
			return lines
		}
	}
	t = strings.Join(strings.Fields(t), " ")
	if t == "" || len(t) > 400 {
		return lines
	}
	for i := 0; i < len(lines) && i < 4; i++ {
		if s := squeeze(lines[i].text); lines[i].level > 0 || strings.HasPrefix(squeeze(t), s) && len(s) >= 12 {
			return lines
		}
	}
	return append([]line{{text: t, level: 1}}, lines...)
}

// squeeze is s without blanks and punctuation.
func squeeze(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsSpace(r) || unicode.IsPunct(r) || r == '\u200b' {
			return -1
		}
		return r
	}, s)
}

func han(s string) int {
	n := 0
	for _, r := range s {
		if unicode.Is(unicode.Han, r) {
			n++
		}
	}
	return n
}
