package catalog

import "time"

// PatternDef is a user's regular expression (the dialect of .NET, as
// github.com/dlclark/regexp2/v2 reads it) that says which metric a figure
// measures. It is tried before the rules, on the clauses that hold a figure.
//
// The text is matched as it is folded for reading: simplified characters,
// half-width digits and letters. The group "value" marks the numeral; without
// it the match must hold exactly one. The group "unit" names the unit of a
// numeral that has none, and must agree with that of one that has. The group
// "label" is what is counted. What the numeral is worth is never taken from
// the match, but from the numeral as it was read.
type PatternDef struct {
	ID      string // pattern:ID is the rule of its facts
	Metric  string
	Pattern string
	Timeout time.Duration // of one match; there is no default
	Within  Scope         // "" is Clause
	// Role, Basis and Time are the attributes of its figures, by their names; ""
	// has the text decide, as for any figure.
	Role, Basis, Time string
	Examples          []ExampleDef
	At                Position `json:"-"` // of the expression
}

// Scope is the stretch of text that a pattern sees at once.
type Scope string

// The scopes: the clause that holds the figure, or its whole sentence. Both are
// cut to 240 characters before and behind the figure.
const (
	Clause   Scope = "clause"
	Sentence Scope = "sentence"
)

// The bounds of PatternDef.Timeout, and of how many patterns and metrics a catalogue has.
const (
	LeastTimeout = time.Millisecond
	MostTimeout  = time.Second
	MostPatterns = 100
	MostMetrics  = 250
)

// ExampleDef is a text and the facts that must come out of it, all of them and
// in order, each as "surface metric attributes": 320家 bookhouses target.
//
// Attributes are target, reference; part, each; done, ongoing, undone; missing
// — of these what is not named must not be there — and value=, high=, unit=,
// label=, bound=, time=, which are only compared where they are given.
type ExampleDef struct {
	Text string
	Want []string
	At   Position `json:"-"` // of the text
}

// OwnWord is a word or a unit that a user's file adds, so that Compile can say where it
// stands if it cannot be of use.
type OwnWord struct {
	At     Position
	Word   string
	Metric string
	Units  []Class // of a word; nil for a unit
	Kind   WordKind
}

// WordKind says which list a word stands in.
type WordKind uint8

// The kinds of words.
const (
	Noun WordKind = iota
	Weak
	Verb
	UnitWord
)

// File is the name of the user's file that the catalogue was extended by last, "" where there is none.
func (c *Catalog) File() string {
	switch {
	case len(c.Own) > 0:
		return c.Own[len(c.Own)-1].At.File
	case len(c.Patterns) > 0:
		return c.Patterns[len(c.Patterns)-1].At.File
	case len(c.Examples) > 0:
		return c.Examples[len(c.Examples)-1].At.File
	}
	return ""
}
