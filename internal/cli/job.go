package cli

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"log/slog"
	"slices"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"github.com/zhaibao/zhaibao/corpus"
	"github.com/zhaibao/zhaibao/export"
	"github.com/zhaibao/zhaibao/extract"
	"github.com/zhaibao/zhaibao/extract/catalog"
)

// job is the main job: figures out of files.
type job struct {
	inputs  []string
	out     string // a folder, or - for facts as JSONL on standard output
	formats []export.Format
	texts   bool
	workers int
	strict  bool
	quiet   bool
	resume  bool

	grouping grouping

	corrections string // a file, where corrects is set
	corrects    bool
	keepCopies  bool
	meta        string // a file, where identifies is set
	identifies  bool
}

func (a *app) mainCommand() *cobra.Command {
	var j job
	var formats []string
	var by groupingNames
	var showVersion bool
	c := &cobra.Command{
		Use:                   a.say("extract [选项] 路径…（- 为标准输入）", "extract [options] PATH… (- is standard input)"),
		Long:                  a.say("从中文工作报告中取出数字，逐一可核对。", "Takes the figures out of Chinese work reports, each one checkable."),
		Example:               a.say(examplesZH, examplesEN),
		DisableFlagsInUseLine: true,
		Args:                  cobra.ArbitraryArgs,
		RunE: func(c *cobra.Command, args []string) (err error) {
			switch {
			case showVersion:
				fmt.Fprintf(a.Out, "extract (zhaibao) %s\n", version())
				return nil
			case len(args) == 0:
				a.help(a.Err, c)
				return usageError(a.say("没有指定要读取的文件或目录", "no file or folder to read was given"))
			}
			j.inputs, j.corrects, j.identifies = args, c.Flags().Changed("corrections"), c.Flags().Changed("meta")
			if j.formats, err = a.formats(formats); err == nil {
				err = a.checkJob(j, c.Flags().Changed("format"))
			}
			if err == nil {
				j.grouping, err = a.grouping(by)
			}
			if err == nil {
				err = a.checkInputs(c, args...)
			}
			if err != nil {
				return err
			}
			return a.run(c.Context(), j)
		},
	}
	f := c.Flags()
	f.SortFlags = false
	f.StringVarP(&j.out, "out", "o", "extract-out", a.say("输出`目录`；- 为把数据以 JSONL 写到标准输出", "output `FOLDER`; - writes facts as JSONL to standard output"))
	f.StringSliceVar(&formats, "format", []string{"csv"}, a.say("输出`格式`，可并列："+a.formatNames(","), "`FORMATS` of the output, a list of "+a.formatNames(",")))
	f.StringVar(&j.corrections, "corrections", "", a.say("更正`文件`（CSV），见下面的“更正”", "`FILE` of corrections (CSV), see Corrections below"))
	a.catalogFlag(f)
	f.StringVar(&j.meta, "meta", "", a.say("写明各报告地区、报告期等的`文件`（CSV），以它为准，见下面的“写明”", "`FILE` (CSV) that says whose and of when reports are; it counts first, see Identities below"))
	f.BoolVar(&j.keepCopies, "keep-copies", false, a.say("不找副本：每份报告都读取并计入合计", "look for no copies: every report is read and enters the sums"))
	a.groupingFlags(f, &by)
	f.BoolVar(&j.texts, "texts", false, a.say("同时写出解码后的正文 texts/", "also write the decoded texts to texts/"))
	f.IntVar(&j.workers, "workers", 0, a.say("并行`数`，0 为处理器核数", "work on `N` files in parallel, 0 for the number of cores"))
	f.BoolVar(&j.resume, "resume", false, a.say("续跑：沿用 目录.cache 中已读过的文件，没有变化则不重写", "go on: take what was read before from FOLDER.cache, and rewrite nothing where nothing changed"))
	f.BoolVar(&j.strict, "strict", false, a.say("有文件失败时以状态 1 结束", "end with status 1 where a file failed"))
	f.BoolVar(&j.quiet, "quiet", false, a.say("只报告错误", "report errors only"))
	f.BoolVar(&showVersion, "version", false, a.say("显示版本", "show the version"))
	return c
}

const (
	examplesZH = `  extract 报告/           写入 extract-out/，用表格软件打开 facts.csv
  extract -o - 甲.txt     数据以 JSONL 输出
  extract explain 甲.txt  逐个数字说明来由`
	examplesEN = `  extract reports/        writes extract-out/; open facts.csv in a spreadsheet
  extract -o - a.txt      facts as JSONL
  extract explain a.txt   tells how each number was read`
)

// checkJob refuses options that contradict each other.
func (a *app) checkJob(j job, formatGiven bool) error {
	switch {
	case j.workers < 0:
		return a.usagef("--workers 不能小于 0", "--workers cannot be below 0")
	case j.out == "-" && formatGiven && (len(j.formats) != 1 || j.formats[0].Name != export.JSONL.Name):
		return a.usagef("-o - 只输出 JSONL，请去掉 --format，或给出目录", "-o - writes JSONL only; leave --format out or name a folder")
	case j.out == "-" && j.texts:
		return a.usagef("--texts 需要输出目录，不能与 -o - 同用", "--texts needs an output folder and does not go with -o -")
	case j.out == "-" && j.resume:
		return a.usagef("--resume 需要输出目录，不能与 -o - 同用", "--resume needs an output folder and does not go with -o -")
	case j.out == "":
		return a.usagef("-o 后面的目录是空的", "the folder after -o is empty")
	}
	return nil
}

// formats are the file formats with those names.
func (a *app) formats(names []string) ([]export.Format, error) {
	var formats []export.Format
	seen := map[string]bool{}
	for _, name := range names {
		name = strings.ToLower(strings.TrimSpace(name))
		i := slices.IndexFunc(a.known, func(f export.Format) bool { return f.Name == name })
		if i < 0 {
			return nil, a.usagef("--format 不认识 %q，可用 %s", "--format does not know %q; there are %s", name, a.formatNames(a.say("、", ", ")))
		}
		formats = append(formats, a.known[i])
		if seen[name] {
			return nil, a.usagef("--format 中 %s 重复", "--format names %s twice", name)
		}
		seen[name] = true
	}
	if len(formats) == 0 {
		return nil, a.usagef("--format 是空的，可用 %s", "--format is empty; there are %s", a.formatNames(a.say("、", ", ")))
	}
	return formats, nil
}

// formatNames lists the formats there are.
func (a *app) formatNames(separator string) string {
	var names []string
	for _, f := range a.known {
		names = append(names, f.Name)
	}
	return strings.Join(names, separator)
}

// sink takes the reports of a run, in order.
type sink interface {
	Add(*corpus.Item) error
}

// run does the job and prints what came of it.
func (a *app) run(ctx context.Context, j job) error {
	started := time.Now()
	ex, err := a.extractor()
	if err != nil {
		return err
	}
	s := summary{lang: a.lang, cat: ex.Catalog()}
	if s.corrections, err = a.corrections(j, ex); err != nil {
		return err
	}
	if s.identity, err = a.identities(j, &s); err != nil {
		return err
	}
	r, same, err := a.resume(ctx, j, ex, &s)
	defer r.close()
	switch {
	case err != nil:
		return err
	case same:
		a.nothingChanged(j, r)
		if j.strict && r.kept.Failed() > 0 {
			return errSomeFailed
		}
		return nil
	}
	if s.resumed = r; j.out == "-" {
		err = a.stream(ctx, j, ex, &s)
	} else {
		err = a.fill(ctx, j, ex, &s, started)
	}
	s.seconds = time.Since(started).Seconds()
	if a.json() {
		a.logProblems(&s, j.quiet)
	} else {
		s.printFailures(a.Err)
	}
	if err != nil {
		return err
	}
	if !j.quiet {
		if !a.json() {
			s.printMisses(a.Err)
		}
		s.stops.print(a.lang, a.Err)
		s.printUnused(a.Err)
		a.report(j, &s)
	}
	if j.strict && s.stats.Failed > 0 {
		return errSomeFailed
	}
	return nil
}

// fill writes the results into a folder.
func (a *app) fill(ctx context.Context, j job, ex *extract.Extractor, s *summary, started time.Time) error {
	o := exportOptions(ex, j)
	o.Kept = s.resumed.outputs()
	d, err := export.Create(j.out, o)
	if err != nil {
		return err
	}
	defer d.Abort()
	if err := a.read(ctx, j, ex, d, s, d.Preparer); err != nil {
		return err
	}
	run := export.RunInfo{
		Version: version(), CatalogHash: catalogHash(ex.Catalog()),
		Inputs: j.inputs, Skipped: s.skipped(), Unsupported: s.unsupported(), Started: started.UTC().Format(time.RFC3339),
		Catalog: a.own.info(&s.stops), Corrections: s.corrected(), Identity: s.identified(),
		Timings: map[string]float64{"extract": time.Since(started).Seconds()},
	}
	if err := d.Close(run); err != nil {
		return err
	}
	a.finishResumed(s.resumed, s.stats.Failed)
	s.totals = totalsOf(d.Totals())
	return nil
}

// stream writes the facts to standard output.
func (a *app) stream(ctx context.Context, j job, ex *extract.Extractor, s *summary) error {
	out := export.NewStream(a.Out, exportOptions(ex, j))
	if err := a.read(ctx, j, ex, out, s, nil); err != nil {
		return err
	}
	return out.Close()
}

// read runs the corpus over the inputs, counts and hands every item on. It
// fails where not one report could be read.
func (a *app) read(ctx context.Context, j job, ex *extract.Extractor, to sink, s *summary, prepare func() func(*corpus.Item)) error {
	p := a.progress(j.quiet || a.json(), func() int { return s.facts })
	o := a.corpusOptions(ctx, j.quiet)
	o.Extractor, o.Corrections, o.Workers, o.Progress, o.Copies = ex, s.corrections, j.workers, p.show, !j.keepCopies
	o.Prepare = prepare
	s.resumed.set(&o)
	o.Identity = s.identity
	stats, err := corpus.Run(ctx, j.inputs, o, func(item *corpus.Item) error {
		s.add(item)
		return to.Add(item)
	})
	p.clear()
	s.stats = stats
	if err == nil && stats.Reports == 0 {
		err = errors.New(a.say("没有读到一份报告，没有写出结果", "not one report could be read; nothing was written"))
	}
	return a.nothing(err, j.inputs, stats.Skips)
}

func (a *app) corpusOptions(ctx context.Context, quiet bool) corpus.Options {
	level := slog.LevelInfo
	if quiet {
		level = slog.LevelError
	}
	o := corpus.Options{
		Readers: a.readers,
		Stdin:   interruptible(ctx, a.In),
		Log:     a.log(level),
	}
	a.limits.set(&o)
	return o
}

func exportOptions(ex *extract.Extractor, j job) export.Options {
	return export.Options{
		Formats: j.formats, Catalog: ex.Catalog(), Texts: j.texts,
		RuleID: ex.RuleID, Confidence: extract.Confidence,
		Plan: j.grouping.plan, Level: j.grouping.level, Months: j.grouping.months,
	}
}

// catalogHash identifies the catalogue that facts were extracted with.
func catalogHash(c *catalog.Catalog) string {
	data, err := json.Marshal(c)
	if err != nil {
		return ""
	}
	sum := sha256.Sum256(data)
	return "sha256:" + hex.EncodeToString(sum[:])
}
