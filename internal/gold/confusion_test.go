package gold

import (
	"slices"
	"testing"
)

func TestConfusions(t *testing.T) {
	text := "甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳午未申酉戌亥"
	facts := func(metrics ...string) (list []Fact) {
		for i, m := range metrics {
			list = append(list, span(2*i, 2*i+1, "1", m))
		}
		return list
	}
	marked := func(metrics ...string) (list []Marked) {
		for _, f := range facts(metrics...) {
			list = append(list, Marked{Fact: f, Alt: []string{"alt"}})
		}
		return list
	}
	tests := []struct {
		name   string
		marked []Marked
		found  []Fact
		want   []Confusion
	}{
		{"what is right is on the diagonal", marked("a", "b"), facts("a", "b"), nil},
		{"so is an alternative", marked("a"), facts("alt"), nil},
		{"the most frequent comes first, with its first example", marked("a", "b", "b"), facts("c", "a", "a"), []Confusion{
			{"b", "a", 2, "d", "甲乙⟦丙⟧丁戊己庚辛壬"}, {"a", "c", 1, "d", "⟦甲⟧乙丙丁戊己庚"}}},
		{"of one frequency in the order of the codes", marked("b", "a"), facts("c", "c"), []Confusion{
			{"a", "c", 1, "d", "甲乙⟦丙⟧丁戊己庚辛壬"}, {"b", "c", 1, "d", "⟦甲⟧乙丙丁戊己庚"}}},
	}
	for _, test := range tests {
		if got := compared(text, test.marked, test.found...).Confusions(); !slices.Equal(got, test.want) {
			t.Errorf("%s: got %v, want %v", test.name, got, test.want)
		}
	}
}

func TestConfusionsNeedTheUnit(t *testing.T) {
	g, p := span(0, 1, "1", "a"), span(0, 1, "1", "b")
	p.Unit = "个"
	if got := compared("甲", []Marked{{Fact: g}}, p).Confusions(); len(got) != 0 {
		t.Errorf("got %v", got)
	}
}

func TestMistakes(t *testing.T) {
	marked := []Marked{
		{Fact: span(0, 1, "1", "a")}, {Fact: span(2, 3, "1", "a")}, {Fact: span(4, 5, "1", "a")},
		{Fact: Fact{Start: 6, End: 7, Metric: completionStatus, Status: "done"}},
		{Fact: span(8, 9, "1", "a")}, {Fact: span(10, 11, "1", "a")},
	}
	both := span(0, 1, "1", "a")
	both.Role, both.Basis = "target", "each"
	state := Fact{Start: 6, End: 7, Metric: completionStatus, Status: "ongoing", Role: "target"} // of a state only the status counts
	r := compared("", marked, both, span(2, 3, "2", "a"), span(4, 5, "1", "b"), state, span(10, 11, "1", "a"), span(20, 21, "1", "a"))
	want := []Mistake{
		{"value", "missed", 1}, {"value", "extra", 1}, {"value", "wrong", 1}, {"unit", "wrong", 0}, {"metric", "wrong", 1},
		{"strict", "wrong", 2}, {"strict", "role", 1}, {"strict", "basis", 1}, {"strict", "bound", 0}, {"strict", "status", 1},
	}
	if got := r.Mistakes(); !slices.Equal(got, want) {
		t.Errorf("got %v, want %v", got, want)
	}
}
