package metrics

import (
	"bytes"
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"github.com/zhaibao/zhaibao/extract"
	"github.com/zhaibao/zhaibao/extract/catalog"
)

func encoded(t interface{ Fatal(...any) }, a *Aggregator) []byte {
	var b bytes.Buffer
	if err := a.Encode(&b); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// Partial results merge in any order to the same bytes, through bytes or not,
// and whatever was put on disk on the way.
func TestPartialsMergeToTheSameBytes(t *testing.T) {
	dir := t.TempDir()
	rapid.Check(t, func(t *rapid.T) {
		reports := someReports.Draw(t, "reports")
		whole := NewAggregator(testCatalog)
		parts := make([]*Aggregator, rapid.IntRange(1, 5).Draw(t, "parts"))
		for i := range parts {
			parts[i] = NewAggregator(testCatalog)
			if rapid.Bool().Draw(t, "spills") {
				parts[i].SpillTo(dir, 0)
			}
			defer parts[i].Close()
		}
		for _, r := range reports {
			whole.Add(r)
		}
		for _, r := range rapid.Permutation(reports).Draw(t, "order") {
			p := parts[rapid.IntRange(0, len(parts)-1).Draw(t, "part")]
			p.Add(r)
			if rapid.IntRange(0, 3).Draw(t, "fold") == 0 {
				p.fold()
			}
		}
		for len(parts) > 1 {
			i := rapid.IntRange(1, len(parts)-1).Draw(t, "merged")
			j := rapid.IntRange(0, i-1).Draw(t, "into")
			if rapid.Bool().Draw(t, "through bytes") {
				if err := parts[j].Decode(bytes.NewReader(encoded(t, parts[i]))); err != nil {
					t.Fatal(err)
				}
			} else {
				parts[j].Merge(parts[i])
			}
			parts = slices.Delete(parts, i, i+1)
		}
		if !bytes.Equal(encoded(t, whole), encoded(t, parts[0])) {
			t.Fatalf("\n%+v\n%+v", whole.Rows(), parts[0].Rows())
		}
		if want, got := fmt.Sprint(whole.Rows()), fmt.Sprint(parts[0].Rows()); want != got {
			t.Fatalf("\n%s\n%s", want, got)
		}
	})
}

func TestForeignPartialsAreRefused(t *testing.T) {
	a := reports(fact(sessions, "12", "场"), fact(facilities, "3", "个", between(2, "3", "")))
	data := encoded(t, a)
	other := &catalog.Catalog{Metrics: slices.Clone(testCatalog.Metrics)}
	other.Metrics[0].Additive = false
	change := func(at int) []byte {
		b := slices.Clone(data)
		b[at] ^= 1
		return b
	}
	tests := []struct {
		what string
		into *Aggregator
		data []byte
		want string
	}{
		{"its own", NewAggregator(testCatalog), data, ""},
		{"another catalogue", NewAggregator(other), data, "another plan"},
		{"another plan", NewAggregatorOf(testCatalog, Plan{By: ByRegion}), data, "another plan"},
		{"another file", NewAggregator(testCatalog), []byte("PK\x03\x04"), "does not begin"},
		{"nothing", NewAggregator(testCatalog), nil, "does not begin"},
		{"a bit flipped", NewAggregator(testCatalog), change(len(data) - 40), "checksum"},
		{"a bit of the plan flipped", NewAggregator(testCatalog), change(len(magic)), "another plan"},
		{"cut off", NewAggregator(testCatalog), data[:len(data)-1], "checksum"},
	}
	for _, tt := range tests {
		t.Run(tt.what, func(t *testing.T) {
			err := tt.into.Decode(bytes.NewReader(tt.data))
			switch {
			case tt.want == "" && err != nil, tt.want != "" && (err == nil || !strings.Contains(err.Error(), tt.want)):
				t.Errorf("error %v, want %q", err, tt.want)
			case tt.want == "another plan" && !errors.Is(err, ErrPlan):
				t.Errorf("%v is no ErrPlan", err)
			case err != nil && len(tt.into.Rows()) > 0:
				t.Error("something was added")
			}
		})
	}
}

func FuzzDecode(f *testing.F) {
	f.Add(encoded(f, reports(fact(sessions, "12", "场"), fact(facilities, "3", "个", between(2, "3", "")), fact(rate, "98.5", "%"), fact(sessions, "9", "场", role(extract.Target)))))
	f.Fuzz(func(t *testing.T, data []byte) {
		a := NewAggregator(testCatalog)
		if len(data) < len(magic)+64 || a.decode(data[len(magic)+32:len(data)-32]) != nil {
			return
		}
		a.Rows()
		var b bytes.Buffer
		if err := a.Encode(&b); err != nil {
			t.Fatal(err)
		}
	})
}
