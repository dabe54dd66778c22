package cli

import (
	"cmp"
	"fmt"
	"io"
	"math"
	"slices"
	"strconv"
	"strings"

	"github.com/zhaibao/zhaibao/metrics/compare"
	"github.com/zhaibao/zhaibao/period"
	"github.com/zhaibao/zhaibao/region"
)

// print writes the summary.
func (s *compareSummary) print(w io.Writer) {
	p := s.panel
	fmt.Fprintf(w, s.lang.say("比较 %d 个地区、%d 个报告期、%d 项指标（table.csv %d 行），得到 %d 条结果\n", "compared %d regions, %d periods, %d indicators (%d rows of table.csv): %d results\n"),
		len(p.Regions), len(p.Periods), len(p.Indicators), s.rows, s.results)
	s.printAside(w)
	s.printLevels(w)
	s.printPeriods(w)
	s.printScores(w)
	s.printQuestions(w)
	s.printOutliers(w)
	s.printAbsent(w)
	if n := len(s.files); n > 0 {
		fmt.Fprintf(w, s.lang.say("\n结果：%s；%s 说明各列和 note\n", "\nresults: %s; %s explains columns and notes\n"), strings.Join(s.files[:n-1], s.lang.say("、", ", ")), s.files[n-1])
	}
}

func (s *compareSummary) printAside(w io.Writer) {
	if len(s.panel.SetAside) == 0 {
		return
	}
	var names []string
	for _, a := range s.panel.SetAside {
		names = append(names, orDash(a.Region)+" "+orDash(string(a.Period)))
	}
	fmt.Fprintf(w, s.lang.say("没有参加比较（地区或年份不明）%d 个：%s\n", "left out (region or year unknown) %d: %s\n"), len(names), s.some(names, listedAbsent, s.lang.say("、", ", ")))
}

func orDash(s string) string {
	if s == "" {
		return "—"
	}
	return s
}

// some joins the first of a list and says how many more there are.
func (s *compareSummary) some(list []string, most int, comma string) string {
	if len(list) <= most {
		return strings.Join(list, comma)
	}
	return strings.Join(list[:most], comma) + fmt.Sprintf(s.lang.say(" …还有 %d", " …%d more"), len(list)-most)
}

// printLevels warns where places of different rank are side by side: a county
// and its townships are no peers, and shares of their total count twice.
func (s *compareSummary) printLevels(w io.Writer) {
	names := [...]string{region.Province: "省", region.Prefecture: "市州", region.County: "县区", region.Township: "乡镇街道", region.Village: "村社区"}
	var n [len(names)]int
	kinds := 0
	for _, r := range s.panel.Regions {
		if name, ok := region.Head(r.Name); ok && int(name.Level) < len(n) && name.Level != region.None {
			if n[name.Level]++; n[name.Level] == 1 {
				kinds++
			}
		}
	}
	if kinds < 2 {
		return
	}
	var parts []string
	for level, count := range n {
		if count > 0 {
			parts = append(parts, fmt.Sprintf("%s %d", names[level], count))
		}
	}
	fmt.Fprintf(w, s.lang.say("注意：地区不属同一级（%s），名次、比重会把上下级放在一起\n", "note: places of different rank (%s); ranks and shares put a place beside its own parts\n"), strings.Join(parts, s.lang.say("，", ", ")))
}

// printPeriods shows top and bottom of what most regions reported, in the
// periods that most regions reported of.
func (s *compareSummary) printPeriods(w io.Writer) {
	by := map[period.Period][]*compareLine{}
	var periods []period.Period
	for at, line := range s.lines {
		if line.n < 2 {
			continue
		}
		if by[at.period] == nil {
			periods = append(periods, at.period)
		}
		by[at.period] = append(by[at.period], line)
	}
	if len(periods) == 0 {
		fmt.Fprintln(w, s.lang.say("没有两个地区在同一报告期报告了同一指标：没有可以互相比较的数", "no two regions report one indicator in one period: nothing can be compared"))
		return
	}
	for _, lines := range by {
		slices.SortFunc(lines, func(a, b *compareLine) int { return cmp.Or(b.n-a.n, cmp.Compare(a.name, b.name)) })
	}
	slices.SortFunc(periods, func(a, b period.Period) int { return cmp.Or(by[b][0].n-by[a][0].n, b.Compare(a)) })
	for i, p := range periods {
		if i == listedPeriods {
			fmt.Fprintf(w, s.lang.say("\n…还有 %d 个报告期\n", "\n…%d more periods\n"), len(periods)-i)
			break
		}
		s.printPeriod(w, p, by[p])
	}
}

func (s *compareSummary) printPeriod(w io.Writer, p period.Period, lines []*compareLine) {
	rows := [][]string{{string(p), s.lang.say("地区", "regions"), s.lang.say("最前", "top"), s.lang.say("最后", "bottom"), s.lang.say("中位数", "median")}}
	for i, line := range lines {
		if i == listedIndicators {
			rows = append(rows, []string{fmt.Sprintf(s.lang.say("…还有 %d 项", "…%d more"), len(lines)-i)})
			break
		}
		rows = append(rows, []string{line.name, strconv.Itoa(line.n), line.top, line.bottom, line.median})
	}
	fmt.Fprintf(w, "\n%s", align(rows, func(i int) bool { return i == 1 }))
}

func (s *compareSummary) printScores(w io.Writer) {
	var periods []period.Period
	for p := range s.scores {
		periods = append(periods, p)
	}
	slices.SortFunc(periods, func(a, b period.Period) int { return b.Compare(a) })
	for _, p := range periods {
		var ranked []compare.Result
		for _, r := range s.scores[p] {
			if r.Rank > 0 {
				ranked = append(ranked, r)
			}
		}
		if len(ranked) == 0 {
			fmt.Fprintf(w, s.lang.say("\n综合指数 %s：没有得出（指标齐全的地区不足 3 个，或各地相同）\n", "\nindex %s: none (fewer than 3 regions have all indicators, or all are alike)\n"), p)
			continue
		}
		slices.SortStableFunc(ranked, func(a, b compare.Result) int { return a.Rank - b.Rank })
		var list []string
		for _, r := range ranked {
			list = append(list, fmt.Sprintf("%d %s %s", r.Rank, r.Region.Name, fixed(r.Value, 3)))
		}
		fmt.Fprintf(w, s.lang.say("\n综合指数 %s（%d 个地区）：%s\n  权重：%s\n", "\nindex %s (%d regions): %s\n  weights: %s\n"),
			p, len(ranked), s.some(list, listedScores, s.lang.say("；", "; ")), strings.Join(s.weights[p], s.lang.say("、", ", ")))
	}
}

func (s *compareSummary) printQuestions(w io.Writer) {
	if len(s.lost) == 0 {
		return
	}
	fmt.Fprintf(w, s.lang.say("\n差千倍、万倍，请核对原文有没有“万”（%d 处）：\n", "\na thousand or ten thousand times apart; look whether 万 was lost (%d):\n"), len(s.lost))
	for i, r := range s.lost {
		if i == listedQuestions {
			fmt.Fprintf(w, s.lang.say("  …还有 %d 处，见 wan_check\n", "  …%d more, see wan_check\n"), len(s.lost)-i)
			break
		}
		of := s.lang.say("同期其他地区", "the period's other regions")
		if r.Against == compare.AgainstPeriods {
			of = s.lang.say("本地区其他时期", "its other periods")
		}
		fmt.Fprintf(w, s.lang.say("  %s %s %s：%s，%s的中位数是 %s——%s\n", "  %s %s %s: %s; the median of %s is %s: %s\n"),
			r.Region.Name, r.Period, s.indicator(r.Metric, r.Base), amountOf(r.Own, r.Base), of, amountOf(r.Other, r.Base), compare.Note(r.Note).Text(bool(s.lang)))
	}
}

func (s *compareSummary) printOutliers(w io.Writer) {
	if len(s.outliers) == 0 {
		return
	}
	size := func(r compare.Result) float64 {
		v, _ := strconv.ParseFloat(string(r.Value), 64)
		return math.Abs(v)
	}
	slices.SortStableFunc(s.outliers, func(a, b compare.Result) int { return cmp.Compare(size(b), size(a)) })
	fmt.Fprintf(w, s.lang.say("\n离群值（修正 z 超过 3.5，%d 个）：\n", "\noutliers (modified z beyond 3.5, %d):\n"), len(s.outliers))
	for i, r := range s.outliers {
		if i == listedQuestions {
			fmt.Fprintf(w, s.lang.say("  …还有 %d 个，见 modified_z\n", "  …%d more, see modified_z\n"), len(s.outliers)-i)
			break
		}
		fmt.Fprintf(w, s.lang.say("  %s %s %s：%s，中位数 %s，z=%s\n", "  %s %s %s: %s, median %s, z=%s\n"),
			r.Region.Name, r.Period, s.indicator(r.Metric, r.Base), amountOf(r.Own, r.Base), amountOf(r.Other, r.Base), fixed(r.Value, 1))
	}
}

func (s *compareSummary) printAbsent(w io.Writer) {
	if len(s.absent) == 0 {
		return
	}
	var places []absence
	for at := range s.absent {
		places = append(places, at)
	}
	slices.SortFunc(places, func(a, b absence) int {
		return cmp.Or(a.period.Compare(b.period), cmp.Compare(a.region.Name, b.region.Name), cmp.Compare(a.region.Code, b.region.Code))
	})
	fmt.Fprintln(w, s.lang.say("\n没有报告（不是零）：", "\nnot reported (not zero):"))
	for i, at := range places {
		if i == listedAbsent {
			fmt.Fprintf(w, s.lang.say("  …还有 %d 行，见 coverage\n", "  …%d more, see coverage\n"), len(places)-i)
			break
		}
		what := s.lang.say("整期没有报告", "no report of the period")
		if names := s.absent[at]; names != nil {
			what = s.some(names, listedIndicators, s.lang.say("、", ", "))
		}
		fmt.Fprintf(w, "  %s %s%s%s\n", at.region.Name, at.period, s.lang.say("：", ": "), what)
	}
}
