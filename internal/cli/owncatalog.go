package cli

import (
	"errors"
	"fmt"
	"io"
	"io/fs"

	"github.com/spf13/pflag"

	"github.com/zhaibao/zhaibao/corpus"
	"github.com/zhaibao/zhaibao/export"
	"github.com/zhaibao/zhaibao/extract"
	"github.com/zhaibao/zhaibao/extract/catalog"
	"github.com/zhaibao/zhaibao/extract/pattern"
	"github.com/zhaibao/zhaibao/segment"
)

// ownCatalog is the user's catalogue that --catalog names.
type ownCatalog struct {
	file  string
	given bool
	again bool               // given twice
	ex    *extract.Extractor // compiled once
}

func (a *app) catalogFlag(f *pflag.FlagSet) {
	f.Func("catalog", a.say("自定目录`文件`（YAML）：增加指标、单位、词和正则，extract catalog new 写出样例", "`FILE` of your own catalogue (YAML): more metrics, units, words and patterns; extract catalog new writes a starter"), func(path string) error {
		a.own = ownCatalog{file: path, given: true, again: a.own.given}
		return nil
	})
}

// catalog is the built-in catalogue with the user's additions.
func (a *app) catalog() (*catalog.Catalog, error) {
	if !a.own.given {
		return catalog.Builtin(), nil
	}
	ex, err := a.extractor()
	if err != nil {
		return nil, err
	}
	return ex.Catalog(), nil
}

// load reads a user's catalogue and compiles it; the error has all problems of both.
func (a *app) load(file string) (*extract.Extractor, error) {
	cat, err := catalog.Load(file)
	if cat == nil {
		return nil, a.unreadable(err, file)
	}
	ex, wrong := extract.Compile(cat, pattern.Compile)
	return ex, catalog.Join(err, wrong)
}

// unreadable makes a wrong use of a catalogue file that is not there.
func (a *app) unreadable(err error, file string) error {
	var path *fs.PathError
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return a.usagef("找不到目录文件 %q。没有写出任何结果", "no catalogue file %q. Nothing was written", file)
	case errors.As(err, &path):
		return a.usagef("读不了目录文件 %q：%v。没有写出任何结果", "the catalogue file %q cannot be read: %v. Nothing was written", file, err)
	}
	return err
}

// extractor compiles the catalogue.
func (a *app) extractor() (*extract.Extractor, error) {
	if a.own.ex != nil {
		return a.own.ex, nil
	}
	var ex *extract.Extractor
	var err error
	switch {
	case a.own.again:
		err = a.usagef("--catalog 只能给一个文件，请把几个目录合成一个", "--catalog takes one file; put your catalogues together")
	case a.own.given:
		ex, err = a.load(a.own.file)
	default:
		ex, err = extract.Compile(catalog.Builtin())
	}
	if err != nil {
		return nil, err
	}
	a.own.ex = ex
	return ex, nil
}

// info is what run.json says of the user's catalogue.
func (o *ownCatalog) info(s *stops) *export.CatalogFile {
	if !o.given {
		return nil
	}
	return &export.CatalogFile{File: o.file, PatternStops: s.all}
}

// stops tells of the patterns that were stopped.
type stops struct {
	lines []string
	all   int
}

// listedStops are how many stops are named.
const listedStops = 10

// add notes the stops in a report.
func (s *stops) add(l lang, cat *catalog.Catalog, item *corpus.Item) {
	if item.Result == nil || len(item.Result.Stops) == 0 {
		return
	}
	var offsets segment.OffsetTable
	offsets.Reset(item.Document.Text)
	for _, stop := range item.Result.Stops {
		if s.all++; len(s.lines) == listedStops {
			continue
		}
		p := &cat.Patterns[stop.Pattern]
		start, end := offsets.Runes(stop.Span)
		took := l.say("超过时限 %v", "it took longer than %v")
		if stop.Slow {
			took = l.say("虽未超过时限 %v，累计已达其十倍", "it took less than %v, but ten times that by now")
		}
		line := fmt.Sprintf(l.say("%s 正则 %s：在 %s #%d [%d,%d) ", "%s pattern %s: in %s #%d [%d,%d) ")+took,
			p.At, p.ID, item.File, item.Doc, start, end, p.Timeout)
		if stop.Last {
			line += l.say("，本报告中不再使用", ", and is not tried any more in this report")
		}
		s.lines = append(s.lines, line)
	}
}

// print warns of the stops.
func (s *stops) print(l lang, w io.Writer) {
	if s.all == 0 {
		return
	}
	fmt.Fprintf(w, l.say("警告：自定目录的正则有 %d 次被中止，其余数据不受影响；请改写正则（限定重复次数，用 (?>…)）：\n", "warning: patterns of your catalogue were stopped %d times; other figures are not affected. Rewrite them (bound repetitions, use (?>…)):\n"), s.all)
	for _, line := range s.lines {
		fmt.Fprintf(w, "  %s\n", line)
	}
}
