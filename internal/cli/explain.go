package cli

import (
	"bufio"
	"context"

	"github.com/spf13/cobra"

	"github.com/zhaibao/zhaibao/corpus"
	"github.com/zhaibao/zhaibao/extract"
	"github.com/zhaibao/zhaibao/extract/catalog"
)

func (a *app) explainCommand() *cobra.Command {
	text := ""
	c := &cobra.Command{
		Use:   a.say("explain 文件|-|--text 文字", "explain FILE|-|--text TEXT"),
		Short: a.say("逐个数字说明：是什么、凭哪条规则、别的规则为何落选", "tell of each number what it is, by which rule, and why the others lost"),
		Long: a.say("逐句列出每个数字和完成情况：判定、各项属性、试过的规则、哪条取得、其余为何落选。",
			"Goes through a text sentence by sentence: for each numeral and status phrase the verdict, all attributes, the rules tried, which one took it and why the others lost."),
		Example:               "  extract explain a.txt\n  extract explain --text '举办培训班4期，培训180人。'",
		DisableFlagsInUseLine: true,
		RunE: func(c *cobra.Command, args []string) error {
			o := a.corpusOptions(c.Context(), false)
			switch given := c.Flags().Changed("text"); {
			case given && len(args) == 0:
				return a.explain(c.Context(), "-", fromString(o, text))
			case !given && len(args) == 1:
				return a.explain(c.Context(), args[0], o)
			}
			return a.usagef("explain 需要一个文件、- 或 --text 文字", "explain needs one file, - or --text TEXT")
		},
		Args: cobra.ArbitraryArgs,
	}
	c.Flags().StringVar(&text, "text", "", a.say("直接给出文字", "the text itself"))
	return c
}

func (a *app) explain(ctx context.Context, path string, o corpus.Options) error {
	ex, err := extract.Compile(catalog.Builtin())
	if err != nil {
		return err
	}
	out := bufio.NewWriter(a.Out)
	worker, result := ex.NewWorker(), new(extract.Result)
	err = a.eachReport(ctx, path, o, func(item *corpus.Item) error {
		steps := worker.Explain(extract.Report{Doc: item.Document, Period: item.Period}, result)
		e := explainer{lang: a.lang, out: out, cat: ex.Catalog(), item: item, result: result}
		e.print(steps)
		return nil
	})
	if err != nil {
		return err
	}
	return out.Flush()
}
