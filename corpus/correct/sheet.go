package correct

import (
	"strings"

	"github.com/zhaibao/zhaibao/extract"
	"github.com/zhaibao/zhaibao/extract/quantity"
	"github.com/zhaibao/zhaibao/segment"
)

// Sheet is the corrections of one file's text, and what became of them. It is
// not safe for concurrent use.
type Sheet struct {
	file    string
	list    *List
	entries []entry
}

// entry is a correction at its place in a text.
type entry struct {
	*fix
	index int // in the list
	span  segment.Span
	why   *message // it was not carried out, nil where it was
}

// Apply carries out what lies in the report r on its result, which w extracted.
// On a nil Sheet it does nothing.
func (s *Sheet) Apply(w *extract.Worker, r extract.Report, res *extract.Result) {
	if s == nil {
		return
	}
	j := job{list: s.list, doc: r.Doc, res: res, drop: make([]bool, len(res.Facts)), at: map[segment.Span]int{}}
	for i := len(res.Facts) - 1; i >= 0; i-- { // no two have one span; if they had, the first is meant
		j.at[res.Facts[i].Span] = i
	}
	for _, adding := range [...]bool{false, true} { // into the room that deletions make
		for i := range s.entries {
			if e := &s.entries[i]; !e.span.Empty() && r.Doc.Span.Contains(e.span) && (e.action == add) == adding {
				j.apply(e)
			}
		}
	}
	if j.done {
		w.Revise(r, res, j.drop, j.add)
	}
}

// job is the corrections of one report being carried out.
type job struct {
	list *List
	doc  *segment.Document
	res  *extract.Result
	at   map[segment.Span]int // facts
	drop []bool
	add  []extract.Fact
	done bool // something was
}

func (j *job) apply(e *entry) {
	e.why = j.carryOut(e)
	j.done = j.done || e.why == nil
}

// carryOut does what the correction says; where that cannot be, the reason is returned.
func (j *job) carryOut(e *entry) (why *message) {
	if e.action == add {
		return j.insert(e)
	}
	i, ok := j.at[e.span]
	switch {
	case !ok:
		return j.notFound(e)
	case e.action == remove:
		j.drop[i] = true
		return nil
	}
	f := j.res.Facts[i]
	if why = e.edit.apply(&f, j.list.lexicon, j.doc); why == nil {
		j.res.Facts[i] = f
	}
	return why
}

func (j *job) insert(e *entry) *message {
	if there := j.overlapping(e.span); len(there) > 0 {
		return because("“%s”处已有数据“%s”，不能再加；请改用 change，或先 delete 那一条", "%q overlaps the fact %q and cannot be added; change that one, or delete it",
			e.span.Of(j.doc.Text), there[0])
	}
	f := extract.Fact{Span: e.span}
	f.Quantity.UnitID = quantity.NoUnit
	if why := e.edit.apply(&f, j.list.lexicon, j.doc); why != nil {
		return why
	}
	j.add = append(j.add, f)
	return nil
}

// overlapping is the text of the facts that overlap the span and stay.
func (j *job) overlapping(span segment.Span) (there []string) {
	for i := range j.res.Facts {
		if f := &j.res.Facts[i]; !j.drop[i] && f.Overlaps(span) {
			there = append(there, f.Of(j.doc.Text))
		}
	}
	return there
}

func (j *job) notFound(e *entry) *message {
	here := e.span.Of(j.doc.Text)
	if there := j.overlapping(e.span); len(there) > 0 {
		return because("“%s”不是一条数据，与之重叠的是“%s”；请核对 start、end", "%q is no fact, but %q overlaps it; check start and end", here, strings.Join(there, "”“"))
	}
	return because("“%s”不是一条数据；请核对 start、end，要增加请用 add", "%q is no fact; check start and end, or use add", here)
}

func errOutside(f *fix) *message {
	return because("[%d,%d) 不在一份报告的正文里；请核对 start、end", "[%d,%d) is not inside one report; check start and end", f.start, f.end)
}
