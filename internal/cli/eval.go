package cli

import (
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"

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
	docs, err := gold.ReadDir(dir, metricCodes(catalog.Builtin()))
	if errors.Is(err, fs.ErrNotExist) {
		return nil, fmt.Errorf(a.say("找不到目录 %s，请检查路径", "there is no folder %s; check the path"), dir)
	}
	if err != nil {
		return nil, err
	}
	work, err := os.MkdirTemp("", "zhaibao-eval-")
	if err != nil {
		return nil, err
	}
	defer os.RemoveAll(work)
	texts, out := filepath.Join(work, "texts"), filepath.Join(work, "out")
	if err := writeTexts(texts, docs); err != nil {
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

func metricCodes(c *catalog.Catalog) []string {
	var codes []string
	for _, m := range c.Metrics {
		codes = append(codes, m.Code)
	}
	return codes
}

// writeTexts writes each report's bare text as NAME.txt.
func writeTexts(dir string, docs []*gold.Document) error {
	if err := os.Mkdir(dir, 0o777); err != nil {
		return err
	}
	for _, d := range docs {
		if d.Text == "" {
			return fmt.Errorf("%s：没有正文，需要 %[1]s.mark (no text; %[1]s.mark is needed)", d.Name)
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
