package cli

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"

	"github.com/spf13/cobra"

	"github.com/zhaibao/zhaibao/internal/audit"
)

// auditedBy are the columns by which a sample may be drawn group by group.
var auditedBy = []string{"metric", "rule", "region", "period", "file"}

func (a *app) auditCommand() *cobra.Command {
	o, out := audit.Options{}, ""
	c := &cobra.Command{
		Use:   a.say("audit [选项] 结果目录", "audit [options] FOLDER"),
		Short: a.say("抽样核对：抽出数据供人判断，再估计正确率", "draw facts to be judged, and estimate how many are right"),
		Long: a.say(`从 extract 的结果目录（其中的 facts.csv 或 facts.jsonl）随机抽出若干条数据，写成 audit.csv（在表格软件里判断）
和 audit.html（在浏览器里点选，不联网，做完下载 CSV）。抽哪几条只由 --seed 和数据的编号决定，每条机会相等；
--by 按某一列分组，各组抽得一样多，计算时按各组的条数加权。`,
			`Draws facts at random from a folder that extract wrote (facts.csv or facts.jsonl) and writes audit.csv, to be judged in a
spreadsheet, and audit.html, to be judged by clicks in a browser without any network. Which facts are drawn depends on
--seed and their ids alone, each with the same chance; --by draws as many of each group, and the score weighs the groups.`),
		Example: a.say(`  extract audit --n 200 --seed 1 -o 核对 extract-out   写入 核对/audit.csv、核对/audit.html
  extract audit score 核对/audit-judged.csv           估计正确率`, `  extract audit --n 200 --seed 1 -o check extract-out   writes check/audit.csv and check/audit.html
  extract audit score check/audit-judged.csv            estimates the share of right facts`),
		DisableFlagsInUseLine: true,
		Args:                  a.exactly(1, "audit 需要一个 extract 写出的结果目录", "audit needs one folder that extract wrote"),
		RunE:                  func(_ *cobra.Command, args []string) error { return a.audit(args[0], out, o) },
	}
	f := c.Flags()
	f.SortFlags = false
	f.IntVar(&o.N, "n", 200, a.say("抽`几`条", "draw `N` facts"))
	f.Uint64Var(&o.Seed, "seed", 1, a.say("抽样的`种子`：种子相同，抽出的相同", "`SEED` of the draw: the same one draws the same facts"))
	f.StringVar(&o.By, "by", "", a.say("按这一`列`分组抽样："+strings.Join(auditedBy, "、"), "draw by the groups of this `COLUMN`: "+strings.Join(auditedBy, ", ")))
	f.StringVarP(&out, "out", "o", "audit-out", a.say("输出`目录`", "output `FOLDER`"))
	c.AddCommand(a.auditScoreCommand())
	return c
}

// audit draws a sample and writes it. What was judged already is never written over.
func (a *app) audit(dir, out string, o audit.Options) error {
	switch {
	case o.N < 1:
		return a.usagef("--n 至少为 1", "--n is 1 at least")
	case o.By != "" && !slices.Contains(auditedBy, o.By):
		return a.usagef("--by 不认识 %q，可用 %s", "--by does not know %q; there are %s", o.By, strings.Join(auditedBy, ", "))
	case out == "":
		return a.usagef("-o 后面的目录是空的", "the folder after -o is empty")
	}
	table, page := filepath.Join(out, "audit.csv"), filepath.Join(out, "audit.html")
	for _, name := range []string{table, page} {
		if _, err := os.Lstat(name); err == nil {
			return a.usagef("%s 已经有了，可能有人判断过；请用 -o 另给一个目录，或先移走它", "%s is there already and may have been judged; name another folder with -o, or move it away", name)
		}
	}
	s, err := audit.Draw(dir, o)
	var fewer *audit.FewerError
	if errors.As(err, &fewer) {
		return a.usagef("%s 共有 %d 组，每组至少抽一条：--n 至少为 %d", "there are %[2]d groups of %[1]s, and each needs a fact: --n must be %[3]d at least", o.By, fewer.Groups, fewer.Groups)
	}
	if err != nil {
		return a.untraced(err)
	}
	if len(s.Facts) == 0 {
		return errors.New(a.say("facts 是空的，没有可核对的", "facts is empty, there is nothing to judge"))
	}
	var asCSV, asPage bytes.Buffer
	if err := errors.Join(s.WriteCSV(&asCSV), s.WritePage(&asPage, a.lang == english)); err != nil {
		return err
	}
	err = os.MkdirAll(out, 0o777)
	if err == nil {
		err = errors.Join(os.WriteFile(table, asCSV.Bytes(), 0o666), os.WriteFile(page, asPage.Bytes(), 0o666))
	}
	if err != nil {
		return fmt.Errorf(a.say("写不出，请换一个位置：%w", "it cannot be written, choose another place: %w"), err)
	}
	fmt.Fprintf(a.Out, a.say("从 %d 条数据中抽出 %d 条：用浏览器打开 %s，或在表格软件里填写 %s 的 judgement 列（right 对，wrong 错，unsure 不确定）\n做完后：extract audit score 判断过的.csv\n",
		"%d facts, %d drawn: open %s in a browser, or fill the column judgement of %s in a spreadsheet (right, wrong, unsure)\nthen: extract audit score JUDGED.csv\n"),
		s.Population, len(s.Facts), filepath.ToSlash(page), filepath.ToSlash(table))
	return nil
}

func (a *app) auditScoreCommand() *cobra.Command {
	return &cobra.Command{
		Use:   a.say("score 文件", "score FILE"),
		Short: a.say("由判断过的 audit.csv 估计正确率", "estimate the share of right facts from a judged audit.csv"),
		Long: a.say("读判断过的 audit.csv，估计全部数据的正确率及 95% 区间（Wilson；抽得多时按总体修正，分组抽的按组加权），再按指标和错处列出。",
			"Reads a judged audit.csv and estimates the share of right facts with its 95 % interval (Wilson; corrected where much of all was judged, weighed where it was drawn by groups), then by metric and by what is wrong."),
		DisableFlagsInUseLine: true,
		Args:                  a.exactly(1, "score 需要一个判断过的 CSV 文件", "score needs one judged CSV file"),
		RunE: func(_ *cobra.Command, args []string) error {
			data, err := os.ReadFile(args[0])
			switch {
			case errors.Is(err, fs.ErrNotExist):
				return a.usagef("找不到文件 %q", "no file %q", args[0])
			case err != nil:
				return a.usagef("读不了 %q：%v", "%q cannot be read: %v", args[0], err)
			}
			j, err := audit.ReadJudged(args[0], data)
			if err != nil {
				return err
			}
			a.printScore(j.Score())
			return nil
		},
	}
}

func (a *app) printScore(r audit.Result) {
	say, w := a.say, a.Out
	fmt.Fprintf(w, say("全部 %d 条数据，抽出 %d 条，判断了 %d 条\n", "%d facts in all, %d drawn, %d judged\n"), r.Population, r.Sampled, r.Sampled-r.Open)
	if r.Open > 0 {
		fmt.Fprintf(w, say("  还有 %d 条没有判断，未计入：若不是随意留下的，估计会有偏差\n", "  %d are not judged and left aside: unless they were left at random the estimate is biased\n"), r.Open)
	}
	fmt.Fprintf(w, say("正确率 %s\n", "right: %s\n"), shareText(r.All))
	if r.Unsure > 0 {
		fmt.Fprintf(w, say("  不确定 %d 条，未计入；全算错 %s，全算对 %s\n", "  %d are unsure and left aside; counted as wrong %s, as right %s\n"), r.Unsure, shareText(r.Pessimist), shareText(r.Optimist))
	}
	if len(r.Attributes) > 0 {
		a.printShares(say("各处正确率（没有列出的没有错）", "by what may be wrong (what is not listed was never wrong)"), r.Attributes, true)
	}
	if r.Unnamed > 0 {
		fmt.Fprintf(w, say("  %d 条判为错而没有说错在哪里，不计入上表\n", "  %d were judged wrong without saying what is wrong; they are left out of this table\n"), r.Unnamed)
	}
	a.printShares(say("各指标", "by metric"), r.Metrics, false)
}

func (a *app) printShares(head string, lines []audit.Line, attributes bool) {
	rows := [][]string{{head, a.say("正确率", "right"), a.say("对", "right"), a.say("判断", "judged"), a.say("95% 区间", "95 % interval")}}
	for _, l := range lines {
		name := l.Name
		if a.lang == english || name == "" {
			name = l.Code
		}
		rows = append(rows, []string{name, percent(l.Estimate), strconv.Itoa(l.Right), strconv.Itoa(l.N), percent(l.Low) + "–" + percent(l.High)})
	}
	fmt.Fprintf(a.Out, "\n%s", align(rows, func(column int) bool { return column > 0 }))
}

func shareText(s audit.Share) string {
	if s.N == 0 {
		return "—"
	}
	return fmt.Sprintf("%s（%d/%d），95%% %s–%s", percent(s.Estimate), s.Right, s.N, percent(s.Low), percent(s.High))
}
