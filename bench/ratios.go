package bench

import (
	"fmt"
	"os"
	"runtime"
	"runtime/debug"
)

// Options say how much is measured; the zero value is a quick run.
type Options struct {
	Documents int // of each corpus in memory; 0 is 160
	Files     int // of each corpus for the program; 0 is 600
	Patterns  int // documents of each corpus for the regular expressions; 0 is 20
	Rounds    int // 0 is 3
}

func (o Options) withDefaults() Options {
	for _, d := range []struct {
		field *int
		value int
	}{{&o.Documents, 160}, {&o.Files, 600}, {&o.Patterns, 20}, {&o.Rounds, 3}} {
		if *d.field == 0 {
			*d.field = d.value
		}
	}
	return o
}

// Goal is what a ratio is held against.
type Goal struct {
	Name       string
	Least, Aim float64
	Lower      bool // lower is better: Least is at most
	Meaning    string
	MeaningZh  string
}

// Goals are the ratios in the order in which they are printed.
var Goals = []Goal{
	{"extract_vs_gse", 6, 12, false, "text to facts over gse.Cut, one core", "正文到数据，是 gse 分词的几倍（单核）"},
	{"extract_vs_regexp2", 60, 150, false, "text to facts over forty regexp2 patterns, one core", "正文到数据，是四十条 regexp2 正则的几倍（单核）"},
	{"cores", 1.75, 1.9, false, "text to facts, two cores over one", "正文到数据，双核是单核的几倍"},
	{"csv_vs_gse", 3, 6, false, "text to facts.csv on disk over gse.Cut, one core", "正文到磁盘上的 facts.csv，是 gse 分词的几倍（单核）"},
	{"cli_docs", 2.5, 5, false, "files to all default outputs by the program on two cores over gse.Cut on one", "程序从文件到全部输出（双核），是 gse 分词（单核）的几倍"},
	{"allocs_doc", 10, 2, true, "allocations a document, steady state", "每份报告的内存分配次数"},
	{"startup_ms", 30, 10, true, "the program over a one-line file, ms", "一行文件从启动到结束，毫秒"},
	{"startup_mb", 30, 15, true, "its peak memory, MB", "这时的内存峰值，MB"},
	{"words_vs_gse", 5, 10, false, "words by segment/fast over gse.Cut, one core", "内置分词是 gse 分词的几倍（单核）"},
	{"words_cores", 1.75, 1.9, false, "words by segment/fast, two cores over one", "内置分词，双核是单核的几倍"},
	{"words_allocs", 0.1, 0, true, "allocations a document by segment/fast", "内置分词每份报告的内存分配次数"},
}

// Ratio is what was measured for a goal, over the corpus that does worst.
type Ratio struct {
	Goal
	Value  float64
	Corpus string // "" where there is none
}

// Met tells which of the goal's two values is reached.
func (r *Ratio) Met() (least, aim bool) {
	if r.Lower {
		return r.Value <= r.Least, r.Value <= r.Aim
	}
	return r.Value >= r.Least, r.Value >= r.Aim
}

// Report is all that a run measured.
type Report struct {
	Options Options
	Shapes  []NamedShape
	Results []Result
	Ratios  []Ratio
	Flat    []Point // empty where Flat was not called
}

// NamedShape is the shape of a corpus.
type NamedShape struct {
	Name string
	Shape
}

// Run measures. It needs the go command, to build the program, and sets GOGC
// and GOMAXPROCS while it runs.
func Run(o Options) (*Report, error) {
	defer debug.SetGCPercent(debug.SetGCPercent(100))
	dir, err := os.MkdirTemp("", "zhaibao-bench-")
	if err != nil {
		return nil, err
	}
	defer os.RemoveAll(dir)
	report := &Report{Options: o.withDefaults()}
	s, err := newStage(report.Options, dir)
	if err != nil {
		return nil, err
	}
	allocs, wordAllocs := map[string]float64{}, 0.0
	for _, kind := range Kinds {
		if err := s.corpus(kind); err != nil {
			return nil, err
		}
		c, err := Generate(kind, report.Options.Documents)
		if err != nil {
			return nil, err
		}
		allocs[kind.Name] = allocations(c, newExtraction(s.extractor))
		wordAllocs = max(wordAllocs, wordAllocations(c))
		report.Shapes = append(report.Shapes, NamedShape{kind.Name, c.Shape()})
	}
	varied, err := Varied(report.Options.Documents / 4)
	if err != nil {
		return nil, err
	}
	s.segmenters(varied)
	wordAllocs = max(wordAllocs, wordAllocations(varied))
	if report.Results, err = runRounds(s.list, report.Options.Rounds); err != nil {
		return nil, err
	}
	start, err := s.program.startUp(dir)
	if err != nil {
		return nil, err
	}
	for _, g := range Goals {
		report.Ratios = append(report.Ratios, report.ratio(g, allocs, wordAllocs, start))
	}
	return report, nil
}

// allocations counts them a document after a first round over the corpus.
func allocations(c *Corpus, e *extraction) float64 {
	defer runtime.GOMAXPROCS(runtime.GOMAXPROCS(1))
	by := []*extraction{e}
	facts(c, by)
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	facts(c, by)
	runtime.ReadMemStats(&after)
	return float64(after.Mallocs-before.Mallocs) / float64(len(c.Documents))
}

// ratio is the goal's value over the corpus that does worst.
func (r *Report) ratio(g Goal, allocs map[string]float64, wordAllocs float64, start startUp) Ratio {
	of := func(name string, cores int) func(corpus string) float64 {
		return func(corpus string) float64 { return r.Find(name, corpus, cores).Speed() }
	}
	over := func(a, b func(string) float64) func(string) float64 {
		return func(corpus string) float64 { return a(corpus) / b(corpus) }
	}
	var value func(corpus string) float64
	switch g.Name {
	case "extract_vs_gse":
		value = over(of("extract", 1), of("gse", 1))
	case "extract_vs_regexp2":
		value = over(of("extract", 1), of("regexp2", 1))
	case "cores":
		value = over(of("extract", 2), of("extract", 1))
	case "csv_vs_gse":
		value = over(of("csv", 1), of("gse", 1))
	case "cli_docs":
		value = over(of("cli", 2), of("gse", 1))
	case "allocs_doc":
		value = func(corpus string) float64 { return allocs[corpus] }
	case "words_vs_gse", "words_cores":
		return r.wordsRatio(g)
	case "words_allocs":
		return Ratio{Goal: g, Value: wordAllocs}
	case "startup_ms":
		return Ratio{Goal: g, Value: start.milliseconds}
	case "startup_mb":
		return Ratio{Goal: g, Value: start.megabytes}
	default:
		panic(fmt.Sprintf("no ratio is called %s", g.Name))
	}
	worst := Ratio{Goal: g}
	for _, s := range r.Shapes {
		if v := value(s.Name); worst.Corpus == "" || v > worst.Value == g.Lower {
			worst.Value, worst.Corpus = v, s.Name
		}
	}
	return worst
}

// Find is the result of that name, corpus and number of cores; an empty one
// where there is none.
func (r *Report) Find(name, corpus string, cores int) *Result {
	for i := range r.Results {
		if x := &r.Results[i]; x.Name == name && x.Corpus == corpus && x.Cores == cores {
			return x
		}
	}
	return &Result{}
}
