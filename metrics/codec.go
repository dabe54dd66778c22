package metrics

import (
	"bufio"
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"math/big"

	"github.com/zhaibao/zhaibao/extract/quantity"
)

// encoder appends the parts of a group to bytes: unsigned numbers as varints,
// sorted values as the steps between them.
type encoder []byte

func (e *encoder) uint(n int)      { *e = binary.AppendUvarint(*e, uint64(n)) }
func (e *encoder) uint64(n uint64) { *e = binary.AppendUvarint(*e, n) }
func (e *encoder) int64(n int64)   { *e = binary.AppendVarint(*e, n) }

func (e *encoder) string(s string) {
	e.uint(len(s))
	*e = append(*e, s...)
}

func (e *encoder) group(key uint64, g *Group) {
	e.uint64(key)
	e.uint(g.docs)
	e.uint(g.facts)
	e.column(&g.done)
	e.column(&g.levels)
	if g.rest == nil {
		e.uint(0)
		return
	}
	e.uint(1)
	e.rest(g.rest)
}

func (e *encoder) column(c *column) {
	e.uint(len(c.values))
	e.uint(c.scale)
	last := int64(0)
	for i, v := range c.values {
		if i == 0 {
			e.int64(v)
		} else {
			e.uint64(uint64(v) - uint64(last))
		}
		last = v
	}
	e.uint(len(c.wide))
	for _, d := range c.wide {
		coef, exp := d.Parts()
		e.int64(coef)
		e.uint(-exp)
	}
}

func (e *encoder) rest(r *rest) {
	for _, n := range r.reasons {
		e.uint(n)
	}
	for _, n := range r.counts() {
		e.uint(*n)
	}
	for _, s := range r.sums() {
		e.sum(s)
	}
}

// counts and sums are the parts of a rest in the order in which they are written.
func (r *rest) counts() [7]*int {
	return [...]*int{&r.gaps, &r.targets, &r.pairs, &r.noLow, &r.noHigh, &r.approxDone, &r.approxLevel}
}

func (r *rest) sums() [5]*Sum { return [...]*Sum{&r.target, &r.reached, &r.aimed, &r.low, &r.high} }

// sum writes the smallest scale that holds the sum, so that equal sums are equal bytes.
func (e *encoder) sum(s *Sum) {
	n, scale := s.big(), s.scale
	ten, rest := big.NewInt(10), new(big.Int)
	for scale > 0 {
		q, _ := new(big.Int).QuoRem(n, ten, rest)
		if rest.Sign() != 0 {
			break
		}
		n, scale = q, scale-1
	}
	e.uint(scale)
	e.uint(n.Sign() + 1)
	e.string(string(n.Bytes()))
}

// errBroken is the error of bytes that no encoder wrote.
var errBroken = errors.New("broken partial result")

// decoder reads what encoder wrote. After an error it gives zeros.
type decoder struct {
	in  *bufio.Reader
	err error
}

func (d *decoder) fail(what string) {
	if d.err == nil {
		d.err = fmt.Errorf("%w: %s", errBroken, what)
	}
}

func (d *decoder) uint64() uint64 {
	if d.err != nil {
		return 0
	}
	n, err := binary.ReadUvarint(d.in)
	if err != nil {
		d.err = fmt.Errorf("%w: %w", errBroken, noEOF(err))
	}
	return n
}

func noEOF(err error) error {
	if errors.Is(err, io.EOF) {
		return io.ErrUnexpectedEOF
	}
	return err
}

// uint is a number up to limit.
func (d *decoder) uint(limit uint64, what string) int {
	n := d.uint64()
	if n > limit {
		d.fail(what)
		return 0
	}
	return int(n)
}

func (d *decoder) int64() int64 {
	n := d.uint64()
	return int64(n>>1) ^ -int64(n&1)
}

const maxCount = 1 << 40 // of anything

func (d *decoder) string(limit uint64) string {
	n := d.uint(limit, "text")
	b := make([]byte, 0, min(n, 1<<12))
	for len(b) < n && d.err == nil {
		part := min(n-len(b), 1<<12)
		b = append(b, make([]byte, part)...)
		if _, err := io.ReadFull(d.in, b[len(b)-part:]); err != nil {
			d.err = fmt.Errorf("%w: %w", errBroken, noEOF(err))
		}
	}
	if d.err != nil {
		return ""
	}
	return string(b)
}

// group reads a group into g and returns its key.
func (d *decoder) group(g *Group) (key uint64) {
	key = d.uint64()
	g.reset(0)
	g.docs, g.facts = d.uint(1<<32-1, "documents"), d.uint(1<<32-1, "facts")
	d.column(&g.done)
	d.column(&g.levels)
	if d.uint(1, "group") == 1 {
		d.rest(g.more())
	}
	if d.err == nil && !g.consistent() {
		d.fail("counts")
	}
	return key
}

// consistent reports whether the counts of a group agree.
func (g *Group) consistent() bool {
	if g.docs > g.facts {
		return false
	}
	if g.rest == nil {
		return g.levels.len() == 0 && g.done.len() == g.facts
	}
	facts, levels := 0, 0
	for r, n := range g.rest.reasons {
		facts += n
		if Reason(r).level() {
			levels += n
		}
	}
	return facts == g.facts && levels == g.levels.len() && g.rest.reasons[Counted] == g.done.len()
}

func (d *decoder) column(c *column) {
	n := d.uint(1<<32-1, "column")
	c.scale = d.uint(maxScale, "scale")
	last := int64(0)
	for i := 0; i < n && d.err == nil; i++ {
		if i == 0 {
			last = d.int64()
		} else {
			step := d.uint64()
			if next := int64(uint64(last) + step); next < last {
				d.fail("column out of order")
			} else {
				last = next
			}
		}
		c.values = append(c.values, last)
	}
	for n := d.uint(1<<32-1, "column"); n > 0 && d.err == nil; n-- {
		coef := d.int64()
		x, ok := quantity.New(coef, -d.uint(maxScale, "scale"))
		if !ok {
			d.fail("number")
		}
		c.wide = append(c.wide, x)
	}
}

func (d *decoder) rest(r *rest) {
	for i := range r.reasons {
		r.reasons[i] = d.uint(maxCount, "count")
	}
	for _, n := range r.counts() {
		*n = d.uint(maxCount, "count")
	}
	for _, s := range r.sums() {
		d.sum(s)
	}
}

func (d *decoder) sum(s *Sum) {
	scale, sign := d.uint(maxScale, "scale"), d.uint(2, "sign")
	n := new(big.Int).SetBytes([]byte(d.string(1 << 10)))
	if sign == 0 {
		n.Neg(n)
	}
	*s = Sum{scale: scale}
	if n.IsInt64() {
		v := n.Int64()
		s.n = int128{v >> 63, uint64(v)}
		return
	}
	s.wide = n
}
