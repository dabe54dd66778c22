package cli

import (
	"fmt"
	"strconv"
	"strings"

	"github.com/spf13/cobra"

	"github.com/zhaibao/zhaibao/extract/catalog"
)

func (a *app) catalogCommand() *cobra.Command {
	c := &cobra.Command{
		Use: a.say("catalog 命令", "catalog COMMAND"), DisableFlagsInUseLine: true,
		Short: a.say("查看指标目录和词汇，自定目录", "look into the catalogue of metrics and words, make one of your own"),
		Long:  a.say("查看指标目录和词汇。", "Looks into the catalogue of metrics and words."),
		Args:  cobra.ArbitraryArgs,
		RunE: func(c *cobra.Command, args []string) error {
			if len(args) > 0 {
				return a.usagef("catalog 没有 %s 这个命令，可用 catalog list、new、lint", "catalog has no command %s; there are catalog list, new and lint", args[0])
			}
			a.help(a.Err, c)
			return usageError(a.say("catalog 后面缺少命令", "catalog needs a command"))
		},
	}
	c.AddCommand(a.catalogListCommand(), a.catalogNewCommand(), a.catalogLintCommand())
	return c
}

func (a *app) catalogListCommand() *cobra.Command {
	code := ""
	c := &cobra.Command{
		Use:                   a.say("list [--words 代码] [--catalog 文件]", "list [--words CODE] [--catalog FILE]"),
		Short:                 a.say("列出指标，或一个指标的词汇", "list the metrics, or the words of one"),
		Long:                  a.say("列出指标：代码、名称、所计何物、词数和单位数；--words 列出一个指标的词汇。", "Lists the metrics: code, name, what it counts, how many words and units; --words lists the words of one."),
		DisableFlagsInUseLine: true,
		Args:                  a.exactly(0, "catalog list 不要参数", "catalog list takes no arguments"),
		RunE: func(*cobra.Command, []string) error {
			cat, err := a.catalog()
			if err != nil {
				return err
			}
			if code == "" {
				a.listMetrics(cat)
				return nil
			}
			return a.listWords(cat, code)
		},
	}
	c.Flags().StringVar(&code, "words", "", a.say("列出这个指标的词汇和单位", "list the words and units of this metric"))
	a.catalogFlag(c.Flags())
	return c
}

func (a *app) listMetrics(cat *catalog.Catalog) {
	rows := [][]string{{a.say("代码", "code"), a.say("名称", "name"), a.say("词", "words"), a.say("单位", "units"), a.say("所计何物", "what it counts")}}
	for _, m := range cat.Metrics {
		v := vocabularyOf(cat, m.Code)
		rows = append(rows, []string{m.Code, a.say(m.Name, m.NameEN), strconv.Itoa(v.words), strconv.Itoa(len(v.units)), m.Doc})
	}
	fmt.Fprint(a.Out, align(rows, func(i int) bool { return i == 2 || i == 3 }))
	a.listOwn(cat)
}

// listOwn lists what a user's catalogue adds beside metrics and words.
func (a *app) listOwn(cat *catalog.Catalog) {
	own := map[string]bool{}
	for _, w := range cat.Own {
		own[w.Metric] = own[w.Metric] || w.Kind == catalog.UnitWord
	}
	var rows [][]string
	for _, u := range cat.Units {
		if own[u.Unit] {
			rows = append(rows, []string{a.say("单位", "unit"), u.Unit, string(u.Class), "1 " + u.Unit + " = " + u.Factor + " " + u.Base, u.Metric})
		}
	}
	for _, p := range cat.Patterns {
		rows = append(rows, []string{a.say("正则", "pattern"), p.ID, string(p.Within), p.Timeout.String(), p.Metric})
	}
	if len(rows) > 0 {
		fmt.Fprintf(a.Out, "\n%s\n%s", a.say("自定目录还有：", "your catalogue also has:"), align(rows, leftward))
	}
}

func (a *app) listWords(cat *catalog.Catalog, code string) error {
	m, ok := cat.Lookup(code)
	if !ok {
		return a.usagef("没有 %q 这个指标，代码见 extract catalog list", "there is no metric %q; see extract catalog list for the codes", code)
	}
	def := cat.Metrics[m]
	fmt.Fprintf(a.Out, "%s  %s\n%s\n", def.Code, a.say(def.Name, def.NameEN), def.Doc)
	for _, w := range cat.Words {
		if w.Metric != code {
			continue
		}
		fmt.Fprintf(a.Out, "\n%s %s\n", a.say("单位类别：", "unit classes:"), joined(w.Units))
		a.listKind(a.say("名词", "nouns"), w.Nouns)
		a.listKind(a.say("弱名词（让位于动词）", "weak nouns (yield to a verb)"), w.Weak)
		a.listKind(a.say("动词", "verbs"), w.Verbs)
	}
	if units := vocabularyOf(cat, code).units; len(units) > 0 {
		fmt.Fprintln(a.Out)
		a.listKind(a.say("只凭单位即指向它", "units that suggest it alone"), units)
	}
	a.listPatterns(cat, code)
	return nil
}

func (a *app) listPatterns(cat *catalog.Catalog, code string) {
	for i := range cat.Patterns {
		if p := &cat.Patterns[i]; p.Metric == code {
			fmt.Fprintf(a.Out, "\n%s %s  %s  (%v, %s)\n", a.say("正则", "pattern"), p.ID, p.Pattern, p.Timeout, p.Within)
		}
	}
}

func (a *app) listKind(title string, words []string) {
	if len(words) > 0 {
		fmt.Fprintf(a.Out, "  %s (%d)  %s\n", title, len(words), strings.Join(words, " "))
	}
}

func joined[S ~string](list []S) string {
	var parts []string
	for _, s := range list {
		parts = append(parts, string(s))
	}
	return strings.Join(parts, " ")
}

// vocabulary is what the catalogue has for one metric.
type vocabulary struct {
	words int
	units []string
}

func vocabularyOf(cat *catalog.Catalog, code string) (v vocabulary) {
	for _, w := range cat.Words {
		if w.Metric == code {
			v.words += len(w.Nouns) + len(w.Weak) + len(w.Verbs)
		}
	}
	for _, u := range cat.Units {
		if u.Metric == code {
			v.units = append(v.units, u.Unit)
		}
	}
	return v
}
