package extract

// Confidence is the lower end of the 95 % Wilson interval of the rule's share
// of facts that are right to the last attribute on the project's own gold, as
// a decimal; "" where the gold has none of the rule.
// E. B. Wilson, Probable inference, the law of succession, and statistical
// inference, JASA 22 (1927), 209–212.
func Confidence(rule uint8) string { return ruleConfidence[RuleID(rule)] }
