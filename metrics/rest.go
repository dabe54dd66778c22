package metrics

import (
	"math/big"

	"github.com/zhaibao/zhaibao/extract/quantity"
)

// rest is what a group holds besides exact totals that are counted.
type rest struct {
	reasons Reasons
	gaps    int

	target         Sum
	targets        int
	reached, aimed Sum // results and the targets they answer, in pairs
	pairs          int

	low, high               Sum // by how much the ends of totals differ from their values, added up
	noLow, noHigh           int // totals without that end
	approxDone, approxLevel int // members that are not exact

	doneWide, levelsWide []quantity.Decimal // of the group's columns, where it stands in a run
}

func (r *rest) merge(o *rest) {
	for i, n := range o.reasons {
		r.reasons[i] += n
	}
	r.gaps += o.gaps
	r.target.Merge(&o.target)
	r.targets += o.targets
	r.reached.Merge(&o.reached)
	r.aimed.Merge(&o.aimed)
	r.pairs += o.pairs
	r.low.Merge(&o.low)
	r.high.Merge(&o.high)
	r.noLow += o.noLow
	r.noHigh += o.noHigh
	r.approxDone += o.approxDone
	r.approxLevel += o.approxLevel
}

// clone shares nothing with r that Merge could change.
func (r *rest) clone() rest {
	c := *r
	for _, s := range []*Sum{&c.target, &c.reached, &c.aimed, &c.low, &c.high} {
		if s.wide != nil {
			s.wide = new(big.Int).Set(s.wide)
		}
	}
	return c
}
