package metrics

import (
	"bufio"
	"bytes"
	"crypto/sha256"
	"encoding/json"
	"errors"
	"fmt"
	"hash"
	"io"
)

// A partial result in bytes: the magic line, the plan's fingerprint, the keys
// in order, the groups in order with their place among all possible groups, and
// a checksum. Equal content is equal bytes, whatever was added or merged in
// which order.
const magic = "zhaibao partial 1\n"

// ErrPlan is the error of partial results that another plan, catalogue or
// version made: their groups cannot be merged.
var ErrPlan = errors.New("partial result of another plan, catalogue or version: aggregate its reports again")

// Fingerprint identifies what partial results must share to be merged: the
// plan, the metrics with their codes and whether they add up, the format.
func (a *Aggregator) Fingerprint() [sha256.Size]byte {
	type metric struct {
		Code     string
		Additive bool
	}
	content := struct {
		Magic   string
		By      Dimension
		Reasons []string
		Metrics []metric
	}{magic, a.plan.by(), reasonNames[:], nil}
	for _, m := range a.cat.Metrics {
		content.Metrics = append(content.Metrics, metric{m.Code, m.Additive})
	}
	data, _ := json.Marshal(content) // plain strings and numbers
	return sha256.Sum256(data)
}

// Encode writes what was collected. The aggregator may be used on.
func (a *Aggregator) Encode(out io.Writer) error {
	if a.err != nil {
		return a.err
	}
	a.fold()
	w := &summed{out: bufio.NewWriterSize(out, 1<<16), sum: sha256.New()}
	print := a.Fingerprint()
	e := append(append(encoder(nil), magic...), print[:]...)
	for _, d := range []*dict{&a.whos, &a.times, &a.whats} {
		e.uint(len(d.keys))
		for _, id := range d.sorted() {
			for _, s := range d.keys[id] {
				e.string(s)
			}
			e = w.flush(e)
		}
	}
	o := a.order()
	a.Groups(func(g *Group) bool {
		e.uint(1)
		e.group(o.of(g.key), g)
		e = w.flush(e)
		return w.err == nil
	})
	e.uint(0)
	w.write(e)
	if w.err == nil {
		_, w.err = w.out.Write(w.sum.Sum(nil))
	}
	return errors.Join(w.err, a.err, w.out.Flush())
}

// summed writes and sums up what it writes.
type summed struct {
	out *bufio.Writer
	sum hash.Hash
	err error
}

func (w *summed) write(b []byte) {
	if w.err == nil {
		w.sum.Write(b)
		_, w.err = w.out.Write(b)
	}
}

// flush writes e out where it is long; it returns what is left.
func (w *summed) flush(e encoder) encoder {
	if len(e) < 1<<15 {
		return e
	}
	w.write(e)
	return e[:0]
}

// Decode adds a partial result that Encode wrote. It fails with ErrPlan where
// another plan, catalogue or version wrote it; on any error nothing is added.
func (a *Aggregator) Decode(in io.Reader) error {
	data, err := io.ReadAll(in)
	if err != nil {
		return err
	}
	if len(data) < len(magic)+2*sha256.Size || string(data[:len(magic)]) != magic {
		return fmt.Errorf("%w: it does not begin with %q", errBroken, magic[:len(magic)-1])
	}
	print := a.Fingerprint()
	if [sha256.Size]byte(data[len(magic):]) != print {
		return ErrPlan
	}
	body := data[:len(data)-sha256.Size]
	if sha256.Sum256(body) != [sha256.Size]byte(data[len(body):]) {
		return fmt.Errorf("%w: the checksum is another; the file is damaged or cut off", errBroken)
	}
	o := NewAggregatorOf(a.cat, a.plan)
	if err := o.decode(body[len(magic)+sha256.Size:]); err != nil {
		return err
	}
	a.Merge(o)
	return a.err
}

// decode fills an empty aggregator.
func (a *Aggregator) decode(body []byte) error {
	d := &decoder{in: bufio.NewReader(bytes.NewReader(body))}
	for _, dict := range []*dict{&a.whos, &a.times, &a.whats} {
		for n := d.uint(maxCount, "keys"); n > 0 && d.err == nil; n-- {
			var k names
			for i := range k {
				k[i] = d.string(1 << 20)
			}
			if known := len(dict.keys); dict.id(&k) != uint32(known) {
				d.fail("a key stands twice")
			}
		}
	}
	for _, k := range a.whats.keys {
		a.what(k[0], k[1], k[2])
	}
	nTime, nWhat := uint64(len(a.times.keys)), uint64(len(a.whats.keys))
	limit := uint64(len(a.whos.keys)) * nTime * nWhat
	r, g, next := &run{}, Group{}, uint64(0)
	for d.uint(1, "group") == 1 && d.err == nil {
		place := d.group(&g)
		if place < next || place >= limit {
			d.fail("groups out of order")
			break
		}
		next = place + 1
		g.key = keyOf(uint32(place/nWhat/nTime), uint32(place/nWhat%nTime), uint32(place%nWhat))
		r.append(&g)
	}
	a.runs = []*run{r}
	return d.err
}
