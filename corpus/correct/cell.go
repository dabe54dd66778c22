package correct

import (
	"fmt"
	"strconv"
	"strings"

	"github.com/zhaibao/zhaibao/extract"
	"github.com/zhaibao/zhaibao/extract/quantity"
)

// cell is what a row says of one field of a fact. The zero cell leaves it alone.
type cell[T any] struct {
	set   bool // to value
	clear bool // empty the field
	value T
}

func (c cell[T]) given() bool { return c.set || c.clear }

// kind says how the cells of a column are read.
type kind[T any] struct {
	read   func(string) (T, bool)
	clears bool // - empties the field
	wrong  func(cell string) message
}

// read reads the row's cell in the column; what is wrong with it goes to the problems.
func read[T any](r *row, column string, k kind[T]) (c cell[T]) {
	text := r.cell(column)
	switch {
	case text == "":
		return c
	case text == "-" && k.clears:
		c.clear = true
		return c
	}
	if c.value, c.set = k.read(text); !c.set {
		r.problem(column, k.wrong(text))
		c.set = true // given, so that nobody asks for it
	}
	return c
}

// named is the kind of a column with fixed values.
func named[T fmt.Stringer](clears bool, values ...T) kind[T] {
	var names []string
	for _, v := range values {
		names = append(names, v.String())
	}
	return kind[T]{
		clears: clears,
		read: func(s string) (T, bool) {
			for i, name := range names {
				if s == name {
					return values[i], true
				}
			}
			return values[0], false
		},
		wrong: func(s string) message { return wrongName(s, names) },
	}
}

func wrongName(s string, names []string) message {
	return sayf("不认识 %q，可用 %s", "%q is not known; use one of %s", s, strings.Join(names, ", "))
}

var (
	bounds   = named(false, quantity.Exact, quantity.About, quantity.Over, quantity.Under, quantity.Range)
	roles    = named(false, extract.Actual, extract.Target, extract.Reference)
	bases    = named(false, extract.Total, extract.Part, extract.Each)
	statuses = named(true, extract.Done, extract.Ongoing, extract.Undone)
	times    = named(false, extract.Flow, extract.Stock, extract.Cumulative)
	actions  = named(false, remove, change, add)
	decimals = kind[quantity.Decimal]{read: quantity.ParseDecimal, clears: true, wrong: func(s string) message {
		return sayf("%q 不是数；请写成 1200 或 -0.5 这样的十进制数，不带千分位，万、亿乘开",
			"%q is no number; write a plain decimal such as 1200 or -0.5, without separators and with 万 and 亿 multiplied out", s)
	}}
	places = kind[int]{read: func(s string) (int, bool) {
		n, err := strconv.Atoi(s)
		return n, err == nil && n >= 0
	}, wrong: func(s string) message {
		return sayf("%q 不是位置；请照抄 facts.csv 的 start 和 end（码点，从 0 起）", "%q is no place; copy start and end from facts.csv (code points from 0)", s)
	}}
	hashes = kind[string]{read: func(s string) (string, bool) {
		s = strings.ToLower(s)
		return s, len(s) == 64 && strings.Trim(s, "0123456789abcdef") == ""
	}, wrong: func(s string) message {
		return sayf("%q 不是 64 位十六进制的哈希；请照抄 documents.csv 的 text_hash", "%q is no hash of 64 hex digits; copy text_hash from documents.csv", s)
	}}
	missings = kind[bool]{read: func(s string) (bool, bool) { return true, s == "1" }, clears: true, wrong: func(s string) message {
		return sayf("%q 不可用；缺失写 1，不再缺失写 -", "%q does not go here; write 1 for missing, - for no longer missing", s)
	}}
	texts = kind[string]{read: func(s string) (string, bool) { return s, true }, clears: true}
)

// unit is a unit of the catalogue as the file names it.
type unit struct {
	id   int
	name string
}

func units(l *quantity.Lexicon) kind[unit] {
	return kind[unit]{clears: true, read: func(s string) (unit, bool) {
		id, name, ok := l.UnitNamed(s)
		return unit{id, name}, ok
	}, wrong: func(s string) message {
		short := strings.TrimLeft(s, "十百千万亿萬億")
		if _, _, ok := l.UnitNamed(short); ok && short != s {
			return sayf("单位不含万、亿：请把 %q 写成 %q，数值乘开", "a unit has no 万 or 亿: write %[2]q for %[1]q and multiply the value out", s, short)
		}
		return sayf("词表中没有单位 %q；请照 facts.csv 的 unit 书写，没有单位时留空", "the catalogue has no unit %q; write it as in the column unit of facts.csv, or leave it empty for none", s)
	}}
}
