package cli

import (
	"fmt"
	"io"
	"log/slog"
	"path/filepath"
	"slices"
	"strconv"
	"strings"

	"github.com/zhaibao/zhaibao/corpus"
	"github.com/zhaibao/zhaibao/extract"
)

// report prints the summary: to standard output, or beside the facts that are
// written there. One line of log says the same where nobody watches.
func (a *app) report(j job, s *summary) {
	to := a.Out
	switch {
	case j.out == "-" && a.json():
		to = io.Discard
	case j.out == "-":
		to = a.Err
	}
	a.printCounts(to, s)
	if j.out != "-" {
		s.printReports(to)
		s.printTotals(to)
		s.printFirst(to, j)
		s.printWhere(to, j)
	}
	if !a.Terminal || a.json() {
		a.log(slog.LevelInfo).Info("done", "files", s.stats.Files, "kept", s.stats.Kept, "bytes", s.stats.Bytes, "reports", s.stats.Reports,
			"failed", s.stats.Failed, "facts", s.facts, "gaps", s.gaps,
			"unexplained", s.arabic.unexplained+s.han.unexplained, "seconds", fmt.Sprintf("%.2f", s.seconds))
	}
}

// printFailures names the files that could not be read.
func (s *summary) printFailures(w io.Writer) {
	if len(s.failures) == 0 {
		return
	}
	failed := max(s.stats.Failed, len(s.failures))
	fmt.Fprintf(w, s.lang.say("未能读取 %d 个：\n", "%d could not be read:\n"), failed)
	for _, f := range s.failures {
		fmt.Fprintf(w, "  %s\n", f)
	}
	if more := failed - len(s.failures); more > 0 {
		fmt.Fprintf(w, s.lang.say("  …还有 %d 个\n", "  … and %d more\n"), more)
	}
}

func (a *app) printCounts(w io.Writer, s *summary) {
	files := fmt.Sprintf(a.say("读到 %d 个文件", "%d files read"), s.stats.Files-s.failedFiles)
	if s.failedFiles > 0 {
		files += fmt.Sprintf(a.say("（另有 %d 个失败）", " (%d more failed)"), s.failedFiles)
	}
	fmt.Fprintf(w, a.say("%s、%d 份报告：%d 条数据（实绩 %d，目标 %d，参照 %d），%d 处缺口\n",
		"%s, %d reports: %d facts (%d actual, %d target, %d reference), %d gaps\n"),
		files, s.stats.Reports, s.facts, s.roles[extract.Actual], s.roles[extract.Target], s.roles[extract.Reference], s.gaps)
	all := share{s.arabic.unexplained + s.han.unexplained, s.arabic.all + s.han.all}
	fmt.Fprintf(w, a.say("未能解释的数字 %s（%d/%d）：阿拉伯数字 %s（%d/%d），汉字数字 %s（%d/%d，不计“统一”等词语）\n",
		"numerals unexplained %s (%d/%d): Arabic %s (%d/%d), Chinese %s (%d/%d, outside words such as 统一)\n"),
		all.percent(), all.unexplained, all.all, s.arabic.percent(), s.arabic.unexplained, s.arabic.all,
		s.han.percent(), s.han.unexplained, s.han.all)
	if len(s.stats.Skips) > 0 {
		fmt.Fprintln(w, a.skipped(s.stats.Skips))
	}
	s.printCopies(w)
	s.printCorrections(w)
	s.printIdentity(w)
}

var reasonsInChinese = map[corpus.SkipReason]string{
	corpus.SkipGold: "标注文件", corpus.SkipOwnOutput: "本程序的结果", corpus.SkipTemporary: "临时文件",
	corpus.SkipHidden: "隐藏文件", corpus.SkipUnsupported: "暂不支持的格式", corpus.SkipRepeated: "重复的路径",
}

// skipped says how many paths were passed over for which reasons, and names
// the first of those whose format is not read.
func (l lang) skipped(skips []corpus.Skip) string {
	var parts []string
	for reason, n := range countSkips(skips) {
		name := reason
		if zh, ok := reasonsInChinese[corpus.SkipReason(reason)]; ok {
			name = l.say(zh, reason)
		}
		part := fmt.Sprintf("%s %d", name, n)
		if corpus.SkipReason(reason) == corpus.SkipUnsupported {
			part += l.say("：", ": ") + l.first(unsupported(skips))
		}
		parts = append(parts, part)
	}
	slices.Sort(parts)
	return fmt.Sprintf(l.say("跳过 %d 个（%s）", "%d skipped (%s)"), len(skips), strings.Join(parts, l.say("；", "; ")))
}

// first lists some of the names.
func (l lang) first(names []string) string {
	text := strings.Join(names[:min(len(names), listedUnsupported)], l.say("、", ", "))
	if len(names) > listedUnsupported {
		text += l.say("等", ", …")
	}
	return text
}

// printReports prints a line for each of the first reports.
func (s *summary) printReports(w io.Writer) {
	say := s.lang.say
	rows := [][]string{{say("报告", "report"), say("地区", "region"), say("报告期", "period"),
		say("数据", "facts"), say("缺口", "gaps"), say("未解释", "unexplained")}}
	for _, r := range s.reports {
		row := []string{shorten(r.file, 40), shorten(orNone(r.region), 24), orNone(r.period),
			strconv.Itoa(r.facts), strconv.Itoa(r.gaps), strconv.Itoa(r.unexplained)}
		if r.same {
			row[3], row[4], row[5] = say("副本", "copy"), "", ""
		}
		rows = append(rows, row)
	}
	fmt.Fprintf(w, "\n%s", align(rows, func(column int) bool { return column >= 3 }))
	if more := s.stats.Reports - len(s.reports); more > 0 {
		fmt.Fprintf(w, say("  …还有 %d 份\n", "  … %d more\n"), more)
	}
}

// printTotals prints what all reports together come to, for the metrics with the most figures.
func (s *summary) printTotals(w io.Writer) {
	if len(s.totals) == 0 {
		return
	}
	say := s.lang.say
	rows := [][]string{{say("指标", "metric"), say("合计", "sum"), say("单位", "unit"), say("计入", "figures"), say("报告", "reports")}}
	for _, t := range s.totals[:min(len(s.totals), listedTotals)] {
		def := s.cat.Metrics[t.metric]
		number, unit := t.amount()
		rows = append(rows, []string{say(def.Name, def.NameEN), number, unit, strconv.Itoa(t.facts), strconv.Itoa(t.reports)})
	}
	fmt.Fprintf(w, "\n%s", align(rows, func(column int) bool { return column == 1 || column >= 3 }))
	if more := len(s.totals) - listedTotals; more > 0 {
		fmt.Fprintf(w, say("  …还有 %d 项\n", "  … %d more\n"), more)
	}
	fmt.Fprintln(w, say("  合计是全部报告的实绩总数相加：其中若有上级和下级、半年和全年的报告，会重复计入",
		"  sums add what all reports say was done: a place and its parts, a half-year and its year count twice"))
}

// printFirst says what to look at first, where there is something.
func (s *summary) printFirst(w io.Writer, j job) {
	say, ending := s.lang.say, "."+j.formats[0].Name
	var parts []string
	add := func(n int, zh, en string) {
		if n > 0 {
			parts = append(parts, fmt.Sprintf(say(zh, en), n, ending))
		}
	}
	add(s.gaps, "%d 处缺口（gaps%s）", "%d gaps (gaps%s)")
	add(s.noRegion, "%d 份报告没有认出地区（documents%s）", "%d reports without a region (documents%s)")
	add(s.noPeriod, "%d 份没有认出报告期（documents%s）", "%d without a period (documents%s)")
	fmt.Fprintln(w)
	if len(parts) > 0 {
		fmt.Fprintln(w, say("请先核对：", "look first at: ")+strings.Join(parts, say("，", ", ")))
	}
}

// printWhere says where the results are and how to check them.
func (s *summary) printWhere(w io.Writer, j job) {
	dir, ending := filepath.ToSlash(filepath.Clean(j.out)), "."+j.formats[0].Name
	fmt.Fprintf(w, s.lang.say("结果在 %s/：facts%s 每个数字一行，附原句；table%[2]s 汇总；gaps%[2]s 缺失和未解释的；codebook.csv 各列含义\n",
		"results in %s/: facts%s one row per figure with its sentence; table%[2]s the totals; gaps%[2]s what is missing or unexplained; codebook.csv what the columns mean\n"),
		dir, ending)
	fmt.Fprintln(w, s.lang.say("要看某份报告的每个数字怎样得来：extract explain 文件", "to see how each number of a report was read: extract explain FILE"))
}
