package correct

import (
	"fmt"
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/zhaibao/zhaibao/extract"
	"github.com/zhaibao/zhaibao/segment"
)

// file makes a corrections file for text of rows such as "120场 change value=12":
// the words of the place (@2 behind them means their second occurrence), the
// action, the cells.
func file(t *testing.T, text string, rows []string) []byte {
	t.Helper()
	lines := []string{strings.Join(Columns, ",")}
	for _, row := range rows {
		parts := strings.Fields(row)
		words, nth, _ := strings.Cut(parts[0], "@")
		at := strings.Index(text, words)
		if nth == "2" {
			at += len(words) + strings.Index(text[at+len(words):], words)
		}
		if at < 0 {
			t.Fatalf("%q is not in the text", words)
		}
		start := utf8.RuneCountInString(text[:at])
		cells := make([]string, len(Columns))
		cells[0], cells[1], cells[2], cells[3] = TextHash(text), fmt.Sprint(start), fmt.Sprint(start+utf8.RuneCountInString(words)), parts[1]
		for _, cell := range parts[2:] {
			name, value, _ := strings.Cut(cell, "=")
			cells[slices.Index(Columns, name)] = value
		}
		lines = append(lines, strings.Join(cells, ","))
	}
	return []byte(strings.Join(lines, "\n"))
}

// corrected extracts text, carries out the rows and returns what came of both.
func corrected(t *testing.T, text string, rows ...string) (*segment.Document, *extract.Result, Outcome) {
	t.Helper()
	ex := compiled(t)
	list, err := Read("f.csv", file(t, text, rows), ex)
	if err != nil {
		t.Fatal(err)
	}
	doc, res, w := new(segment.Document), new(extract.Result), ex.NewWorker()
	doc.Parse(text, segment.Span{End: len(text)})
	r := extract.Report{Doc: doc, Period: "2023"}
	w.Extract(r, res)
	sheet, tally := list.For("a.txt", TextHash(text), text), list.NewTally()
	sheet.Apply(w, r, res)
	tally.Add(sheet)
	return doc, res, tally.Outcome()
}

// described is every fact with what matters of it, then the gaps, then the
// numerals that are no facts.
func described(text string, res *extract.Result) string {
	var facts, rest []string
	for i := range res.Facts {
		f := &res.Facts[i]
		q := &f.Quantity
		s := f.Of(text)
		if f.Rule == extract.CorrectionRule {
			s += "!"
		}
		if q.HasValue {
			s += " " + q.Value.String()
		}
		if q.HasHigh {
			s += "–" + q.High.String()
		}
		s += q.Unit
		for _, link := range []struct {
			sign string
			to   int
		}{{"<", f.Parent}, {"=", f.SameAs}, {">", f.TargetOf}} {
			if link.to != extract.None {
				s += link.sign + res.Facts[link.to].Of(text)
			}
		}
		facts = append(facts, s)
	}
	for _, g := range res.Gaps {
		s := "?" + string(g.Kind) + " " + g.Of(text)
		if g.Fact != extract.None && res.Facts[g.Fact].Span != g.Span {
			s += " of another fact"
		}
		rest = append(rest, s)
	}
	for _, n := range res.Numerals {
		if n.Verdict == extract.IsNonfact {
			rest = append(rest, n.Of(text)+" "+n.Reason)
		}
	}
	return strings.Join(append(facts, rest...), "; ")
}

func TestApply(t *testing.T) {
	const repeated = "接待读者41.3万人次。\n今年以来，接待读者41.3万人次。\n全年接待读者41.3万人次。"
	for _, c := range []struct {
		kind, text string
		rows       []string
		want       string
	}{
		{"nothing", "演出120余场。", nil, "120余场 120场"},
		{"a value", "演出120余场。", []string{"120余场 change value=12"}, "120余场! 12场"},
		{"a unit with its base", "投入资金20万元。", []string{"20万元 change value=3 unit=美元"}, "20万元! 3美元"},
		{"a unit emptied", "演出120场。", []string{"120场 change unit=-"}, "120场! 120"},
		{"a high end makes a range", "演出10场。", []string{"10场 change high=15"}, "10场! 10–15场"},
		{"a range without its high end", "演出10至15场。", []string{"10至15场 change high=-"}, "10至15场! 10场"},
		{"a number that was misread as there", "演出120场。", []string{"120场 change missing=1"}, "120场!场; ?missing 120场"},
		{"a lost number found", "发放农资折合万元。", []string{"万元 change value=80000"}, "万元! 80000元"},
		{"a masked number found", "共演出XX场。", []string{"XX场 change value=30"}, "XX场! 30场"},
		{"what was cut is settled", "印发明白纸2024余份。", []string{"2024余份 change value=24"}, "2024余份! 24份"},
		{"a fact taken out", "演出120场，培训30人。", []string{"120场 delete"}, "30人 30人; 120场 corrected"},
		{"a gap goes with its fact", "发放农资折合万元，共演出12场。", []string{"万元 delete"}, "12场 12场; 万元 corrected"},
		{"what was not understood is no figure added", "全年共计1286。", []string{"1286 add metric=other value=1286"}, "1286! 1286"},
		{"facts stand in the order of the text", "全年共计1286。演出12场。全年共计1287。",
			[]string{"1287 add metric=other value=1287", "1286 add metric=other value=1286 unit=个"}, "1286! 1286个; 12场 12场; 1287! 1287"},
		{"a figure without a numeral", "演出若干场。", []string{"若干场 add metric=performance_sessions unit=场 missing=1"}, "若干场!场; ?missing 若干场"},
		{"another span for a fact", "演出120余场。", []string{"120余场 delete", "演出120余场 add metric=performance_sessions value=120 unit=场"}, "演出120余场! 120场"},
		{"the first of repetitions taken out", repeated, []string{"41.3万人次 delete"}, "41.3万人次 413000人次; 41.3万人次 413000人次=41.3万人次; 41.3万人次 corrected"},
		{"a repetition with another value", repeated, []string{"41.3万人次@2 change value=4130"}, "41.3万人次 413000人次; 41.3万人次! 4130人次; 41.3万人次 413000人次=41.3万人次"},
		{"a misread repetition", "接待读者41.3万人次。\n今年以来，接待读者41万人次。", []string{"41万人次 change value=413000"}, "41.3万人次 413000人次; 41万人次! 413000人次=41.3万人次"},
		{"a total taken out", "培训300人，其中党员20人、团员30人。", []string{"300人 delete"}, "20人 20人; 30人 30人; 300人 corrected"},
		{"one of the parts taken out", "培训300人，其中党员20人、团员30人。", []string{"20人 delete"}, "300人 300人; 30人 30人<300人; 20人 corrected"},
		{"a part that exceeds its total", "培训300人，其中党员20人。", []string{"20人 change value=500"}, "300人 300人; 20人! 500人<300人; ?part_exceeds_total 20人"},
		{"a part that does so no more", "培训300人，其中党员500人。", []string{"500人 change value=50"}, "300人 300人; 500人! 50人<300人"},
		{"a part that is a total of its own", "培训300人，其中党员20人。", []string{"20人 change basis=total"}, "300人 300人; 20人! 20人"},
		{"a total that is a part", "参加培训300人，培训20人。", []string{"20人 change basis=part metric=trainees", "300人 change metric=trainees"}, "300人! 300人; 20人! 20人<300人"},
		{"a target taken out", "目标新建充电桩240个，实际新建充电桩251个。", []string{"240个 delete"}, "251个 251个; 240个 corrected"},
		{"a target with another value", "目标新建充电桩240个，实际新建充电桩251个。", []string{"240个 change value=250"}, "240个! 250个; 251个 251个>240个"},
		{"a target that is none", "目标新建充电桩240个，实际新建充电桩251个。", []string{"240个 change role=reference"}, "240个! 240个; 251个 251个"},
		{"a target that is found", "往年新建充电桩240个，实际新建充电桩251个。", []string{"240个 change role=target"}, "240个! 240个; 251个 251个>240个"},
	} {
		_, res, outcome := corrected(t, c.text, c.rows...)
		if got := described(c.text, res); got != c.want || outcome.Applied != len(c.rows) {
			t.Errorf("%s: %s\n got %s\nwant %s\n%+v", c.kind, c.text, got, c.want, outcome)
		}
	}
}

func TestApplyNumbers(t *testing.T) {
	for _, c := range []struct{ kind, text, row, want string }{
		{"余 keeps its room", "演出120余场。", "120余场 change value=60", "60 场 over 60 70 base 60 场"},
		{"超 has none", "演出超过120场。", "120场 change value=60", "60 场 over 60 ∞ base 60 场"},
		{"a bound alone", "演出120场。", "120场 change bound=under", "120 场 under ∞ 120 base 120 场"},
		{"a bound and a high end", "演出120场。", "120场 change high=130 bound=about", "120–130 场 about 120 130 base 120 场"},
		{"a range in full", "演出120场。", "120场 change value=100 high=130", "100–130 场 range 100 130 base 100 场"},
		{"a decrease from 3 to 5", "演出下降4%。", "4% change value=-3 high=-5", "-3–-5 % range -5 -3 base -3 %"},
		{"an area in its base", "种植小麦12亩。", "12亩 change value=1.5 unit=公顷", "1.5 公顷 exact 1.5 1.5 base 15000 平方米"},
		{"a unit alone", "种植小麦12亩。", "12亩 change unit=公顷", "12 公顷 exact 12 12 base 120000 平方米"},
	} {
		_, res, _ := corrected(t, c.text, c.row)
		q := &res.Facts[0].Quantity
		high := ""
		if q.HasHigh {
			high = "–" + q.High.String()
		}
		low, upper := "∞", "∞"
		if q.HasLow {
			low = q.Low.String()
		}
		if q.HasUpper {
			upper = q.Upper.String()
		}
		got := fmt.Sprintf("%s%s %s %s %s %s base %s %s", q.Value, high, q.Unit, q.Bound, low, upper, q.BaseValue, q.BaseUnit)
		if got != c.want {
			t.Errorf("%s: %s, %s\n got %s\nwant %s", c.kind, c.text, c.row, got, c.want)
		}
	}
}

func TestApplyWords(t *testing.T) {
	const text = "演出一览。\n演出队伍壮大，演出120场，演出已完成。"
	for _, c := range []struct{ kind, row, want string }{
		{"the words nearest in the sentence", "120场 change label=演出", "演出@" + fmt.Sprint(strings.Index(text, "演出120")) + " actual total  flow"},
		{"words elsewhere in the report", "120场 change label=一览", "一览@" + fmt.Sprint(strings.Index(text, "一览")) + " actual total  flow"},
		{"no label", "120场 change label=-", "@0 actual total  flow"},
		{"role, basis, status, time", "120场 change role=reference basis=each status=ongoing time=stock label=-", "@0 reference each ongoing stock"},
		{"a status emptied", "120场 change status=- label=-", "@0 actual total  flow"},
	} {
		doc, res, outcome := corrected(t, text, c.row)
		f := &res.Facts[slices.IndexFunc(res.Facts, func(f extract.Fact) bool { return f.Of(text) == "120场" })]
		got := fmt.Sprintf("%s@%d %s %s %s %s", f.Label.Of(doc.Text), f.Label.Start, f.Role, f.Basis, f.Status, f.Time)
		if got != c.want || outcome.Applied != 1 {
			t.Errorf("%s: got %s, want %s, %+v", c.kind, got, c.want, outcome)
		}
	}
}

// A plan for next year that is said to have been done was done in the report's period.
func TestAPlanThatWasDone(t *testing.T) {
	_, res, _ := corrected(t, "明年计划演出150场。", "150场 change role=actual")
	if f := &res.Facts[0]; f.Later || f.Period != "" || f.Role != extract.Actual {
		t.Errorf("%+v", f)
	}
}

// What is added is placed like any other fact.
func TestAddedFactsHaveTheirPlace(t *testing.T) {
	const text = "2023年工作总结\n一、文化惠民\n全年共计1286。演出12场。"
	doc, res, _ := corrected(t, text, "1286 add metric=other value=1286", "惠民 add metric=completion_status status=done")
	for i, want := range []struct{ sentence, section string }{{"文化惠民", ""}, {"全年共计1286。", "文化惠民"}, {"演出12场。", "文化惠民"}} {
		f := &res.Facts[i]
		section := ""
		if f.Section != extract.None {
			section = doc.Blocks[f.Section].Of(text)
		}
		if got := doc.Sentences[f.Sentence].Of(text); !strings.HasSuffix(got, want.sentence) || !strings.HasSuffix(section, want.section) {
			t.Errorf("%s is in sentence %q of %q, want %q of %q", f.Of(text), got, section, want.sentence, want.section)
		}
	}
}

// What cannot be carried out leaves the facts as they are, and says why.
func TestMisses(t *testing.T) {
	for _, c := range []struct{ kind, text, row, want string }{
		{"part of a fact", "演出120余场。", "120 change value=5", `line 2 (a.txt): "120" is no fact, but "120余场" overlaps it`},
		{"no fact at all", "演出120余场。", "演出 delete", `line 2 (a.txt): "演出" is no fact; check start and end, or use add`},
		{"a fact is there already", "演出120余场。", "演出120 add metric=other value=1", `line 2 (a.txt): "演出120" overlaps the fact "120余场"`},
		{"words that are not in the text", "演出120余场。", "120余场 change label=书", `line 2 (a.txt): the text of the report does not have "书"`},
		{"a value above the high end", "演出10至15场。", "10至15场 change value=20", "line 2 (a.txt): value is not below the high that is there (15)"},
		{"a high end below the value", "演出20场。", "20场 change high=15", "line 2 (a.txt): value is not below the high that is there (15)"},
		{"exact, with a high end", "演出10至15场。", "10至15场 change bound=exact", "line 2 (a.txt): the fact has a high (15)"},
		{"a range without a high end", "演出20场。", "20场 change bound=range", "line 2 (a.txt): range needs high"},
		{"a high end of a missing number", "共演出XX场。", "XX场 change high=15", "line 2 (a.txt): there is no high without a value"},
	} {
		_, before, _ := corrected(t, c.text)
		_, res, outcome := corrected(t, c.text, c.row)
		if outcome.Unmatched != 1 || !strings.HasPrefix(outcome.Misses[0].English(), c.want) {
			t.Errorf("%s: %+v\nwant %s", c.kind, outcome, c.want)
		}
		if !reflect.DeepEqual(res, before) {
			t.Errorf("%s: the result changed", c.kind)
		}
	}
}

// A span that the text does not have, a text that was not read, a text that lies in two files.
func TestTally(t *testing.T) {
	ex := compiled(t)
	text, other := "演出120场。", "演出20场。"
	data := fmt.Sprintf("text_hash,start,end,action\n%s,2,6,delete\n%[1]s,2,90,delete\n%s,2,5,delete\n", TextHash(text), TextHash(other))
	list, err := Read("f", []byte(data), ex)
	if err != nil {
		t.Fatal(err)
	}
	tally, w := list.NewTally(), ex.NewWorker()
	for _, name := range []string{"a.txt", "b.txt"} {
		doc, res := new(segment.Document), new(extract.Result)
		doc.Parse(text, segment.Span{End: len(text)})
		w.Extract(extract.Report{Doc: doc}, res)
		sheet := list.For(name, TextHash(text), text)
		sheet.Apply(w, extract.Report{Doc: doc}, res)
		tally.Add(sheet)
	}
	o := tally.Outcome()
	if o.Applied != 1 || o.Unmatched != 1 || o.Unused != 1 || o.Misses[0].Error() != "第 3 行（a.txt）：[2,90) 不在一份报告的正文里；请核对 start、end" {
		t.Errorf("%+v", o)
	}
	var none *List
	none.For("a", TextHash(text), text).Apply(w, extract.Report{}, nil)
	if none.NewTally().Outcome().Misses != nil {
		t.Error("no list has an outcome")
	}
}

// TestReviseWithoutCorrections: bringing links, numerals and gaps in line where
// nothing was corrected changes nothing.
func TestReviseWithoutCorrections(t *testing.T) {
	paths, err := filepath.Glob("../../testdata/reports/*.txt")
	if err != nil || len(paths) == 0 {
		t.Fatalf("no reports: %v", err)
	}
	ex := compiled(t)
	for _, path := range paths {
		data, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		text := string(data)
		doc, w := new(segment.Document), ex.NewWorker()
		doc.Parse(text, segment.Span{End: len(text)})
		r := extract.Report{Doc: doc, Period: "2021"}
		want, got := new(extract.Result), new(extract.Result)
		w.Extract(r, want)
		w.Extract(r, got)
		w.Revise(r, got, make([]bool, len(got.Facts)), nil)
		if !reflect.DeepEqual(got, want) {
			t.Errorf("%s: %s", path, described(text, got))
		}
		spans := map[segment.Span]bool{}
		for i := range want.Facts {
			if s := want.Facts[i].Span; spans[s] {
				t.Errorf("%s: two facts in the span %q, of which a correction takes the first", path, s.Of(text))
			} else {
				spans[s] = true
			}
		}
	}
}
