package rtf

import (
	"bytes"
	"context"
	"strings"

	"github.com/zhaibao/zhaibao/corpus"
	"github.com/zhaibao/zhaibao/corpus/internal/flow"
)

// parser reads one document.
type parser struct {
	ctx    context.Context
	data   []byte
	pos    int
	depth  int // of groups, at most
	budget int64
	out    *flow.Writer

	state           // of the group at hand
	outer   []state // of the groups around it
	starred bool    // \* came just before
	skip    int     // characters that stand in for a \u for old readers

	raw  []byte // bytes not decoded yet
	enc  charset
	high rune // the first half of a surrogate pair

	fonts   map[int]font
	font0   int  // \deff
	ansi    int  // \ansicpg
	chinese bool // bytes of GB18030 were read
	bytes   bool // text was read that is bytes beyond ASCII
	units   bool // text was read that is \u
	styles  map[int]styleDef

	story  *story   // that gathers text now
	notes  []*story // in the order of their references
	boxes  []*story // to be written after the paragraph at hand
	fields []*field
	rows   [2][]flow.Column // being defined: of a table, of one inside a table
	merge  [2]flow.Column   // what the next cell of these will be
	style  styleDef         // of the style sheet, being read
	styled int              // its number
}

const checkEvery = 4096

func newParser(ctx context.Context, s corpus.Source) *parser {
	p := &parser{ctx: ctx, data: s.Data, pos: blanks(s.Data), depth: flow.Depth(s), budget: flow.Budget(s), out: flow.New(s),
		fonts: map[int]font{}, styles: map[int]styleDef{}}
	p.state = state{unicode: 1}
	p.story = p.newStory(func(b flow.Block) error {
		if err := p.out.Add(b); err != nil {
			return err
		}
		return p.writeBoxes()
	})
	return p
}

// run goes through the document to the end of its outermost group. What
// stands behind it must be blank: else an extra bracket cut the text short.
func (p *parser) run() error {
	for n := 0; p.pos < len(p.data); n++ {
		if n%checkEvery == 0 && p.ctx.Err() != nil {
			return p.ctx.Err()
		}
		c := p.data[p.pos]
		p.pos++
		var err error
		switch c {
		case '{':
			err = p.push()
		case '}':
			if err = p.pop(); err == nil && len(p.outer) == 0 {
				return p.rest()
			}
		case '\\':
			err = p.control()
		case '\r', '\n':
		case 0: // one is passed over, many are a piece of the file that was lost
			if bytes.HasPrefix(p.data[p.pos:], []byte{0, 0, 0}) {
				err = errDamaged
			}
		default:
			err = p.char(c)
		}
		if err != nil {
			return err
		}
	}
	return errDamaged
}

func (p *parser) rest() error {
	if strings.Trim(string(p.data[p.pos:min(len(p.data), p.pos+1<<16)]), "\r\n\t \x00\x1a") != "" {
		return errDamaged
	}
	return nil
}

func (p *parser) push() error {
	if len(p.outer) >= p.depth {
		return corpus.Problem("RTF 的分组嵌套太深，文件可能已损坏；确认无误后请提高嵌套上限再试",
			"its groups are nested too deep and it may be damaged; raise the limit of nesting if it is sound")
	}
	p.skip, p.starred = 0, false
	if err := p.flush(); err != nil {
		return err
	}
	p.outer = append(p.outer, p.state)
	p.ends = 0
	return p.spend(1)
}

func (p *parser) pop() error {
	n := len(p.outer)
	if n == 0 {
		return errDamaged
	}
	p.skip, p.starred = 0, false
	if err := p.flush(); err != nil {
		return err
	}
	if err := p.endGroup(); err != nil {
		return err
	}
	p.state = p.outer[n-1]
	p.outer = p.outer[:n-1]
	return nil
}

// control reads a control word, a control symbol or an escaped byte.
func (p *parser) control() error {
	if p.pos >= len(p.data) {
		return errDamaged
	}
	c := p.data[p.pos]
	if isLetter(c) {
		word, n, has := p.word()
		return p.perform(word, n, has)
	}
	p.pos++
	if c == '\'' {
		if p.pos+2 > len(p.data) {
			return errDamaged
		}
		hi, lo := hex(p.data[p.pos]), hex(p.data[p.pos+1])
		if hi < 0 || lo < 0 {
			return errDamaged
		}
		p.pos += 2
		return p.char(byte(hi<<4 | lo))
	}
	return p.symbol(c)
}

const longestWord = 32

// word reads a control word, its number and the space behind it; n is 1 where
// there is no number, so that a switch without one is on.
func (p *parser) word() (word string, n int, has bool) {
	start := p.pos
	for p.pos < len(p.data) && p.pos-start < longestWord && isLetter(p.data[p.pos]) {
		p.pos++
	}
	word = string(p.data[start:p.pos])
	at, sign := p.pos, 1
	if at < len(p.data) && p.data[at] == '-' {
		at, sign = at+1, -1
	}
	digits := at
	for at < len(p.data) && at-digits < 10 && '0' <= p.data[at] && p.data[at] <= '9' {
		n = n*10 + int(p.data[at]-'0')
		at++
	}
	if has = at > digits; has {
		p.pos, n = at, n*sign
	} else {
		n = 1
	}
	if p.pos < len(p.data) && p.data[p.pos] == ' ' {
		p.pos++
	}
	return word, n, has
}

func isLetter(c byte) bool { return 'a' <= c && c <= 'z' || 'A' <= c && c <= 'Z' }

func hex(c byte) int { return strings.IndexByte("0123456789abcdef", c|0x20) }

// spend counts n bytes that are about to be gathered.
func (p *parser) spend(n int) error {
	if p.budget -= int64(n); p.budget < 0 {
		return flow.ErrTooMuch
	}
	return nil
}
