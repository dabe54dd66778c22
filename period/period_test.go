package period

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"pgregory.net/rapid"
)

func TestParse(t *testing.T) {
	for _, s := range []string{"", "2019", "2019H1", "2019H2", "2019Q4", "2019-06", "2019-01/2019-05", "2018-09/2019-08", "XXXX", "XXXXH1", "XXXXQ3", "XXXX-09/XXXX-08", "2019-01/2021-12"} {
		if p, err := Parse(s); err != nil || string(p) != s {
			t.Errorf("Parse(%q) = %q, %v", s, p, err)
		}
	}
	for _, s := range []string{"19", "2019H3", "2019Q0", "2019-13", "2019-1", "2019-01/2019-06", "2019-05/2019-01", "2019-01/XXXX-05", "0000", "20X9", "2019年", "2019-01/2019-01", "2019-0a"} {
		if p, err := Parse(s); err == nil {
			t.Errorf("Parse(%q) = %q, want an error", s, p)
		}
	}
}

func TestRelations(t *testing.T) {
	for _, c := range []struct {
		p               Period
		relation        string
		q               Period
		contains, after bool
	}{
		{"2023", "comes after", "2022", false, true},
		{"2022H2", "comes after", "2022H1", false, true},
		{"2022", "contains", "2022H2", true, false},
		{"2022H1", "contains", "2022-06", true, false},
		{"2022H1", "does not contain", "2022-07", false, false},
		{"2018-09/2019-08", "contains", "2019-01", true, false},
		{"XXXX", "contains", "XXXXH1", true, false},
		{"XXXXH2", "comes after", "XXXXH1", false, true},
		{"2022", "cannot be compared with", "XXXXH1", false, false},
		{"", "cannot be compared with", "2022", false, false},
	} {
		if got := c.p.Contains(c.q); got != c.contains {
			t.Errorf("%s %s %s: Contains %v", c.p, c.relation, c.q, got)
		}
		if got := c.p.After(c.q); got != c.after {
			t.Errorf("%s %s %s: After %v", c.p, c.relation, c.q, got)
		}
	}
}

func TestCompareIsAnOrder(t *testing.T) {
	sorted := []Period{"", "XXXX", "XXXXH1", "XXXXH2", "2018-09/2019-08", "2019", "2019H1", "2019-01/2019-05", "2019Q1", "2019-01", "2019Q2", "2020"}
	for i, p := range sorted {
		for j, q := range sorted {
			want := min(max(i-j, -1), 1)
			if got := p.Compare(q); got != want {
				t.Errorf("Compare(%q, %q) = %d, want %d", p, q, got, want)
			}
		}
	}
}

func TestYear(t *testing.T) {
	for p, want := range map[Period]int{"2019H1": 2019, "2018-09/2019-08": 2018, "XXXX": 0, "": 0, "x": 0} {
		if got := p.Year(); got != want {
			t.Errorf("%q begins in %d, want %d", p, got, want)
		}
	}
	if got := Period("XXXX-09/XXXX-08").WithYear(2018); got != "2018-09/2019-08" {
		t.Errorf("WithYear = %q", got)
	}
	if got := Period("XXXXH1").WithYear(2022); got != "2022H1" {
		t.Errorf("WithYear = %q", got)
	}
}

func TestFind(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"2019年工作总结", "2019年=2019"},
		{"2019年度工作总结", "2019年度=2019"},
		{"2019年全年", "2019年全年=2019"},
		{"二〇二一年工作情况", "二〇二一年=2021"},
		{"二○二一年、二零二零年", "二○二一年=2021 二零二零年=2020"},
		{"２０２０年健康惠民", "２０２０年=2020"},
		{"20XX年上半年", "20XX年上半年=XXXXH1"},
		{"20xx年", "20xx年=XXXX"},
		{"20××年第一季度", "20××年第一季度=XXXXQ1"},
		{"20**年", "20**年=XXXX"},
		{"XX年上半年", "XX年上半年=XXXXH1"},
		{"xx县20XX年", "20XX年=XXXX"},
		{"2019年上半年", "2019年上半年=2019H1"},
		{"2019 年 6 月 8 日", "2019 年 6 月 8 日=2019-06 day"},
		{"2019 年工作", "2019 年=2019"},
		{"2019 6", ""},
		{"2019年 下半年", "2019年 下半年=2019H2"},
		{"2022年第三季度", "2022年第三季度=2022Q3"},
		{"2022年四季度", "2022年四季度=2022Q4"},
		{"2022年前三季度", "2022年前三季度=2022-01/2022-09"},
		{"2022年一至三季度", "2022年一至三季度=2022-01/2022-09"},
		{"2019年1—6月", "2019年1—6月=2019H1"},
		{"2019年1-6月份", "2019年1-6月份=2019H1"},
		{"2019年1至5月", "2019年1至5月=2019-01/2019-05"},
		{"2019年1-9月", "2019年1-9月=2019-01/2019-09"},
		{"2019年１～３月", "2019年１～３月=2019Q1"},
		{"2021年1—2月", "2021年1—2月=2021-01/2021-02"},
		{"2021年1月至4月", "2021年1月至4月=2021-01/2021-04"},
		{"2019年6月", "2019年6月=2019-06"},
		{"2019年十二月", "2019年十二月=2019-12"},
		{"2023年10月8日", "2023年10月8日=2023-10 day"},
		{"二O二三年上半年", "二O二三年上半年=2023H1"},
		{"2023年1月—2023年6月", "2023年1月—2023年6月=2023H1"},
		{"2023年1月1日至2023年9月30日", "2023年1月1日至2023年9月30日=2023-01/2023-09"},
		{"20XX年9月至20XX年8月", "20XX年9月至20XX年8月=XXXX-09/XXXX-08"},
		{"2023年前10个月", "2023年前10个月=2023-01/2023-10"},
		{"前五个月完成", "前五个月=XXXX-01/XXXX-05 noyear"},
		{"前三个季度", "前三个季度=XXXX-01/XXXX-09 noyear"},
		{"2023年春季学期", "2023年春季学期=2023-02/2023-07"},
		{"2023年秋季学期", "2023年秋季学期=2023-09/2024-01"},
		{"目前10个村、前12个项目", ""},
		{"二〇二三年十月八日", "二〇二三年十月八日=2023-10 day"},
		{"2018—2019学年", "2018—2019学年=2018-09/2019-08"},
		{"2018-2019学年度", "2018-2019学年度=2018-09/2019-08"},
		{"2018-2019学年度第二学期", "2018-2019学年度第二学期=2019-02/2019-07"},
		{"2019—2021年", "2019—2021年=2019-01/2021-12"},
		{"2019年9月至2020年8月", "2019年9月至2020年8月=2019-09/2020-08"},
		{"2019年1月1日至6月30日", "2019年1月1日至6月30日=2019H1"},
		{"2021年元旦春节期间", "2021年元旦春节=2021-01/2021-02"},
		{"工作总结120XX年上半年", "20XX年上半年=XXXXH1"},
		{"工作总结12019年上半年", "2019年上半年=2019H1"},
		{"上半年，我站", "上半年=XXXXH1 noyear"},
		{"今年1—6月完成", "1—6月=XXXXH1 noyear"},
		{"去年上半年", "上半年=XXXXH1 noyear-1"},
		{"明年一季度", "一季度=XXXXQ1 noyear+1"},
		{"前三季度共", "前三季度=XXXX-01/XXXX-09 noyear"},
		{"共15年，坚持了32年，120年校庆，1234年", ""},
		{"一二年级、1980年代、2020级", ""},
		{"3个月，12个月，1.5月", ""},
		{"投入2019万元", ""},
		{"拥有2019—2020个", ""},
	} {
		if got := render(c.text); got != c.want {
			t.Errorf("%s: found %q, want %q", c.text, got, c.want)
		}
	}
}

func render(text string) string {
	var out []string
	for _, m := range Find(text) {
		s := m.Of(text) + "=" + string(m.Period)
		if m.NoYear {
			s += " noyear"
		}
		if m.YearOffset != 0 {
			s += fmt.Sprintf("%+d", m.YearOffset)
		}
		if m.Day {
			s += " day"
		}
		out = append(out, s)
	}
	return strings.Join(out, " ")
}

func FuzzFind(f *testing.F) {
	f.Add("2019年1—6月20XX年\xff前三季度第")
	f.Add("20XX—20XX学年")
	f.Fuzz(func(t *testing.T, text string) {
		end := 0
		for _, m := range Find(text) {
			if m.Start < end || m.Empty() || m.End > len(text) {
				t.Fatalf("span %v after %d in %q", m.Span, end, text)
			}
			if !m.Period.Valid() {
				t.Fatalf("period %q from %q", m.Period, m.Of(text))
			}
			end = m.End
		}
	})
}

// The look ahead must never pass over what the scanner would read.
func FuzzMayFollow(f *testing.F) {
	for _, s := range []string{"2019年上半年", "1—6月", "前三季度", "二〇二〇年", "20XX年", "第 一季度", "12019年", "元旦春节", "十一月", "2018-2019学年", "XX年", "9 月份"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, text string) {
		for i := range text {
			s := scanner{text: text, i: i}
			if _, ok := s.mention(); ok && !mayFollow(text, i) {
				t.Errorf("%q at %d is a period and is passed over", text, i)
			}
		}
	})
}

// TestOfKeepsItsForms: a period that is kept is the one that is written out.
func TestOfKeepsItsForms(t *testing.T) {
	for _, year := range []int{0, 1, 1948, 1949, 2019, 2099, 2100} {
		for first := 1; first <= 12; first++ {
			for last := first; last <= 12; last++ {
				p := Of(year, first, last)
				if got, err := Parse(string(p)); err != nil || got != p {
					t.Errorf("Of(%d, %d, %d) is %q: %v", year, first, last, p, err)
				}
				if a, b, ok := p.Months(); !ok || a != year*12+first-1 || b != year*12+last-1 {
					t.Errorf("Of(%d, %d, %d) is %q, months %d to %d", year, first, last, p, a, b)
				}
			}
		}
	}
	if n := testing.AllocsPerRun(10, func() { Of(2019, 1, 6); Of(2020, 7, 7); Of(0, 4, 6) }); n > 0 {
		t.Errorf("%v allocations", n)
	}
}

// TestNext: Next goes through what Find finds, and Leading is the first where
// the text begins with it.
func TestNext(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		parts := rapid.SliceOf(rapid.SampledFrom([]string{"2019年", "上半年", "1—6月", "二〇二一年", "20XX年", "第", "三季度", "12", "月", "8日", "，", "全", "去", "学年", "至", " ", "x", "😀", "县"})).Draw(t, "parts")
		text := strings.Join(parts, "")
		var got []Mention
		for m, ok := Next(text, 0); ok; m, ok = Next(text, m.End) {
			got = append(got, m)
		}
		if want := Find(text); !slices.Equal(got, want) {
			t.Fatalf("%q: %v, Find %v", text, got, want)
		}
		m, ok := Leading(text)
		if want := len(got) > 0 && got[0].Start == 0; ok != want || ok && m != got[0] {
			t.Fatalf("%q: leading %v %v, all %v", text, m, ok, got)
		}
	})
}

// A megabyte of what begins a period and never becomes one takes a moment, not minutes.
func TestLinearTime(t *testing.T) {
	for _, unit := range []string{"7", "一", "十", "2019", "20", "前", "第", "第一", "X", "1—", "一、", "２", "2 ", "全", "元旦", "上半", "2019年至", "1月"} {
		text := strings.Repeat(unit, 1<<20/len(unit))
		start := time.Now()
		Find(text)
		if took := time.Since(start); took > 5*time.Second {
			t.Errorf("a megabyte of %q takes %v", unit, took)
		}
	}
}
