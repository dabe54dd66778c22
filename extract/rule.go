package extract

import "github.com/zhaibao/zhaibao/extract/catalog"

// Rule decides the metric of a figure. Rules stand in one ordered list; the
// first that decides wins, and the fact names it. A rule's examples are its
// tests: without the rule its own example comes out otherwise.
type Rule struct {
	ID       string
	Doc      string
	Zh       string // Doc in Chinese, for users
	Needs    string // what the rule goes by, in a few words
	NeedsZh  string // Needs in Chinese
	Examples []Example
	decide   func(*candidate) (catalog.Metric, bool)
}

// Example is a text and the facts that must come out of it, as "surface
// metric attributes", in the order of the text.
type Example struct {
	Text string
	Want string
}

// choice is one way in which a figure gets an attribute other than the default.
// Like rules, choices stand in ordered lists and are held to their examples.
type choice[T any] struct {
	id       string
	doc      string
	examples []Example
	value    T
	holds    func(*candidate) bool
}

// needs is a choice that asks nothing of blocks without a word of the cues.
func needs(set cue, holds func(*candidate) bool) func(*candidate) bool {
	return func(c *candidate) bool { return c.carries(set) && holds(c) }
}

// choose returns the value of the first choice that holds.
func choose[T any](list []choice[T], c *candidate, otherwise T) T {
	for i := range list {
		if list[i].holds(c) {
			return list[i].value
		}
	}
	return otherwise
}

// Rules returns the rules in the order in which they are tried.
func Rules() []Rule { return rules }

// stateRule is the Rule of completion facts, which follow no rule of the list.
const stateRule = 254

// tableRule is the Rule of figures that a table's columns decide.
const tableRule = 253

// CorrectionRule is the Rule of facts that a reader has corrected; see Worker.Revise.
const CorrectionRule = 252

// RuleID is the ID of a fact's rule; Extractor.RuleID knows the patterns of a user's catalogue too.
func RuleID(rule uint8) string {
	switch {
	case rule == CorrectionRule:
		return "correction"
	case rule == stateRule:
		return "state"
	case rule == tableRule:
		return "table"
	case int(rule) >= len(rules):
		return ""
	}
	return rules[rule].ID
}
