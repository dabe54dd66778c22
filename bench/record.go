package bench

import (
	"fmt"
	"os/exec"
	"runtime"
	"runtime/debug"
	"strings"
	"time"
)

// The bounds of what README.md shows of a record.
const (
	shownFrom = "<!-- bench -->\n"
	shownTo   = "<!-- end -->"
)

// Record is the report as a page of Markdown: ratios, speeds, corpora, machine,
// versions, bias. What stands between shownFrom and shownTo is README's.
func (r *Report) Record(day time.Time) string {
	var b strings.Builder
	date := day.Format(time.DateOnly)
	fmt.Fprintf(&b, "# Speed, %s\n\nMedians of %d rounds in which the contenders take turns, GOGC=100. ", date, r.Options.Rounds)
	b.WriteString("`cd bench && go run ./run` writes this page.\n\n")
	b.WriteString(shownFrom + r.shown(date) + shownTo + "\n\n")
	r.writeSpeeds(&b)
	r.writeFlat(&b)
	b.WriteString("## Corpora\n\n")
	for _, s := range r.Shapes {
		fmt.Fprintf(&b, "- **%s**: %v\n", s.Name, s.Shape)
	}
	b.WriteString("- **varied**: words of gse's dictionary by the root of their frequency, in no sense; cut into words only\n")
	b.WriteString("\nThe dense corpus lies within 20 % of 32 annotated reports in all of these (`TestLikeTheAnnotated`).\n\n")
	b.WriteString("## Machine and versions\n\n" + machine() + versions() + "\n## Bias\n\n" + bias)
	return b.String()
}

// shown is the table of ratios as README.md has it.
func (r *Report) shown(date string) string {
	var b strings.Builder
	b.WriteString("| 比值 | 测得 | 目标 | 期望 | 最差语料 | 含义 |\n|---|--:|--:|--:|---|---|\n")
	corpora := map[string]string{"dense": "密集报告", "ordinary": "一般报告", "prose": "长文", "varied": "多样文本"}
	for i := range r.Ratios {
		x := &r.Ratios[i]
		sign, mark := "≥", ""
		if x.Lower {
			sign = "≤"
		}
		if least, _ := x.Met(); !least {
			mark = "（未达）"
		}
		fmt.Fprintf(&b, "| `%s` | %.4g%s | %s %.4g | %s %.4g | %s | %s |\n", x.Name, x.Value, mark, sign, x.Least, sign, x.Aim, corpora[x.Corpus], x.MeaningZh)
	}
	fmt.Fprintf(&b, "\n密集报告每秒：正文到数据 %s 条（单核），到 facts.csv %s 条（单核），程序从文件到全部输出 %s 条（双核）。",
		thousands(int64(r.Find("extract", "dense", 1).Rate())), thousands(int64(r.Find("csv", "dense", 1).Rate())), thousands(int64(r.Find("cli", "dense", 2).Rate())))
	if noise := r.Noise(); noise > 0.25 {
		fmt.Fprintf(&b, "测量时机器上另有工作：各轮最慢比最快多出 %.0f%%（中位），双核各项和启动时间因此偏差。", 100*noise)
	}
	fmt.Fprintf(&b, "%s 的记录，机器、版本和偏差见 `bench/record/%s.md`。\n", date, date)
	return b.String()
}

// writeSpeeds writes how every contender did.
func (r *Report) writeSpeeds(b *strings.Builder) {
	b.WriteString("## Speeds\n\nSpread is by how much the slowest round lies above the quickest. CPU over gse\ncompares time on processors, all cores together, which other work on the machine disturbs less. Found are facts, words,\nmatches or groups.\n\n")
	b.WriteString("| corpus | contender | cores | MB/s | over gse | CPU over gse | found/s | spread |\n|---|---|--:|--:|--:|--:|--:|--:|\n")
	for i := range r.Results {
		x := &r.Results[i]
		gse := r.Find("gse", x.Corpus, 1)
		fmt.Fprintf(b, "| %s | %s | %d | %.2f | %.2f | %.2f | %s | %.0f %% |\n", x.Corpus, x.Name, x.Cores, x.Speed(),
			x.Speed()/gse.Speed(), gse.Work()/x.Work(), thousands(int64(x.Rate())), 100*x.Spread())
	}
	b.WriteString("\n`extract`: text to facts by the library. `csv`: the same and facts.csv. `tables`: the same and all default files. `cli`: the program, files to default files. ")
	fmt.Fprintf(b, "`metrics`, `plain`: the figures of the corpus added up %d times, exactly with quantiles by package metrics, in a map of float slices.\n\n", repeats)
}

// writeFlat writes what a byte takes by size and number of documents.
func (r *Report) writeFlat(b *strings.Builder) {
	if len(r.Flat) == 0 {
		return
	}
	b.WriteString("## Time per byte\n\nDense reports, the best of three, files of 1 kB. The program's start-up is in its times.\n\n")
	b.WriteString("| what | bytes in all | ns a byte |\n|---|--:|--:|\n")
	for _, p := range r.Flat {
		fmt.Fprintf(b, "| %s | %s | %.0f |\n", p.What, thousands(int64(p.Bytes)), p.Nanoseconds)
	}
	b.WriteString("\n")
}

func machine() string {
	cpu := readLine("/proc/cpuinfo", "model name")
	memory := readLine("/proc/meminfo", "MemTotal")
	return fmt.Sprintf("- %s/%s, %d cores, %s, memory %s\n- load average when the run ended: %s\n",
		runtime.GOOS, runtime.GOARCH, runtime.NumCPU(), orUnknown(cpu), orUnknown(memory), orUnknown(load()))
}

// versions are those of Go, of the peers and of what is measured.
func versions() string {
	b := &strings.Builder{}
	fmt.Fprintf(b, "- %s\n", runtime.Version())
	info, ok := debug.ReadBuildInfo()
	if !ok {
		return b.String()
	}
	for _, m := range info.Deps {
		if strings.Contains(m.Path, "gse") || strings.Contains(m.Path, "gojieba") || strings.Contains(m.Path, "regexp2") {
			fmt.Fprintf(b, "- %s %s\n", m.Path, m.Version)
		}
	}
	if out, err := exec.Command("git", "log", "-1", "--format=%h").Output(); err == nil {
		fmt.Fprintf(b, "- zhaibao at %s\n", strings.TrimSpace(string(out)))
	}
	return b.String()
}

const bias = `- The corpora are ours. Clauses come from one list of material, so caches and branch predictors see less variety than in
  real reports; this helps every contender.
- Extraction answers more than the segmenters: words are no facts. gse and gojieba are what Chinese text usually goes
  through first, no substitute. gse.Cut is called without an HMM argument, gojieba's Cut without the HMM.
- All contenders share one process. gse's and gojieba's dictionaries keep its heap large, so that the collector runs seldom; who
  allocates much, gains (gse, regexp2, metrics, plain). The program runs by itself, and its start-up is in its time.
- extract includes splitting a text into reports and reading title, place, body and period, which the pipeline does as
  well; decoding and reading files are only in cli. csv writes facts.csv alone.
- The patterns share one slice of runes a document, and no match becomes a string: quicker than the usual calls. They
  name no metric but their own, and tell neither role nor links. They run over the first documents of each corpus only.
- gse with two goroutines shares one dictionary. Turbulence by other work on the machine shows as spread.
- fast and gse go through the same words by the same costs; fast keeps numbers whole and writes spans into memory that
  is there, gse strings into new memory. The varied corpus has no sense and more rare words than any text.
- sego, an older segmenter, is left out: it could not be obtained as a module.
`
