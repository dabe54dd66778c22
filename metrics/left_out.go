package metrics

import (
	"slices"

	"github.com/zhaibao/zhaibao/extract"
	"github.com/zhaibao/zhaibao/extract/catalog"
)

// LeftOut names the reason why f, one of r's facts, is left out of the sum of
// its row, as the table's left_out does; "" where it is counted.
func LeftOut(f *extract.Fact, r *Report, cat *catalog.Catalog) string {
	additive := int(f.Metric) < len(cat.Metrics) && cat.Metrics[f.Metric].Additive
	if reason := reasonFor(f, r, additive); reason != Counted {
		return reason.String()
	}
	return ""
}

// ReasonNames are the names that LeftOut can give, in the order in which the
// reasons are asked.
func ReasonNames() []string { return slices.Clone(reasonNames[Counted+1:]) }
