package pdf

import (
	"strings"

	"github.com/zhaibao/zhaibao/internal/lazy"
)

// What browsers print in a page's margins: the time with the title, the
// address with the page's number.
var (
	printedTop  = lazy.Regexp(`^(?:\d{1,2}/\d{1,2}/\d{2,4},? \d{1,2}:\d{2}(?: ?[AP]M)?|\d{4}[/-]\d{1,2}[/-]\d{1,2},? (?:[上下]午)? ?\d{1,2}:\d{2}(?::\d{2})?)(?: |$)`)
	printedFoot = lazy.Regexp(`^(?:(?:file|https?)://\S*|about:blank|data:\S*)(?: ?…)?(?: \d{1,4} ?/ ?\d{1,4})?$|^\d{1,4} ?/ ?\d{1,4} (?:file|https?)://\S*$`)
)

const printedPart = 0.06 // of the page's height, from its edge

// markPrinted marks the outermost lines that a browser printed. They are no
// rows of the table that may stand next to them.
func (p *page) markPrinted(bs []block, turn int) {
	_, bottom, _, top := turned(p.box, turn)
	band := printedPart * (top - bottom)
	for i := range bs {
		b := &bs[i]
		if b.line == nil || !(band > 0) {
			continue
		}
		var texts []string
		for _, piece := range b.pieces {
			texts = append(texts, piece.text)
		}
		text := strings.Join(texts, " ")
		b.printed = b.top > top-band && !above(bs, b.top) && printedTop().MatchString(text) ||
			b.top < bottom+band && !below(bs, b.top) && printedFoot().MatchString(text)
	}
}

func above(bs []block, y float64) bool {
	for i := range bs {
		if bs[i].top > y+touch {
			return true
		}
	}
	return false
}

func below(bs []block, y float64) bool {
	for i := range bs {
		low := bs[i].bottom
		if bs[i].line != nil {
			low = bs[i].top
		}
		if low < y-touch {
			return true
		}
	}
	return false
}
