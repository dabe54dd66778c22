package cli

import (
	"fmt"
	"io"
	"log/slog"
	"path/filepath"
	"slices"
	"strings"

	"github.com/zhaibao/zhaibao/corpus"
	"github.com/zhaibao/zhaibao/extract"
	"github.com/zhaibao/zhaibao/segment"
)

// summary is what a run is told of when it ends.
type summary struct {
	lang      lang
	stats     corpus.Stats
	facts     int
	gaps      int
	arabic    share // numerals in Arabic digits
	han       share // numerals in Chinese characters, outside dictionary words
	failures  []string
	tableRows int
	seconds   float64
}

// share is how many of the numerals were not explained.
type share struct{ unexplained, all int }

func (s share) percent() string {
	if s.all == 0 {
		return "0%"
	}
	return fmt.Sprintf("%.1f%%", 100*float64(s.unexplained)/float64(s.all))
}

// listed is how many failures are named.
const listed = 20

func (s *summary) add(item *corpus.Item) {
	if item.Err != nil {
		if len(s.failures) < listed {
			s.failures = append(s.failures, item.Err.Error())
		}
		return
	}
	s.facts += len(item.Result.Facts)
	s.gaps += len(item.Result.Gaps)
	for i := range item.Result.Numerals {
		n := &item.Result.Numerals[i]
		if n.Reason == "word" {
			continue
		}
		to := &s.han
		if isArabic(item.Document, n) {
			to = &s.arabic
		}
		to.all++
		if n.Verdict == extract.Unexplained {
			to.unexplained++
		}
	}
}

// isArabic reports whether the numeral is written in digits, full-width ones too.
func isArabic(doc *segment.Document, n *extract.Numeral) bool {
	return strings.ContainsFunc(n.Number.Of(doc.Text), func(r rune) bool {
		return '0' <= r && r <= '9' || '０' <= r && r <= '９'
	})
}

// skipped counts what was passed over, by reason.
func (s *summary) skipped() map[string]int {
	n := map[string]int{}
	for _, skip := range s.stats.Skips {
		n[string(skip.Reason)]++
	}
	return n
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

// report prints the summary: to standard output, or beside the facts that are
// written there. One line of log says the same where nobody watches.
func (a *app) report(j job, s *summary) {
	to := a.Out
	if j.out == "-" {
		to = a.Err
	}
	s.printCounts(to)
	if j.out != "-" {
		a.printTable(to, j, s)
		s.printWhere(to, j)
	}
	if !a.Terminal {
		slog.New(slog.NewTextHandler(a.Err, nil)).Info("done", "files", s.stats.Files, "reports", s.stats.Reports,
			"failed", s.stats.Failed, "facts", s.facts, "gaps", s.gaps,
			"unexplained", s.arabic.unexplained+s.han.unexplained, "seconds", fmt.Sprintf("%.2f", s.seconds))
	}
}

func (s *summary) printCounts(w io.Writer) {
	fmt.Fprintf(w, s.lang.say("读取 %d 个文件、%d 份报告：%d 条数据，%d 处缺口\n", "%d files, %d reports: %d facts, %d gaps\n"),
		s.stats.Files, s.stats.Reports, s.facts, s.gaps)
	all := share{s.arabic.unexplained + s.han.unexplained, s.arabic.all + s.han.all}
	fmt.Fprintf(w, s.lang.say("未能解释的数字 %s（%d/%d）：阿拉伯数字 %s（%d/%d），汉字数字 %s（%d/%d，不计“统一”等词语）\n",
		"numerals unexplained %s (%d/%d): Arabic %s (%d/%d), Chinese %s (%d/%d, outside words such as 统一)\n"),
		all.percent(), all.unexplained, all.all, s.arabic.percent(), s.arabic.unexplained, s.arabic.all,
		s.han.percent(), s.han.unexplained, s.han.all)
	if len(s.stats.Skips) > 0 {
		fmt.Fprintf(w, s.lang.say("跳过 %d 个（%s）\n", "%d skipped (%s)\n"), len(s.stats.Skips), s.skipReasons())
	}
}

var reasonsInChinese = map[corpus.SkipReason]string{
	corpus.SkipGold: "标注文件", corpus.SkipOwnOutput: "本程序的结果", corpus.SkipTemporary: "临时文件",
	corpus.SkipHidden: "隐藏文件", corpus.SkipUnsupported: "暂不支持的格式", corpus.SkipRepeated: "重复的路径",
}

func (s *summary) skipReasons() string {
	var parts []string
	for reason, n := range s.skipped() {
		name := reason
		if zh, ok := reasonsInChinese[corpus.SkipReason(reason)]; ok {
			name = s.lang.say(zh, reason)
		}
		parts = append(parts, fmt.Sprintf("%s %d", name, n))
	}
	slices.Sort(parts)
	return strings.Join(parts, s.lang.say("，", ", "))
}

// printWhere says where the results are and what to look at next.
func (s *summary) printWhere(w io.Writer, j job) {
	dir, ending := filepath.ToSlash(filepath.Clean(j.out)), "."+j.formats[0].Name
	fmt.Fprintf(w, s.lang.say("结果在 %s/：facts%s 每个数字一行，附原句；table%[2]s 汇总；gaps%[2]s 缺失和未解释的；codebook.csv 各列含义\n",
		"results in %s/: facts%s one row per figure with its sentence; table%[2]s the totals; gaps%[2]s what is missing or unexplained; codebook.csv what the columns mean\n"),
		dir, ending)
	fmt.Fprintln(w, s.lang.say("要看某份报告的每个数字怎样得来：extract explain 文件", "to see how each number of a report was read: extract explain FILE"))
}
