package dict

import (
	"cmp"
	"encoding/binary"
	"errors"
	"maps"
	"math"
	"slices"
)

const magic = "zbdict1\n" // and the number of its format

// Append stores the dictionary: codes and names in varints, then the units in
// use by columns, two bytes a label, four a base, two a cost and one a part of
// speech, of which leaves and prefixes do without theirs.
func (d *Dict) Append(b []byte) []byte {
	b = append(b, magic...)
	b = binary.LittleEndian.AppendUint64(b, math.Float64bits(d.Total))
	b = binary.AppendUvarint(b, uint64(d.Most))
	b = binary.AppendUvarint(b, uint64(d.last))
	text := func(s string) { b = append(binary.AppendUvarint(b, uint64(len(s))), s...) }
	var runes []rune
	for r, code := range d.Codes {
		if code != 0 {
			runes = append(runes, rune(r))
		}
	}
	slices.SortFunc(runes, func(a, b rune) int { return cmp.Compare(d.Codes[a], d.Codes[b]) })
	runes = append(runes, slices.Sorted(maps.Keys(d.Astral))...)
	b = binary.AppendUvarint(b, uint64(len(runes)))
	for _, r := range runes {
		b = binary.AppendUvarint(b, uint64(r))
		if r > 0xFFFF {
			b = binary.AppendUvarint(b, uint64(d.Astral[r]))
		} else {
			b = binary.AppendUvarint(b, uint64(d.Codes[r]))
		}
	}
	b = binary.AppendUvarint(b, uint64(len(d.Latin)))
	for _, run := range slices.Sorted(maps.Keys(d.Latin)) {
		text(run)
		b = binary.AppendUvarint(b, uint64(d.Latin[run]))
	}
	b = binary.AppendUvarint(b, uint64(len(d.Names)))
	for _, name := range d.Names {
		text(name)
	}
	return d.appendUnits(b)
}

// The bits of a unit in the first column; a byte has those of two units.
const (
	hasLabel = 1 << iota
	hasBase
	hasCost
)

func (d *Dict) appendUnits(b []byte) []byte {
	var kinds, labels, bases, costs, tags []byte
	for i, u := range d.Units {
		kind := byte(0)
		if label := uint16(u); label != 0 {
			kind, labels = hasLabel, binary.LittleEndian.AppendUint16(labels, label)
		}
		if base := u >> BaseShift; base != 0 {
			kind, bases = kind|hasBase, binary.LittleEndian.AppendUint32(bases, uint32(base))
		}
		if cost := uint16(u >> CostShift); cost != 0 {
			kind, costs, tags = kind|hasCost, binary.LittleEndian.AppendUint16(costs, cost), append(tags, d.Tags[i])
		}
		if i%2 == 0 {
			kinds = append(kinds, kind)
		} else {
			kinds[i/2] |= kind << 4
		}
	}
	b = binary.AppendUvarint(b, uint64(len(d.Units)))
	b = binary.AppendUvarint(b, uint64(len(labels)/2))
	b = binary.AppendUvarint(b, uint64(len(bases)/4))
	b = binary.AppendUvarint(b, uint64(len(tags)))
	for _, column := range [][]byte{kinds, labels, bases, costs, tags} {
		b = append(b, column...)
	}
	return b
}

// ErrStored is the error of Load for bytes that Append did not write.
var ErrStored = errors.New("the stored dictionary is damaged")

// Load reads what Append wrote.
func Load(stored []byte) (*Dict, error) {
	if len(stored) < len(magic)+8 || string(stored[:len(magic)]) != magic {
		return nil, ErrStored
	}
	in := reader{b: stored[len(magic)+8:]}
	d := New()
	d.Total = math.Float64frombits(binary.LittleEndian.Uint64(stored[len(magic):]))
	d.Most, d.last = in.uint(), uint16(in.uint())
	for range in.uint() {
		if r := rune(in.uint()); r > 0xFFFF {
			d.Astral[r] = uint16(in.uint())
		} else {
			d.Codes[r] = uint16(in.uint())
		}
	}
	for range in.uint() {
		run := in.text()
		d.Latin[run] = uint16(in.uint())
	}
	d.Names = nil
	for range in.uint() {
		d.Names = append(d.Names, in.text())
	}
	if !d.loadUnits(&in) || in.short {
		return nil, ErrStored
	}
	return d, nil
}

// loadUnits reads what appendUnits wrote; false where that is cut off.
func (d *Dict) loadUnits(in *reader) bool {
	n, labels, bases, words := in.uint(), in.uint(), in.uint(), in.uint()
	if n == 0 || len(in.b) != (n+1)/2+2*labels+4*bases+3*words {
		return false
	}
	column := func(n int) []byte {
		c := in.b[:n]
		in.b = in.b[n:]
		return c
	}
	kinds, label, base, cost, tag := column((n+1)/2), column(2*labels), column(4*bases), column(2*words), column(words)
	d.Units, d.Tags = make([]uint64, n), make([]uint8, n)
	for i := range d.Units {
		kind := kinds[i/2] >> (i % 2 * 4)
		var u uint64
		if kind&hasLabel != 0 && len(label) >= 2 {
			u, label = uint64(binary.LittleEndian.Uint16(label)), label[2:]
		}
		if kind&hasBase != 0 && len(base) >= 4 {
			u, base = u|uint64(binary.LittleEndian.Uint32(base))<<BaseShift, base[4:]
		}
		if kind&hasCost != 0 && len(cost) >= 2 {
			u, cost = u|uint64(binary.LittleEndian.Uint16(cost))<<CostShift, cost[2:]
			d.Tags[i], tag = tag[0], tag[1:]
		}
		d.Units[i] = u
	}
	return len(label)+len(base)+len(cost) == 0
}

// reader reads varints; short says that there were too few bytes.
type reader struct {
	b     []byte
	short bool
}

func (in *reader) uint() int {
	n, width := binary.Uvarint(in.b)
	if width <= 0 || n > uint64(len(in.b))+1<<21 {
		in.short, in.b = true, nil
		return 0
	}
	in.b = in.b[width:]
	return int(n)
}

func (in *reader) text() string {
	n := in.uint()
	if n > len(in.b) {
		in.short, in.b = true, nil
		return ""
	}
	s := string(in.b[:n])
	in.b = in.b[n:]
	return s
}
