package metrics

import (
	"testing"

	"github.com/zhaibao/zhaibao/extract"
	"github.com/zhaibao/zhaibao/period"
	"github.com/zhaibao/zhaibao/region"
)

// sum is a row with a figure.
func sum(code, name string, p period.Period, value Number) Row {
	return Row{ReportKey: ReportKey{Region: name, RegionCode: code, Period: p}, Sum: value, Low: value, High: value}
}

func TestChildrenBesideTheirPlace(t *testing.T) {
	const y = period.Period("2019")
	tests := []struct {
		what  string
		rows  []Row
		level region.Level
		code  string // of the row that is asked for
		want  Parts
	}{
		{"counties beside their prefecture's own report", []Row{
			sum("330200", "宁波市", y, "100"), sum("330212", "鄞州区", y, "30"), sum("330203", "海曙区", y, "20.5"),
		}, region.None, "330200", Parts{Sum: "50.5", Low: "50.5", High: "50.5", N: 2}},
		{"a prefecture that reported counts once, without its counties", []Row{
			sum("330000", "浙江省", y, "900"), sum("330200", "宁波市", y, "100"), sum("330212", "鄞州区", y, "30"), sum("330300", "温州市", y, "80"),
		}, region.None, "330000", Parts{Sum: "180", Low: "180", High: "180", N: 2}},
		{"a prefecture that did not counts with its counties", []Row{
			sum("330000", "浙江省", y, "900"), sum("330212", "鄞州区", y, "30"), sum("330300", "温州市", y, "80"),
		}, region.None, "330000", Parts{Sum: "110", Low: "110", High: "110", N: 2}},
		{"districts of a municipality", []Row{
			sum("110000", "北京市", y, "900"), sum("110101", "东城区", y, "30"),
		}, region.None, "110000", Parts{Sum: "30", Low: "30", High: "30", N: 1}},
		{"a row of its own where it is asked for", []Row{
			sum("330212", "鄞州区", y, "30"), sum("330203", "海曙区", y, "20"),
		}, region.Prefecture, "330200", Parts{Sum: "50", Low: "50", High: "50", N: 2}},
		{"nothing below a county", []Row{sum("330212", "鄞州区", y, "30")}, region.None, "330212", Parts{}},
		{"another period is another cell", []Row{
			sum("330200", "宁波市", y, "100"), sum("330212", "鄞州区", "2018", "30"),
		}, region.None, "330200", Parts{}},
	}
	for _, tt := range tests {
		t.Run(tt.what, func(t *testing.T) {
			for _, r := range rollUp(tt.rows, tt.level, 0) {
				if r.RegionCode == tt.code && r.Period == y {
					if r.Children != tt.want {
						t.Errorf("children %+v, want %+v", r.Children, tt.want)
					}
					return
				}
			}
			t.Error("no such row")
		})
	}
}

func TestPeriodsThatFillAnother(t *testing.T) {
	open := sum("", "青河县", "2019Q1", "5")
	open.High, open.Open = "", 1
	tests := []struct {
		what   string
		parts  map[period.Period]Number
		whole  period.Period
		months int
		want   Parts
	}{
		{"two halves", map[period.Period]Number{"2019": "10", "2019H1": "4", "2019H2": "5"}, "2019", 0, Parts{Sum: "9", Low: "9", High: "9", N: 2}},
		{"the fewest that fill it", map[period.Period]Number{"2019": "10", "2019H1": "4", "2019Q1": "1", "2019Q2": "2", "2019H2": "5"}, "2019", 0, Parts{Sum: "9", Low: "9", High: "9", N: 2}},
		{"a half and two quarters", map[period.Period]Number{"2019": "10", "2019H1": "4", "2019Q3": "1", "2019Q4": "2"}, "2019", 0, Parts{Sum: "7", Low: "7", High: "7", N: 3}},
		{"nine months and a quarter", map[period.Period]Number{"2019": "10", "2019-01/2019-09": "8", "2019Q4": "2"}, "2019", 0, Parts{Sum: "10", Low: "10", High: "10", N: 2}},
		{"a gap leaves no sum", map[period.Period]Number{"2019": "10", "2019H1": "4", "2019Q4": "2"}, "2019", 0, Parts{}},
		{"an overlap leaves no sum", map[period.Period]Number{"2019": "10", "2019-01/2019-07": "4", "2019H2": "2"}, "2019", 0, Parts{}},
		{"a school year", map[period.Period]Number{"2018-09/2019-08": "10", "2018-09/2019-01": "4", "2019-02/2019-08": "2"}, "2018-09/2019-08", 0, Parts{Sum: "6", Low: "6", High: "6", N: 2}},
		{"a year that did not report, asked for", map[period.Period]Number{"2019H1": "4", "2019H2": "5"}, "2019", 12, Parts{Sum: "9", Low: "9", High: "9", N: 2}},
		{"a half that did not report, asked for", map[period.Period]Number{"2019Q3": "4", "2019Q4": "5"}, "2019H2", 6, Parts{Sum: "9", Low: "9", High: "9", N: 2}},
		{"a masked year fills nothing", map[period.Period]Number{"XXXX": "10", "XXXXH1": "4", "XXXXH2": "5"}, "XXXX", 0, Parts{}},
	}
	for _, tt := range tests {
		t.Run(tt.what, func(t *testing.T) {
			var rows []Row
			for p, n := range tt.parts {
				rows = append(rows, sum("", "青河县", p, n))
			}
			for _, r := range rollUp(rows, region.None, tt.months) {
				if r.Period == tt.whole {
					if r.Periods != tt.want {
						t.Errorf("periods %+v, want %+v", r.Periods, tt.want)
					}
					return
				}
			}
			t.Error("no such row")
		})
	}
	rows := rollUp([]Row{sum("", "青河县", "2019H1", "9"), open, sum("", "青河县", "2019Q2", "3")}, region.None, 0)
	if p := rows[0].Periods; p.Sum != "8" || p.Low != "8" || p.High != "" || p.Open != 1 {
		t.Errorf("a part without an upper end: %+v", p)
	}
}

// A prefecture's half-year that only its county and its own quarters tell of is one row.
func TestARowOfBothKindsOfPartsIsOne(t *testing.T) {
	a := NewAggregator(testCatalog)
	add := func(region, code string, p period.Period, value string) {
		a.Add(Report{ReportKey: ReportKey{Region: region, RegionCode: code, Period: p}, Facts: []extract.Fact{fact(sessions, value, "场")}})
	}
	add("宁波市", "330200", "2019Q1", "1")
	add("宁波市", "330200", "2019Q2", "2")
	add("鄞州区", "330212", "2019H1", "7")
	var halves []Row
	if err := a.Table(region.Prefecture, 6).Each(func(r *Row) error {
		if r.RegionCode == "330200" && r.Period == "2019H1" {
			halves = append(halves, *r)
		}
		return nil
	}); err != nil {
		t.Fatal(err)
	}
	if len(halves) != 1 || halves[0].Children.Sum != "7" || halves[0].Periods.Sum != "3" || halves[0].Sum != "" {
		t.Errorf("%+v", halves)
	}
}

func TestPlacesOfOneCodeAreOne(t *testing.T) {
	a := NewAggregator(testCatalog)
	for _, name := range []string{"鄞州区", "宁波市鄞州区"} {
		a.Add(Report{ReportKey: ReportKey{Region: name, RegionCode: "330212", Period: "2019"}, Facts: []extract.Fact{fact(sessions, "5", "场")}})
	}
	a.Add(Report{ReportKey: ReportKey{Region: "鄞州区", Period: "2019"}, Facts: []extract.Fact{fact(sessions, "7", "场")}})
	rows := a.Rows()
	if len(rows) != 2 || rows[1].Region != "鄞州区" || rows[1].Sum != "10" || rows[0].RegionCode != "" || rows[0].Sum != "7" {
		t.Errorf("%+v", rows)
	}
}

func TestRowsOfALevel(t *testing.T) {
	rows := rollUp([]Row{
		sum("330212", "鄞州区", "2019", "30"), sum("330203", "海曙区", "2019", "20"), sum("330300", "温州市", "2019", "80"), sum("", "青河县", "2019", "9"),
	}, region.Prefecture, 0)
	for i := range rows {
		if rows[i].RegionCode == "330300" || rows[i].Children.N == 0 {
			rows[i].Facts = 1 // it reported
		}
	}
	at := At(rows, region.Prefecture)
	if len(at) != 2 || at[0].Region != "宁波市" || at[0].Sum != "50" || at[0].Count != 2 || at[1].Sum != "80" {
		t.Errorf("%+v", at)
	}
	if all := At(rows, region.None); len(all) != len(rows) {
		t.Errorf("%d rows of %d", len(all), len(rows))
	}
}
