package extract

import (
	"github.com/zhaibao/zhaibao/extract/catalog"
	"github.com/zhaibao/zhaibao/extract/quantity"
	"github.com/zhaibao/zhaibao/period"
	"github.com/zhaibao/zhaibao/segment"
)

// Role says whether a figure is reported, aimed at or only compared with.
type Role uint8

// The roles; the zero value is Actual.
const (
	Actual Role = iota
	Target
	Reference
)

// Basis says whether a figure is a total, a part of one, or per unit.
type Basis uint8

// The bases; the zero value is Total.
const (
	Total Basis = iota
	Part
	Each
)

// Status is the state of completion the text gives an item.
type Status uint8

// The states; the zero value says that the text gives none.
const (
	NoStatus Status = iota
	Done
	Ongoing
	Undone
)

// Time says how a figure stands in time.
type Time uint8

// The ways in time; the zero value is Flow.
const (
	Flow       Time = iota // done in the period
	Stock                  // existing at a date (现有, 共有, 截至)
	Cumulative             // summed since a start that may lie before the period (累计)
)

// None marks a fact's link (SameAs, Parent, TargetOf) that leads nowhere.
const None = -1

// Fact is one mention of a figure, or of a state of completion, in a report.
type Fact struct {
	segment.Span                // the quantity as it stands, in the document's text
	Metric       catalog.Metric // index into the catalogue
	Quantity     quantity.Quantity
	Missing      bool // the number was lost or masked: no value
	Label        segment.Span
	Role         Role
	Basis        Basis
	Status       Status
	Time         Time
	Period       period.Period // the fact's own, "" where it is the report's or not known
	Disputed     bool          // another figure for the same thing stands before it; only the first is counted
	Later        bool          // aimed at after the report's period: 下半年计划, 明年
	Rule         uint8         // index into Rules()
	Sentence     int           // index into Document.Sentences
	Section      int           // index of the governing headline in Document.Blocks, None at the top
	SameAs       int           // index of the first mention of the same figure in Result.Facts, or None
	Parent       int           // index of the total this is a part of, or None
	TargetOf     int           // index of the target this result answers, or None
}

// Verdict says how a numeral was accounted for.
type Verdict uint8

// The verdicts.
const (
	Unexplained Verdict = iota
	IsFact
	IsNonfact
	IsGap
)

// Numeral is one numeral of the text and how it was accounted for.
type Numeral struct {
	quantity.Quantity
	Verdict Verdict
	Reason  string // the name of the reason for a nonfact (see also Corrected), the fact's metric for a fact
}

// GapKind names what is missing or doubtful.
type GapKind string

// The kinds of gap.
const (
	GapMissing          GapKind = "missing"
	GapMasked           GapKind = "masked"
	GapDoubtful         GapKind = "doubtful"
	GapContradiction    GapKind = "contradiction"
	GapPartExceedsTotal GapKind = "part_exceeds_total"
	GapCountMismatch    GapKind = "count_mismatch"
	GapUnexplained      GapKind = "unexplained"
)

// Gap is a place where a figure is missing, doubtful or not understood.
type Gap struct {
	segment.Span
	Kind     GapKind
	Sentence int // index into Document.Sentences
	Fact     int // index into Result.Facts, or None
}

// Result is what was found in one report. A Worker fills it; the caller may reuse it.
type Result struct {
	Facts    []Fact
	Numerals []Numeral
	Gaps     []Gap
	Stops    []Stop // of the patterns of a user's catalogue
}
