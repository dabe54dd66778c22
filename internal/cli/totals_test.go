package cli

import (
	"testing"

	"github.com/zhaibao/zhaibao/extract/catalog"
	"github.com/zhaibao/zhaibao/extract/quantity"
	"github.com/zhaibao/zhaibao/metrics"
)

func row(metric catalog.Metric, unit, sum string, counted int) metrics.Total {
	t := metrics.Total{WideColumn: metrics.WideColumn{Metric: metric, Unit: unit}, Facts: counted, Docs: 1}
	d, _ := quantity.ParseDecimal(sum)
	t.Sum.Add(d)
	return t
}

func TestTotals(t *testing.T) {
	list := totalsOf([]metrics.Total{
		row(1, "场", "12.5", 2),
		row(1, "次", "3", 1),
		row(2, "元", "100000000.5", 5),
	})
	want := []struct {
		number, unit   string
		facts, reports int
	}{
		{"1", "亿元", 5, 1},
		{"12.5", "场", 2, 1},
		{"3", "次", 1, 1},
	}
	if len(list) != len(want) {
		t.Fatalf("%d totals, want %d", len(list), len(want))
	}
	for i, w := range want {
		number, unit := list[i].amount()
		if number != w.number || unit != w.unit || list[i].facts != w.facts || list[i].reports != w.reports {
			t.Errorf("%s %s of %d figures in %d reports, want %v", number, unit, list[i].facts, list[i].reports, w)
		}
	}
}

func TestAmount(t *testing.T) {
	for _, c := range []struct{ sum, unit, want string }{
		{"1234", "元", "1234 元"},
		{"12345.5", "元", "1.23 万元"},
		{"10000", "元", "1 万元"},
		{"1000000", "元", "100 万元"},
		{"-25000", "元", "-2.5 万元"},
		{"250000000", "元", "2.5 亿元"},
		{"250000000", "人", "250000000 人"},
		{"0.125", "公里", "0.125 公里"},
	} {
		list := totalsOf([]metrics.Total{row(0, c.unit, c.sum, 1)})
		if number, unit := list[0].amount(); number+" "+unit != c.want {
			t.Errorf("%s %s is shown as %s %s, want %s", c.sum, c.unit, number, unit, c.want)
		}
	}
}
