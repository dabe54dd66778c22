package extract

import (
	"strings"

	"github.com/zhaibao/zhaibao/internal/fold"
	"github.com/zhaibao/zhaibao/period"
	"github.com/zhaibao/zhaibao/segment"
)

// findTimes finds the periods that the block names, where it has figures.
func (w *Worker) findTimes() {
	w.times, w.timeAt = w.times[:0], 0
	if len(w.cands) == 0 {
		return
	}
	b := &w.block
	def := &b.doc.Blocks[b.index]
	text := b.doc.Text[def.Start:def.End]
	for i := b.text.Next(0, fold.Dated); i < b.text.Len(); i = b.text.Next(i, fold.Dated) {
		t, ok := period.MentionAt(text, b.text.Off[i]-def.Start)
		if !ok {
			i++
			continue
		}
		t.Start, t.End = t.Start+def.Start, t.End+def.Start
		t.Period = w.resolve(&t)
		w.times = append(w.times, t)
		i = b.text.IndexFrom(i, t.End)
	}
}

// undated moves the start of a label behind a period that it begins with: 2018年演出.
func (c *candidate) undated(label segment.Span) segment.Span {
	for i := c.w.timeAt - 1; i >= max(0, c.w.timeAt-2); i-- {
		if t := &c.w.times[i]; t.Start == label.Start && t.End < label.End && !hasPrefix(c.w.folded(c.text.Raw[t.End:label.End]), "任务", "目标", "计划") {
			label.Start = t.End
		}
	}
	return label
}

// resolve sets the year of a period named without one; "" where it is not known.
func (w *Worker) resolve(t *period.Mention) period.Period {
	own := w.report.Period
	if !t.NoYear || own == "" {
		return t.Period
	}
	if own.IsMasked() {
		if t.YearOffset != 0 {
			return ""
		}
		return t.Period
	}
	first, last, ok := own.Months()
	if !ok {
		return ""
	}
	p := t.Period.WithYear(first/12 + t.YearOffset)
	if later := t.Period.WithYear(last/12 + t.YearOffset); t.YearOffset == 0 && !own.Contains(p) && own.Contains(later) {
		return later // the second year of a school year
	}
	return p
}

// when is the period of the candidate's own, "" where the text names none: the
// last one named before it in its sentence. One inside the report's period
// holds wherever it stands; one outside only where it opens its clause and what
// follows is told of that time.
func (c *candidate) when() period.Period {
	t := c.timeBefore()
	if c.thisYear(t) {
		return c.period
	}
	if t == nil {
		return ""
	}
	p, own := t.Period, c.period
	between := c.text.Raw[t.End:c.m.Start]
	switch {
	case p == "", c.datesSomething(t, between), own == "" && t.NoYear, p != own && p.Contains(own):
		return ""
	case own == "", own.Contains(p):
		return p
	case !c.opensClause(t), strings.Contains(between, "的"):
		return ""
	}
	return p
}

// timeBefore is the last period named before the candidate in its sentence, nil where there is none near.
func (c *candidate) timeBefore() *period.Mention {
	w, at := c.w, c.m.Start
	for w.timeAt < len(w.times) && w.times[w.timeAt].End <= at {
		w.timeAt++
	}
	if w.timeAt == 0 {
		return nil
	}
	t := &w.times[w.timeAt-1]
	if t.Start < c.text.Off[c.sentenceStart(c.clause)] || at-t.End > len("年")*reach {
		return nil
	}
	return t
}

// thisYear reports whether 今年 or 全年 opens the clause of a figure in a report
// on a whole year, behind the period t named before.
func (c *candidate) thisYear(t *period.Mention) bool {
	first, last, ok := c.period.Months()
	if !ok || last-first != 11 {
		return false
	}
	start := c.text.Off[max(c.clauses[c.clause].start, c.lead)]
	if t != nil && t.Start >= start {
		return false
	}
	clause := c.text.Raw[start:c.m.Start]
	return strings.HasPrefix(clause, "今年") || strings.HasPrefix(clause, "全年") || strings.HasPrefix(clause, "本年")
}

// datesSomething reports whether the period is the end or start of a stretch of
// time (截至6月底, 2018年以来) or belongs to a name (2018年度先进).
func (c *candidate) datesSomething(t *period.Mention, after string) bool {
	raw := c.text.Raw
	for _, w := range [...]string{"截至", "截止", "截止到", "截至到", "至", "到", "自", "从", "《", "“"} {
		if strings.HasSuffix(raw[:t.Start], w) {
			return true
		}
	}
	for _, w := range [...]string{"以来", "来", "起", "开始", "底", "末", "止", "前", "后", "同期", "相比", "”", "》", "）", ")"} {
		if strings.HasPrefix(after, w) {
			return true
		}
	}
	return false
}

// opensClause reports whether nothing but 在 or 于 stands between the period and
// the start of its clause or bracket.
func (c *candidate) opensClause(t *period.Mention) bool {
	k := c.clauseOf(c.text.Index(t.Start))
	if k < 0 {
		return false
	}
	start := max(c.clauses[k].start, c.lead)
	gap := c.text.Raw[c.text.Off[start]:t.Start]
	return gap == "" || gap == "在" || gap == "于" || strings.HasSuffix(gap, "（") || strings.HasSuffix(gap, "(")
}

// wholeKey is what a figure of the whole period shares with those of its parts.
type wholeKey struct {
	mentionKey
	label string
	role  Role
}

// linkPeriods points figures of a part of the report's period to the figure of
// the whole that holds them: 上半年演出50场，下半年演出70场，全年演出120场.
func (w *Worker) linkPeriods() {
	own := w.report.Period
	if own == "" {
		return
	}
	if w.wholes == nil {
		w.wholes = map[wholeKey]int{}
	}
	clear(w.wholes)
	facts := w.dst.Facts
	for i := range facts {
		if f := &facts[i]; f.Period == own && w.linksPeriods(f) {
			if key := w.wholeKey(f); w.bigger(i, key) {
				w.wholes[key] = i
			}
		}
	}
	if len(w.wholes) == 0 {
		return
	}
	for i := range facts {
		f := &facts[i]
		if f.Period == "" || f.Period == own || !own.Contains(f.Period) || !w.linksPeriods(f) || f.Parent != None || f.SameAs != None {
			continue
		}
		if k, ok := w.wholes[w.wholeKey(f)]; ok && f.Quantity.BaseValue.Cmp(facts[k].Quantity.BaseValue) <= 0 && !w.hangsUnder(k, i) {
			f.Parent = k
		}
	}
}

// bigger reports whether fact i is the largest of its key so far.
func (w *Worker) bigger(i int, key wholeKey) bool {
	k, ok := w.wholes[key]
	return !ok || w.dst.Facts[k].Quantity.BaseValue.Cmp(w.dst.Facts[i].Quantity.BaseValue) < 0
}

func (w *Worker) linksPeriods(f *Fact) bool {
	return f.Quantity.HasValue && f.Basis == Total && f.Role != Reference && f.Time == Flow &&
		f.Metric != w.ex.lex.metric.change && f.Metric != w.ex.lex.metric.status
}

func (w *Worker) wholeKey(f *Fact) wholeKey {
	return wholeKey{mentionKey{f.Metric, f.Quantity.BaseUnit}, f.Label.Of(w.report.Doc.Text), f.Role}
}
