package compare_test

import (
	"fmt"
	"log"

	"github.com/zhaibao/zhaibao/extract/catalog"
	"github.com/zhaibao/zhaibao/metrics"
	"github.com/zhaibao/zhaibao/metrics/compare"
	"github.com/zhaibao/zhaibao/metrics/meta"
	"github.com/zhaibao/zhaibao/period"
)

// table is what metrics.Aggregator.Rows gives, or export.ReadTable.
func table() (rows []metrics.Row) {
	cat := catalog.Builtin()
	performances, _ := cat.Lookup("performance_sessions")
	visits, _ := cat.Lookup("facility_visits")
	for _, r := range []struct {
		region           string
		period           period.Period
		sessions, visits metrics.Number
	}{
		{"青河县", "2019H1", "120", "35000"}, {"白沙县", "2019H1", "80", "41000"}, {"江川县", "2019H1", "95", ""}, {"沙渚县", "2019H1", "60", "1.8"},
		{"青河县", "2018H1", "100", "30000"}, {"白沙县", "2018H1", "96", "38000"},
	} {
		key := metrics.ReportKey{Region: r.region, Period: r.period}
		rows = append(rows, metrics.Row{ReportKey: key, Metric: performances, Unit: "场", Sum: r.sessions})
		if r.visits != "" {
			rows = append(rows, metrics.Row{ReportKey: key, Metric: visits, Unit: "人次", Sum: r.visits})
		}
	}
	return rows
}

// Counties side by side: ranks, growth, per head, and what to look up.
func Example() {
	rows := table()
	people, err := meta.Read("meta.csv", []byte("地区,报告期,人口（人）\n青河县,2019,\"240,000\"\n白沙县,2019,100000\n"), meta.Known{Places: compare.Places(rows)})
	if err != nil {
		log.Fatal(err)
	}
	panel, err := compare.New(rows, catalog.Builtin(), people)
	if err != nil {
		log.Fatal(err)
	}
	options := compare.Options{Per: []string{"人口:10000"}, Periods: []period.Period{"2019H1"}}
	err = compare.Run(panel, options, compare.Sink{Result: func(r *compare.Result) error {
		switch r.Measure {
		case compare.Actual:
			fmt.Printf("%d/%d %s %s%s\n", r.Rank, r.N, r.Region.Name, r.Value, r.Unit)
		case compare.Percent, compare.PerUnit, compare.WanCheck, compare.Coverage:
			fmt.Printf("%s %s %s: %q %s, against %q, note %q\n", r.Measure, r.Region.Name, r.Metric, r.Value, r.Unit, r.Against, r.Note)
		}
		return nil
	}})
	if err != nil {
		log.Fatal(err)
	}
	// Output:
	// 2/4 江川县 95场
	// 4/4 沙渚县 60场
	// 3/4 白沙县 80场
	// 1/4 青河县 120场
	// per 江川县 performance_sessions: "" 场/10000 人, against "population", note "no_denominator"
	// per 沙渚县 performance_sessions: "" 场/10000 人, against "population", note "no_denominator"
	// per 白沙县 performance_sessions: "8" 场/10000 人, against "population@2019", note ""
	// per 青河县 performance_sessions: "5" 场/10000 人, against "population@2019", note ""
	// change_pct 白沙县 performance_sessions: "-16.6666666667" %, against "2018H1", note ""
	// change_pct 青河县 performance_sessions: "20" %, against "2018H1", note ""
	// 3/3 沙渚县 1.8人次
	// 1/3 白沙县 41000人次
	// 2/3 青河县 35000人次
	// per 沙渚县 facility_visits: "" 人次/10000 人, against "population", note "no_denominator;wan_asked"
	// per 白沙县 facility_visits: "4100" 人次/10000 人, against "population@2019", note ""
	// per 青河县 facility_visits: "1458.33333333" 人次/10000 人, against "population@2019", note ""
	// change_pct 白沙县 facility_visits: "7.89473684211" %, against "2018H1", note ""
	// change_pct 青河县 facility_visits: "16.6666666667" %, against "2018H1", note ""
	// wan_check 沙渚县 facility_visits: "0.0000473684210526" 1, against "regions", note "x10000_low"
	// coverage 江川县 facility_visits: "" , against "", note "not_reported"
}

// A measure by itself.
func ExampleModifiedZ() {
	z, note := compare.ModifiedZ([]float64{120, 98, 131, 104, 117, 98000, 110})
	fmt.Printf("%s %q\n", compare.Number(z[5]), note)
	_, note = compare.ModifiedZ([]float64{120, 98, 131})
	fmt.Println(note, note.Text(true))
	// Output:
	// 5078.62180769 ""
	// too_few too few numbers
}

func ExampleNewIndex() {
	index := compare.NewIndex([][]float64{{120, 35}, {80, 41}, {95, 12}, {60, 18}}, []bool{false, true})
	for _, score := range index.Scores {
		fmt.Println(compare.Number(score))
	}
	// Output:
	// 0.575535116953
	// 0.154935049154
	// 0.806331188557
	// 0.424464883047
}
