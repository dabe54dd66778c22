package corpus

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/zhaibao/zhaibao/period"
	"github.com/zhaibao/zhaibao/segment"
)

// goldMeta reads the header of a .mark file.
func goldMeta(t *testing.T, path string) Meta {
	t.Helper()
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	var m Meta
	for line := range strings.Lines(string(data)) {
		key, value, ok := strings.Cut(strings.TrimSpace(line), "=")
		if !ok || !strings.HasPrefix(key, "#") {
			break
		}
		switch key {
		case "#region":
			m.Region = value
		case "#org":
			m.Org = value
		case "#period":
			m.Period = period.Period(value)
		}
	}
	return m
}

func TestDescribeAgainstGold(t *testing.T) {
	for _, dir := range [][]string{{devDir, seedDir}, {ownDir}} {
		total, right := 0, [3]int{}
		for _, d := range dir {
			for name, text := range reports(t, d) {
				want := goldMeta(t, filepath.Join(d, strings.TrimSuffix(name, ".txt")+".mark"))
				got := Describe(text, segment.Span{End: len(text)}, name)
				total++
				for i, ok := range []bool{got.Region == want.Region, got.Org == want.Org, got.Period == want.Period} {
					if ok {
						right[i]++
						continue
					}
					t.Logf("%s %s: got %q %q %q, want %q %q %q", name, []string{"region", "org", "period"}[i], got.Region, got.Org, got.Period, want.Region, want.Org, want.Period)
				}
			}
		}
		for i, n := range right {
			if n*10 < total*9 {
				t.Errorf("%v: %s right in %d of %d", dir, []string{"region", "org", "period"}[i], n, total)
			}
		}
	}
}
