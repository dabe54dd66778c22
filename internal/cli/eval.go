package cli

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"

	"github.com/zhaibao/zhaibao/export"
	"github.com/zhaibao/zhaibao/extract/catalog"
	"github.com/zhaibao/zhaibao/internal/gold"
)

// evalOptions are what eval is asked to tell beside the scores.
type evalOptions struct {
	json, errors, confusion, rules bool
	intervals                      int    // samples, 0 for none
	html                           string // a file, "" for none
}

func (a *app) evalCommand() *cobra.Command {
	var o evalOptions
	c := &cobra.Command{
		Use:   a.say("eval [选项] 标注目录", "eval [options] GOLD_DIR"),
		Short: a.say("与人工标注（NAME.mark）比较", "compare with marked reports (NAME.mark)"),
		Long: a.say("读取目录中的 NAME.mark，用与主命令相同的流程处理其正文，给出准确率和召回率。",
			"Reads the NAME.mark of a folder, runs the main job over their bare texts and prints precision and recall."),
		Example:               "  extract eval --confusion --rules testdata/reports\n  extract eval --intervals 1000 --html errors.html testdata/reports",
		DisableFlagsInUseLine: true,
		Args:                  a.exactly(1, "eval 需要一个标注目录", "eval needs one folder of marked reports"),
		RunE: func(c *cobra.Command, args []string) error {
			if err := a.checkEval(o); err != nil {
				return err
			}
			e, err := a.eval(c.Context(), args[0], o.rules || o.html != "")
			if err != nil {
				return err
			}
			return a.tell(e, o, args[0])
		},
	}
	f := c.Flags()
	f.SortFlags = false
	a.catalogFlag(f)
	f.BoolVar(&o.json, "json", false, a.say("以 JSON 输出", "print JSON"))
	f.BoolVar(&o.errors, "errors", false, a.say("列出每一处不同", "list every difference"))
	f.BoolVar(&o.confusion, "confusion", false, a.say("哪个指标错成了哪个，各举一例；错误按步骤计数", "which metric was taken for which, with an example; errors counted by step"))
	f.BoolVar(&o.rules, "rules", false, a.say("逐条规则：取得多少、对多少、与后面的规则有无冲突", "rule by rule: how many facts, how many right, conflicts with later rules"))
	f.IntVar(&o.intervals, "intervals", 0, a.say("按报告重抽样`次数`（如 1000），给出 95% 区间", "resample the reports `N` times, such as 1000, and print 95% intervals"))
	f.StringVar(&o.html, "html", "", a.say("把逐处对照的网页写到`文件`（.html）", "write a page that shows every error in its text to `FILE` (.html)"))
	return c
}

// mostSamples bounds --intervals, whose samples are held in memory.
const mostSamples = 1_000_000

func (a *app) checkEval(o evalOptions) error {
	switch {
	case o.intervals < 0 || o.intervals > mostSamples:
		return a.usagef("--intervals 应在 0 和 %d 之间", "--intervals is between 0 and %d", mostSamples)
	case o.html != "" && !strings.EqualFold(filepath.Ext(o.html), ".html"):
		return a.usagef("--html 后面应是以 .html 结尾的文件名，不能是 %q", "--html takes the name of a file that ends in .html, not %q", o.html)
	}
	return nil
}

// evaluation is a comparison with what it was made from.
type evaluation struct {
	docs   []*gold.Document
	facts  []gold.Prediction
	traces []gold.Trace // of the facts, nil where none were asked for
	report *gold.Report
}

// eval writes the bare texts of the marked reports to files, does the main job
// over them and compares what it wrote.
func (a *app) eval(ctx context.Context, dir string, traced bool) (*evaluation, error) {
	if err := a.checkInputs(nil, dir); err != nil {
		return nil, err
	}
	cat, err := a.catalog()
	if err != nil {
		return nil, err
	}
	docs, err := gold.ReadDir(dir, metricCodes(cat))
	if err != nil {
		return nil, a.badMarks(err)
	}
	work, err := os.MkdirTemp("", "zhaibao-eval-")
	if err != nil {
		return nil, err
	}
	defer os.RemoveAll(work)
	texts, out := filepath.Join(work, "texts"), filepath.Join(work, "out")
	if err := a.writeTexts(texts, docs); err != nil {
		return nil, err
	}
	if err := a.run(ctx, job{inputs: []string{texts}, out: out, formats: []export.Format{export.JSONL}, quiet: true, keepCopies: true}); err != nil {
		return nil, err
	}
	facts, err := readRows(out, "facts.jsonl", gold.ReadFacts)
	if err != nil {
		return nil, err
	}
	found, err := readRows(out, "documents.jsonl", gold.ReadDocuments)
	if err != nil {
		return nil, err
	}
	e := &evaluation{docs: docs, facts: facts, report: gold.Score(docs, facts, found)}
	if traced {
		e.traces, err = a.traces(ctx, texts, facts)
	}
	return e, err
}

// badMarks says in the language what is wrong with the marked reports.
func (a *app) badMarks(err error) error {
	if a.lang == english {
		return err
	}
	return errors.New("标注有误，请改正后再试：\n" + problemsInChinese.Replace(err.Error()))
}

// problemsInChinese puts what package gold complains of into Chinese.
var problemsInChinese = strings.NewReplacer(
	": unknown metric ", "：没有这个指标 ", ": unknown alt ", "：alt 中没有这个指标 ",
	": bad field ", "：不认识的字段 ", ": bad ", "：写法不对 ", ": stray ", "：多余的 ",
	": a completion_status needs status", "：completion_status 需要 status", ": no value", "：缺少 value",
	": no numeral in the span", "：所标的文字中没有数字",
	": high without bound=range or bound=about", "：有 high 时需要 bound=range 或 bound=about",
	": not UTF-8: save the file as UTF-8", "：不是 UTF-8，请另存为 UTF-8",
	": holds no NAME.mark and no NAME.gold.jsonl", "：其中没有 NAME.mark 或 NAME.gold.jsonl",
	": empty: make it anew from its NAME.mark", "：是空的，请由 NAME.mark 重新生成",
	": no start or no end", "：缺少 start 或 end", ": no metric", "：缺少 metric", " is no number", " 不是数字",
)

func metricCodes(c *catalog.Catalog) []string {
	var codes []string
	for _, m := range c.Metrics {
		codes = append(codes, m.Code)
	}
	return codes
}

// writeTexts writes each report's bare text as NAME.txt.
func (a *app) writeTexts(dir string, docs []*gold.Document) error {
	if err := os.Mkdir(dir, 0o777); err != nil {
		return err
	}
	for _, d := range docs {
		if d.Text == "" {
			return fmt.Errorf(a.say("%s：没有正文，需要 %[1]s.mark", "%s: no text; %[1]s.mark is needed"), d.Name)
		}
		if err := os.WriteFile(filepath.Join(dir, d.Name+".txt"), []byte(d.Text), 0o666); err != nil {
			return err
		}
	}
	return nil
}

// readRows reads a file of the main job's output.
func readRows[T any](dir, name string, read func(string, io.Reader) ([]T, error)) ([]T, error) {
	f, err := os.Open(filepath.Join(dir, name))
	if err != nil {
		return nil, err
	}
	defer f.Close()
	return read(name, f)
}
