package doc

import (
	"context"
	"slices"
	"strings"

	"github.com/zhaibao/zhaibao/corpus/internal/flow"
)

// walker goes through the characters of a story and hands on its paragraphs
// and tables.
type walker struct {
	ctx      context.Context
	d        *document
	main     bool // it is the body
	chars    finder
	paras    finder
	text     []rune    // since the last paragraph
	edge     flow.Edge // behind it something was left out that two numbers must not close over
	mark     bool      // what comes is a note's mark that was chosen by hand
	contents bool      // it stands in a table of contents
	tail     int       // where in it that ended
	paged    bool      // it held the number of a page
	heights  flow.Heights
	fields   fields
	story    flow.Story
	zeros    int    // that stand one behind the other here
	boxes    []*box // that hang on characters since the last paragraph outside of tables

	seen struct { // what gone found last
		piece       *piece
		chars       *run
		para        *run
		gone, known bool
		struck      bool
		height      flow.Height
	}
}

// The characters that stand for something else ([MS-DOC] 2.4.1, 2.8.25).
const (
	charPicture    = 0x01
	charNote       = 0x02
	charCell       = 0x07
	charDrawn      = 0x08
	charLine       = 0x0b
	charPage       = 0x0c
	charParagraph  = 0x0d
	charColumn     = 0x0e
	charFieldBegin = 0x13
	charFieldSep   = 0x14
	charFieldEnd   = 0x15
	charHyphen     = 0x1e
	charSoftHyphen = 0x1f
	charSymbol     = 0x28
)

// manyZeros in the text are a piece of the file that was lost.
const manyZeros = 4

func newWalker(ctx context.Context, d *document) *walker {
	w := &walker{ctx: ctx, d: d, chars: finder{runs: d.chars}, paras: finder{runs: d.paras}}
	w.story = flow.Story{Spend: d.spend, Emit: w.emit}
	return w
}

// walk goes through the characters from start to end.
func (w *walker) walk(start, end int) error {
	first, _ := slices.BinarySearchFunc(w.d.pieces, start, func(p piece, at int) int { return p.end - 1 - at })
	for i := first; i < len(w.d.pieces) && start < end; i++ {
		p := &w.d.pieces[i]
		if err := w.piece(p, start, min(end, p.end)); err != nil {
			return err
		}
		start = max(start, min(end, p.end))
	}
	if w.fields.dropping() {
		return errDamaged // all behind the instruction would be lost
	}
	if text, _ := w.line(paragraph{}); text != "" {
		if err := w.story.Paragraph(flow.Block{Text: text}, 0, false); err != nil {
			return err
		}
	}
	return w.story.Close()
}

func (w *walker) piece(p *piece, start, end int) error {
	for at := start; at < end; {
		if at%checkEvery == 0 && w.ctx.Err() != nil {
			return w.ctx.Err()
		}
		fc := p.fc + p.width()*(at-p.start)
		r, n := p.char(w.d.word, fc)
		if err := w.char(p, fc, at, r); err != nil {
			return err
		}
		at += n
	}
	return nil
}

// char takes the character at position at, byte fc of p.
func (w *walker) char(p *piece, fc, at int, r rune) error {
	if w.zeros++; r != 0 {
		w.zeros = 0
	}
	if w.zeros == manyZeros {
		return errDamaged
	}
	switch r {
	case charFieldBegin:
		return w.fields.begin(w.d.depth)
	case charFieldSep:
		w.fields.separate()
		w.paged = w.paged || w.fields.paged()
		return nil
	case charFieldEnd:
		if w.fields.endsContents() {
			w.contents, w.tail = true, len(w.text)
		}
		if w.fields.end() && !w.gone(p, fc) && !w.seen.struck {
			return w.add(flow.Unreadable)
		}
		return nil
	}
	if w.fields.instruction(r) {
		return nil
	}
	switch r {
	case charCell:
		return w.end(p, fc, r)
	case charPage: // of a section, else of a page inside a paragraph
		if para := w.paras.at(fc); para == nil || int(para.end) <= fc+p.width() {
			return w.end(p, fc, r)
		}
	}
	if w.gone(p, fc) || w.fields.dropping() {
		return nil
	}
	switch {
	case r == charParagraph:
		return w.end(p, fc, r)
	case r == charDrawn:
		w.hang(at)
		return nil
	case r == charLine || r == charPage || r == charColumn || r == '\n':
		r = '\n'
	case r == charHyphen:
		r = '-'
	case r == charSymbol && w.isSymbol(p, fc) || r >= 0xf000 && r <= 0xf0ff:
		r = flow.Unreadable
	case r == charNote || r == charPicture:
		w.edge = true
		return nil
	case r == charSoftHyphen || r < ' ' && r != '\t' || r == 0x7f: // references of comments
		return nil
	}
	if r != '\n' && r != '\t' && (w.seen.struck || w.isMark(at, r)) {
		w.edge = true
		return nil
	}
	return w.add(r)
}

// isMark reports whether the character at is of a note's mark that was chosen
// by hand.
func (w *walker) isMark(at int, r rune) bool {
	if !w.main {
		return false
	}
	if refers, own := w.d.refersAt(at); refers {
		w.mark = own
	}
	w.mark = w.mark && flow.IsMark(r)
	return w.mark
}

func (w *walker) add(r rune) error {
	before := rune(0)
	if n := len(w.text); n > 0 {
		before = w.text[n-1]
	}
	if w.edge.Parts(before, r) {
		w.text = append(w.text, flow.Unreadable)
	}
	w.text = append(w.text, w.heights.Rune(r, w.seen.height, before))
	return w.d.spend(4)
}

// hang notes the text boxes whose anchor is at.
func (w *walker) hang(at int) {
	if w.main {
		w.boxes = append(w.boxes, w.d.anchors[at]...)
	}
}

// gone reports whether the character is deleted (of a tracked change) or
// hidden; w.seen says, too, whether it is struck through and how high it stands.
func (w *walker) gone(p *piece, fc int) bool {
	chars, para := w.chars.at(fc), w.paras.at(fc)
	if s := &w.seen; s.known && s.piece == p && s.chars == chars && s.para == para {
		return s.gone
	}
	var style, own look
	deleted, height := false, flow.OnLine
	if para != nil {
		style = w.d.look(para.istd)
		own = style
	}
	see := func(sprm uint16, operand []byte) {
		switch sprm {
		case sprmCIstd:
			named := w.d.look(u16(operand, 0))
			style = look{style.hidden || named.hidden, style.struck || named.struck, style.twice || named.twice}
			own = style
		case sprmCFRMarkDel:
			deleted = toggle(operand, false)
		case sprmCIss:
			height = flow.Height(min(operand[0], byte(flow.Lowered)))
		default:
			own.take(sprm, operand, style)
		}
	}
	if chars != nil {
		sprms(chars.grpprl(w.d.word), see)
	}
	sprms(p.grpprl, see)
	w.seen.piece, w.seen.chars, w.seen.para, w.seen.known = p, chars, para, true
	w.seen.gone = own.hidden || deleted
	w.seen.struck, w.seen.height = own.struck || own.twice, height
	return w.seen.gone
}

// isSymbol reports whether the character stands for one of a symbol font.
func (w *walker) isSymbol(p *piece, fc int) bool {
	found := false
	if chars := w.chars.at(fc); chars != nil {
		sprms(chars.grpprl(w.d.word), func(sprm uint16, _ []byte) { found = found || sprm == sprmCSymbol })
	}
	return found
}

// line is the text since the last paragraph. A line of a table of contents
// goes, but for what stands behind its end.
func (w *walker) line(para paragraph) (text string, gone bool) {
	text = string(w.text)
	entry, tail := text, ""
	if w.contents && w.tail <= len(w.text) {
		entry, tail = string(w.text[:w.tail]), string(w.text[w.tail:])
	}
	e := flow.Entry{Text: entry, Field: w.contents || w.fields.contents(), Style: para.contents, Paged: w.paged}
	w.text, w.edge, w.contents, w.tail, w.paged = w.text[:0], false, false, 0, false
	table := para.depth > 0 && !strings.Contains(entry, "\t") && strings.TrimSpace(entry) != ""
	switch {
	case !table && e.IsContents():
		return tail, strings.TrimSpace(tail) == ""
	case e.Field: // running text or a cell: the field's end stands too far behind
		w.fields.endContents()
	}
	return text, false
}

// end ends a paragraph, a cell or a row with the mark r at byte fc of p.
func (w *walker) end(p *piece, fc int, r rune) error {
	para := w.d.paragraphAt(p, w.paras.at(fc))
	if para.depth > deepestRow {
		return errDamaged
	}
	if r == charCell && !para.inTable { // what says so is lost; the bound is not
		para.inTable, para.depth = true, 1
	}
	ends := para.depth == 1 && r == charCell
	para.ttp = ends && para.ttp || para.depth > 1 && para.innerTtp
	para.innerCell = !para.ttp && (ends || para.depth > 1 && para.innerCell)
	text, gone := w.line(para)
	if para.ttp {
		return w.story.EndRow(para.depth, para.row, w.gone(p, fc))
	}
	if gone && para.depth == 0 {
		return nil
	}
	number := w.d.lists.next(para.ilfo, para.ilvl)
	if err := w.d.spend(len(number) + 64); err != nil {
		return err
	}
	b := flow.Block{Text: flow.Numbered(number, text)}
	if strings.TrimSpace(text) == "" {
		b.Number = number
	}
	if para.outline < bodyLevel {
		b.Level = para.outline + 1
	}
	return w.story.Paragraph(b, para.depth, para.innerCell)
}

// emit writes a paragraph or a table, and the text boxes that hang on it.
func (w *walker) emit(b flow.Block) error {
	if err := w.d.out.Add(b); err != nil {
		return err
	}
	boxes := w.boxes
	w.boxes = nil
	for _, b := range boxes {
		if err := w.d.writeBox(w.ctx, b); err != nil {
			return err
		}
	}
	return nil
}
