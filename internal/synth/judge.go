package synth

import (
	"fmt"
	"strings"

	"github.com/zhaibao/zhaibao/corpus"
	"github.com/zhaibao/zhaibao/extract"
	"github.com/zhaibao/zhaibao/extract/catalog"
	"github.com/zhaibao/zhaibao/metrics"
)

// Error is one difference between a report and what was extracted from it.
type Error struct {
	Frame string // "" for what stands outside of frames
	Kind  string // see the kinds
	Hard  bool   // a sum, its ends or a count of gaps is wrong by it
	Text  string // the figure as it stands
	Got   string
	Want  string
	Keys  []Key // the cells that are wrong by it
}

// The kinds of error.
const (
	NotFound  = "not found"            // no fact at the figure
	Invented  = "invented"             // a counted fact where there is no figure
	Metric    = "metric"               // taken for another metric
	Unit      = "unit"                 // in another base unit
	Value     = "value"                // another value or interval
	Counted   = "counted by mistake"   // belongs out of the sum, and is in it
	LeftOut   = "left out by mistake"  // belongs into the sum, and is not
	Reason    = "other reason"         // out of the sum, for another reason
	GapLost   = "gap not listed"       // the frame says that there is one
	GapExtra  = "gap without need"     // concerns a cell, the frame says nothing of it
	Where     = "place or time"        // the report's county or period, all facts go elsewhere
	ReportNum = "bounds of the report" // the report was not found as one in its file
)

// judged is what Judge works on.
type judged struct {
	cat    *catalog.Catalog
	report *Report
	item   *corpus.Item
	errors []Error
	used   []bool // by extracted fact
}

// Judge names every difference between the report and what was read of it;
// item is nil where no report was found at its place. States of completion and
// gaps that concern no figure are passed over.
func Judge(cat *catalog.Catalog, r *Report, item *corpus.Item) []Error {
	j := judged{cat: cat, report: r, item: item}
	if item == nil || item.Err != nil {
		j.all(ReportNum, "no report", r.Org)
		return j.errors
	}
	if item.Region != r.County || string(item.Period) != r.Period {
		j.all(Where, item.Region+" "+string(item.Period), r.County+" "+r.Period)
	}
	j.used = make([]bool, len(item.Result.Facts))
	for i := range r.Facts {
		j.fact(&r.Facts[i])
	}
	for i := range item.Result.Facts {
		if !j.used[i] {
			j.invented(&item.Result.Facts[i])
		}
	}
	j.gaps()
	return j.errors
}

// all blames the report for every cell of its facts.
func (j *judged) all(kind, got, want string) {
	e := Error{Kind: kind, Hard: true, Got: got, Want: want}
	for i := range j.report.Facts {
		e.Keys = append(e.Keys, j.keyOf(&j.report.Facts[i]))
	}
	if kind == Where {
		for i := range j.item.Result.Facts {
			e.Keys = append(e.Keys, j.probe(&j.item.Result.Facts[i]).key)
		}
	}
	j.errors = append(j.errors, e)
}

func (j *judged) keyOf(f *Fact) Key { return Key{j.report.County, j.report.Period, f.Metric, f.Base} }

// probed is what the aggregation makes of one fact alone.
type probed struct {
	key     Key
	figures Figures
	reason  string // "" counted
}

// probe asks the aggregation what it makes of one extracted fact.
func (j *judged) probe(f *extract.Fact) probed {
	alone := *f
	alone.TargetOf = extract.None
	if alone.SameAs != extract.None {
		alone.SameAs = 0
	}
	if alone.Parent != extract.None {
		alone.Parent = 0
	}
	a := metrics.NewAggregator(j.cat)
	a.Add(metrics.Report{
		ReportKey: metrics.ReportKey{Region: j.item.Region, RegionCode: j.item.RegionCode, Period: j.item.Period},
		Facts:     []extract.Fact{alone},
	})
	rows := a.Rows()
	if len(rows) == 0 {
		return probed{reason: "no row"}
	}
	key, figures := Row(&rows[0], j.cat)
	reason, _, _ := strings.Cut(rows[0].LeftOut.String(), ":")
	return probed{key, figures, reason}
}

// Row is what a row of the table says of its cell.
func Row(r *metrics.Row, cat *catalog.Catalog) (Key, Figures) {
	return Key{r.Region, string(r.Period), cat.Code(r.Metric), r.Unit},
		Figures{Sum: string(r.Sum), Low: string(r.Low), High: string(r.High), Open: r.Open, Gaps: r.Gaps}
}

// find is the extracted fact that shares most text with f, nil where none does.
func (j *judged) find(f *Fact) *extract.Fact {
	best, most := -1, 0
	for i := range j.item.Result.Facts {
		x := &j.item.Result.Facts[i]
		if shared := min(x.End, f.End) - max(x.Start, f.Start); shared > most && !j.used[i] && !j.state(x) {
			best, most = i, shared
		}
	}
	if best < 0 {
		return nil
	}
	j.used[best] = true
	return &j.item.Result.Facts[best]
}

// state reports whether x is a state of completion.
func (j *judged) state(x *extract.Fact) bool { return j.cat.Code(x.Metric) == "completion_status" }

// fact compares one figure with what was extracted at its place.
func (j *judged) fact(f *Fact) {
	want := Cell{LeftOut: map[string]int{}}
	want.add(f)
	want.Gaps = 0 // asked for by gaps
	e := Error{Frame: f.Frame, Text: f.Text, Want: described(f.Metric, want.Figures(), f.Base, f.Reason), Keys: []Key{j.keyOf(f)}}
	x := j.find(f)
	if x == nil {
		e.Kind, e.Hard = NotFound, f.Reason == ""
		j.errors = append(j.errors, e)
		return
	}
	p := j.probe(x)
	e.Got, e.Keys = described(p.key.Metric, p.figures, p.key.Unit, p.reason), append(e.Keys, p.key)
	in, shouldBe := p.reason == "", f.Reason == ""
	e.Hard = in || shouldBe
	switch {
	case in && !shouldBe:
		e.Kind = Counted
	case !in && shouldBe:
		e.Kind = LeftOut
	case p.key.Metric != f.Metric:
		e.Kind = Metric
	case p.key.Unit != f.Base:
		e.Kind = Unit
	case in && p.figures != want.Figures(), !in && f.Value != nil && value(x) != Plain(f.Value):
		e.Kind = Value
	case !in && p.reason != f.Reason:
		e.Kind = Reason
	default:
		return
	}
	j.errors = append(j.errors, e)
}

// value is the value of an extracted fact in base units.
func value(x *extract.Fact) string {
	v, _ := metrics.Based(&x.Quantity)
	return v.String()
}

func described(metric string, f Figures, unit, reason string) string {
	if reason != "" {
		return fmt.Sprintf("%s %s, %s", metric, unit, reason)
	}
	if f.Sum == f.Low && f.Sum == f.High {
		return fmt.Sprintf("%s %s %s", metric, f.Sum, unit)
	}
	return fmt.Sprintf("%s %s [%s, %s] %s", metric, f.Sum, f.Low, f.High, unit)
}

// invented judges an extracted fact that stands at no figure.
func (j *judged) invented(x *extract.Fact) {
	if j.state(x) {
		return
	}
	p := j.probe(x)
	j.errors = append(j.errors, Error{
		Frame: j.report.FrameAt(x.Start), Kind: Invented, Hard: p.reason == "", Text: x.Of(j.item.Document.Text),
		Got: described(p.key.Metric, p.figures, p.key.Unit, p.reason), Keys: []Key{p.key},
	})
}

// gaps compares the gaps that concern figures.
func (j *judged) gaps() {
	found := make([]bool, len(j.item.Result.Gaps))
	for i := range j.report.Facts {
		f := &j.report.Facts[i]
		if f.Gap != "" && !j.listed(f, found) {
			j.errors = append(j.errors, Error{Frame: f.Frame, Kind: GapLost, Hard: true, Text: f.Text, Want: f.Gap, Keys: []Key{j.keyOf(f)}})
		}
	}
	for i, g := range j.item.Result.Gaps {
		if found[i] || g.Fact == extract.None || j.state(&j.item.Result.Facts[g.Fact]) {
			continue
		}
		p := j.probe(&j.item.Result.Facts[g.Fact])
		j.errors = append(j.errors, Error{
			Frame: j.report.FrameAt(g.Start), Kind: GapExtra, Hard: true, Text: g.Of(j.item.Document.Text), Got: string(g.Kind), Keys: []Key{p.key},
		})
	}
}

// listed reports whether the gap of f is among those found, and marks it.
func (j *judged) listed(f *Fact, found []bool) bool {
	for i, g := range j.item.Result.Gaps {
		if !found[i] && string(g.Kind) == f.Gap && g.Start < f.End && f.Start < g.End {
			found[i] = true
			return true
		}
	}
	return false
}
