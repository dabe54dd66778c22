package quantity

import (
	"fmt"
	"strings"
	"testing"

	"github.com/zhaibao/zhaibao/extract/catalog"
	"github.com/zhaibao/zhaibao/segment"
)

func lexicon(t testing.TB) *Lexicon {
	t.Helper()
	l, err := Compile(catalog.Builtin())
	if err != nil {
		t.Fatal(err)
	}
	return l
}

// read writes the mentions of a text as "surface=value..high unit bound", or
// "surface:reason" for a numeral that counts nothing.
func read(l *Lexicon, text string) string {
	var out []string
	for _, m := range l.Find(nil, text, segment.Span{End: len(text)}) {
		if m.Reason != Plain && m.Reason != Duration && m.Reason != Age {
			out = append(out, m.Of(text)+":"+m.Reason.String())
			continue
		}
		s := m.Of(text) + "=" + m.Value.String()
		if m.HasHigh {
			s += ".." + m.High.String()
		}
		if m.Unit != "" {
			s += " " + m.Unit
		}
		if m.Bound != Exact {
			s += " " + m.Bound.String()
		}
		out = append(out, s)
	}
	return strings.Join(out, "; ")
}

// numerals are read as the guide of the gold reads them.
var numerals = []struct{ kind, text, want string }{
	{"arabic", "共760人", "760人=760 人"},
	{"arabic", "每月３６０元", "３６０元=360 元"},
	{"grouped", "面积11,200平方米", "11,200平方米=11200 平方米"},
	{"grouped", "体检１８，４５６人", "１８，４５６人=18456 人"},
	{"grouped by a wide comma before money", "完成投资1，200万元", "1，200万元=12000000 元"},
	{"a wide comma before people is one", "开班8，200人参加", "8=8; 200人=200 人"},
	{"a sign belongs to one number", "200¥5", "200¥=200 ¥; 5=5"},
	{"letters before money are a noun", "全年GDP12.5亿元", "12.5亿元=1250000000 元"},
	{"grouped by blanks", "发放63 200余份", "63 200余份=63200 份 over"},
	{"队伍 ends in no five", "抢险队伍三十九支，志愿队伍九支，退伍十人", "三十九支=39 支; 九支=9 支; 十人=10 人"},
	{"大陆 ends in no six", "来自大陆五人", "五人=5 人"},
	{"收拾 ends in no ten", "收拾两间屋，捡拾三百斤", "两间=2 间; 三百斤=300 斤"},
	{"financial numerals count", "补助为伍万元，共计伍佰贰拾元，壹拾伍万元", "伍万元=50000 元; 伍佰贰拾元=520 元; 壹拾伍万元=150000 元"},
	{"the mark of a note", "讲座24场[1]，[12]含线上6场", "24场=24 场; 1:list_number; 12:list_number; 6场=6 场"},
	{"brackets around a quantity", "讲座[24场]", "24场=24 场"},
	{"how wide a thing is", "路面宽6.5米", "6.5米:specification"},
	{"how wide a thing is", "道路宽度达12米、全长3公里", "12米:specification; 3公里=3 公里"},
	{"how high a thing is", "砌2米高的围墙", "2米:specification"},
	{"how deep a thing is", "清淤深约1.5米", "1.5米:specification"},
	{"length counts", "铺设管线6.5米", "6.5米=6.5 米"},
	{"a broadband line counts", "新建8公里宽带线路", "8公里=8 公里"},
	{"a motorway counts", "新建8公里高速公路", "8公里=8 公里"},
	{"how much was widened counts", "道路拓宽6.8公里、加宽300米", "6.8公里=6.8 公里; 300米=300 米"},
	{"a level that rose counts", "水位提高2米", "2米=2 米"},
	{"decimal", "支出49.27万元", "49.27万元=492700 元"},
	{"decimal", "比例２９．６％", "２９．６％=29.6 %"},
	{"chinese", "队员三百余名", "三百余名=300 名 over"},
	{"chinese", "奖金两千二百元", "两千二百元=2200 元"},
	{"chinese", "文保员一百零八名", "一百零八名=108 名"},
	{"chinese", "经费贰拾万元", "贰拾万元=200000 元"},
	{"chinese", "二〇二一", "二〇二一=2021"},
	{"short form", "阅读量突破三万五", "三万五=35000 over"},
	{"short form", "观众两千四百五", "两千四百五=2450"},
	{"mixed", "补助4.5千万元", "4.5千万元=45000000 元"},
	{"mixed", "总额1亿2000万元", "1亿2000万元=120000000 元"},
	{"mixed", "观众3万4000人", "3万4000人=34000 人"},
	{"mixed", "花费28万7千元", "28万7千元=287000 元"},
	{"ten thousands of hundred millions", "达二十万亿元", "二十万亿元=20000000000000 元"},
	{"vague", "十几个节目", "十几个=11..19 个 about"},
	{"vague", "几十人", "几十人=20..99 人 about"},
	{"vague", "数百名", "数百名=200..999 名 about"},
	{"vague", "几万份", "几万份=20000..99999 份 about"},
	{"vague", "三十几支", "三十几支=31..39 支 about"},
	{"vague", "上千人次", "上千人次=1000 人次 over"},
	{"vague", "百余册", "百余册=100 册 over"},
	{"vague", "近百人", "百人=100 人 under"},
	{"vague", "万余次", "万余次=10000 次 over"},
	{"vague", "千把人", "千把人=1000 人 about"},
	{"vague", "二十来趟", "二十来趟=20 趟 about"},
	{"adjacent", "三五个", "三五个=3..5 个 range"},
	{"adjacent", "一两百名", "一两百名=100..200 名 range"},
	{"adjacent", "三四十场", "三四十场=30..40 场 range"},
	{"adjacent", "十五六个", "十五六个=15..16 个 range"},
	{"range", "拟投入10至15万元", "10至15万元=100000..150000 元 range"},
	{"range", "每期20—30人", "20—30人=20..30 人 range"},
	{"range", "占60%-80%", "60%-80%=60..80 % range"},
	{"range", "月增收1500元至2000元", "1500元至2000元=1500..2000 元 range"},
	{"range", "新建2到3处", "2到3处=2..3 处 range"},
	{"range", "在20和30之间", "20和30=20..30 range"},
	{"range of two limits", "大于10且小于20的", "10且小于20=10..20 range"},
	{"no range of two limits", "不少于10场，不超过20人", "10场=10 场 over; 20人=20 人 under"},
	{"fraction", "占三分之一", "三分之一=0.333333"},
	{"fraction", "占1/6", "1/6=0.166667"},
	{"fraction", "一又二分之一", "一又二分之一=1.5"},
	{"a decimal before 万", "支出二百九十点五万元", "二百九十点五万元=2905000 元"},
	{"a decimal before 亿", "收入二十点五亿元", "二十点五亿元=2050000000 元"},
	{"percent", "达百分之九十六点五", "百分之九十六点五=96.5 %"},
	{"percent", "提高1.5个百分点", "1.5个百分点=1.5 百分点"},
	{"per mille", "死亡率2.1‰", "2.1‰=2.1 ‰"},
	{"per mille", "不足千分之三", "千分之三=3 ‰ under"},
	{"tenths", "八成以上", "八成=80 % over"},
	{"tenths", "满意率九成三", "九成三=93 %"},
	{"half", "两米半", "两米半=2.5 米"},
	{"half", "3个半小时", "3个半小时=3.5 小时"},
	{"bound before", "不少于12场", "12场=12 场 over"},
	{"bound before", "目标值≥60场", "60场=60 场 over"},
	{"bound after", "30人以内", "30人=30 人 under"},
	{"bounds that contradict", "约4000余吨", "4000余吨=4000 吨 about"},
	{"bounds that agree", "逾260多万人次", "260多万人次=2600000 人次 over"},
	{"bound glued to a word", "最近3场", "3场=3 场"},
	{"alternative unit", "器材430余件（套）", "430余件（套）=430 件 over"},
	{"alternative unit", "2400人（次）", "2400人（次）=2400 人"},
	{"classifier before a unit", "历时一个多月", "一个多月=1 月 over"},
	{"synonym of a unit", "面积200㎡", "200㎡=200 平方米"},
	{"blank before the unit", "放映38 场", "38 场=38 场"},
	{"blank before 余", "演出120 余场", "120 余场=120 场 over"},
	{"blank before 多", "培训300 多人次", "300 多人次=300 人次 over"},
	{"blank before 余 and 万", "补助3 余万元", "3 余万元=30000 元 over"},
	{"line break before the unit", "藏书31\n万册，", "31\n万册=310000 册"},
	{"line break inside the digits", "拉动56\n.3万元；", "56\n.3万元=563000 元"},
	{"blank inside the digits", "党员1 0人", "1 0人=10 人"},
	{"blank inside the digits", "免除2,0 86人次", "2,0 86人次=2086 人次"},
	{"cells of a table stay apart", "改造 10 20 30", "10=10; 20=20; 30=30"},
	{"sign", "增长-2.4%", "-2.4%=-2.4 %"},
	{"yuan and its tenth", "每吨1块8", "1块8=1.8 元"},
	{"traditional", "觀眾4萬餘人", "4萬餘人=40000 人 over"},
	{"masked", "共演出XX场，", "XX场:masked"},
	{"masked", "经费**万元，", "**万元:masked"},
	{"masked", "占地20__平方米，", "20__平方米:masked"},
	{"lost", "折合资金万元；", "万元:lost"},
	{"lost", "架设光缆.公里。", ".公里:lost"},
	{"lost", "占任务数的%；", "%:lost"},
	{"lost", "张贴标语余幅，", "余幅:lost"},
	{"not lost", "近万元", "万元=10000 元 under"},
	{"not lost", "金额（万元）：35.6", "万:word; 35.6=35.6"},
	{"date", "2021年6月28日", "2021年:date; 6月:date; 28日:date"},
	{"date", "1—6月", "1:date; 6月:date"},
	{"date", "2021—2025年", "2021:date; 2025年:date"},
	{"date", "20XX年", "20XX:date"},
	{"date", "“5·18”国际博物馆日", "5:date; 18:date"},
	{"clock", "8:30—20:30", "8:clock; 30:clock; 20:clock; 30:clock"},
	{"ordinal", "第八届文化节", "八届:ordinal"},
	{"ordinal", "改造二次供水泵房", "二次供水:word"},
	{"ordinal", "进行二轮复查", "二轮:ordinal"},
	{"ordinal", "滨江路88号", "88:ordinal"},
	{"list number", "一是抓落实", "一:list_number"},
	{"document number", "（南财教〔2022〕36号）", "2022:document_number; 36:document_number"},
	{"telephone", "电话0600-5550123", "0600:telephone; 5550123:telephone"},
	{"telephone", "拨打12345热线", "12345:telephone"},
	{"name", "“万人品茶”活动", "万人:name"},
	{"name", "《三十九级台阶》", "三十九级:name"},
	{"grade", "达到12级标准", "12级:grade"},
	{"specification", "5人制足球", "5人:specification"},
	{"threshold", "收入10万元以上的村", "10万元:threshold"},
	{"no threshold", "投入10万元以上。", "10万元=100000 元 over"},
	{"word", "统一安排", "一:word"},
	{"word", "四川", "四川:word"},
	{"word", "收拾房间", "拾:word"},
	{"idiom", "走进千家万户", "千家万户:idiom"},
	{"idiom", "从一点一滴做起", "一点一滴做起:idiom"},
	{"no idiom", "落实三会一课", "三会一课:word"},
	{"code", "5G基站", "5:code"},
}

func TestNumerals(t *testing.T) {
	l := lexicon(t)
	for _, n := range numerals {
		if got := read(l, n.text); got != n.want {
			t.Errorf("%s: %s\n got %s\nwant %s", n.kind, n.text, got, n.want)
		}
	}
}

// TestSpokenNumbers writes every number in Chinese and reads it back.
func TestSpokenNumbers(t *testing.T) {
	l := lexicon(t)
	for n := int64(10); n < 1_000_000_000; n = n*21/20 + 7 {
		text := "共计" + spoken(n) + "人"
		ms := l.Find(nil, text, segment.Span{End: len(text)})
		if len(ms) != 1 || ms[0].Value != Int(n) || ms[0].Unit != "人" {
			t.Errorf("%d is written %s and read as %v", n, text, read(l, text))
		}
	}
}

// spoken writes n in Chinese numerals.
func spoken(n int64) string {
	const digits = "零一二三四五六七八九"
	names := []string{"", "十", "百", "千"}
	section := func(n int64) string {
		var b strings.Builder
		zero := false
		for p := 3; p >= 0; p-- {
			unit := int64(1)
			for range p {
				unit *= 10
			}
			d := n / unit % 10
			if d == 0 {
				zero = b.Len() > 0
				continue
			}
			if zero {
				b.WriteString("零")
				zero = false
			}
			b.WriteString(string([]rune(digits)[d]) + names[p])
		}
		return b.String()
	}
	var b strings.Builder
	rest, gap := n, false
	for _, big := range []struct {
		value int64
		name  string
	}{{1e8, "亿"}, {1e4, "万"}, {1, ""}} {
		s := rest / big.value
		rest %= big.value
		if s == 0 {
			gap = b.Len() > 0
			continue
		}
		if b.Len() > 0 && (gap || s < 1000) {
			b.WriteString("零")
		}
		gap = false
		b.WriteString(section(s) + big.name)
	}
	return b.String()
}

func TestDecimals(t *testing.T) {
	for _, s := range []string{"0", "1", "-1", "0.5", "-0.25", "1800", "123456789.000001", "98.6"} {
		d, ok := ParseDecimal(s)
		if !ok || d.String() != s {
			t.Errorf("%s is read and written as %s (%t)", s, d, ok)
		}
	}
	a, _ := ParseDecimal("0.1")
	b, _ := ParseDecimal("0.2")
	if sum, ok := a.Add(b); !ok || sum.String() != "0.3" {
		t.Errorf("0.1 + 0.2 = %s", sum)
	}
	if _, ok := Int(1 << 62).Shift(4); ok {
		t.Error("a value that does not fit is not refused")
	}
	if q, ok := quotient(Int(1), Int(3)); !ok || q.String() != "0.333333" {
		t.Errorf("1/3 = %s", q)
	}
}

// FuzzFind: no panic, spans inside the text, in order and without overlap, every digit in one of them, values within their bounds.
func FuzzFind(f *testing.F) {
	for _, n := range numerals {
		f.Add(n.text)
	}
	l := lexicon(f)
	f.Fuzz(func(t *testing.T, text string) {
		last := 0
		for _, m := range l.Find(nil, text, segment.Span{End: len(text)}) {
			if m.Span.Start < last || m.Span.End < m.Span.Start || m.Span.End > len(text) || m.Span.Start == m.Span.End {
				t.Fatalf("span [%d,%d) after %d in %q", m.Span.Start, m.Span.End, last, text)
			}
			digitsIn(t, text, last, m.Span.Start)
			last = m.Span.End
			if m.HasHigh && m.High.Cmp(m.Value) < 0 && m.Value.Sign() >= 0 {
				t.Fatalf("%s: high %s below %s", m.Of(text), m.High, m.Value)
			}
			if !m.HasValue && m.Value != (Decimal{}) {
				t.Fatalf("%s: a value that is none: %s", m.Of(text), m.Value)
			}
		}
		digitsIn(t, text, last, len(text))
	})
}

// digitsIn fails where the stretch of text between two mentions holds a digit.
func digitsIn(t *testing.T, text string, from, to int) {
	t.Helper()
	if i := strings.IndexAny(text[from:to], "0123456789０１２３４５６７８９"); i >= 0 {
		t.Fatalf("no mention of the digit at %d in %q", from+i, text)
	}
}

func BenchmarkFind(b *testing.B) {
	var text strings.Builder
	for i := range 200 {
		fmt.Fprintf(&text, "上半年共开展送戏下乡演出%d余场，观众达3.5万人次，投入资金1,20%d.5万元；", i+3, i%10)
	}
	l := lexicon(b)
	s := text.String()
	b.SetBytes(int64(len(s)))
	b.ReportAllocs()
	var dst []Mention
	for b.Loop() {
		dst = l.Find(dst[:0], s, segment.Span{End: len(s)})
	}
}
