package gold

import (
	"slices"
	"testing"
)

// span is a fact of one test line: a place, a value and what differs from the defaults.
func span(start, end int, value, metric string) Fact {
	return Fact{Start: start, End: end, Value: value, Metric: metric}
}

func TestPair(t *testing.T) {
	lost := Fact{Start: 0, End: 5, Metric: "other", Missing: true}
	done := Fact{Start: 0, End: 5, Metric: completionStatus, Status: "done"}
	tests := []struct {
		name   string
		marked []Fact
		found  []Fact
		want   []match
	}{
		{"nothing pairs with nothing", nil, nil, nil},
		{"touching is not overlapping", []Fact{span(0, 5, "1", "a")}, []Fact{span(5, 9, "1", "a")}, nil},
		{"the same place pairs whatever the value", []Fact{span(0, 5, "1", "a")}, []Fact{span(0, 5, "2", "a")},
			[]match{{0, 0, 0}}},
		{"the higher climber wins over the longer overlap",
			[]Fact{span(0, 9, "1", "a")}, []Fact{span(0, 9, "2", "a"), span(8, 12, "1", "a")}, []match{{0, 1, 4}}},
		{"among equals the longer overlap wins",
			[]Fact{span(0, 9, "1", "a")}, []Fact{span(0, 3, "1", "a"), span(2, 9, "1", "a")}, []match{{0, 1, 4}}},
		{"among equals of one overlap the first wins",
			[]Fact{span(0, 9, "1", "a")}, []Fact{span(0, 9, "1", "a"), span(0, 9, "1", "a")}, []match{{0, 0, 4}}},
		{"a partner is taken once, the other gets what is left",
			[]Fact{span(0, 4, "1", "a"), span(4, 8, "1", "a")}, []Fact{span(0, 8, "1", "a"), span(3, 8, "1", "b")},
			[]match{{0, 0, 4}, {1, 1, 2}}},
		{"a quantity never pairs with a lost number", []Fact{span(0, 5, "1", "other")}, []Fact{lost}, nil},
		{"a lost number pairs with a lost number", []Fact{lost}, []Fact{lost}, []match{{0, 0, 4}}},
		{"a status never pairs with a quantity", []Fact{done}, []Fact{span(0, 5, "1", "a")}, nil},
		{"a status that is another one fails the last step", []Fact{done},
			[]Fact{{Start: 0, End: 5, Metric: completionStatus, Status: "ongoing", Role: "target"}}, []match{{0, 0, 3}}},
		{"a missing status is still a status", []Fact{done},
			[]Fact{{Start: 0, End: 5, Metric: completionStatus, Status: "done", Missing: true}}, []match{{0, 0, 4}}},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			marked := make([]Marked, len(test.marked))
			for i, f := range test.marked {
				marked[i].Fact = f
			}
			if got := pair(marked, test.found); !slices.Equal(got, test.want) {
				t.Errorf("got %v, want %v", got, test.want)
			}
		})
	}
}

func TestClimb(t *testing.T) {
	marked := Marked{Fact: Fact{End: 3, Metric: "a", Value: "12.0", Unit: "平方米", Bound: "about", Status: "done"}, Alt: []string{"b"}}
	right := Fact{End: 3, Metric: "a", Value: "12", Unit: "㎡", Bound: "about", Role: "actual", Status: "done"}
	tests := []struct {
		name   string
		change func(*Fact)
		want   int
	}{
		{"all is right, the unit by its synonym", func(*Fact) {}, 4},
		{"an alternative metric is right", func(f *Fact) { f.Metric = "b" }, 4},
		{"another value stops at once", func(f *Fact) { f.Value = "13" }, 0},
		{"no value stops at once", func(f *Fact) { f.Value = "" }, 0},
		{"a high where none is stops at once", func(f *Fact) { f.High = "13" }, 0},
		{"another unit stops after the value", func(f *Fact) { f.Unit = "亩" }, 1},
		{"another metric stops after the unit", func(f *Fact) { f.Metric = "c" }, 2},
		{"an attribute stops before the last step", func(f *Fact) { f.Basis = "each" }, 3},
		{"an attribute left at its default too", func(f *Fact) { f.Bound = "" }, 3},
		{"a wrong unit hides a right metric", func(f *Fact) { f.Unit, f.Status = "", "" }, 1},
	}
	for _, test := range tests {
		f := right
		test.change(&f)
		if got, _ := climb(&marked, &f); got != test.want {
			t.Errorf("%s: %d steps, want %d", test.name, got, test.want)
		}
	}
}

func TestFractionsWithoutUnitAreLoose(t *testing.T) {
	tests := []struct {
		name        string
		value, unit string
		found       string
		want        int
	}{
		{"a third to six places", "0.333333", "", "0.3333333333", 4},
		{"a third of a unit is exact", "0.333333", "元", "0.3333333333", 0},
		{"a whole number is exact", "3.0", "", "3.000005", 0},
	}
	for _, test := range tests {
		g := Marked{Fact: Fact{Value: test.value, Unit: test.unit, Metric: "a"}}
		f := Fact{Value: test.found, Unit: test.unit, Metric: "a"}
		if got, _ := climb(&g, &f); got != test.want {
			t.Errorf("%s: %d steps, want %d", test.name, got, test.want)
		}
	}
}
