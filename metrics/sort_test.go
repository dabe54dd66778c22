package metrics

import (
	"math"
	"slices"
	"testing"

	"pgregory.net/rapid"
)

func TestSortValues(t *testing.T) {
	value := rapid.OneOf(rapid.Int64(), rapid.Int64Range(-300, 300), rapid.Just(int64(math.MinInt64)), rapid.Just(int64(math.MaxInt64)))
	rapid.Check(t, func(t *rapid.T) {
		list := rapid.SliceOfN(value, 0, 300).Draw(t, "list")
		spare := make([]int64, rapid.IntRange(0, 400).Draw(t, "spare"))
		want := slices.Sorted(slices.Values(list))
		got, rest := sortValues(list, spare)
		if !slices.Equal(got, want) {
			t.Fatalf("got %v, want %v", got, want)
		}
		if len(got) > 0 && len(rest) > 0 && &got[0] == &rest[0] {
			t.Fatal("the sorted values and the spare memory are the same")
		}
	})
}
