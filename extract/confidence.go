package extract

// Confidence is the lower end of the 95 % Wilson interval of the rule's share
// of facts that are right to the last attribute on the project's own gold, as
// a decimal; "" where the gold has none of the rule.
// E. B. Wilson, Probable inference, the law of succession, and statistical
// inference, JASA 22 (1927), 209–212. What a reader has corrected counts as right.
func Confidence(rule uint8) string {
	if rule == CorrectionRule {
		return "1"
	}
	return ruleConfidence[RuleID(rule)]
}
