package pdf

import (
	"math"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/zhaibao/zhaibao/internal/lazy"
)

// marginal knows which lines are running heads although they stand on one
// page only.
type marginal struct {
	body        float64 // em
	titles      []string
	top, bottom float64 // y of the outermost lines of the body's size and tables of all pages
	lines       int     // of the body's size
	sheets      []sheet
	cited       [][]string // by page
}

const (
	marginPart  = 0.11 // of the page's height: 33 mm of A4
	marginRunes = 40   // of a head at most
	marginGap   = 1.8  // em of the body between a head and the text
	fewLines    = 5    // lines of the body's size; a document with fewer shows no margin
)

func (d *document) marginal() marginal {
	m := marginal{body: d.body.size, titles: d.titles(), top: math.Inf(-1), bottom: math.Inf(1), sheets: d.sheets}
	m.cited = make([][]string, d.pages)
	for i := range d.items {
		it := &d.items[i]
		m.cited[it.page-1] = append(m.cited[it.page-1], citations(d.items[i:i+1])...)
		if it.turned || it.row == nil && it.size < noteSize*d.body.size {
			continue
		}
		m.top, m.bottom = max(m.top, it.base), min(m.bottom, it.low)
		if it.row == nil {
			m.lines++
		}
	}
	return m
}

// titles are the lines of the first page that are larger than the body, those
// of one size that follow each other together.
func (d *document) titles() (out []string) {
	for i := 0; i < len(d.items) && d.items[i].page == 1; {
		first := &d.items[i]
		k := i + 1
		if first.row == nil && !first.turned && first.size > headingLarger*d.body.size && !startsWithMarker(first.text) {
			title := first.text
			for ; k < len(d.items) && sameColumn(first, &d.items[k]); k++ {
				title += d.items[k].text
			}
			out = append(out, squeeze(title))
		}
		i = k
	}
	return out
}

// drops reports whether the outermost line says the title again, or stands in
// the margin, apart from the text and in smaller print, and says no figure.
func (m *marginal) drops(it *item, h head, top bool) bool {
	if m.isText(it, top) || it.size > 1.05*m.body {
		return false
	}
	if top && slices.Contains(m.titles, squeeze(it.text)) {
		return true
	}
	if top && m.imprint(it, h) {
		return true
	}
	if m.lines < fewLines || it.size >= noteSize*m.body || h.gap < marginGap*m.body || utf8.RuneCountInString(it.text) > marginRunes {
		return false
	}
	s := &m.sheets[it.page-1]
	band := marginPart * (s.top - s.bottom)
	if !(band > 0) || top && (it.base < s.top-band || it.base <= m.top) || !top && (it.base > s.bottom+band || it.base >= m.bottom) {
		return false
	}
	rest := dates().ReplaceAllString(it.text, "")
	return !strings.ContainsAny(rest, "0123456789。；，：") && strings.ContainsFunc(rest, isHan)
}

// imprints are heads that say how a paper is used and how many there are, also
// in the body's print.
var imprints = lazy.Regexp(`^(?:内部(?:资料|材料|文件|刊物|参考|使用)|(?:请?注意|妥善)保[存管密]|请勿外传|仅供[\p{Han}]{0,8}参考|[共限]?印(?:数|发)?[：:]?\d{1,5}份|第\d{1,4}期|[ 　，,★·]){1,12}$`)

// imprint reports such a head above the text and apart from it.
func (m *marginal) imprint(it *item, h head) bool {
	s := &m.sheets[it.page-1]
	return h.gap >= marginGap*m.body && it.base > s.top-marginPart*(s.top-s.bottom) && it.base >= m.top &&
		strings.ContainsFunc(it.text, isHan) && imprints().MatchString(it.text)
}

// dates are the numbers that a head may say.
var dates = lazy.Regexp(`(?:19|20)\d\d年(?:度|\d{1,2}月(?:\d{1,2}日)?)?|第\d{1,4}[期页版]`)

// captions begin lines in small print that are no heads.
var captions = lazy.Regexp(`^[（(]?(?:单位|[附图表]件? ?[\d一二三四五六七八九十：:]|[附备]?注|说明|抄[送报]|[主分]送|报送|联系|(?:资料|数据)?来源|印发)|印发[）)]?$`)

// isText reports a line that is no head wherever it stands: a note, what is
// said of a table or a picture, a list item.
func (m *marginal) isText(it *item, top bool) bool {
	if bareNumber().MatchString(it.text) {
		return false
	}
	if !top && slices.ContainsFunc(m.cited[it.page-1], func(number string) bool { return strings.HasPrefix(it.text, number) }) {
		return true
	}
	return noteMark().MatchString(it.text) || captions().MatchString(it.text)
}

func squeeze(text string) string {
	return strings.Map(func(r rune) rune {
		if isBlank(r) {
			return -1
		}
		return r
	}, text)
}
