package main

import (
	"encoding/json"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"github.com/zhaibao/zhaibao/extract/quantity"
	"github.com/zhaibao/zhaibao/metrics"
)

// TestCellsLeadBack: for every row of table the facts without left_out add up
// to its sum, and the others are as many, by reason, as it says.
func TestCellsLeadBack(t *testing.T) {
	out := filepath.Join(t.TempDir(), "out")
	run(t, "--quiet", "-o", out, reportsDir, trickyFolder(t))
	type behind struct {
		sum     metrics.Sum
		counted int
		reasons map[string]int
		facts   int
	}
	cells := map[string]*behind{}
	for _, f := range csvRows(t, read(t, out, "facts.csv")) {
		period := f["period"]
		if period == "" {
			period = f["fact_period"]
		}
		place := metrics.ReportKey{Region: f["region"], RegionCode: f["region_code"]}
		region, code := place.Place()
		key := strings.Join([]string{region, code, period, f["metric"], f["base_unit"]}, "|")
		b := cells[key]
		if b == nil {
			b = &behind{reasons: map[string]int{}}
			cells[key] = b
		}
		b.facts++
		if b.reasons[f["left_out"]]++; f["left_out"] == "" {
			d, ok := quantity.ParseDecimal(f["base_value"])
			if !ok {
				t.Fatalf("%s is counted and has no value", f["id"])
			}
			b.sum.Add(d)
			b.counted++
		}
	}
	rows := csvRows(t, read(t, out, "table.csv"))
	for _, row := range rows {
		key := strings.Join([]string{row["region"], row["region_code"], row["period"], row["metric"], row["base_unit"]}, "|")
		b := cells[key]
		if b == nil {
			t.Fatalf("no facts behind %s", key)
		}
		sum := ""
		if b.counted > 0 {
			sum = string(b.sum.Number())
		}
		var left []string
		for _, name := range metrics.ReasonNames() {
			if n := b.reasons[name]; n > 0 {
				left = append(left, name+":"+strconv.Itoa(n))
			}
		}
		if got := strings.Join(left, ";"); sum != row["sum"] || got != row["left_out"] || strconv.Itoa(b.facts) != row["n_facts"] {
			t.Errorf("%s: sum %s, %d facts, left out %s; the table has %s, %s, %s", key, sum, b.facts, got, row["sum"], row["n_facts"], row["left_out"])
		}
	}
	if len(rows) != len(cells) {
		t.Errorf("%d rows, facts of %d", len(rows), len(cells))
	}
	traceSome(t, out, rows)
}

// traceSome asks extract trace for some of the rows.
func traceSome(t *testing.T, out string, rows []map[string]string) {
	t.Helper()
	for i := 0; i < len(rows); i += 25 {
		row := rows[i]
		cell := strings.Join([]string{row["region"], row["period"], row["metric"], row["base_unit"]}, ",")
		var got struct {
			Sum     json.Number
			Counted []json.RawMessage
			LeftOut []json.RawMessage `json:"left_out"`
		}
		if err := json.Unmarshal(run(t, "trace", out, "--json", "--cell", cell), &got); err != nil {
			t.Fatalf("%s: %v", cell, err)
		}
		if got.Sum.String() != row["sum"] || strconv.Itoa(len(got.Counted)+len(got.LeftOut)) != row["n_facts"] {
			t.Errorf("%s: %s with %d facts, want %s with %s", cell, got.Sum, len(got.Counted)+len(got.LeftOut), row["sum"], row["n_facts"])
		}
	}
}
