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

func (a *app) evalCommand() *cobra.Command {
	var asJSON, differences bool
	c := &cobra.Command{
		Use:   a.say("eval [--json] [--errors] 标注目录", "eval [--json] [--errors] GOLD_DIR"),
		Short: a.say("与人工标注（NAME.mark）比较", "compare with marked reports (NAME.mark)"),
		Long: a.say("读取目录中的 NAME.mark，用与主命令相同的流程处理其正文，给出准确率和召回率。",
			"Reads the NAME.mark of a folder, runs the main job over their bare texts and prints precision and recall."),
		DisableFlagsInUseLine: true,
		Args:                  a.exactly(1, "eval 需要一个标注目录", "eval needs one folder of marked reports"),
		RunE: func(c *cobra.Command, args []string) error {
			r, err := a.eval(c.Context(), args[0])
			switch {
			case err != nil:
				return err
			case asJSON:
				return r.WriteJSON(a.Out)
			}
			return r.WriteText(a.Out, differences)
		},
	}
	c.Flags().BoolVar(&asJSON, "json", false, a.say("以 JSON 输出", "print JSON"))
	c.Flags().BoolVar(&differences, "errors", false, a.say("列出每一处不同", "list every difference"))
	return c
}

// eval writes the bare texts of the marked reports to files, does the main job
// over them and compares what it wrote.
func (a *app) eval(ctx context.Context, dir string) (*gold.Report, error) {
	if err := a.checkInputs(nil, dir); err != nil {
		return nil, err
	}
	docs, err := gold.ReadDir(dir, metricCodes(catalog.Builtin()))
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
	if err := a.run(ctx, job{inputs: []string{texts}, out: out, formats: []export.Format{export.JSONL}, quiet: true}); err != nil {
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
	return gold.Score(docs, facts, found), nil
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
