package byhand

import (
	"errors"
	"strings"
	"testing"
)

func TestSplit(t *testing.T) {
	for _, c := range []struct{ what, text, want string }{
		{"lines keep their numbers over blank ones", "a,b\n\n,,\nc,d\n", "1 a|b;4 c|d"},
		{"a cell of two lines", "\"a\nb\",c\nd,e\n", "1 a\nb|c;3 d|e"},
		{"quotes that do not pair", "a\n\"b\n", "1 a;problem 2"},
		{"nothing", "", ""},
	} {
		var got []string
		Split([]byte(c.text), func(line int, _ Message) { got = append(got, "problem "+string(rune('0'+line))) },
			func(line int, cells []string) {
				got = append(got, string(rune('0'+line))+" "+strings.Join(cells, "|"))
			})
		if s := strings.Join(got, ";"); s != c.want {
			t.Errorf("%s: %q, want %q", c.what, s, c.want)
		}
	}
}

func TestPeriod(t *testing.T) {
	for cell, want := range map[string]string{"2019": "2019", "2019H1": "2019H1", "2019年上半年": "2019H1", "": "", "上半年": "no", "2019年3月5日": "no", "2019和2020": "no"} {
		got, ok := Period(cell)
		if s := string(got); ok && s != want || !ok && want != "no" {
			t.Errorf("%q: %q %v, want %q", cell, s, ok, want)
		}
	}
}

func TestFail(t *testing.T) {
	if err := Fail("a.csv", nil); err != nil {
		t.Error(err)
	}
	err := Fail("a.csv", []Problem{{File: "a.csv", Line: 3, Message: Sayf("丙 %d", "c %d", 3)}, {File: "a.csv", Line: 2, Column: "x", Message: Sayf("乙", "b")}})
	var e *Error
	if !errors.As(err, &e) || e.English() != "a.csv has 2 problems, nothing was written:\n  a.csv line 2, column x: b\n  a.csv line 3: c 3" {
		t.Error(err)
	}
}
