package gold

// Class says what became of a marked fact, of an extracted one, or of both as a pair.
type Class uint8

// The classes. Those of a wrong pair stand in the order of the ladder's steps.
const (
	WrongValue Class = iota
	WrongUnit
	WrongMetric
	WrongAttribute // role, basis, bound or status
	Right
	Missed   // marked and not found
	Extra    // found and not marked
	Optional // out of the count
	numClasses
)

var classNames = [numClasses]string{"value", "unit", "metric", "strict", "right", "missed", "extra", "optional"}

// Classes are all classes, errors first.
func Classes() []Class {
	return []Class{Missed, Extra, WrongValue, WrongUnit, WrongMetric, WrongAttribute, Right, Optional}
}

// String is the class's name: the step that failed, or right, missed, extra, optional.
func (c Class) String() string { return classNames[c] }

// IsError reports whether facts of the class count as an error.
func (c Class) IsError() bool { return c != Right && c != Optional }

// classOf is the class of a counted pair that climbs so many steps.
func classOf(steps int) Class { return Class(steps) }

// None is the index of a fact that is not there.
const None = -1

// Outcome is a marked fact, an extracted fact, or a pair of them, and its class.
type Outcome struct {
	Document *Document
	Marked   *Marked // nil for an extracted fact without a partner
	Found    *Fact   // nil for a marked fact without a partner
	Index    int     // of Found among the facts given to Score, or None
	Class    Class
}

// Span is the stretch of text that the facts cover together, in code points.
func (o *Outcome) Span() (start, end int) {
	switch {
	case o.Marked == nil:
		return o.Found.Start, o.Found.End
	case o.Found == nil:
		return o.Marked.Start, o.Marked.End
	}
	return min(o.Marked.Start, o.Found.Start), max(o.Marked.End, o.Found.End)
}

// Surface is the fact's text as it stands in the report, the marked one where there are two.
func (o *Outcome) Surface() string {
	if o.Marked != nil {
		return o.Marked.Text
	}
	return o.Found.Text
}

// unitAgrees says that the pair counts and agrees in value and unit, so that
// its metric and attributes can be judged.
func (o *Outcome) unitAgrees() bool {
	return o.Class == WrongMetric || o.Class == WrongAttribute || o.Class == Right
}

// wrongAttributes are the attributes for which a pair of class WrongAttribute is wrong.
func (o *Outcome) wrongAttributes() (wrong [numAttributes]bool) {
	if o.Class != WrongAttribute {
		return wrong
	}
	_, same := climb(o.Marked, o.Found)
	for a := range same {
		wrong[a] = !same[a] && (a == status || o.Marked.kind() != statusKind)
	}
	return wrong
}

// around is the fact in its surroundings, before and after in code points: …举办⟦三场⟧活动….
func (o *Outcome) around(before, after int) string {
	start, end := o.Span()
	text := []rune(o.Document.Text)
	if end > len(text) {
		return o.Surface()
	}
	from, to := max(0, start-before), min(len(text), end+after)
	return string(text[from:start]) + openBracket + string(text[start:end]) + closeBracket + string(text[end:to])
}
