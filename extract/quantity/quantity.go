package quantity

import "github.com/zhaibao/zhaibao/segment"

// Bound says how a quantity's value is to be read.
type Bound uint8

// The bounds; the zero value is Exact.
const (
	Exact Bound = iota
	About       // 约 左右 几 数 …来
	Over        // 余 多 超过 以上 不少于
	Under       // 近 不足 以下 以内
	Range       // 10至15
)

// Quantity is a numeral with its unit as it stands in a text.
// The zero Unit is none; Value counts in Unit with 万 and 亿 multiplied out.
type Quantity struct {
	segment.Span              // from the first numeral to the end of the unit
	Number       segment.Span // the numeral alone
	UnitSpan     segment.Span // the unit as written; empty where there is none
	Unit         string       // the unit's written form without multiplier
	Value        Decimal
	High         Decimal // meaningful where HasHigh
	HasValue     bool    // false where the numeral is lost, masked or too long to be exact
	HasHigh      bool
	Bound        Bound
	Low, Upper   Decimal // the interval the text claims, meaningful where HasLow, HasUpper
	HasLow       bool
	HasUpper     bool
	BaseValue    Decimal // Value converted to BaseUnit
	BaseUnit     string
}
