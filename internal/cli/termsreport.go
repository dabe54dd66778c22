package cli

import (
	"fmt"
	"maps"
	"slices"
	"strings"
	"time"

	"github.com/zhaibao/zhaibao/metrics"
	"github.com/zhaibao/zhaibao/metrics/terms"
)

// printFailures names the files that could not be read.
func (r *termsRun) printFailures() {
	if len(r.failures) == 0 {
		return
	}
	fmt.Fprintf(r.Err, r.say("未能读取 %d 个：\n", "%d could not be read:\n"), len(r.failures))
	for i, f := range r.failures {
		if i == 20 {
			fmt.Fprintf(r.Err, r.say("  …还有 %d 个\n", "  … and %d more\n"), len(r.failures)-i)
			break
		}
		fmt.Fprintf(r.Err, "  %s\n", half(r.lang, f.Error))
	}
}

const (
	shownGroups = 12
	shownTerms  = 8
)

// print writes the summary.
func (r *termsRun) print(took time.Duration) {
	t := r.table
	fmt.Fprintf(r.Out, r.say("读到 %d 个文件、%d 份报告：%d 组，%d 个词，不同的 %d 个（%.1f 秒）\n", "%d files, %d reports: %d groups, %d words, %d different terms (%.1f s)\n"),
		r.stats.Files, t.Reports(), t.Groups(), t.Words(), t.Vocabulary(), took.Seconds())
	if n := r.stats.Copies; n > 0 {
		fmt.Fprintf(r.Out, r.say("另有 %d 份是副本，未计（--keep-copies 都计）\n", "%d more are copies and not counted (--keep-copies counts them)\n"), n)
	}
	if len(r.stats.Skips) > 0 {
		fmt.Fprintln(r.Out, r.skipped(r.stats.Skips))
	}
	r.printKeyness()
	for _, name := range slices.Sorted(maps.Keys(r.timedOut)) {
		fmt.Fprintf(r.Out, r.say("模式 %s 在 %d 份报告中超时，在其中不计（terms 的 n_stopped）\n", "the pattern %s ran out of time in %d reports and counts nothing there (n_stopped of terms)\n"), name, r.timedOut[name])
	}
	if pairs, strings := t.Lost(); pairs+strings > 0 {
		fmt.Fprintf(r.Out, r.say("表满而舍去了罕见的：collocations 的次数至多少计 %d，newwords 至多少计 %d\n", "what is rare was dropped from full tables: counts of collocations may be %d too low, those of newwords %d\n"), pairs, strings)
	}
	var written []string
	for _, name := range r.job.tables {
		written = append(written, fmt.Sprintf(r.say("%s %d 行", "%s %d rows"), name, r.dir.Rows(name)))
	}
	fmt.Fprintf(r.Out, r.say("结果在 %s/：%s；codebook.csv 说明各列和公式\n", "results in %s/: %s; codebook.csv explains columns and formulas\n"),
		strings.TrimRight(r.job.out, `/\`), strings.Join(written, r.say("、", ", ")))
}

// printKeyness shows the first groups with the terms that stand out most.
func (r *termsRun) printKeyness() {
	if !slices.Contains(r.job.tables, "keyness") || r.table.Groups() < 2 {
		return
	}
	var (
		order []metrics.ReportKey
		words = map[metrics.ReportKey][]string{}
	)
	r.table.Keyness(shownTerms, func(k *terms.KeyRow) error {
		if k.Over() && k.Q <= terms.Significant {
			if words[k.ReportKey] == nil {
				order = append(order, k.ReportKey)
			}
			words[k.ReportKey] = append(words[k.ReportKey], k.Text)
		}
		return nil
	})
	if len(order) == 0 {
		return
	}
	fmt.Fprintln(r.Out, r.say("比其余各组显著多用的词（q≤0.05）：", "terms significantly more frequent than in the other groups (q≤0.05):"))
	for _, key := range order[:min(shownGroups, len(order))] {
		fmt.Fprintf(r.Out, "  %s %s\n", groupName(&key)+r.say("：", ":"), strings.Join(words[key], r.say("、", ", ")))
	}
	if more := len(order) - shownGroups; more > 0 {
		fmt.Fprintf(r.Out, r.say("  …还有 %d 组\n", "  … and %d more groups\n"), more)
	}
}

// groupName is what a group is called in the summary.
func groupName(k *metrics.ReportKey) string {
	var parts []string
	for _, s := range []string{k.Region, string(k.Period), k.Org, k.Genre} {
		if s != "" {
			parts = append(parts, s)
		}
	}
	return orDash(strings.Join(parts, " "))
}
