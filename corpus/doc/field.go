package doc

import (
	"slices"

	"github.com/zhaibao/zhaibao/corpus/internal/flow"
)

// field is an open field: its instruction, then its result.
type field struct {
	instruction []rune         // as much of it as tells what it is
	kind        flow.FieldKind // from the separator on
	result      bool
}

type fields []field

const longestInstruction = 32

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
		f[n-1].kind = flow.Field(string(f[n-1].instruction))
	}
}

// end ends the innermost field; it reports whether that was one which shows
// something that has no characters. Only embedded formulas have a result, a
// picture.
func (f *fields) end() (unreadable bool) {
	n := len(*f)
	if n == 0 {
		return false
	}
	last := (*f)[n-1]
	*f = (*f)[:n-1]
	return !f.dropping() && flow.Field(string(last.instruction)) == flow.FieldFormula
}

// instruction takes r where it belongs to an instruction.
func (f fields) instruction(r rune) bool {
	n := len(f)
	if n == 0 || f[n-1].result {
		return false
	}
	if last := &f[n-1]; len(last.instruction) < longestInstruction {
		last.instruction = append(last.instruction, r)
	}
	return true
}

// dropping reports whether what comes now is not seen: an instruction, or the
// number of a page.
func (f fields) dropping() bool {
	return slices.ContainsFunc(f, func(one field) bool { return !one.result || one.kind == flow.FieldPage })
}

// paged reports whether the innermost field shows the number of a page.
func (f fields) paged() bool {
	n := len(f)
	return n > 0 && f[n-1].result && f[n-1].kind == flow.FieldPage
}

// endsContents reports whether the innermost field is a table of contents.
func (f fields) endsContents() bool {
	n := len(f)
	return n > 0 && f[n-1].result && f[n-1].kind == flow.FieldContents
}

// endContents ends tables of contents before their fields do: what stands here
// is text that slipped into them.
func (f fields) endContents() {
	for i := range f {
		if f[i].kind == flow.FieldContents {
			f[i].kind = flow.FieldResult
		}
	}
}

// contents reports whether a table of contents is open.
func (f fields) contents() bool {
	return slices.ContainsFunc(f, func(one field) bool { return one.kind == flow.FieldContents })
}
