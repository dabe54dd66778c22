package metrics

// Dimension is something that facts may be grouped by besides their metric and
// base unit, which are always told apart since figures of different units have
// no sum.
type Dimension uint8

// The dimensions.
const (
	ByRegion Dimension = 1 << iota // the place, by code where that is known and by name elsewhere
	ByPeriod                       // the report's period
	ByOrg                          // the body that reports
	ByGenre                        // the kind of report
	ByLabel                        // the thing that is counted
)

// Plan says what facts are grouped by. The zero value groups by region and
// period, as the first table does.
type Plan struct {
	By Dimension // the dimensions, added up; 0 is ByRegion | ByPeriod
}

func (p Plan) by() Dimension {
	if p.By == 0 {
		return ByRegion | ByPeriod
	}
	return p.By
}

// Groups reports whether the plan tells facts apart by d.
func (p Plan) Groups(d Dimension) bool { return p.by()&d != 0 }
