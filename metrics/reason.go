package metrics

import (
	"strconv"
	"strings"

	"github.com/zhaibao/zhaibao/extract"
)

// Reason names why a fact does not enter its group's sum.
type Reason uint8

// The reasons, in the order in which they are asked; a fact has the first that fits.
const (
	Counted     Reason = iota // not left out
	Copied                    // the whole report is a copy of another
	Repeated                  // says again what an earlier mention said
	Disputed                  // another figure for the same thing stands before it
	Missing                   // the number was lost or masked
	NoValue                   // carries no figure (a state of completion)
	Target                    // aimed at, not reached; enters the target column
	Reference                 // only compared with
	Each                      // per village, per person, an average
	Part                      // a share of a total that stands beside it
	Undone                    // not done yet
	OtherPeriod               // speaks of a time outside the report's
	NotAdditive               // a rate or a change; a level
	Stock                     // existing at a date; a level
	Cumulative                // summed since an earlier start; a level
	numReasons
)

var reasonNames = [numReasons]string{
	"counted", "copy", "repeated", "disputed", "missing", "no_value", "target", "reference",
	"each", "part", "undone", "other_period", "not_additive", "stock", "cumulative",
}

// String is the reason's name in the table.
func (r Reason) String() string { return reasonNames[r] }

// level says that the figure stands, though it may not be summed.
func (r Reason) level() bool { return r >= NotAdditive }

// Reasons counts facts by reason.
type Reasons [numReasons]int

// Total is the number of facts left out.
func (r *Reasons) Total() int {
	n := 0
	for reason := Counted + 1; reason < numReasons; reason++ {
		n += r[reason]
	}
	return n
}

// String lists the reasons that occur, in their order: "target:1;part:2".
func (r *Reasons) String() string {
	var b strings.Builder
	for reason := Counted + 1; reason < numReasons; reason++ {
		if r[reason] == 0 {
			continue
		}
		if b.Len() > 0 {
			b.WriteByte(';')
		}
		b.WriteString(reason.String())
		b.WriteByte(':')
		b.WriteString(strconv.Itoa(r[reason]))
	}
	return b.String()
}

// reasonFor says why f is left out of the sum of r's period, or Counted.
func reasonFor(f *extract.Fact, r *Report, additive bool) Reason {
	switch {
	case r.Copy:
		return Copied
	case f.SameAs != extract.None:
		return Repeated
	case f.Disputed:
		return Disputed
	case f.Missing:
		return Missing
	case !f.Quantity.HasValue:
		return NoValue
	case f.Role == extract.Target:
		return Target
	case f.Role != extract.Actual:
		return Reference
	}
	return reasonForTotal(f, r, additive)
}

// reasonForTotal asks the rest, whatever the role: whether f is a total that may be summed.
func reasonForTotal(f *extract.Fact, r *Report, additive bool) Reason {
	switch {
	case f.Basis == extract.Each:
		return Each
	case (f.Basis != extract.Total || f.Parent != extract.None) && !ofTarget(f, r):
		return Part
	case f.Role == extract.Actual && f.Status == extract.Undone:
		return Undone
	case f.Later, !within(f.Period, r.Period):
		return OtherPeriod
	case !additive:
		return NotAdditive
	case f.Time == extract.Stock:
		return Stock
	case f.Time == extract.Cumulative:
		return Cumulative
	}
	return Counted
}

// ofTarget reports whether f is what was done of a target: 计划加固20座，已完工3座. The
// target enters no sum, so that f does.
func ofTarget(f *extract.Fact, r *Report) bool {
	return f.Role == extract.Actual && f.Parent >= 0 && f.Parent < len(r.Facts) && r.Facts[f.Parent].Role == extract.Target
}
