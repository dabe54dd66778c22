package rtf

import "github.com/zhaibao/zhaibao/corpus/internal/flow"

// state is what a group has of its own and hands on to the groups in it.
type state struct {
	dest    dest
	upper   dest // of the group around \upr
	font    int
	unicode int // \uc: how many characters stand in for a \u
	hidden  bool
	deleted bool
	strike  bool // struck through
	twice   bool // by two lines
	height  flow.Height
	para    para
	nested  bool // it defines a row of a table inside a table
	number  bool // it is a paragraph's automatic number
	ends    ends // what ends with it
}

// para is what is read of a paragraph's properties.
type para struct {
	inTable bool
	level   int // \itap, of tables
	outline int // 1 to 9 for headings, as \outlinelevel but from 1; 0 for none
	style   int
}

// dest is where the text of a group goes.
type dest uint8

const (
	toText   dest = iota
	toNone        // nowhere, all that is in it included
	toFrame       // nowhere, but there may be text boxes in it
	toFonts       // font table
	toStyles      // style sheet
	toField       // instruction of the field at hand
)

// ends is what ends with a group.
type ends uint8

const (
	endsStory ends = 1 << iota // a note, a text box
	endsField
)

// field is an open field.
type field struct {
	instruction []rune
	kind        flow.FieldKind
}

const longestInstruction = 64

// endGroup does what is due at the end of the group at hand.
func (p *parser) endGroup() error {
	switch {
	case p.ends&endsStory != 0:
		return p.endStory()
	case p.ends&endsField != 0:
		last := p.fields[len(p.fields)-1]
		if last.kind == flow.FieldContents {
			p.story.contents, p.story.tail = true, len(p.story.text)
		}
		p.fields = p.fields[:len(p.fields)-1]
		if flow.Field(string(last.instruction)) == flow.FieldFormula && p.visible() && !p.struck() {
			return p.rune(flow.Unreadable)
		}
	case p.dest == toStyles:
		return p.endStyle()
	}
	return nil
}

// visible reports whether text shows in the group at hand.
func (p *parser) visible() bool { return p.dest == toText && !p.hidden && !p.deleted }

// struck reports whether the text of the group at hand is struck through.
func (p *parser) struck() bool { return p.strike || p.twice }

// contents reports whether a table of contents is open.
func (p *parser) contents() bool {
	for _, f := range p.fields {
		if f.kind == flow.FieldContents {
			return true
		}
	}
	return false
}

// endContents ends tables of contents before their fields do: what stands here
// is text that slipped into them.
func (p *parser) endContents() {
	for _, f := range p.fields {
		if f.kind == flow.FieldContents {
			f.kind = flow.FieldResult
		}
	}
}

func (p *parser) openField() error {
	p.fields = append(p.fields, &field{})
	p.ends = endsField
	return p.spend(64)
}

// openResult begins the result of the field at hand; a page number is not read.
func (p *parser) openResult() {
	if n := len(p.fields); n > 0 {
		f := p.fields[n-1]
		f.kind = flow.Field(string(f.instruction))
		if f.kind == flow.FieldPage {
			p.story.paged = true
			p.dest = toNone
		}
	}
}
