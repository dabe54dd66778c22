package metrics

import (
	"reflect"
	"testing"

	"pgregory.net/rapid"

	"github.com/zhaibao/zhaibao/extract"
	"github.com/zhaibao/zhaibao/extract/catalog"
	"github.com/zhaibao/zhaibao/period"
	"github.com/zhaibao/zhaibao/region"
)

// TestTableIsThePlainOne: rows that come one after another, from memory and from
// disk, are those of rollUp over all of them, and so are the wide ones.
func TestTableIsThePlainOne(t *testing.T) {
	dir := t.TempDir()
	places := [][2]string{{"浙江省", "330000"}, {"宁波市", "330200"}, {"鄞州区", "330212"}, {"海曙区", "330203"}, {"杭州市", "330100"},
		{"上城区", "330102"}, {"东城区", "110101"}, {"清溪县", ""}, {"清溪县", "330212"}, {"", ""}}
	periods := []period.Period{"2019", "2019H1", "2019H2", "2019Q1", "2019Q2", "2019Q3", "2020", "2019-06", "XXXX", ""}
	rapid.Check(t, func(t *rapid.T) {
		plan := Plan{By: rapid.SampledFrom([]Dimension{0, ByRegion, ByPeriod, ByRegion | ByPeriod | ByOrg, ByRegion | ByPeriod | ByGenre | ByLabel}).Draw(t, "plan")}
		a := NewAggregatorOf(testCatalog, plan)
		for range rapid.IntRange(0, 12).Draw(t, "reports") {
			place := rapid.SampledFrom(places).Draw(t, "place")
			r := Report{ReportKey: ReportKey{Region: place[0], RegionCode: place[1], Period: rapid.SampledFrom(periods).Draw(t, "period"),
				Org: rapid.SampledFrom([]string{"", "民政局"}).Draw(t, "org"), Genre: rapid.SampledFrom([]string{"", "工作总结"}).Draw(t, "genre")},
				Labels: func(f *extract.Fact) string { return string(rune('甲' + f.Label.Start)) }}
			for range rapid.IntRange(0, 4).Draw(t, "facts") {
				f := fact(catalog.Metric(rapid.IntRange(0, len(testCatalog.Metrics)-1).Draw(t, "metric")), rapid.SampledFrom([]string{"1", "20.5", "300"}).Draw(t, "value"), "场")
				f.Label.Start = rapid.IntRange(0, 1).Draw(t, "label")
				r.Facts = append(r.Facts, f)
			}
			a.Add(r)
		}
		level := rapid.SampledFrom([]region.Level{region.None, region.Prefecture, region.Province}).Draw(t, "level")
		months := rapid.SampledFrom([]int{0, 3, 6, 12}).Draw(t, "months")
		want := rollUp(a.Rows(), level, months)
		wide := newWide(want, testCatalog)
		if rapid.Bool().Draw(t, "on disk") {
			a.SpillTo(dir, 1)
			a.spill()
		}
		table := a.Table(level, months)
		spread := NewSpread(table.Columns, testCatalog)
		var got []Row
		var across []WideRow
		keep := func(w *WideRow) error {
			r := *w
			r.Cells, r.full = append([]Number{}, w.Cells...), append([]bool{}, w.full...)
			across = append(across, r)
			return nil
		}
		if err := table.Each(func(r *Row) error { got = append(got, *r); return spread.Add(r, keep) }); err != nil {
			t.Fatal(err)
		}
		spread.End(keep)
		seen := map[cell]bool{}
		for i := range got {
			if seen[got[i].cell()] {
				t.Fatalf("two rows of one kind: %+v", got[i])
			}
			seen[got[i].cell()] = true
		}
		if len(got) != len(want) {
			t.Fatalf("%d rows, want %d", len(got), len(want))
		}
		for i := range want {
			if got[i] != want[i] {
				t.Fatalf("row %d\n%+v\nwant\n%+v", i, got[i], want[i])
			}
		}
		coded := false
		for i := range wide.Rows {
			coded = coded || wide.Rows[i].RegionCode != ""
		}
		if len(across) != len(wide.Rows) || len(across) > 0 && !reflect.DeepEqual(across, wide.Rows) || coded != table.Coded || len(table.Columns) != len(wide.Columns) {
			t.Fatalf("wide rows\n%+v\nwant\n%+v", across, wide.Rows)
		}
		a.Close()
	})
}
