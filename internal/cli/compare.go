package cli

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"strings"

	"github.com/spf13/cobra"

	"github.com/zhaibao/zhaibao/export"
	"github.com/zhaibao/zhaibao/metrics"
	"github.com/zhaibao/zhaibao/metrics/compare"
	"github.com/zhaibao/zhaibao/metrics/meta"
	"github.com/zhaibao/zhaibao/period"
	"github.com/zhaibao/zhaibao/region"
)

// comparison is what extract compare is asked to do.
type comparison struct {
	dir, out string
	meta     string // a file, "" for none
	level    string // of the regions, "" for all
	strict   bool
	quiet    bool
	formats  []export.Format
	periods  []string
	opts     compare.Options
}

func (a *app) compareCommand() *cobra.Command {
	var j comparison
	var formats []string
	c := &cobra.Command{
		Use:   a.say("compare [选项] 结果目录", "compare [options] FOLDER"),
		Short: a.say("比较各地区：名次、增减、人均、离群、综合指数", "compare regions: ranks, changes, per head, outliers, an index"),
		Long: a.say(`比较一次 extract 的结果目录（其中的 table.csv）里的各个地区。只有同一报告期的数才互相比较；
增减只与更早年份的同类时期相比（2020H1 与 2019H1）。没有报告不是零：没有的格是空的，原因写在 note。`,
			`Compares the regions in the table.csv of a folder that extract wrote. Only figures of one and the same period
are ranked with each other; changes are against the same months of an earlier year (2020H1 against 2019H1).
Not reported is not zero: such cells are empty and note says why.`),
		Example:               a.say(compareExamplesZH, compareExamplesEN),
		DisableFlagsInUseLine: true,
		Args:                  a.exactly(1, "compare 需要一个 extract 写出的结果目录", "compare needs one folder that extract wrote"),
		RunE: func(c *cobra.Command, args []string) (err error) {
			j.dir = args[0]
			if j.formats, err = a.formats(formats); err != nil {
				return err
			}
			return a.compare(c.Context(), j)
		},
	}
	f := c.Flags()
	f.SortFlags = false
	f.StringVarP(&j.out, "out", "o", "compare-out", a.say("输出`位置`：目录；以 .csv 结尾为文件；- 把 compare.csv 写到标准输出", "`PLACE` of the output: a folder; a file that ends in .csv; - writes compare.csv to standard output"))
	f.StringSliceVar(&formats, "format", []string{"csv"}, a.say("输出`格式`，可并列："+a.formatNames(","), "`FORMATS` of the output, a list of "+a.formatNames(",")))
	a.catalogFlag(f)
	f.StringVar(&j.meta, "meta", "", a.say("人口等分母的`文件`（CSV），见下面的例子", "`FILE` of denominators such as population (CSV), see the examples"))
	f.StringSliceVar(&j.opts.Metrics, "metric", nil, a.say("只比较这些`指标`：代码或名称，可带单位，如 演出场次[场]", "compare these `METRICS` only: codes or names, with a unit if you like: performance_sessions[场]"))
	f.StringSliceVar(&j.periods, "period", nil, a.say("只给出这些`报告期`的结果，如 2019H1,2020H1", "results of these `PERIODS` only, such as 2019H1,2020H1"))
	f.StringVar(&j.level, "level", "", a.say("只比较这一`级`的地区（按行政区划代码）：province、prefecture 或 county；没有报告的用 extract --level 补的下级之和", "compare regions of this `LEVEL` only, by their codes: province, prefecture or county; those that did not report stand with the sum that extract --level added"))
	f.StringSliceVar(&j.opts.Per, "per", nil, a.say("除以这些`分母`，如 population,villages；每万人写 population:10000", "divide by these `DENOMINATORS`, such as population,villages; population:10000 is per ten thousand"))
	f.StringSliceVar(&j.opts.Index, "index", nil, a.say("综合指数和主成分的`指标`，两个以上；可除以分母，如 演出场次[场]/population", "`METRICS` of the composite index and the components, two or more; divided if you like: performance_sessions[场]/population"))
	f.StringSliceVar(&j.opts.Lower, "lower", nil, a.say("这些`指标`越小越好，名次从小到大", "of these `METRICS` less is better: rank 1 is the smallest"))
	f.BoolVar(&j.strict, "strict", false, a.say("--meta 中有汇总表里没有的地区即为错误，否则只警告", "a region of --meta that the table does not have is an error, not a warning"))
	f.BoolVar(&j.quiet, "quiet", false, a.say("只报告错误", "report errors only"))
	return c
}

const (
	compareExamplesZH = `  extract compare extract-out                               写入 compare-out/
  extract compare --meta meta.csv --per population:10000 extract-out
  extract compare --index 演出场次[场],到馆人次[人次] -o 指数.csv extract-out

  meta.csv 是带表头的 CSV（UTF-8 或 GB18030）：地区列写 region、region_code 或 file，时期列写 period（空格为各期通用），
  其余各列都是数字，单位写在括号里：
    地区,报告期,人口（人）,村数
    青河县,2019,"352,000",210
  2019 年的数也用于 2019H1，不用于别的年份。文件有错时逐处列出，什么也不写。`
	compareExamplesEN = `  extract compare extract-out                               writes compare-out/
  extract compare --meta meta.csv --per population:10000 extract-out
  extract compare --index performance_sessions[场],facility_visits[人次] -o index.csv extract-out

  meta.csv is a CSV with a header (UTF-8 or GB18030): region, region_code or file; period, whose empty cells hold for
  all; any number of columns of numbers, their unit in brackets:
    region,period,population(人),villages
    青河县,2019,"352,000",210
  The number of 2019 also serves 2019H1, but no other year. Every error is listed and nothing is written then.`
)

var comparedLevels = map[string]region.Level{"": region.None, "province": region.Province, "prefecture": region.Prefecture, "county": region.County}

// compare reads everything, then writes; an error before leaves nothing behind.
func (a *app) compare(ctx context.Context, j comparison) error {
	if j.out == "" {
		return a.usagef("-o 后面的目录是空的", "the folder after -o is empty")
	}
	cat, err := a.catalog()
	if err != nil {
		return err
	}
	if cat, err = export.ReadCatalog(j.dir, cat); err != nil {
		return err
	}
	rows, err := export.ReadTable(j.dir, cat)
	if err != nil {
		return err
	}
	level, ok := comparedLevels[j.level]
	if !ok {
		return a.usagef("--level 只能是 province、prefecture 或 county，不能是 %q", "--level is province, prefecture or county, not %q", j.level)
	}
	rows = metrics.At(rows, level)
	table, err := a.readMeta(j, rows)
	if err != nil {
		return err
	}
	panel, err := compare.New(rows, cat, table)
	if err != nil {
		return err
	}
	for _, name := range j.periods {
		p, err := period.Parse(strings.TrimSpace(name))
		if err != nil {
			return a.usagef("--period 不认识 %q；请写成 2019、2019H1、2019Q2、2019-06 或 2019-01/2019-05", "--period does not know %q; write 2019, 2019H1, 2019Q2, 2019-06 or 2019-01/2019-05", name)
		}
		j.opts.Periods = append(j.opts.Periods, p)
	}
	s := newCompareSummary(a.lang, panel, len(rows))
	if err := a.writeComparison(ctx, j, panel, s); err != nil {
		return err
	}
	if j.out != "-" && !j.quiet {
		s.print(a.Out)
	}
	return nil
}

// writeComparison runs the comparison into the output, with s looking on.
func (a *app) writeComparison(ctx context.Context, j comparison, panel *compare.Panel, s *compareSummary) error {
	if err := compare.Check(panel, j.opts); err != nil { // before anything is written
		return a.wrongQuestion(err)
	}
	w := export.StreamComparison(a.Out)
	if j.out != "-" {
		var err error
		if w, err = export.CreateComparison(j.out, j.formats...); err != nil {
			return err
		}
		s.files = w.Files()
	}
	sink := w.Sink()
	err := compare.Run(panel, j.opts, compare.Sink{
		Result: func(r *compare.Result) error {
			s.result(r)
			return errors.Join(ctx.Err(), sink.Result(r))
		},
		Model: func(r *compare.ModelRow) error {
			s.model(r)
			if sink.Model == nil {
				return ctx.Err()
			}
			return errors.Join(ctx.Err(), sink.Model(r))
		},
	})
	if err != nil {
		return errors.Join(err, w.Abort())
	}
	return w.Close()
}

// wrongQuestion makes a wrong use of the command line of an error of the options.
func (a *app) wrongQuestion(err error) error {
	var e *compare.Error
	if errors.As(err, &e) {
		return usageError(a.say(e.Error(), e.English()))
	}
	return err
}

// readMeta reads the file of denominators and warns of what it could not use.
func (a *app) readMeta(j comparison, rows []metrics.Row) (*meta.Table, error) {
	if j.meta == "" {
		if len(j.opts.Per) > 0 {
			return nil, a.usagef("--per 需要 --meta 文件提供分母", "--per needs the denominators of a --meta file")
		}
		return nil, nil
	}
	data, err := os.ReadFile(j.meta)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return nil, a.usagef("找不到 --meta 文件 %q。没有写出任何结果", "no --meta file %q. Nothing was written", j.meta)
	case err != nil:
		return nil, a.usagef("读不了 --meta 文件 %q：%v。没有写出任何结果", "the --meta file %q cannot be read: %v. Nothing was written", j.meta, err)
	}
	reports, err := export.ReadReports(j.dir)
	if err != nil {
		return nil, err
	}
	known := meta.Known{Places: compare.Places(rows), Files: map[string][]meta.FilePlace{}, Strict: j.strict}
	for _, r := range reports {
		known.Files[r.File] = append(known.Files[r.File], meta.FilePlace{Place: meta.Place{Name: r.Region, Code: r.RegionCode}, Period: r.Period})
	}
	table, err := meta.Read(j.meta, data, known)
	if err != nil {
		return nil, err
	}
	for i := range table.Warnings {
		w := &table.Warnings[i]
		fmt.Fprintf(a.Err, "%s%s\n", a.say("警告：", "warning: "), a.say(w.Error(), w.English()))
	}
	return table, nil
}
