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

var boundNames = [...]string{"exact", "about", "over", "under", "range"}

// String is the name used in every output: exact, about, over, under, range.
func (b Bound) String() string { return boundNames[b] }

// Quantity is a numeral with its unit as it stands in a text.
// Value counts in Unit, with 万 and 亿 multiplied out.
type Quantity struct {
	segment.Span              // from the first numeral to the end of the unit
	Number       segment.Span // the numeral alone; empty where it was lost
	UnitSpan     segment.Span // the unit as written; empty where there is none
	Unit         string       // the unit as reported, without multiplier
	UnitID       int          // index into Lexicon.Units, NoUnit where there is none
	Value        Decimal
	High         Decimal // the high end the text itself names, meaningful where HasHigh
	HasValue     bool    // false where the numeral is lost, masked or too long to be exact
	HasHigh      bool
	Bound        Bound
	Low, Upper   Decimal // the interval the text claims, meaningful where HasLow, HasUpper
	HasLow       bool
	HasUpper     bool
	BaseValue    Decimal // Value in BaseUnit
	BaseUnit     string
}

// NoUnit is the UnitID of a quantity without a unit.
const NoUnit = -1

// Reason names why a numeral is no quantity.
type Reason uint8

// The reasons. Plain means there is none: the numeral may be a quantity.
const (
	Plain Reason = iota
	Date
	Clock
	Duration
	Ordinal
	ListNumber
	DocumentNumber
	Telephone
	Name
	Grade
	Specification
	Threshold
	Article
	Word
	Idiom
	Age
	Code
	Masked // the digits are masked: XX场
	Lost   // the digits are missing: 农资万元
	Score  // points of an assessment
)

var reasonNames = [...]string{"", "date", "clock", "duration", "ordinal", "list_number", "document_number",
	"telephone", "name", "grade", "specification", "threshold", "article", "word", "idiom", "age", "code", "masked", "lost", "score"}

// String is the name used in every output, "" for Plain.
func (r Reason) String() string { return reasonNames[r] }

// Mention is one numeral found in a text: a quantity, or the reason why it is none.
type Mention struct {
	Quantity
	Reason Reason
	// First and End delimit the mention in the runes of the scanned text;
	// NumEnd is the end of its numeral.
	First, NumEnd, End int
	One                bool // the numeral is a bare 一 or 几, an article as often as a count
	Bare               bool // the numeral is a multiplier without digits: 百名 万人
	Arabic             bool
	Fraction           bool // 三分之一, 1/3, 一半
	Doubtful           bool // 余 after a digit that is not round, 2024余份: something was cut
}

// Lose makes m a numeral of which the digits are missing.
func (m *Mention) Lose() {
	m.Reason, m.Bare = Lost, false
	m.Value, m.High, m.BaseValue, m.HasValue, m.HasHigh = Decimal{}, Decimal{}, Decimal{}, false, false
	m.Claim(false)
}

// InWord reports whether the numeral is part of a word or saying, which other words may run across.
func (m *Mention) InWord() bool { return m.Reason == Word || m.Reason == Idiom }
