package corpus

import (
	"context"
	"testing"

	"github.com/zhaibao/zhaibao/extract"
	"github.com/zhaibao/zhaibao/extract/catalog"
)

// BenchmarkCopies compares a run that looks for copies with one that does not,
// over the project's own reports.
func BenchmarkCopies(b *testing.B) {
	ex, err := extract.Compile(catalog.Builtin())
	if err != nil {
		b.Fatal(err)
	}
	for name, copies := range map[string]bool{"with": true, "without": false} {
		b.Run(name, func(b *testing.B) {
			for b.Loop() {
				stats, err := Run(context.Background(), []string{"../testdata/gold/open", "../testdata/reports"}, Options{Extractor: ex, Workers: 1, Copies: copies}, func(*Item) error { return nil })
				if err != nil {
					b.Fatal(err)
				}
				b.SetBytes(stats.Bytes)
			}
		})
	}
}
