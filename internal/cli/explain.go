package cli

import (
	"bufio"
	"context"

	"github.com/spf13/cobra"

	"github.com/zhaibao/zhaibao/corpus"
	"github.com/zhaibao/zhaibao/extract"
)

func (a *app) explainCommand() *cobra.Command {
	text, all := "", false
	c := &cobra.Command{
		Use:   a.say("explain [--all] 文件|-|--text 文字", "explain [--all] FILE|-|--text TEXT"),
		Short: a.say("逐个数字说明：是什么、凭哪条规则、哪些规则排在后面", "tell of each number what it is, by which rule, and which rules came too late"),
		Long: a.say("逐句列出每个数字和完成情况：判定、各项属性、由哪条规则取得、还有哪些规则适用而排在后面。",
			"Goes through a text sentence by sentence: for each numeral and status phrase the verdict, all attributes, the rule that took it and those that would have, but come later."),
		Example:               "  extract explain a.txt\n  extract explain --text '举办培训班4期，培训180人。'",
		DisableFlagsInUseLine: true,
		RunE: func(c *cobra.Command, args []string) error {
			o := a.corpusOptions(c.Context(), false)
			switch given := c.Flags().Changed("text"); {
			case given && len(args) == 0:
				return a.explain(c.Context(), "-", fromString(o, text), all)
			case !given && len(args) == 1:
				return a.explain(c.Context(), args[0], o, all)
			case given:
				return a.usagef("--text 和文件 %s 同时给出，只能留一个", "both --text and the file %s were given; leave one out", args[0])
			}
			return a.usagef("explain 需要一个文件、- 或 --text 文字", "explain needs one file, - or --text TEXT")
		},
		Args: cobra.ArbitraryArgs,
	}
	c.Flags().StringVar(&text, "text", "", a.say("直接给出`文字`", "the `TEXT` itself"))
	a.catalogFlag(c.Flags())
	c.Flags().BoolVar(&all, "all", false, a.say("也列出不适用的规则", "also list the rules that do not apply"))
	return c
}

func (a *app) explain(ctx context.Context, path string, o corpus.Options, all bool) error {
	ex, err := a.extractor()
	if err != nil {
		return err
	}
	out := bufio.NewWriter(a.Out)
	var stopped stops
	worker, result := ex.NewWorker(), new(extract.Result)
	err = a.eachReport(ctx, path, o, func(item *corpus.Item) error {
		steps := worker.Explain(extract.Report{Doc: item.Document, Period: item.Period}, result)
		e := explainer{lang: a.lang, out: out, cat: ex.Catalog(), ex: ex, item: item, result: result, all: all}
		e.print(steps)
		stopped.add(a.lang, ex.Catalog(), &corpus.Item{Meta: item.Meta, Document: item.Document, Result: result})
		return nil
	})
	stopped.print(a.lang, a.Err)
	if err != nil {
		return err
	}
	return out.Flush()
}
