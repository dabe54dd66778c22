package rtf

import (
	"strings"
	"unicode/utf16"

	"github.com/zhaibao/zhaibao/corpus/internal/flow"
)

// story gathers the body, a note or a text box.
type story struct {
	flow.Story
	text     []rune    // since the last paragraph
	number   []rune    // the automatic number before it
	edge     flow.Edge // behind the text something was left out that two numbers must not close over
	heights  flow.Heights
	contents bool         // the text stands in a table of contents
	tail     int          // where in it that ended
	paged    bool         // it held the number of a page
	auto     int          // behind how many characters, from 1, an automatic mark of a note stood last
	marked   bool         // the row at hand marks its paragraphs as its own
	blocks   []flow.Block // of a note or a text box
	note     bool
	end      bool // it is an endnote
	outer    *story
}

func (p *parser) newStory(emit func(flow.Block) error) *story {
	s := &story{outer: p.story}
	s.Spend = p.spend
	s.Emit = emit
	if emit == nil {
		s.Emit = func(b flow.Block) error {
			s.blocks = append(s.blocks, b)
			return nil
		}
	}
	return s
}

// openStory begins a note or a text box, with the group at hand.
func (p *parser) openStory(note bool) error {
	if err := p.flush(); err != nil {
		return err
	}
	if note && p.visible() {
		p.story.refer()
	}
	if !p.visible() && p.dest != toFrame || note && p.struck() {
		p.dest = toNone
		return nil
	}
	p.dest, p.ends, p.para, p.number = toText, endsStory, para{}, false
	p.strike, p.twice, p.height = false, false, flow.OnLine
	p.story = p.newStory(nil)
	if p.story.note = note; note {
		p.notes = append(p.notes, p.story)
	} else {
		p.boxes = append(p.boxes, p.story)
	}
	return p.spend(256)
}

func (p *parser) endStory() error {
	s := p.story
	p.story = s.outer
	return p.close(s)
}

// close ends what is open in s.
func (p *parser) close(s *story) error {
	if len(s.text) > 0 {
		b, gone := p.block(s, 0)
		if b.Level = 0; !gone {
			if err := s.Paragraph(b, 0, false); err != nil {
				return err
			}
		}
	}
	return s.Close()
}

// refer leaves out a reference to a note; a mark that was chosen by hand stands
// before it in the text.
func (s *story) refer() {
	auto := s.auto == len(s.text)+1
	for n := len(s.text); !auto && n > 0 && flow.IsMark(s.text[n-1]); n-- {
		s.text = s.text[:n-1]
	}
	s.edge = true
}

// finish writes what is still open, then the notes.
func (p *parser) finish() error {
	if err := p.close(p.story); err != nil {
		return err
	}
	if err := p.writeBoxes(); err != nil {
		return err
	}
	return p.writeNotes()
}

// writeNotes writes the footnotes, then the endnotes, each on a line of its own.
func (p *parser) writeNotes() error {
	written := 0
	for _, end := range [2]bool{false, true} {
		for _, s := range p.notes {
			if s.end != end {
				continue
			}
			blocks := flow.NoteBlocks(written+1, s.blocks)
			if len(blocks) == 0 {
				continue
			}
			if written++; written == 1 {
				blocks = append([]flow.Block{{}}, blocks...)
			}
			if err := p.writeBlocks(blocks); err != nil {
				return err
			}
		}
	}
	return nil
}

func (p *parser) writeBoxes() error {
	boxes := p.boxes
	p.boxes = nil
	for _, s := range boxes {
		if err := p.writeBlocks(s.blocks); err != nil {
			return err
		}
	}
	return nil
}

func (p *parser) writeBlocks(blocks []flow.Block) error {
	for _, b := range blocks {
		if err := p.out.Add(b); err != nil {
			return err
		}
	}
	return nil
}

// char takes a byte of text.
func (p *parser) char(c byte) error {
	p.starred = false
	if p.skip > 0 {
		p.skip--
		return nil
	}
	if p.dest == toNone || p.dest == toFrame {
		return nil
	}
	if enc := p.charset(); enc != p.enc {
		if err := p.flush(); err != nil {
			return err
		}
		p.enc = enc
	}
	p.raw = append(p.raw, c)
	return p.spend(1)
}

// flush decodes the bytes that were gathered.
func (p *parser) flush() error {
	if p.high != 0 {
		p.high = 0
		if err := p.put('\ufffd'); err != nil {
			return err
		}
	}
	if len(p.raw) == 0 {
		return nil
	}
	raw := p.raw
	p.raw = p.raw[:0]
	for _, r := range p.decode(raw, p.enc) {
		if err := p.put(r); err != nil {
			return err
		}
	}
	return nil
}

// rune takes a character.
func (p *parser) rune(r rune) error {
	if err := p.flush(); err != nil {
		return err
	}
	return p.put(r)
}

// unicodeUnit takes the operand of \u, a UTF-16 unit.
func (p *parser) unicodeUnit(n int) error {
	r := rune(uint16(n))
	p.units = p.units || p.dest == toText
	high := p.high
	if high != 0 {
		p.high = 0
		if pair := utf16.DecodeRune(high, r); pair != '\ufffd' {
			return p.rune(pair)
		}
		if err := p.rune('\ufffd'); err != nil {
			return err
		}
	}
	if err := p.flush(); err != nil {
		return err
	}
	switch {
	case 0xd800 <= r && r < 0xdc00:
		p.high = r
		return nil
	case 0xdc00 <= r && r < 0xe000:
		r = '\ufffd'
	case 0xf000 <= r && r <= 0xf0ff:
		r = flow.Unreadable
	}
	return p.put(r)
}

// put puts a character where the group's text goes.
func (p *parser) put(r rune) error {
	if r == '\r' {
		r = '\n'
	}
	if r < ' ' && r != '\n' && r != '\t' || r == 0x7f || r == '\ufeff' {
		return nil
	}
	switch p.dest {
	case toField:
		if n := len(p.fields); n > 0 && len(p.fields[n-1].instruction) < longestInstruction {
			p.fields[n-1].instruction = append(p.fields[n-1].instruction, r)
		}
	case toFonts:
		p.fontName(r)
	case toStyles:
		if len(p.style.name) < longestName {
			p.style.name += string(r)
		}
	case toText:
		if p.hidden || p.deleted {
			return nil
		}
		switch {
		case p.number:
			p.story.number = append(p.story.number, r)
		case p.struck() && r != '\n' && r != '\t':
			p.story.edge = true
		default:
			p.story.add(r, p.height)
		}
		return p.spend(4)
	}
	return p.spend(1)
}

// add appends a character.
func (s *story) add(r rune, at flow.Height) {
	before := rune(0)
	if n := len(s.text); n > 0 {
		before = s.text[n-1]
	}
	if s.edge.Parts(before, r) {
		s.text = append(s.text, flow.Unreadable)
	}
	s.text = append(s.text, s.heights.Rune(r, at, before))
}

// block is the paragraph at hand with its number, in depth tables. A line of a
// table of contents is gone, but for what stands behind its end.
func (p *parser) block(s *story, depth int) (b flow.Block, gone bool) {
	text, number := p.line(s, depth)
	gone = strings.TrimSpace(text) == "" && len(strings.TrimSpace(string(s.text))) > 0
	s.text, s.number = s.text[:0], s.number[:0]
	s.edge, s.contents, s.tail, s.paged, s.auto = false, false, 0, false, 0
	if isBullet(number) {
		number = ""
	}
	b = flow.Block{Text: flow.Numbered(number, text), Level: p.heading()}
	if strings.TrimSpace(text) == "" {
		b.Number = number
	}
	return b, gone
}

// line is the text since the last paragraph without a line of a table of
// contents, and its number.
func (p *parser) line(s *story, depth int) (text, number string) {
	text, number = string(s.text), string(s.number)
	entry, tail := text, ""
	if s.contents && s.tail <= len(s.text) {
		entry, tail = string(s.text[:s.tail]), string(s.text[s.tail:])
	}
	e := flow.Entry{Text: entry, Field: s.contents || p.contents(), Style: p.inContents(), Paged: s.paged}
	table := depth > 0 && !strings.Contains(entry, "\t") && strings.TrimSpace(entry) != ""
	switch {
	case !table && e.IsContents():
		return tail, ""
	case e.Field: // running text or a cell: the field's end stands too far behind
		p.endContents()
	}
	return text, number
}

// isBullet reports whether an automatic number counts nothing.
func isBullet(number string) bool {
	return strings.Trim(number, " \t\u00a0·•●○■□◆◇▲△►➢➤★☆✓√-–—*o") == ""
}

// endParagraph ends a paragraph; a deleted mark joins it with the next.
func (p *parser) endParagraph() error {
	if err := p.flush(); err != nil || !p.visible() {
		return err
	}
	return p.paragraph(p.tables(), false)
}

// tables is in how many the paragraph at hand lies.
func (p *parser) tables() int {
	switch {
	case p.para.inTable:
		return max(p.para.level, 1)
	case p.story.InRow() && !p.story.marked: // \cell came without \intbl
		return 1
	}
	return 0
}

func (p *parser) paragraph(depth int, ends bool) error {
	if depth > deepest {
		return errDamaged
	}
	b, gone := p.block(p.story, depth)
	if gone && depth == 0 {
		return nil
	}
	return p.story.Paragraph(b, depth, ends)
}

// deepest is how deep tables may lie in tables.
const deepest = 32

// endCell ends a cell at depth.
func (p *parser) endCell(depth int) error {
	if err := p.flush(); err != nil || p.dest != toText {
		return err
	}
	p.story.marked = p.story.marked || p.para.inTable
	return p.paragraph(depth, true)
}

// endRow ends a row at depth; n says which of the definitions is its own.
func (p *parser) endRow(depth, n int) error {
	if err := p.flush(); err != nil {
		return err
	}
	if p.dest != toText || depth > deepest {
		return nil
	}
	if depth == 1 {
		p.story.marked = false
	}
	return p.story.EndRow(depth, p.rows[n], p.deleted)
}
