package cli

import (
	"slices"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"github.com/zhaibao/zhaibao/export"
	"github.com/zhaibao/zhaibao/metrics/terms"
)

// termsJob is what extract terms is asked to do.
type termsJob struct {
	inputs  []string
	out     string
	formats []export.Format
	tables  []string
	workers int
	top     int
	strict  bool
	quiet   bool

	keepCopies bool

	opts                       terms.Options
	dictionary, patterns       string // files
	keywords, stopWords, words []string
}

func (a *app) termsCommand() *cobra.Command {
	var j termsJob
	var formats []string
	var by groupingNames
	c := &cobra.Command{
		Use:   a.say("terms [选项] 路径…（- 为标准输入）", "terms [options] PATH… (- is standard input)"),
		Short: a.say("报告在说什么：词频、各组的突出词、搭配、词组份额、新词、关键词上下文", "what reports speak of: terms, keyness, collocations, shares of word groups, new words, keywords in context"),
		Long: a.say(`数出报告里的词，按地区、时期等分组。数字先找出，不算词；地名和单位名各是一类，不参加突出词的比较。
公式和出处写在结果的 codebook.csv 里。`,
			`Counts the words of reports by region, period and the like. Numbers are found first and are no terms; names of
places and bodies are kinds of their own and are not compared. codebook.csv gives formulas and sources.`),
		Example:               a.say(termsExamplesZH, termsExamplesEN),
		DisableFlagsInUseLine: true,
		Args:                  cobra.ArbitraryArgs,
		RunE: func(c *cobra.Command, args []string) (err error) {
			if len(args) == 0 {
				a.help(a.Err, c)
				return usageError(a.say("没有指定要读取的文件或目录", "no file or folder to read was given"))
			}
			j.inputs = args
			if j.formats, err = a.formats(formats); err != nil {
				return err
			}
			g, err := a.grouping(by)
			if err != nil {
				return err
			}
			j.opts.Plan, j.opts.Level, j.opts.Months = g.plan, g.level, g.months
			if err = a.checkTerms(&j, by.by); err == nil {
				err = a.checkInputs(nil, args...)
			}
			if err == nil {
				err = a.readTermsFiles(&j)
			}
			if err != nil {
				return err
			}
			return a.terms(c.Context(), &j)
		},
	}
	f := c.Flags()
	f.SortFlags = false
	f.StringVarP(&j.out, "out", "o", "terms-out", a.say("输出`目录`", "output `FOLDER`"))
	f.StringSliceVar(&formats, "format", []string{"csv"}, a.say("输出`格式`，可并列："+a.formatNames(","), "`FORMATS` of the output, a list of "+a.formatNames(",")))
	f.StringSliceVar(&j.tables, "table", []string{"terms", "keyness"}, a.say("写哪些`表`：terms,keyness,collocations,newwords，或 all", "`TABLES` to write: terms,keyness,collocations,newwords, or all"))
	f.StringSliceVar(&by.by, "by", []string{"region", "period"}, a.say("按什么`分组`：region,period,org,genre", "`DIMENSIONS` to group by: region,period,org,genre"))
	f.StringVar(&by.level, "level", "", a.say("下级`地区`归到上级：province 或 prefecture", "count places below under theirs of this `LEVEL`: province or prefecture"))
	f.StringVar(&by.grain, "grain", "", a.say("较短的`时期`归到 quarter、half 或 year", "count shorter periods under their `PERIOD`: quarter, half or year"))
	f.StringVar(&j.dictionary, "dictionary", "", a.say("词组`文件`（YAML 或 CSV），写出 shares", "`FILE` of word groups (YAML or CSV); writes shares"))
	f.StringSliceVar(&j.keywords, "kwic", nil, a.say("`关键词`，写出 kwic（上下文）", "`KEYWORDS`; writes kwic, each in its context"))
	f.IntVar(&j.opts.Context, "context", 20, a.say("关键词左右各多少`字`", "`N` characters on either side of a keyword"))
	f.StringVar(&j.patterns, "patterns", "", a.say("模式`文件`（CSV），匹配处以模式名为词", "`FILE` of patterns (CSV); a match is a term of the pattern's name"))
	f.DurationVar(&j.opts.TimeLimit, "pattern-timeout", 100*time.Millisecond, a.say("一个模式在一份报告里的`时限`", "`TIME` that a pattern may take in a report"))
	f.StringSliceVar(&j.words, "words", nil, a.say("分词词典的补充`文件`，一行一词；catalog 为指标目录的词汇", "`FILES` of words for the segmenter, one a line; catalog is the vocabulary of the metrics"))
	f.StringSliceVar(&j.stopWords, "stop-words", []string{"builtin"}, a.say("停用词：builtin 为自带的，也可加`文件`；空为不用", "stop words: builtin, or `FILES` as well; empty is none"))
	f.IntVar(&j.opts.MinLength, "min-length", 2, a.say("词至少几个`字`", "at least `N` characters in a term"))
	f.BoolVar(&j.opts.NoNames, "no-names", false, a.say("不列地名和单位名", "leave names of places and bodies out"))
	f.IntVar(&j.opts.MinCount, "min-count", 5, a.say("keyness、collocations 中至少出现的`次数`", "least `COUNT` in keyness and collocations"))
	f.IntVar(&j.opts.Window, "window", 1, a.say("collocations 中一个词与其后几个`词`相配", "pair a word with `N` words behind it in collocations"))
	f.IntVar(&j.opts.MinNew, "min-new", 10, a.say("newwords 中至少出现的`次数`", "least `COUNT` in newwords"))
	f.Float64Var(&j.opts.MinCohesion, "min-cohesion", 3, a.say("newwords 的最小凝固度（`比特`）", "least cohesion in newwords, in `BITS`"))
	f.Float64Var(&j.opts.MinEntropy, "min-entropy", 1, a.say("newwords 左右邻字的最小熵（`比特`）", "least entropy on each side in newwords, in `BITS`"))
	f.IntVar(&j.top, "top", 0, a.say("keyness 每组每个方向、collocations、newwords 至多几`行`，0 为全部", "at most `N` rows of a group and direction in keyness, and of collocations and newwords; 0 is all"))
	f.BoolVar(&j.keepCopies, "keep-copies", false, a.say("副本也计：每份报告的词都数", "count copies too: the words of every report"))
	f.IntVar(&j.workers, "workers", 0, a.say("并行`数`，0 为处理器核数", "work on `N` files in parallel, 0 for the number of cores"))
	f.BoolVar(&j.strict, "strict", false, a.say("有文件失败时以状态 1 结束", "end with status 1 where a file failed"))
	f.BoolVar(&j.quiet, "quiet", false, a.say("只报告错误", "report errors only"))
	return c
}

const (
	termsExamplesZH = `  extract terms 报告/                              写入 terms-out/：terms.csv、keyness.csv
  extract terms --table all --grain year 报告/     按年归组，并列出搭配和新词
  extract terms --dictionary 词组.yaml --kwic 送戏下乡,广场舞 报告/

  词组.yaml：一组一行；CSV 写成 group,word 两列，一词一行
    群众文化: [广场舞, 送戏下乡, 群众文化]
    产业: [产业, 招商, 园区]
  模式.csv：name,pattern 两列，regexp2 的写法，匹配不跨句
    name,pattern
    农家书屋,(农家|村级|社区)书屋`
	termsExamplesEN = `  extract terms reports/                           writes terms-out/: terms.csv, keyness.csv
  extract terms --table all --grain year reports/  by year, with collocations and new words
  extract terms --dictionary groups.yaml --kwic 送戏下乡,广场舞 reports/

  groups.yaml: a group a line; as CSV two columns group,word, a word a row
    群众文化: [广场舞, 送戏下乡, 群众文化]
    产业: [产业, 招商, 园区]
  patterns.csv: two columns name,pattern, written for regexp2; a match lies in one sentence
    name,pattern
    农家书屋,(农家|村级|社区)书屋`
)

// termsTables are the tables that --table knows.
var termsTables = []string{export.TermsTable, export.KeynessTable, export.CollocationsTable, export.NewWordsTable}

// checkTerms refuses options that make no sense and settles the tables.
func (a *app) checkTerms(j *termsJob, by []string) error {
	for _, f := range []struct {
		name string
		n    float64
		zero bool // allowed
	}{
		{"workers", float64(j.workers), true}, {"top", float64(j.top), true}, {"min-cohesion", j.opts.MinCohesion, false}, {"min-entropy", j.opts.MinEntropy, false},
		{"context", float64(j.opts.Context), false}, {"min-length", float64(j.opts.MinLength), false}, {"min-count", float64(j.opts.MinCount), false},
		{"window", float64(j.opts.Window), false}, {"min-new", float64(j.opts.MinNew), false}, {"pattern-timeout", float64(j.opts.TimeLimit), false},
	} {
		if f.n < 0 || f.n == 0 && !f.zero {
			return a.usagef("--%s 太小", "--%s is too small", f.name)
		}
	}
	for _, name := range by {
		if strings.EqualFold(strings.TrimSpace(name), "label") {
			return a.usagef("terms 不能按 label 分组，可用 region、period、org、genre", "terms cannot group by label; region, period, org and genre are there")
		}
	}
	if j.out == "" || j.out == "-" {
		return a.usagef("terms 的 -o 要写一个目录", "terms needs a folder after -o")
	}
	var tables []string
	for _, name := range j.tables {
		name = strings.ToLower(strings.TrimSpace(name))
		switch {
		case name == "all":
			tables = append(tables, termsTables...)
		case slices.Contains(termsTables, name):
			tables = append(tables, name)
		default:
			return a.usagef("--table 不认识 %q，可用 terms、keyness、collocations、newwords、all", "--table does not know %q; terms, keyness, collocations, newwords and all are there", name)
		}
	}
	if j.dictionary != "" {
		tables = append(tables, export.SharesTable)
	}
	if len(j.keywords) > 0 {
		tables = append(tables, export.KwicTable)
	}
	slices.Sort(tables)
	if j.tables = slices.Compact(tables); len(j.tables) == 0 {
		return a.usagef("没有要写的表，请用 --table、--dictionary 或 --kwic", "there is no table to write; use --table, --dictionary or --kwic")
	}
	if !slices.Contains(j.tables, export.CollocationsTable) {
		j.opts.Window = 0
	}
	j.opts.NewWords = slices.Contains(j.tables, export.NewWordsTable)
	return nil
}
