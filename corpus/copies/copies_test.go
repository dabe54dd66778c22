package copies

import (
	"fmt"
	"math/rand/v2"
	"runtime"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"github.com/zhaibao/zhaibao/period"
)

const report = "青河县文化馆2019年上半年工作总结\n2019年上半年，我馆举办文化活动128场，惠及群众35420人次。\n一、群众文化活动丰富多彩\n组织送戏下乡演出46场，观众达27830人次；" +
	"放映农村公益电影312场，观众15640人次。举办书画展览17期，接待观众9215人次。\n二、阵地建设不断加强\n投入资金236.5万元，改造乡镇文化站14个，新增面积3260平方米，购置图书18650册、电脑75台。\n"

func sketch(text string) *Sketch {
	var s Sketcher
	dst := new(Sketch)
	s.Sketch(dst, text, &Identity{})
	return dst
}

func TestSimilarity(t *testing.T) {
	for _, c := range []struct {
		what, a, b              string
		leastText, mostText     int
		leastFigure, mostFigure int
	}{
		{"the same text", report, report, 100, 100, 100, 100},
		{"another place's name", report, strings.ReplaceAll(report, "青河县", "白沙区"), 90, 100, 100, 100},
		{"blanks, breaks and punctuation", report, strings.NewReplacer("\n", "\r\n　　", "，", ", ").Replace(report), 100, 100, 100, 100},
		{"full-width digits", report, strings.NewReplacer("0", "０", "1", "１", "2", "２", "8", "８").Replace(report), 100, 100, 100, 100},
		{"thousands separators", report, strings.ReplaceAll(report, "35420", "35,420"), 100, 100, 100, 100},
		{"another year", report, strings.ReplaceAll(report, "2019", "2020"), 100, 100, 100, 100},
		{"three figures changed", report, strings.NewReplacer("128", "131", "46", "52", "75", "80").Replace(report), 100, 100, 60, 90},
		{"a form filled in otherwise", report, refigure(report, 1), 100, 100, 0, 20},
		{"another report", report, "白石镇2020年防汛工作总结\n汛前检查水库124座、堤防95公里，排查险工险段23处，落实抢险队伍55支1416人。", 0, 20, 0, 10},
	} {
		text, figures := Similarity(sketch(c.a), sketch(c.b))
		if text < c.leastText || text > c.mostText || figures < c.leastFigure || figures > c.mostFigure {
			t.Errorf("%s: text %d, figures %d", c.what, text, figures)
		}
	}
}

// refigure puts other digits for those of all numbers but years.
func refigure(text string, seed uint64) string {
	rng := rand.New(rand.NewPCG(seed, 1))
	return strings.Map(func(r rune) rune {
		if r >= '0' && r <= '9' {
			return '1' + rune(rng.IntN(9))
		}
		return r
	}, text)
}

func TestPeriods(t *testing.T) {
	for _, c := range []struct {
		a, b period.Period
		want periods
	}{
		{"2019", "2019", same},
		{"2019", "2020", different},
		{"2019", "2019H1", different},
		{"", "2019", unsure},
		{"", "", unsure},
		{"XXXXH1", "XXXXH1", unsure},
		{"XXXXH1", "XXXXH2", different},
		{"XXXXH1", "2019H1", unsure},
		{"2019H1", "XXXXH2", different},
		{"XXXX", "2019", unsure},
		{"2019-01/2019-05", "XXXX-01/XXXX-05", unsure},
	} {
		if got := compare(c.a, c.b); got != c.want || compare(c.b, c.a) != c.want {
			t.Errorf("%q, %q: %d, %d, want %d", c.a, c.b, got, compare(c.b, c.a), c.want)
		}
	}
}

func TestPlaces(t *testing.T) {
	city := place{"南京市", "320100", "江苏省/南京市"}
	drum := place{"鼓楼区", "320106", "江苏省/南京市/鼓楼区"}
	for _, c := range []struct {
		what           string
		a, b           place
		differs, apart bool
	}{
		{"one place", drum, drum, false, false},
		{"a city and its district", city, drum, true, false},
		{"namesakes", drum, place{"鼓楼区", "410204", "河南省/开封市/鼓楼区"}, true, true},
		{"a namesake without a code", drum, place{name: "鼓楼区"}, false, false},
		{"two names without a code", place{name: "甲县"}, place{name: "乙县"}, true, true},
		{"one that is not known", place{}, drum, false, false},
	} {
		if c.a.differs(c.b) != c.differs || c.b.differs(c.a) != c.differs || c.a.apart(c.b) != c.apart {
			t.Errorf("%s: %v %v", c.what, c.a.differs(c.b), c.a.apart(c.b))
		}
	}
}

func TestTelling(t *testing.T) {
	for text, want := range map[string]int{"128场": 3, "35420人次": 4, "4000余份": 1, "236.5万元": 4, "0.5%": 1, "三百二十人": 2, "320人": 2, "几场": 0, "１２期": 2} {
		if got := telling(text); got != want {
			t.Errorf("%s: %d, want %d", text, got, want)
		}
	}
}

// What the sketch masks does not decide: names, blanks, the year.
func TestMasked(t *testing.T) {
	var s Sketcher
	key := func(text string) uint64 { s.exact(text); return s.hash(1) }
	want := key("2019年，青河县举办活动128场，惠及12个村。")
	for _, other := range []string{"2020年，白沙县举办活动128场，惠及12个村。", " 2019 年, 青河县 举办活动１２８场，惠及12个村"} {
		if key(other) != want {
			t.Errorf("%s has another key", other)
		}
	}
	for _, other := range []string{"2019年，青河县举办活动129场，惠及12个村。", "2019年，青河县举办演出128场，惠及12个村。", "2019年，青河县举办活动128场，惠及13个村。", "2019年，青河县举办活动12.8场，惠及12个村。"} {
		if key(other) == want {
			t.Errorf("%s has the same key", other)
		}
	}
}

// The table gives back what a map does.
func TestTable(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		table, truth := new(table), map[uint64][2]int{}
		for _, h := range rapid.SliceOfN(rapid.Uint64(), 0, 300).Draw(t, "hashes") {
			report, fact := rapid.IntRange(0, mostReports).Draw(t, "report"), rapid.IntRange(-1, noFact-1).Draw(t, "fact")
			if _, ok := truth[h]; !ok {
				table.add(h, report, fact)
				truth[h] = [2]int{report, fact}
			}
		}
		for h, want := range truth {
			if report, fact, ok := table.find(h); !ok || report != want[0] || fact != want[1] {
				t.Fatalf("%x: %d %d %v, want %v", h, report, fact, ok, want)
			}
		}
	})
}

// Any text has a sketch, which likens it to itself and is the same both ways.
func TestAnyText(t *testing.T) {
	var s Sketcher
	text := rapid.Custom(func(t *rapid.T) string {
		return strings.Join(rapid.SliceOfN(rapid.SampledFrom([]string{"青河县", "村", "1", "９", ".", ",", "，", "年", "2019", "举办活动", "\n", "𠀀", "a", "三百", "%"}), 0, 60).Draw(t, "pieces"), "")
	})
	rapid.Check(t, func(t *rapid.T) {
		var a, b Sketch
		s.Sketch(&a, text.Draw(t, "a"), &Identity{})
		s.Sketch(&b, text.Draw(t, "b"), &Identity{})
		if x, y := Similarity(&a, &a); x != 100 || y != 100 {
			t.Fatal("unlike itself", x, y)
		}
		x, y := Similarity(&a, &b)
		if u, v := Similarity(&b, &a); x != u || y != v || x < 0 || y < 0 || x > 100 || y > 100 {
			t.Fatal(x, y, u, v)
		}
	})
}

// TestMemory: an index takes 250 bytes a report at most, with eight sentences of
// figures in each.
func TestMemory(t *testing.T) {
	if testing.Short() {
		t.Skip("fills 100,000 reports")
	}
	const n = 100_000
	files := make([]string, n)
	for i := range files {
		files[i] = fmt.Sprintf("%03d/%06d.txt", i/1000, i)
	}
	rng := rand.New(rand.NewPCG(1, 2))
	before := heap()
	x, sk := NewIndex(), new(Sketch)
	for i := range n {
		for k := range sk.Text {
			sk.Text[k] = uint8(rng.Uint32())
		}
		for k := range sk.Figures {
			sk.Figures[k] = uint8(rng.Uint32())
		}
		sk.Exact, sk.Keys = rng.Uint64(), sk.Keys[:0]
		for k := range 8 {
			sk.Keys = append(sk.Keys, Key{Hash: rng.Uint64(), Fact: int32(2 * k), Facts: 2, Plain: true})
		}
		x.Add(sk, &Identity{File: files[i], Doc: 1, Region: fmt.Sprint(i % 3000), Period: "2019"})
	}
	each := float64(heap()-before) / n
	t.Logf("%.0f bytes a report with 8 sentences of figures", each)
	if each > 264 {
		t.Errorf("%.0f bytes a report, want 264 at most", each)
	}
	runtime.KeepAlive(x)
	runtime.KeepAlive(files)
}

func heap() int64 {
	runtime.GC()
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	return int64(m.HeapAlloc)
}

func TestSketchAllocatesNothing(t *testing.T) {
	var s Sketcher
	dst, id := new(Sketch), &Identity{Region: "青河县", Period: "2019H1"}
	s.Sketch(dst, report, id)
	if n := testing.AllocsPerRun(100, func() { s.Sketch(dst, report, id) }); n > 0 {
		t.Errorf("%.1f allocations", n)
	}
}

func BenchmarkSketch(b *testing.B) {
	var s Sketcher
	text, dst, id := strings.Repeat(report, 10), new(Sketch), &Identity{}
	b.SetBytes(int64(len(text)))
	for b.Loop() {
		s.Sketch(dst, text, id)
	}
}
