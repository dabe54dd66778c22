package catalog

// Metric is the number of a metric in a catalogue, in the catalogue's order.
type Metric uint8

// MetricDef is one line of the catalogue.
type MetricDef struct {
	Code   string // activity_sessions
	Name   string // 活动场次
	NameEN string // activity sessions
	Doc    string // what it counts, one sentence in Chinese
	// Additive says that actual totals of the metric may be summed over reports.
	Additive bool
}

// Catalog is the metrics and the vocabulary, checked. Treat it as read-only.
type Catalog struct {
	Metrics []MetricDef
}

// Builtin returns the catalogue that ships with the library.
func Builtin() *Catalog { return &Catalog{} }

// Lookup returns the metric with the code.
func (c *Catalog) Lookup(code string) (Metric, bool) {
	for i := range c.Metrics {
		if c.Metrics[i].Code == code {
			return Metric(i), true
		}
	}
	return 0, false
}
