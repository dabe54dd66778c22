package doc

import (
	"slices"
	"strings"
)

// field is an open field: its instruction, then its result.
type field struct {
	instruction []rune // as much of it as tells what it is
	name        string // its first word, from the separator or the end on
	result      bool
}

type fields []field

const longestName = 32

func (f *fields) begin(deepest int) error {
	if len(*f) >= deepest {
		return errDamaged
	}
	*f = append(*f, field{})
	return nil
}

func (f fields) separate() {
	if n := len(f); n > 0 {
		f[n-1].result = true
		f[n-1].name = firstWord(f[n-1].instruction)
	}
}

// end ends the innermost field; it reports whether that was one which shows
// something that has no characters.
func (f *fields) end() (unreadable bool) {
	n := len(*f)
	if n == 0 {
		return false
	}
	last := (*f)[n-1]
	*f = (*f)[:n-1]
	if f.dropping() {
		return false
	}
	last.name = firstWord(last.instruction)
	return !last.result && last.is("EQ", "SYMBOL") || last.is("EMBED") && strings.Contains(string(last.instruction), "Equation")
}

// instruction takes r where it belongs to an instruction.
func (f fields) instruction(r rune) bool {
	n := len(f)
	if n == 0 || f[n-1].result {
		return false
	}
	if last := &f[n-1]; len(last.instruction) < longestName {
		last.instruction = append(last.instruction, r)
	}
	return true
}

// dropping reports whether what comes now is not seen: an instruction, or the
// number of a page.
func (f fields) dropping() bool {
	return slices.ContainsFunc(f, func(one field) bool {
		return !one.result || one.is("PAGE", "PAGEREF", "NUMPAGES", "SECTIONPAGES")
	})
}

// contents reports whether a table of contents is open.
func (f fields) contents() bool {
	return slices.ContainsFunc(f, func(one field) bool { return one.is("TOC") })
}

func (f *field) is(names ...string) bool { return slices.Contains(names, f.name) }

func firstWord(instruction []rune) string {
	words := strings.Fields(string(instruction))
	if len(words) == 0 {
		return ""
	}
	return strings.ToUpper(words[0])
}
