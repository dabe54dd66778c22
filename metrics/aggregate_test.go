package metrics

import (
	"testing"

	"github.com/zhaibao/zhaibao/extract"
	"github.com/zhaibao/zhaibao/extract/quantity"
	"github.com/zhaibao/zhaibao/period"
)

func TestWhatEntersASum(t *testing.T) {
	in := func(p period.Period) func(*extract.Fact) {
		return func(f *extract.Fact) { f.Period = p }
	}
	tests := []struct {
		what    string
		fact    extract.Fact
		sum     Number
		mean    Number
		target  Number
		leftOut string
	}{
		{"an actual total is summed", fact(sessions, "12", "场"), "12", "12", "", ""},
		{"zero is a value", fact(sessions, "0", "场"), "0", "0", "", ""},
		{"a target has a column of its own", fact(sessions, "12", "场", role(extract.Target)), "", "", "12", "target:1"},
		{"a target per village is no target total", fact(sessions, "12", "场", role(extract.Target), basis(extract.Each)), "", "", "", "target:1"},
		{"a reference is left out", fact(sessions, "12", "场", role(extract.Reference)), "", "", "", "reference:1"},
		{"a part is left out", fact(sessions, "12", "场", basis(extract.Part)), "", "", "", "part:1"},
		{"what has a parent is a part", fact(sessions, "12", "场", partOf), "", "", "", "part:1"},
		{"what is not done is none of what was done", fact(sessions, "12", "场", undone), "", "", "", "undone:1"},
		{"a target that is not reached is a target", fact(sessions, "12", "场", undone, role(extract.Target)), "", "", "12", "target:1"},
		{"a figure per village is left out", fact(sessions, "12", "场", basis(extract.Each)), "", "", "", "each:1"},
		{"a repetition is left out", fact(sessions, "12", "场", repeated), "", "", "", "repeated:1"},
		{"a repeated target is no second target", fact(sessions, "12", "场", repeated, role(extract.Target)), "", "", "", "repeated:1"},
		{"a lost number is missing, not zero", fact(sessions, "0", "场", missing), "", "", "", "missing:1"},
		{"a state has no value", fact(sessions, "0", "场", noValue), "", "", "", "no_value:1"},
		{"a stock is a level", fact(facilities, "12", "个", during(extract.Stock)), "", "12", "", "stock:1"},
		{"a cumulative figure is a level", fact(facilities, "12", "个", during(extract.Cumulative)), "", "12", "", "cumulative:1"},
		{"a rate is a level", fact(rate, "98.5", "%"), "", "98.5", "", "not_additive:1"},
		{"a month of the half-year counts", fact(sessions, "12", "场", in("2019-03")), "12", "12", "", ""},
		{"another year does not", fact(sessions, "12", "场", in("2018")), "", "", "", "other_period:1"},
		{"nor does the whole year", fact(sessions, "12", "场", in("2019")), "", "", "", "other_period:1"},
		{"next half-year's target is none of this one's", fact(sessions, "12", "场", in("2019H2"), role(extract.Target)), "", "", "", "target:1"},
		{"the base value is what is summed", fact(facilities, "3", "公里", base("3000", "米")), "3000", "3000", "", ""},
	}
	for _, tt := range tests {
		t.Run(tt.what, func(t *testing.T) {
			r := reports(tt.fact).Rows()[0]
			got := [4]Number{r.Sum, r.Mean, r.Target, Number(r.LeftOut.String())}
			if want := [4]Number{tt.sum, tt.mean, tt.target, Number(tt.leftOut)}; got != want {
				t.Errorf("sum, mean, target, left out = %q, want %q", got, want)
			}
		})
	}
}

// TestDoneOfATarget holds that what was done of a target is summed, since its total is not.
func TestDoneOfATarget(t *testing.T) {
	r := reports(
		fact(facilities, "20", "座", role(extract.Target)),
		fact(facilities, "3", "座", basis(extract.Part), partOf),
		fact(facilities, "13", "座", basis(extract.Part), partOf, undone),
	).Rows()[0]
	if got, want := [3]Number{r.Sum, r.Target, Number(r.LeftOut.String())}, [3]Number{"3", "20", "target:1;undone:1"}; got != want {
		t.Errorf("sum, target, left out = %q, want %q", got, want)
	}
}

func TestIntervals(t *testing.T) {
	over := between(quantity.Over, "120", "130")
	open := between(quantity.Over, "120", "")
	about := between(quantity.About, "", "")
	tests := []struct {
		what       string
		facts      []extract.Fact
		low, high  Number
		open       int
		approx     Number
		completion Number
	}{
		{"exact values are their own interval", []extract.Fact{fact(sessions, "5", "场"), fact(sessions, "7", "场")}, "12", "12", 0, "0", ""},
		{"余 adds its interval", []extract.Fact{fact(sessions, "5", "场"), fact(sessions, "120", "场", over)}, "125", "135", 0, "0.5", ""},
		{"超过 leaves the sum open", []extract.Fact{fact(sessions, "5", "场"), fact(sessions, "120", "场", open)}, "125", "", 1, "0.5", ""},
		{"约 has no interval", []extract.Fact{fact(sessions, "5", "场"), fact(sessions, "120", "场", about)}, "", "", 1, "0.5", ""},
		{"ends are converted", []extract.Fact{fact(facilities, "1.2", "公里", base("1200", "米"), between(quantity.Over, "1.2", "1.3"))}, "1200", "1300", 0, "1", ""},
		{"the end of a range from zero has no known ratio", []extract.Fact{fact(facilities, "0", "公里", base("0", "米"), between(quantity.Range, "0", "5"))}, "0", "", 1, "1", ""},
		{"completion is a result by its target", []extract.Fact{fact(sessions, "3", "场", role(extract.Target)), fact(sessions, "2", "场", answers(0))}, "2", "2", 0, "0", "0.6667"},
		{"a target that nothing answers gives no completion", []extract.Fact{fact(sessions, "3", "场", role(extract.Target)), fact(sessions, "2", "场")}, "2", "2", 0, "0", ""},
	}
	for _, tt := range tests {
		t.Run(tt.what, func(t *testing.T) {
			r := reports(tt.facts...).Rows()[0]
			if r.Low != tt.low || r.High != tt.high || r.Open != tt.open || r.Approximate != tt.approx || r.Completion != tt.completion {
				t.Errorf("low %q high %q open %d approximate %q completion %q", r.Low, r.High, r.Open, r.Approximate, r.Completion)
			}
		})
	}
}

func TestCounts(t *testing.T) {
	a := reports(fact(sessions, "5", "场"), fact(sessions, "8", "场"), fact(facilities, "3", "个"), fact(facilities, "120", "个", during(extract.Stock)))
	a.Add(Report{
		ReportKey: ReportKey{Region: "青河县", Period: "2019H1"},
		Facts:     []extract.Fact{fact(sessions, "6", "场"), fact(sessions, "0", "场", missing)},
		Gaps:      []extract.Gap{{Fact: 1}, {Fact: extract.None}},
	})
	a.Add(Report{
		ReportKey: ReportKey{Region: "青河县", Period: "2019H1"},
		Facts:     []extract.Fact{fact(sessions, "6", "场")},
		Copy:      true,
	})
	rows := a.Rows()
	r := rows[0]
	if r.Docs != 2 || r.Facts != 5 || r.Gaps != 1 || r.Sum != "19" || r.Median != "6" || r.Max != "8" || r.Mean != "6.333333" {
		t.Errorf("sessions: %+v", r)
	}
	if got := r.LeftOut.String(); got != "copy:1;missing:1" || r.LeftOut.Total() != 2 {
		t.Errorf("left out %q", got)
	}
	if r := rows[1]; r.Sum != "3" || r.Max != "3" {
		t.Errorf("a stock must not mix with what was built: %+v", r)
	}
}

func TestReportWithoutPeriodTakesTheFacts(t *testing.T) {
	a := NewAggregator(testCatalog)
	f := fact(sessions, "5", "场")
	f.Period = "2018"
	a.Add(Report{ReportKey: ReportKey{Region: "青河县"}, Facts: []extract.Fact{f}})
	if r := a.Rows()[0]; r.Period != "2018" || r.Sum != "5" {
		t.Errorf("%+v", r)
	}
}

func TestUnknownMetricIsIgnored(t *testing.T) {
	if rows := reports(fact(99, "1", "")).Rows(); len(rows) != 0 {
		t.Errorf("%+v", rows)
	}
}

func TestWide(t *testing.T) {
	a := reports(
		fact(sessions, "5", "场"), fact(facilities, "120", "个", during(extract.Stock)), fact(sessions, "2", ""),
		fact(rate, "98", "%"),
	)
	a.Add(Report{ReportKey: ReportKey{Region: "江川区", Period: "2019H1"}, Facts: []extract.Fact{
		fact(facilities, "0", "个"), fact(rate, "98", "%"), fact(rate, "70", "%"),
	}})
	w := newWide(a.Rows(), testCatalog)
	var names []string
	for _, c := range w.Columns {
		names = append(names, c.Name(testCatalog))
	}
	want := []string{"activity_sessions", "activity_sessions[场]", "facilities[个]", "coverage_rate[%]"}
	if !equal(names, want) {
		t.Fatalf("columns %q", names)
	}
	if w.Rows[0].Region != "江川区" || !equal(w.Rows[0].Cells, []Number{"", "", "0", ""}) {
		t.Errorf("%+v", w.Rows[0])
	}
	if w.Rows[1].Region != "青河县" || !equal(w.Rows[1].Cells, []Number{"2", "5", "", "98"}) {
		t.Errorf("%+v", w.Rows[1])
	}
}

func equal[T comparable](a, b []T) bool {
	if len(a) != len(b) {
		return false
	}
	for i := range a {
		if a[i] != b[i] {
			return false
		}
	}
	return true
}

func TestWithin(t *testing.T) {
	tests := []struct {
		part, whole period.Period
		want        bool
	}{
		{"", "2019", true},
		{"2019", "", true},
		{"2019H1", "2019", true},
		{"2019Q2", "2019H1", true},
		{"2019Q3", "2019H1", false},
		{"2019-06", "2019H1", true},
		{"2019-01/2019-05", "2019H1", true},
		{"2019-05/2019-07", "2019H1", false},
		{"2019", "2018-09/2019-08", false},
		{"XXXXQ1", "XXXXH1", true},
		{"XXXXQ1", "2019H1", false},
		{"2019", "2019H1", false},
		{"去年", "2019", false},
		{"2019Q5", "2019", false},
		{"2019-1x", "2019", false},
	}
	for _, tt := range tests {
		if got := within(tt.part, tt.whole); got != tt.want {
			t.Errorf("within(%q, %q) = %v", tt.part, tt.whole, got)
		}
	}
}
