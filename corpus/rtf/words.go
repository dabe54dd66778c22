package rtf

import "github.com/zhaibao/zhaibao/corpus/internal/flow"

// silent are the groups whose text does not show, or shows on every page.
var silent = words(`colortbl info pict header headerl headerr headerf footer footerl footerr footerf
	ftnsep ftnsepc ftncn aftnsep aftnsepc aftncn xe tc tcn txe rxe nonshppict shprslt nonesttables sn sv private
	filetbl listtable listoverridetable revtbl rsidtbl generator annotation atnid atnauthor atndate atnicn
	mmathPict objclass objname objdata objalias objsect bkmkstart bkmkend template comment datafield falt panose`)

// starred are the groups behind \* that are read all the same.
var starred = words(`shpinst do shptxt dptxbxtext fldinst ud nesttableprops listtext pntext footnote cs ts ds`)

func words(list string) map[string]bool {
	m := map[string]bool{}
	start := -1
	for i := 0; i <= len(list); i++ {
		letter := i < len(list) && isLetter(list[i])
		if letter && start < 0 {
			start = i
		} else if !letter && start >= 0 {
			m[list[start:i]] = true
			start = -1
		}
	}
	return m
}

// perform carries out a control word; n is its number, 1 where it has none.
func (p *parser) perform(word string, n int, has bool) error {
	star := p.starred
	p.starred = false
	if word == "bin" {
		return p.binary(n, has)
	}
	if p.skip > 0 {
		p.skip--
		return nil
	}
	switch {
	case p.dest == toNone:
		return nil
	case silent[word] || star && !starred[word]:
		if err := p.flush(); err != nil {
			return err
		}
		p.dest = toNone
		return nil
	case p.dest == toFonts:
		return p.fontWord(word, n)
	case p.dest == toStyles:
		return p.styleWord(word, n)
	}
	if done, err := p.destination(word); done || err != nil {
		return err
	}
	if done, err := p.character(word, n); done || err != nil {
		return err
	}
	if done, err := p.table(word, n); done || err != nil {
		return err
	}
	if err := p.flush(); err != nil { // as what it was when it came
		return err
	}
	p.property(word, n)
	return nil
}

// binary passes over n bytes.
func (p *parser) binary(n int, has bool) error {
	if !has || n <= 0 {
		return nil
	}
	if n > len(p.data)-p.pos {
		return errDamaged
	}
	p.pos += n
	if p.skip > 0 {
		p.skip--
	}
	return nil
}

// destination carries out the words that say where a group's text goes.
func (p *parser) destination(word string) (done bool, err error) {
	switch word {
	case "fonttbl":
		p.dest = toFonts
	case "stylesheet":
		p.dest, p.style = toStyles, styleDef{base: -1}
	case "upr":
		p.upper, p.dest = p.dest, toFrame
	case "ud":
		p.dest = p.upper
	case "shpinst", "do":
		if err = p.flush(); p.dest != toText || p.visible() {
			p.dest = toFrame
		} else {
			p.dest = toNone
		}
	case "shptxt", "dptxbxtext":
		err = p.openStory(false)
	case "footnote":
		err = p.openStory(true)
	case "field":
		err = p.openField()
	case "fldinst":
		p.dest = toField
	case "fldrslt":
		p.openResult()
	case "mmath":
		if p.visible() {
			err = p.rune(flow.Unreadable)
		}
		p.dest = toNone
	case "listtext", "pntext":
		err = p.flush()
		p.number = true
	case "nesttableprops":
		p.nested = true
	default:
		return false, nil
	}
	return true, err
}

// characters are the words that stand for one.
var characters = map[string]rune{
	"line": '\n', "page": '\n', "column": '\n', "softline": '\n', "tab": '\t',
	"emdash": '—', "endash": '–', "lquote": '‘', "rquote": '’', "ldblquote": '“', "rdblquote": '”', "bullet": '•',
	"emspace": '\u3000', "enspace": ' ', "qmspace": ' ',
}

func (p *parser) character(word string, n int) (done bool, err error) {
	switch word {
	case "u":
		p.skip = p.unicode
		return true, p.unicodeUnit(n)
	case "par", "sect":
		return true, p.endParagraph()
	}
	r, ok := characters[word]
	if !ok {
		return false, nil
	}
	return true, p.rune(r)
}

func (p *parser) table(word string, n int) (done bool, err error) {
	i := p.definition()
	switch word {
	case "cell":
		err = p.endCell(1)
	case "nestcell":
		err = p.endCell(max(p.para.level, 2))
	case "row":
		err = p.endRow(1, 0)
	case "nestrow":
		err = p.endRow(max(p.para.level, 2), 1)
	case "trowd":
		p.rows[i], p.merge[i] = nil, flow.Column{}
	case "trleft":
		if len(p.rows[i]) == 0 {
			p.merge[i].Left = n
		}
	case "clmrg":
		p.merge[i].Beside = true
	case "clvmrg":
		p.merge[i].Below = true
	case "cellx":
		err = p.column(n)
	default:
		return false, nil
	}
	return true, err
}

// property carries out the words that change the state.
func (p *parser) property(word string, n int) {
	switch word {
	case "ansicpg":
		p.ansi = n
	case "mac":
		p.ansi = 10000
	case "pc":
		p.ansi = 437
	case "pca":
		p.ansi = 850
	case "deff":
		p.font0, p.font = n, n
	case "f":
		p.font = n
	case "plain":
		p.font, p.hidden, p.height = p.font0, false, flow.OnLine
		p.strike, p.twice = false, false
	case "strike":
		p.strike = n != 0
	case "striked":
		p.twice = n != 0
	case "super":
		p.height = height(flow.Raised, n)
	case "sub":
		p.height = height(flow.Lowered, n)
	case "nosupersub":
		p.height = flow.OnLine
	case "chftn":
		p.story.auto = len(p.story.text) + 1
	case "ftnalt":
		p.story.end = true
	case "uc":
		p.unicode = min(max(n, 0), 16)
	case "v":
		p.hidden = n != 0
	case "deleted":
		p.deleted = n != 0
	case "pard":
		p.para = para{}
	case "intbl":
		p.para.inTable = n != 0
	case "itap":
		p.para.level, p.para.inTable = n, n > 0
	case "outlinelevel":
		p.para.outline = outline(n)
	case "s":
		p.para.style = n
	}
}

// height is h unless n takes it back.
func height(h flow.Height, n int) flow.Height {
	if n == 0 {
		return flow.OnLine
	}
	return h
}

// outline is \outlinelevel from 1; -1 where it says that there is none.
func outline(n int) int {
	if n < 0 || n > 8 {
		return -1
	}
	return n + 1
}

func (p *parser) fontWord(word string, n int) error {
	if err := p.flush(); err != nil {
		return err
	}
	f := p.fonts[n]
	switch word {
	case "f":
		p.font = n
		p.fonts[n] = font{charset: 1}
		return p.spend(128)
	case "fcharset", "cpg":
		f = p.fonts[p.font]
		if word == "cpg" {
			f.page = n
		} else {
			f.charset = n
		}
		p.fonts[p.font] = f
	case "u":
		p.skip = p.unicode
	}
	return nil
}

func (p *parser) styleWord(word string, n int) error {
	switch word {
	case "s":
		p.styled = n
	case "cs", "ts", "ds":
		p.styled = -1
	case "sbasedon":
		p.style.base = n
	case "outlinelevel":
		p.style.outline = outline(n)
	case "u":
		p.skip = p.unicode
	}
	return nil
}

// symbol carries out a control symbol.
func (p *parser) symbol(c byte) error {
	p.starred = false
	if c == '*' {
		p.starred = true
		return nil
	}
	if p.skip > 0 {
		p.skip--
		return nil
	}
	if p.dest == toNone || p.dest == toFrame {
		return nil
	}
	switch c {
	case '{', '}', '\\':
		return p.char(c)
	case '~':
		return p.rune('\u00a0')
	case '_':
		return p.rune('-')
	case '\t':
		return p.rune('\t')
	case '\r', '\n':
		return p.endParagraph()
	}
	return nil // \- and marks of indexes
}
