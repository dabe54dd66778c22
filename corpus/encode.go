package corpus

import (
	"encoding/binary"
	"slices"

	"github.com/zhaibao/zhaibao/extract"
	"github.com/zhaibao/zhaibao/extract/quantity"
	"github.com/zhaibao/zhaibao/segment"
)

// encoder writes what a file was made into as bytes, exactly. Numbers are
// varints, places are differences to the place before, and of texts that come
// often (units, reasons, periods) each is written once.
type encoder struct {
	out     []byte
	strings map[string]uint64 // of this record, from 1; 0 stands for ""
	at      int               // the place written last
}

func (e *encoder) uint(n uint64) { e.out = binary.AppendUvarint(e.out, n) }
func (e *encoder) int(n int)     { e.out = binary.AppendVarint(e.out, int64(n)) }
func (e *encoder) byte(b byte)   { e.out = append(e.out, b) }
func (e *encoder) text(s string) { e.uint(uint64(len(s))); e.out = append(e.out, s...) }
func (e *encoder) bools(b ...bool) {
	bits := uint64(0)
	for i, set := range b {
		if set {
			bits |= 1 << i
		}
	}
	e.uint(bits)
}

// often writes a text that is likely to come again.
func (e *encoder) often(s string) {
	if s == "" {
		e.uint(0)
		return
	}
	n, known := e.strings[s]
	if !known {
		n = uint64(len(e.strings) + 1)
		e.strings[s] = n
	}
	e.uint(n)
	if !known {
		e.text(s)
	}
}

func (e *encoder) span(s segment.Span) {
	e.int(s.Start - e.at)
	e.int(s.End - s.Start)
	e.at = s.Start
}

func (e *encoder) decimal(d quantity.Decimal) {
	coef, exp := d.Parts()
	e.out = binary.AppendVarint(e.out, coef)
	e.byte(byte(-exp))
}

// outcome writes what a file was made into. A text whose reports are not wanted
// is written alone, so that they are found again.
func (e *encoder) outcome(o *outcome) {
	if e.strings == nil {
		e.strings = map[string]uint64{}
	}
	clear(e.strings)
	e.out, e.at = e.out[:0], 0
	e.int(o.files)
	e.uint(uint64(o.bytes))
	e.int(o.replaced)
	e.int(len(o.skips))
	for _, s := range o.skips {
		e.text(s.Name)
		e.often(string(s.Reason))
	}
	next := 0
	for i := range o.texts {
		t := &o.texts[i]
		e.failures(o.items[next:t.first])
		e.byte(recordText)
		e.fileText(t)
		next = t.first
		if t.bare {
			next = t.end
			continue
		}
		for ; next < t.end && o.items[next].Err == nil; next++ {
			e.byte(recordReport)
			e.item(o.items[next], t.text.Marks)
		}
	}
	e.failures(o.items[next:])
	e.byte(recordEnd)
}

// The kinds of pieces of a record.
const (
	recordEnd = iota
	recordText
	recordReport
	recordFailure
)

func (e *encoder) failures(items []*Item) {
	for _, item := range items {
		err, cause := lasting(item.Err)
		e.byte(recordFailure)
		e.text(item.File)
		e.text(err.File)
		e.text(err.Op)
		e.int(cause)
		if k, ok := err.Err.(*kindError); ok {
			e.text(k.zh)
			e.text(k.en)
		}
	}
}

// lastingCauses are what is wrong with a file as long as it stays the same;
// anything else, a time limit or the disk, is tried again. Their order is stored.
var lastingCauses = []error{ErrEmpty, ErrBinary, ErrHole, ErrNoText, ErrTooLarge, ErrNested, ErrUnpacked}

// lasting is an error that may be kept, with the number of its cause from 1, 0
// for a kindError; nil for any other.
func lasting(err error) (kept *Error, cause int) {
	kept, ok := err.(*Error)
	if !ok {
		return nil, 0
	}
	if _, kind := kept.Err.(*kindError); kind {
		return kept, 0
	}
	if i := slices.Index(lastingCauses, kept.Err); i >= 0 {
		return kept, i + 1
	}
	return nil, 0
}

func (e *encoder) fileText(t *fileText) {
	e.at = 0
	e.text(t.meta.File)
	e.text(t.meta.Format)
	e.text(t.meta.Encoding)
	e.text(t.meta.TextHash)
	e.bools(t.bare, t.text.Marks != nil, t.text.Parts != nil)
	e.int(t.text.Replaced)
	e.text(t.text.Text)
	if t.text.Marks != nil {
		e.int(len(t.text.Marks))
	}
	for i := range t.text.Marks {
		m := &t.text.Marks[i]
		e.span(m.Span)
		e.byte(byte(m.Kind))
		e.byte(m.Level)
	}
	if t.text.Parts != nil {
		e.int(len(t.text.Parts))
	}
	for i := range t.text.Parts {
		p := &t.text.Parts[i]
		e.span(p.Span)
		e.int(p.Row)
		e.text(p.Title)
		e.text(p.Region)
		e.text(p.Org)
		e.text(p.Period)
	}
}

// item writes a report, all of Meta but what its text says already.
func (e *encoder) item(i *Item, marks []segment.Mark) {
	e.int(i.Doc)
	e.int(i.Row)
	e.text(i.Title)
	e.often(i.Genre)
	e.often(i.Region)
	e.often(i.RegionCode)
	e.often(i.RegionPath)
	e.often(i.Org)
	e.often(string(i.Period))
	e.at = 0
	e.document(i.Document, marks)
	e.result(i.Result)
}

func (e *encoder) document(d *segment.Document, marks []segment.Mark) {
	e.span(d.Span)
	e.int(cap(marks) - cap(d.Marks)) // its marks are a stretch of the file's
	e.int(len(d.Marks))
	e.int(len(d.Blocks))
	for i := range d.Blocks {
		b := &d.Blocks[i]
		e.span(b.Span)
		e.byte(byte(b.Kind))
		e.byte(b.Level)
		e.span(b.Marker)
		e.int(b.Ordinal)
		e.int(b.Parent)
		e.int(b.FirstSentence)
		e.int(b.EndSentence - b.FirstSentence)
	}
	e.int(len(d.Sentences))
	for i := range d.Sentences {
		e.span(d.Sentences[i].Span)
		e.int(d.Sentences[i].Block)
	}
}

func (e *encoder) result(r *extract.Result) {
	e.int(len(r.Facts))
	for i := range r.Facts {
		e.fact(&r.Facts[i])
	}
	e.int(len(r.Numerals))
	next := 0
	for i := range r.Numerals {
		n := &r.Numerals[i]
		e.byte(byte(n.Verdict))
		e.often(n.Reason)
		// most are the quantity of a fact, in the same order
		same := next
		for same < len(r.Facts) && same < next+4 && r.Facts[same].Quantity != n.Quantity {
			same++
		}
		if same < len(r.Facts) && same < next+4 {
			e.int(same - next + 1)
			next = same + 1
			continue
		}
		e.int(0)
		e.quantity(&n.Quantity)
	}
	e.int(len(r.Gaps))
	for i := range r.Gaps {
		g := &r.Gaps[i]
		e.span(g.Span)
		e.often(string(g.Kind))
		e.int(g.Sentence)
		e.int(g.Fact)
	}
}

func (e *encoder) fact(f *extract.Fact) {
	e.span(f.Span)
	e.uint(uint64(f.Metric))
	e.quantity(&f.Quantity)
	e.bools(f.Missing, f.Disputed, f.Later)
	e.span(f.Label)
	e.byte(byte(f.Role))
	e.byte(byte(f.Basis))
	e.byte(byte(f.Status))
	e.byte(byte(f.Time))
	e.often(string(f.Period))
	e.byte(f.Rule)
	e.int(f.Sentence)
	e.int(f.Section)
	e.int(f.SameAs)
	e.int(f.Parent)
	e.int(f.TargetOf)
}

func (e *encoder) quantity(q *quantity.Quantity) {
	zero := quantity.Decimal{}
	e.bools(q.HasValue, q.HasHigh, q.HasLow, q.HasUpper,
		q.High != zero, q.Low != zero, q.Upper != zero, q.BaseValue != q.Value, q.BaseUnit != q.Unit)
	e.span(q.Span)
	e.span(q.Number)
	e.span(q.UnitSpan)
	e.often(q.Unit)
	e.int(q.UnitID)
	e.byte(byte(q.Bound))
	e.decimal(q.Value)
	for _, d := range [...]quantity.Decimal{q.High, q.Low, q.Upper} {
		if d != zero {
			e.decimal(d)
		}
	}
	if q.BaseValue != q.Value {
		e.decimal(q.BaseValue)
	}
	if q.BaseUnit != q.Unit {
		e.often(q.BaseUnit)
	}
}
