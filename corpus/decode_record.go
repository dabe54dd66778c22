package corpus

import (
	"encoding/binary"
	"errors"
	"slices"

	"github.com/zhaibao/zhaibao/extract"
	"github.com/zhaibao/zhaibao/extract/catalog"
	"github.com/zhaibao/zhaibao/extract/quantity"
	"github.com/zhaibao/zhaibao/period"
	"github.com/zhaibao/zhaibao/segment"
)

// errRecord says that a record does not hold what an encoder writes. Checksums
// keep that from happening; the file is then read again.
var errRecord = errors.New("a record that cannot be decoded")

// decoder reads what an encoder wrote. It never panics on other bytes: after the
// first error everything is zero.
type decoder struct {
	in       []byte
	strings  []string          // of this record
	interned map[string]string // of all records
	at       int
	bad      bool
}

// maxInterned is how many texts a decoder remembers.
const maxInterned = 1 << 14

func (d *decoder) fail() { d.bad, d.in = true, nil }

func (d *decoder) uint() uint64 {
	if len(d.in) > 0 && d.in[0] < 0x80 {
		n := d.in[0]
		d.in = d.in[1:]
		return uint64(n)
	}
	n, size := binary.Uvarint(d.in)
	if size <= 0 {
		d.fail()
		return 0
	}
	d.in = d.in[size:]
	return n
}

func (d *decoder) int() int {
	n := d.uint()
	return int(n>>1) ^ -int(n&1)
}

// count reads how many pieces follow, each of which takes a byte at least.
func (d *decoder) count() int {
	n := d.int()
	if n < 0 || n > len(d.in) {
		d.fail()
		return 0
	}
	return n
}

func (d *decoder) byte() byte {
	if len(d.in) == 0 {
		d.fail()
		return 0
	}
	b := d.in[0]
	d.in = d.in[1:]
	return b
}

func (d *decoder) bytes() []byte {
	n := d.uint()
	if n > uint64(len(d.in)) {
		d.fail()
		return nil
	}
	b := d.in[:n]
	d.in = d.in[n:]
	return b
}

func (d *decoder) text() string { return string(d.bytes()) }

func (d *decoder) often() string {
	n := d.uint()
	switch {
	case n == 0 || d.bad:
		return ""
	case n <= uint64(len(d.strings)):
		return d.strings[n-1]
	case n > uint64(len(d.strings))+1:
		d.fail()
		return ""
	}
	b := d.bytes()
	s, known := d.interned[string(b)]
	if !known {
		if len(d.interned) >= maxInterned {
			clear(d.interned)
		}
		s = string(b)
		d.interned[s] = s
	}
	d.strings = append(d.strings, s)
	return s
}

func (d *decoder) span() segment.Span {
	start := d.at + d.int()
	d.at = start
	return segment.Span{Start: start, End: start + d.int()}
}

// inside reads a span that must lie in a text of so many bytes.
func (d *decoder) inside(limit int) segment.Span {
	s := d.span()
	if s.Start < 0 || s.End < s.Start || s.End > limit {
		d.fail()
		return segment.Span{}
	}
	return s
}

func (d *decoder) decimal() quantity.Decimal {
	n := d.uint()
	v, ok := quantity.New(int64(n>>1)^-int64(n&1), -int(d.byte()))
	if !ok {
		d.fail()
	}
	return v
}

// reset starts a record.
func (d *decoder) reset(record []byte) {
	if d.interned == nil {
		d.interned = map[string]string{}
	}
	*d = decoder{in: record, strings: d.strings[:0], interned: d.interned}
}

// outcome reads a record; newItem gives the items to fill.
func (d *decoder) outcome(record []byte, newItem func() *Item) (o outcome, err error) {
	d.reset(record)
	o.files, o.bytes, o.replaced = d.int(), int64(d.uint()), d.int()
	for range d.count() {
		o.skips = append(o.skips, Skip{d.text(), SkipReason(d.often())})
	}
	for !d.bad {
		switch d.byte() {
		case recordEnd:
			if d.bad || len(d.in) > 0 {
				return outcome{}, errRecord
			}
			return o, nil
		case recordText:
			o.texts = append(o.texts, d.fileText())
			t := &o.texts[len(o.texts)-1]
			t.first, t.end = len(o.items), len(o.items)
		case recordReport:
			if len(o.texts) == 0 {
				d.fail()
				break
			}
			t := &o.texts[len(o.texts)-1]
			item := newItem()
			d.item(item, t)
			o.items = append(o.items, item)
			t.end = len(o.items)
		case recordFailure:
			item := &Item{Meta: Meta{File: d.text()}}
			item.Err = &Error{File: d.text(), Op: d.text(), Err: d.cause()}
			o.items = append(o.items, item)
		default:
			d.fail()
		}
	}
	return outcome{}, errRecord
}

func (d *decoder) cause() error {
	switch n := d.int(); {
	case n == 0:
		return &kindError{problem{d.text(), d.text()}}
	case n > 0 && n <= len(lastingCauses):
		return lastingCauses[n-1]
	}
	d.fail()
	return ErrInternal
}

func (d *decoder) fileText() (t fileText) {
	d.at = 0
	t.meta = Meta{File: d.text(), Format: d.text(), Encoding: d.text(), TextHash: d.text()}
	bits := d.uint()
	t.bare = bits&1 != 0
	t.text.Replaced = d.int()
	t.text.Text, t.text.Encoding = d.text(), t.meta.Encoding
	if bits&2 != 0 {
		t.text.Marks = make([]segment.Mark, d.count())
	}
	for i := range t.text.Marks {
		t.text.Marks[i] = segment.Mark{Span: d.span(), Kind: segment.MarkKind(d.byte()), Level: d.byte()}
	}
	if bits&4 != 0 {
		t.text.Parts = make([]Part, d.count())
	}
	for i := range t.text.Parts {
		t.text.Parts[i] = Part{Span: d.inside(len(t.text.Text)), Row: d.int(), Title: d.text(), Region: d.text(), Org: d.text(), Period: d.text()}
	}
	return t
}

func (d *decoder) item(i *Item, t *fileText) {
	i.Meta = t.meta
	i.Doc, i.Row, i.Title, i.Genre = d.int(), d.int(), d.text(), d.often()
	i.Region, i.RegionCode, i.RegionPath, i.Org = d.often(), d.often(), d.often(), d.often()
	i.Period = period.Period(d.often())
	d.at = 0
	d.document(i.Document, t)
	d.result(i.Result, len(t.text.Text))
}

func (d *decoder) document(doc *segment.Document, t *fileText) {
	limit := len(t.text.Text)
	doc.Text, doc.Span, doc.Marks = t.text.Text, d.inside(limit), nil
	from, n := d.int(), d.int()
	switch {
	case from < 0 || n < 0 || from+n > len(t.text.Marks):
		d.fail()
	case t.text.Marks != nil:
		doc.Marks = t.text.Marks[from : from+n]
	}
	doc.Blocks = sized(doc.Blocks, d.count())
	for i := range doc.Blocks {
		b := &doc.Blocks[i]
		*b = segment.Block{Span: d.inside(limit), Kind: segment.Kind(d.byte()), Level: d.byte(), Marker: d.span(),
			Ordinal: d.int(), Parent: d.int(), FirstSentence: d.int()}
		b.EndSentence = b.FirstSentence + d.int()
	}
	doc.Sentences = sized(doc.Sentences, d.count())
	for i := range doc.Sentences {
		doc.Sentences[i] = segment.Sentence{Span: d.inside(limit), Block: d.int()}
	}
}

// sized is list with n elements, in its memory where that has room.
func sized[T any](list []T, n int) []T { return slices.Grow(list[:0], n)[:n] }

func (d *decoder) result(r *extract.Result, limit int) {
	r.Stops = r.Stops[:0] // a result with any is not stored
	r.Facts = sized(r.Facts, d.count())
	for i := range r.Facts {
		d.fact(&r.Facts[i], limit)
	}
	r.Numerals = sized(r.Numerals, d.count())
	next := 0
	for i := range r.Numerals {
		n := &r.Numerals[i]
		n.Verdict, n.Reason = extract.Verdict(d.byte()), d.often()
		same := d.int()
		if same == 0 {
			d.quantity(&n.Quantity)
			continue
		}
		if next += same; next > len(r.Facts) || same < 0 {
			d.fail()
			return
		}
		n.Quantity = r.Facts[next-1].Quantity
	}
	r.Gaps = sized(r.Gaps, d.count())
	for i := range r.Gaps {
		r.Gaps[i] = extract.Gap{Span: d.inside(limit), Kind: extract.GapKind(d.often()), Sentence: d.int(), Fact: d.int()}
	}
}

func (d *decoder) fact(f *extract.Fact, limit int) {
	f.Span = d.inside(limit)
	f.Metric = catalog.Metric(d.uint())
	d.quantity(&f.Quantity)
	bits := d.uint()
	f.Missing, f.Disputed, f.Later = bits&1 != 0, bits&2 != 0, bits&4 != 0
	f.Label = d.inside(limit)
	f.Role, f.Basis = extract.Role(d.byte()), extract.Basis(d.byte())
	f.Status, f.Time = extract.Status(d.byte()), extract.Time(d.byte())
	f.Period, f.Rule = period.Period(d.often()), d.byte()
	f.Sentence, f.Section = d.int(), d.int()
	f.SameAs, f.Parent, f.TargetOf = d.int(), d.int(), d.int()
}

func (d *decoder) quantity(q *quantity.Quantity) {
	bits := d.uint()
	*q = quantity.Quantity{
		HasValue: bits&1 != 0, HasHigh: bits&2 != 0, HasLow: bits&4 != 0, HasUpper: bits&8 != 0,
		Span: d.span(), Number: d.span(), UnitSpan: d.span(),
		Unit: d.often(), UnitID: d.int(), Bound: quantity.Bound(d.byte()), Value: d.decimal(),
	}
	if bits&16 != 0 {
		q.High = d.decimal()
	}
	if bits&32 != 0 {
		q.Low = d.decimal()
	}
	if bits&64 != 0 {
		q.Upper = d.decimal()
	}
	if q.BaseValue = q.Value; bits&128 != 0 {
		q.BaseValue = d.decimal()
	}
	if q.BaseUnit = q.Unit; bits&256 != 0 {
		q.BaseUnit = d.often()
	}
}
