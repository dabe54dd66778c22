package corpus

import (
	"github.com/zhaibao/zhaibao/corpus/copies"
	"github.com/zhaibao/zhaibao/extract"
	"github.com/zhaibao/zhaibao/metrics"
	"github.com/zhaibao/zhaibao/period"
	"github.com/zhaibao/zhaibao/segment"
)

// Meta is what is known of a report besides its facts.
type Meta struct {
	File       string // relative to the argument, with slashes
	Doc        int    // the report's number in its file, from 1
	Row        int    // of the sheet or the line of the file that the report is, from 1; else 0
	Title      string
	Genre      string // the kind of report that the title names: 工作总结, 统计公报; "" where it names none
	Region     string // the place reported on, as in the text
	RegionCode string // its code of GB/T 2260, "" for a township, a zone and where it is not certain
	RegionPath string // 浙江省/宁波市/鄞州区/白沙镇, as far as it is certain
	Org        string // the body that reports, as in the text
	Period     period.Period
	Format     string // what the file was read as, whatever its name says: txt, md, or a Reader's Format
	Encoding   string // utf-8, utf-16le, utf-16be, gb18030
	TextHash   string // of the whole file's decoded text: SHA-256, lower-case hex
}

// Item is one report with its facts, or a file that failed (Err set, the rest
// empty but for File). Document and Result belong to the pipeline and are valid
// only until the callback that received them returns.
type Item struct {
	Meta
	Document *segment.Document
	Result   *extract.Result // empty where Copy.Exact: its facts are those of the report it is a copy of
	Err      error
	// Prepared is what Options.Prepare made of the report. Items are used again, so
	// that it finds here what it made of an earlier one.
	Prepared any
	Record   Record // where Options.Cache has it

	// Sketch is what copies are found by, and Copy what was found; both are empty
	// without Options.Copies.
	Sketch copies.Sketch
	Copy   copies.Mark

	original bool  // said by hand to be no copy
	used     []int // rows of Options.Identity that speak of it
	unread   bool  // an earlier report is the same to the byte
}

// Record names what a Cache holds of a report. Two runs in which it is the same
// have the same facts of it; the zero value says that nothing is held.
type Record struct {
	Sum  [16]byte // of the file's place and content
	Item int      // its number in the file, from 0
}

// Report is the item as it is added up: agg.Add(item.Report()). It is empty for
// a file that failed.
func (i *Item) Report() metrics.Report {
	if i.Result == nil {
		return metrics.Report{}
	}
	return metrics.Report{
		ReportKey: metrics.ReportKey{Region: i.Region, RegionCode: i.RegionCode, Period: i.Period, Org: i.Org, Genre: i.Genre},
		Facts:     i.Result.Facts,
		Gaps:      i.Result.Gaps,
		Copy:      i.Copy.Of != "",
		Labels:    func(f *extract.Fact) string { return i.Document.Text[f.Label.Start:f.Label.End] },
	}
}
