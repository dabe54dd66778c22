package docx

import "github.com/zhaibao/zhaibao/corpus/internal/ooxml"

// mute says why the text of a run is not read; each has a property of its own.
type mute uint8

const (
	vanished mute = 1 << iota
	struck
	struckTwice
)

// mutes are the properties (ECMA-376 part 1, 17.3.2) that take a run's text away.
var mutes = map[string]mute{"vanish": vanished, "strike": struck, "dstrike": struckTwice}

// look is what a style or a run says of the text that is not read: what is on,
// and of which properties it says whether they are.
type look struct{ on, said mute }

// set takes the property m, which is the present element's.
func (l *look) set(m mute, on bool) {
	l.said |= m
	l.on &^= m
	if on {
		l.on |= m
	}
}

// under is l where base says what l does not.
func (l look) under(base look) look {
	return look{l.on | base.on&^l.said, l.said | base.said}
}

// isStruck reports whether the text is struck through.
func (l look) isStruck() bool { return l.on&(struck|struckTwice) != 0 }

// strikable are the elements of a run that go where it is struck through:
// characters and references. Breaks, text boxes and the bounds of fields stay.
var strikable = map[string]bool{"t": true, "sym": true, "noBreakHyphen": true, "ruby": true, "footnoteReference": true, "endnoteReference": true}

// goes reports whether the present element of a run goes because it is struck through.
func (d *document) goes(l look) bool {
	return l.isStruck() && strikable[d.Name] && (d.Space == ooxml.Word || d.Space == ooxml.Math)
}
