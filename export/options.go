package export

import (
	"cmp"

	"github.com/zhaibao/zhaibao/extract/catalog"
	"github.com/zhaibao/zhaibao/metrics"
	"github.com/zhaibao/zhaibao/region"
)

// Options says what is written. The zero value writes CSV over the built-in catalogue.
type Options struct {
	Formats []Format         // CSV where empty
	Catalog *catalog.Catalog // the one the facts were extracted with; catalog.Builtin() where nil
	Texts   bool             // also write every file's decoded text as texts/FILE, with .txt where it has another ending

	// Plan says by what the table's facts are grouped. Level and Months ask for
	// rows of places and calendar periods that did not report; see metrics.Table.
	Plan   metrics.Plan
	Level  region.Level
	Months int

	// Memory is about how many bytes the aggregation may take before it goes to
	// the disk; 64 MiB where 0.
	Memory int

	// Kept, where set, is what the last run left: rows of reports that are the same
	// are copied from its outputs.
	Kept *Kept

	// RuleID and Confidence name the rule with that number and its confidence as
	// a plain decimal; both may be nil.
	RuleID     func(rule uint8) string
	Confidence func(rule uint8) string
}

func (o Options) withDefaults() Options {
	if len(o.Formats) == 0 {
		o.Formats = []Format{CSV}
	}
	o.Memory = cmp.Or(o.Memory, 64<<20)
	if o.Catalog == nil {
		o.Catalog = catalog.Builtin()
	}
	return o
}

func (o *Options) rule(n uint8) string {
	if o.RuleID == nil {
		return ""
	}
	return o.RuleID(n)
}

func (o *Options) confidence(n uint8) string {
	if o.Confidence == nil {
		return ""
	}
	return o.Confidence(n)
}
