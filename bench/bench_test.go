package bench

import "testing"

// BenchmarkRatio prints the ratios that Goals names, over the corpus that does
// worst, and facts a second over dense reports:
//
//	go test -run '^$' -bench '^BenchmarkRatio' -benchtime 1s
func BenchmarkRatio(b *testing.B) {
	var r *Report
	for b.Loop() {
		var err error
		if r, err = Run(Options{}); err != nil {
			b.Fatal(err)
		}
	}
	for _, s := range r.Shapes {
		b.Logf("%s: %v", s.Name, s.Shape)
	}
	for i := range r.Ratios {
		b.ReportMetric(r.Ratios[i].Value, r.Ratios[i].Name)
	}
	b.ReportMetric(r.Find("extract", "dense", 1).Rate(), "facts/s")
	b.ReportMetric(r.Find("csv", "dense", 1).Rate(), "csv_facts/s")
	b.ReportMetric(r.Find("cli", "dense", 2).Rate(), "cli_facts/s")
	b.ReportMetric(r.Find("tables", "dense", 1).Rate(), "tables_facts/s")
	b.ReportMetric(0, "ns/op") // says nothing here: a metric of 0 is left out
}
