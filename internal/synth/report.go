package synth

import (
	"fmt"
	"math/rand/v2"
	"strings"
)

// Report is one generated report. Offsets are bytes in its file's text.
type Report struct {
	County, Bureau, Org, Period string
	Start, End                  int
	Facts                       []Fact
	Places                      []Place // where frames stand, in order
}

// Place is where a piece of a frame stands.
type Place struct {
	Frame      string
	Start, End int
}

// FrameAt is the frame that stands at the offset, "" outside of frames.
func (r *Report) FrameAt(at int) string {
	for _, p := range r.Places {
		if at >= p.Start && at < p.End {
			return p.Frame
		}
	}
	return ""
}

// writer writes one report.
type writer struct {
	drawing
	frames  *Frames
	report  Report
	when    span
	written int // sections written
}

// write returns the report's text with the offsets in it.
func (f *Frames) write(rng *rand.Rand, county, bureau string, when span, list []*Frame) (string, Report, error) {
	w := &writer{frames: f, when: when}
	w.rng, w.style = rng, style(rng)
	w.report = Report{County: county, Bureau: bureau, Org: county + f.names[bureau], Period: when.period}
	w.words = when.words(county, f.names[bureau], pick(rng, towns), rng.IntN(6))
	memory := make([]map[string]drawn, len(list))
	for i := range memory {
		memory[i] = map[string]drawn{}
	}
	w.title()
	w.opening(list, memory)
	w.sections(list, memory)
	w.plans(list, memory)
	w.signature()
	w.report.Facts, w.report.End = w.facts, w.text.Len()
	return w.text.String(), w.report, w.err
}

// style is how the report writes its figures: most in plain digits.
func style(rng *rand.Rand) Style {
	switch rng.IntN(10) {
	case 0:
		return FullWidth
	case 1:
		return Comma
	}
	return Arabic
}

func pick[T any](rng *rand.Rand, list []T) T { return list[rng.IntN(len(list))] }

func (w *writer) line(parts ...string) {
	for _, p := range parts {
		w.text.WriteString(p)
	}
	w.text.WriteString("\n")
}

func (w *writer) title() {
	org, when := w.report.Org, w.when.titled()
	switch w.rng.IntN(4) {
	case 0:
		w.line(org, when, "工作总结")
	case 1:
		w.line(org, "关于", when, "工作情况的报告")
	case 2:
		w.line(org)
		w.line(when, "工作总结")
	default:
		w.line(when, org, "工作总结")
	}
}

// opening writes the first paragraph with the pieces that sum up.
func (w *writer) opening(list []*Frame, memory []map[string]drawn) {
	fmt.Fprintf(&w.text, pick(w.rng, openings), w.when.titled())
	for i, f := range list {
		if len(f.opening) > 0 {
			w.piece(f, f.opening, memory[i])
		}
	}
	w.line("现将有关工作情况报告如下：")
}

var openings = []string{
	"%s，我局在县委、县政府的坚强领导下，紧扣年度目标，狠抓工作落实，各项工作稳步推进。",
	"%s，在上级部门的精心指导下，我局坚持以人民为中心的发展思想，真抓实干，取得了一定成效。",
	"%s，全局上下凝心聚力、攻坚克难，较好地完成了各项工作任务。",
}

// sections writes the body under headings, some as lists.
func (w *writer) sections(list []*Frame, memory []map[string]drawn) {
	var body []int
	for i, f := range list {
		if !f.Plan {
			body = append(body, i)
		}
	}
	w.rng.Shuffle(len(body), func(i, k int) { body[i], body[k] = body[k], body[i] })
	headings := w.frames.headings[w.report.Bureau]
	from := w.rng.IntN(len(headings))
	for section := 0; len(body) > 0; section++ {
		n := min(len(body), 2+w.rng.IntN(3))
		w.line(digitOf(int64(section+1)), "、", headings[(from+section)%len(headings)])
		w.section(list, memory, body[:n])
		body = body[n:]
		w.written = section + 1
	}
}

// section writes frames as a paragraph or as a list.
func (w *writer) section(list []*Frame, memory []map[string]drawn, body []int) {
	layout := w.rng.IntN(5)
	for k, i := range body {
		switch layout {
		case 0:
			fmt.Fprintf(&w.text, "（%s）", digitOf(int64(k+1)))
		case 1:
			fmt.Fprintf(&w.text, "%d.", k+1)
		case 2:
			fmt.Fprintf(&w.text, "%s是", digitOf(int64(k+1)))
		default:
			if w.rng.IntN(3) == 0 {
				w.text.WriteString(w.filler())
			}
		}
		w.piece(list[i], list[i].body, memory[i])
		if layout < 2 || layout == 2 && k == len(body)-1 {
			w.line()
		}
	}
	if layout > 2 {
		w.line()
	}
}

func (w *writer) filler() string {
	own, any := w.frames.fillers[w.report.Bureau], w.frames.fillers["*"]
	if len(own) > 0 && w.rng.IntN(2) == 0 {
		return pick(w.rng, own)
	}
	return pick(w.rng, any)
}

// piece writes one piece of a frame and remembers where it stands.
func (w *writer) piece(f *Frame, tokens []token, memory map[string]drawn) {
	w.frame, w.seen = f.ID, memory
	at := w.text.Len()
	w.put(tokens)
	w.report.Places = append(w.report.Places, Place{f.ID, at, w.text.Len()})
}

// plans writes what is wanting, and the plans under a heading of their own.
func (w *writer) plans(list []*Frame, memory []map[string]drawn) {
	w.line(digitOf(int64(w.written+1)), "、存在的问题")
	w.line("一些工作离群众期盼还有差距，队伍能力有待提升，个别项目推进不够快。")
	head := "下一步工作打算"
	if w.when.half == 1 {
		head = "下半年工作打算"
	}
	w.line(digitOf(int64(w.written+2)), "、", head)
	w.text.WriteString("继续对标对表，补齐短板弱项。")
	for i, f := range list {
		if f.Plan {
			w.piece(f, f.body, memory[i])
		}
	}
	w.line()
}

func (w *writer) signature() {
	if w.rng.IntN(3) == 0 {
		return
	}
	w.line(w.report.Org)
	year, month := w.when.year, w.when.lastMonth()+1
	if month > 12 {
		year, month = year+1, 1
	}
	w.line(strings.TrimSpace(fmt.Sprintf("%d年%d月%d日", year, month, 3+w.rng.IntN(20))))
}
