package doc

import "testing"

func TestNumber(t *testing.T) {
	tests := []struct {
		n      int
		format byte
		want   string
	}{
		{12, arabic, "12"}, {4, upperRoman, "IV"}, {1949, lowerRoman, "mcmxlix"}, {4000, upperRoman, "4000"},
		{3, upperLetter, "C"}, {28, lowerLetter, "bb"}, {7, leadingZero, "07"}, {12, leadingZero, "12"},
		{10, chinese, "十"}, {11, chinese3, "十一"}, {20, dbNum2, "二十"}, {102, chinese3, "一百零二"}, {110, chinese, "一百一十"},
		{1001, chinese3, "一千零一"}, {12, chineseLegal, "壹拾贰"}, {12, dbNum1, "一二"}, {10, fullWidth, "１０"},
		{10, circled, "⑩"}, {21, circled, "21"}, {2, enclosedPar, "⑵"}, {1, enclosedHan, "㈠"}, {2, stems, "乙"}, {12, branches, "亥"},
		{0, chinese, "0"}, {5, 99, "5"},
	}
	for _, test := range tests {
		if got := number(test.n, test.format); got != test.want {
			t.Errorf("number %d in format %d is %s, want %s", test.n, test.format, got, test.want)
		}
	}
}

func TestLists(t *testing.T) {
	two := []rune("\x00.\x01")
	newList := func() *list {
		l := &list{}
		l.levels[0] = level{start: 1, format: chinese, text: []rune("\x00、")}
		l.levels[1] = level{start: 1, format: arabic, legal: true, text: two}
		l.levels[2] = level{start: 5, format: bullet, text: []rune("\uf0b7")}
		return l
	}
	type step struct {
		use, level int
		want       string
	}
	tests := []struct {
		name  string
		steps []step
	}{
		{"a lower level begins anew behind a higher one", []step{{1, 0, "一、"}, {1, 1, "1.1"}, {1, 1, "1.2"}, {1, 0, "二、"}, {1, 1, "2.1"}}},
		{"a level above that was not seen counts as begun", []step{{1, 1, "1.1"}, {1, 0, "二、"}}},
		{"another use of the list goes on", []step{{1, 0, "一、"}, {3, 0, "二、"}}},
		{"one that begins elsewhere does so once", []step{{1, 0, "一、"}, {2, 0, "七、"}, {2, 0, "八、"}}},
		{"bullets have no number", []step{{1, 2, ""}}},
		{"no list", []step{{0, 0, ""}, {9, 0, ""}, {1, 9, ""}, {0xf801, 0, ""}}},
	}
	for _, test := range tests {
		l := newList()
		all := &lists{uses: []use{{list: l}, {list: l, starts: map[int]int{0: 7}}, {list: l}}}
		for i, s := range test.steps {
			if got := all.next(s.use, s.level); got != s.want {
				t.Errorf("%s: step %d is %q, want %q", test.name, i, got, s.want)
			}
		}
	}
}
