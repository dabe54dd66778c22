package gold

import (
	"slices"
	"strings"
	"testing"
)

func TestParseMarkReadsABracket(t *testing.T) {
	plain := Fact{Bound: "exact", Role: "actual", Basis: "total"}
	with := func(set func(*Marked)) Marked {
		m := Marked{Fact: plain}
		set(&m)
		return m
	}
	tests := []struct {
		name, mark string
		want       Marked
	}{
		{"takes the unit from the surface", "办讲座⟦12场|other|value=12⟧。", with(func(m *Marked) {
			m.Start, m.End, m.Text, m.Metric, m.Value, m.Unit = 3, 6, "12场", "other", "12.0", "场"
		})},
		{"prefers the unit it names", "⟦5千克|other|value=5|unit=千克⟧", with(func(m *Marked) {
			m.End, m.Text, m.Metric, m.Value, m.Unit = 3, "5千克", "other", "5.0", "千克"
		})},
		{"lets a unit be none", "⟦18.7万|other|value=187000|unit=⟧", with(func(m *Marked) {
			m.End, m.Text, m.Metric, m.Value = 5, "18.7万", "other", "187000.0"
		})},
		{"keeps every field", "⟦3至5人|participants|value=3|high=5|bound=range|role=target|basis=each|status=done|label=人|optional=1|alt=other,change⟧",
			Marked{Fact{0, 4, "3至5人", "participants", "3.0", "5.0", "人", "range", "target", "each", "done", "人", false},
				true, []string{"other", "change"}}},
		{"gives a lost number no unit", "⟦XX万元|other|missing=1⟧", with(func(m *Marked) {
			m.End, m.Text, m.Metric, m.Missing = 4, "XX万元", "other", true
		})},
		{"needs no numeral for a status", "⟦已完工|completion_status|status=done⟧", with(func(m *Marked) {
			m.End, m.Text, m.Metric, m.Status = 3, "已完工", "completion_status", "done"
		})},
		{"takes the last of a repeated field", "⟦2座|other|value=1|value=2⟧", with(func(m *Marked) {
			m.End, m.Text, m.Metric, m.Value, m.Unit = 2, "2座", "other", "2.0", "座"
		})},
		{"ends at the first closing bracket of several lines", "⟦2座|other|value=2|label=甲\n乙⟧", with(func(m *Marked) {
			m.End, m.Text, m.Metric, m.Value, m.Unit, m.Label = 2, "2座", "other", "2.0", "座", "甲\n乙"
		})},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			d, err := ParseMark("a/b.mark", []byte(test.mark), codes)
			if err != nil {
				t.Fatal(err)
			}
			if len(d.Facts) != 1 || !equalMarked(d.Facts[0], test.want) {
				t.Errorf("got %+v, want %+v", d.Facts, test.want)
			}
		})
	}
}

func equalMarked(a, b Marked) bool {
	return a.Fact == b.Fact && a.Optional == b.Optional && slices.Equal(a.Alt, b.Alt)
}

func TestParseMarkReadsHeaderAndText(t *testing.T) {
	mark := "#id=x\r\n# region = 甲县 \n#bare\n正文𠀀⟦1个|other|value=1⟧，⟦2个|other|value=2⟧\r完"
	d, err := ParseMark("dir/x.y.mark", []byte(mark), codes)
	if err != nil {
		t.Fatal(err)
	}
	if d.Name != "x.y" || d.Meta["id"] != "x" || d.Meta["region"] != "甲县" || len(d.Meta) != 3 {
		t.Errorf("name %q, header %v", d.Name, d.Meta)
	}
	if want := "正文𠀀1个，2个\n完"; d.Text != want {
		t.Errorf("text %q, want %q", d.Text, want)
	}
	text := []rune(d.Text)
	for _, f := range d.Facts {
		if got := string(text[f.Start:f.End]); got != f.Text {
			t.Errorf("offsets of %q show %q", f.Text, got)
		}
	}
}

func TestParseMarkComplains(t *testing.T) {
	tests := []struct{ name, mark, want string }{
		{"of an unknown metric", "⟦1个|others|value=1⟧", `unknown metric "others"`},
		{"of no metric", "⟦1个⟧", `unknown metric ""`},
		{"of a field it does not know", "⟦1个|other|value=1|color=red⟧", `bad field "color=red"`},
		{"of a field without a value", "⟦1个|other|value=1|optional⟧", `bad field "optional"`},
		{"of a value that is no number", "⟦1个|other|value=一⟧", `bad value "一"`},
		{"of a high that is hexadecimal", "⟦1个|other|value=1|high=0x2|bound=range⟧", `bad high "0x2"`},
		{"of a role outside the list", "⟦1个|other|value=1|role=goal⟧", `bad role "goal"`},
		{"of an unknown alternative", "⟦1个|other|value=1|alt=change,x⟧", `unknown alt "x"`},
		{"of a status without status", "⟦已完工|completion_status⟧", "a completion_status needs status"},
		{"of no value", "⟦1个|other⟧", "no value"},
		{"of a span without numeral", "⟦若干个|other|value=1⟧", "no numeral in the span"},
		{"of a high on an exact value", "⟦1个|other|value=1|high=2⟧", "high without bound=range or bound=about"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			d, err := ParseMark("a.mark", []byte("前文"+test.mark+"后文"), codes)
			want := "a.mark: " + test.mark + ": " + test.want
			if err == nil || !slices.Contains(strings.Split(err.Error(), "\n"), want) {
				t.Errorf("got error %v, want %s", err, want)
			}
			if len(d.Facts) != 1 || !strings.HasSuffix(d.Text, "后文") {
				t.Errorf("the rest is lost: %+v", d)
			}
		})
	}
}

func TestParseMarkJoinsAllProblems(t *testing.T) {
	_, err := ParseMark("a.mark", []byte("⟧ ⟦个|x|value=y⟧ ⟦1个|other"), codes)
	want := strings.Join([]string{
		`a.mark: ⟦个|x|value=y⟧: unknown metric "x"`,
		`a.mark: ⟦个|x|value=y⟧: bad value "y"`,
		`a.mark: ⟦个|x|value=y⟧: no value`,
		`a.mark: ⟦个|x|value=y⟧: no numeral in the span`,
		`a.mark: stray ⟦`,
		`a.mark: stray ⟧`,
	}, "\n")
	if err == nil || err.Error() != want {
		t.Errorf("got\n%v\nwant\n%s", err, want)
	}
}

func TestParseMarkRefusesOtherEncodings(t *testing.T) {
	if _, err := ParseMark("gbk.mark", []byte{0xb9, 0xa4, 0xd7, 0xf7}, codes); err == nil || !strings.HasPrefix(err.Error(), "gbk.mark: not UTF-8") {
		t.Errorf("got %v", err)
	}
}

func TestDefaultUnit(t *testing.T) {
	tests := []struct{ surface, want string }{
		{"120余场", "场"}, {"3.5万人次", "人次"}, {"1,200元", "元"}, {"十几个", "个"},
		{"百分之八", "%"}, {"12.5％", "%"}, {"八成 ", "%"}, {"18.7万", ""},
		{"10—15 万元", "元"}, {"３名", "名"}, {"千分之三", "分之三"}, {"5 台（套）", "台（套）"},
	}
	for _, test := range tests {
		if got := defaultUnit(test.surface); got != test.want {
			t.Errorf("defaultUnit(%q) = %q, want %q", test.surface, got, test.want)
		}
	}
}

func FuzzParseMark(f *testing.F) {
	f.Add("#id=1\n甲⟦1个|other|value=1⟧乙")
	f.Add("⟦⟦⟧⟧|")
	f.Fuzz(func(t *testing.T, mark string) {
		d, _ := ParseMark("f.mark", []byte(mark), codes)
		if d == nil {
			return
		}
		text := []rune(d.Text)
		for _, fact := range d.Facts {
			if got := string(text[fact.Start:fact.End]); got != fact.Text {
				t.Errorf("offsets of %q show %q", fact.Text, got)
			}
		}
	})
}
