package cli

import (
	"bufio"
	"cmp"
	"fmt"
	"strings"

	"github.com/zhaibao/zhaibao/corpus"
	"github.com/zhaibao/zhaibao/export"
	"github.com/zhaibao/zhaibao/extract"
	"github.com/zhaibao/zhaibao/extract/catalog"
	"github.com/zhaibao/zhaibao/extract/quantity"
	"github.com/zhaibao/zhaibao/segment"
)

// explainer prints one report sentence by sentence.
type explainer struct {
	lang
	out     *bufio.Writer
	cat     *catalog.Catalog
	ex      *extract.Extractor
	item    *corpus.Item
	offsets segment.OffsetTable
	result  *extract.Result
	all     bool         // also the rules that do not apply
	shown   segment.Span // the text that was printed last
}

// shownSentence is how many code points of a sentence are printed around a figure.
const shownSentence = 120

// entry is a numeral, a fact or both, with its trace where it has one.
type entry struct {
	segment.Span
	numeral *extract.Numeral // nil for a phrase of completion
	fact    int              // index into Result.Facts, None for a numeral that is no fact
	step    *extract.Step
}

func (e *explainer) printf(format string, args ...any) { fmt.Fprintf(e.out, format, args...) }

func (e *explainer) print(steps []extract.Step) {
	e.offsets.Reset(e.item.Document.Text)
	m := &e.item.Meta
	e.printf("%s #%d  %s\n", m.File, m.Doc, orNone(m.Title))
	e.printf(e.say("地区 %s  单位 %s  报告期 %s\n", "region %s  org %s  period %s\n"),
		orNone(m.Region), orNone(m.Org), orNone(string(m.Period)))
	entries := e.entries(steps)
	for _, s := range e.item.Document.Sentences {
		n := 0
		for n < len(entries) && entries[n].Start < s.End {
			n++
		}
		for i := range entries[:n] {
			e.sentence(s.Span, entries[i].Span)
			e.entry(&entries[i])
		}
		entries = entries[n:]
	}
}

// sentence prints what stands around the figure, where that was not printed with the one before.
func (e *explainer) sentence(sentence, figure segment.Span) {
	if e.shown.Contains(figure) && !e.shown.Empty() {
		return
	}
	e.shown = export.Around(e.item.Document.Text, sentence, figure, shownSentence)
	head, tail := "", ""
	if e.shown.Start > sentence.Start {
		head = "…"
	}
	if e.shown.End < sentence.End {
		tail = "…"
	}
	e.printf("\n“%s%s%s”\n", head, oneLine(e.of(e.shown)), tail)
}

// entries merges the numerals with the facts, both in the order of the text.
func (e *explainer) entries(steps []extract.Step) []entry {
	traces := map[segment.Span]*extract.Step{}
	for i := range steps {
		traces[steps[i].Span] = &steps[i]
	}
	var list []entry
	facts, k := e.result.Facts, 0
	phrasesBefore := func(start int) {
		for ; k < len(facts) && facts[k].Start < start; k++ {
			list = append(list, entry{Span: facts[k].Span, fact: k})
		}
	}
	for i := range e.result.Numerals {
		n := &e.result.Numerals[i]
		phrasesBefore(n.Start)
		x := entry{Span: n.Span, numeral: n, fact: extract.None, step: traces[n.Span]}
		if k < len(facts) && facts[k].Span == n.Span {
			x.fact, k = k, k+1
		}
		list = append(list, x)
	}
	phrasesBefore(len(e.item.Document.Text) + 1)
	return list
}

func (e *explainer) entry(x *entry) {
	start, end := e.offsets.Runes(x.Span)
	e.printf("  %s [%d,%d)  ", shorten(oneLine(e.of(x.Span)), 80), start, end)
	if x.fact == extract.None {
		e.printf("%s\n", strings.Join(numeralParts(x.numeral), " "))
	} else {
		e.fact(x)
	}
	if x.step != nil {
		e.trials(x.step)
	}
}

// numeralParts tell of a numeral that is no fact: nonfact ordinal = 4 届.
func numeralParts(n *extract.Numeral) []string {
	parts := []string{n.Verdict.String()}
	if n.Reason != "" {
		parts = append(parts, n.Reason)
	}
	if !n.HasValue {
		return parts
	}
	value := n.Value.String()
	if n.HasHigh {
		value += "–" + n.High.String()
	}
	return append(parts, strings.TrimSpace("= "+value+" "+n.Unit))
}

// fact prints a fact with its attributes and the rule that took it.
func (e *explainer) fact(x *entry) {
	f := &e.result.Facts[x.fact]
	verdict := e.say("完成情况", "status")
	if x.numeral != nil {
		verdict = x.numeral.Verdict.String()
	}
	e.printf("#%d %s %s %s\n", x.fact+1, verdict, e.cat.Code(f.Metric), e.metricName(f.Metric))
	e.printf("    %s\n", strings.Join(e.attributes(f), "  "))
	if rules := extract.Rules(); int(f.Rule) < len(rules) {
		e.printf(e.say("    规则 %s：%s\n", "    rule %s: %s\n"), rules[f.Rule].ID, e.say(cmp.Or(rules[f.Rule].Zh, rules[f.Rule].Doc), rules[f.Rule].Doc))
	} else if p := e.ex.Pattern(f.Rule); p != nil {
		e.printf(e.say("    规则 pattern:%s：自定目录的正则（%s）\n", "    rule pattern:%s: a pattern of your catalogue (%s)\n"), p.ID, p.At)
	} else if id := extract.RuleID(f.Rule); id != "" {
		e.printf(e.say("    规则 %s\n", "    rule %s\n"), id)
	}
}

// attributes are name=value of all that is known of a fact.
func (e *explainer) attributes(f *extract.Fact) []string {
	q := &f.Quantity
	var parts []string
	add := func(name, value string) {
		if value != "" {
			parts = append(parts, name+"="+value)
		}
	}
	number := func(name string, has bool, d quantity.Decimal) {
		if has && !f.Missing {
			add(name, d.String())
		}
	}
	if f.Missing {
		add("missing", "1")
	}
	number("value", q.HasValue, q.Value)
	number("high", q.HasHigh, q.High)
	add("unit", q.Unit)
	if q.BaseUnit != q.Unit {
		number("base_value", q.HasValue, q.BaseValue)
		add("base_unit", q.BaseUnit)
	}
	number("low_est", q.HasLow && q.Bound != quantity.Exact, q.Low)
	number("high_est", q.HasUpper && q.Bound != quantity.Exact, q.Upper)
	add("bound", q.Bound.String())
	add("role", f.Role.String())
	add("basis", f.Basis.String())
	add("status", f.Status.String())
	add("time", f.Time.String())
	add("label", e.of(f.Label))
	add("period", string(f.Period))
	add("same_as", e.link(f.SameAs))
	add("parent", e.link(f.Parent))
	add("target_id", e.link(f.TargetOf))
	return parts
}

// link names another fact by its number in the report and its text.
func (e *explainer) link(i int) string {
	if i == extract.None {
		return ""
	}
	return fmt.Sprintf("#%d(%s)", i+1, shorten(e.of(e.result.Facts[i].Span), 20))
}

func (e *explainer) metricName(m catalog.Metric) string {
	if int(m) >= len(e.cat.Metrics) {
		return ""
	}
	def := e.cat.Metrics[m]
	return e.say(def.Name, def.NameEN)
}

// trials prints what the rules had to say: the first that applies took the
// numeral, the next best came too late for want of what the first goes by.
func (e *explainer) trials(step *extract.Step) {
	e.evidence(step)
	var refused, late []string
	won, next := -1, -1
	for i, t := range step.Trials {
		switch {
		case !t.Applies:
			refused = append(refused, t.Rule)
		case won < 0:
			won = i
		case next < 0:
			next = i
		default:
			late = append(late, t.Rule+" → "+t.Metric)
		}
	}
	comma := e.say("、", ", ")
	if won < 0 {
		e.printf("    %s\n", e.say("没有规则取得它", "no rule took it"))
	}
	if next >= 0 {
		e.nextBest(step.Trials[won], step.Trials[next])
	}
	if len(late) > 0 {
		e.printf("    %s%s\n", e.say("也适用，但排在后面：", "applied too, but come later: "), strings.Join(late, comma))
	}
	if e.all && len(refused) > 0 {
		e.printf("    %s%s\n", e.say("不适用：", "did not apply: "), strings.Join(refused, comma))
	}
}

// evidence prints the words beside the figure that point to a metric.
func (e *explainer) evidence(step *extract.Step) {
	var parts []string
	if !step.Noun.Empty() {
		parts = append(parts, e.say("名词“", "noun “")+e.of(step.Noun)+"”")
	}
	if !step.Verb.Empty() {
		parts = append(parts, e.say("动词“", "verb “")+e.of(step.Verb)+"”")
	}
	if len(parts) > 0 {
		e.printf("    %s%s\n", e.say("依据：", "evidence: "), strings.Join(parts, e.say("，", ", ")))
	}
}

// nextBest prints the rule that would have taken the figure next, and what it lacked.
func (e *explainer) nextBest(won, next extract.Trial) {
	has, lacked := e.needs(next.Rule), e.needs(won.Rule)
	e.printf(e.say("    次选 %s → %s：只凭%s，缺少 %s 的依据（%s）\n", "    next best %s → %s: goes by %s only, and lacks what %s goes by (%s)\n"), next.Rule, next.Metric, has, won.Rule, lacked)
}

// needs is what a rule goes by; a table's columns stand before all rules.
func (e *explainer) needs(id string) string {
	for _, r := range extract.Rules() {
		if r.ID == id {
			return e.say(r.NeedsZh, r.Needs)
		}
	}
	if strings.HasPrefix(id, "pattern:") {
		return e.say("自定目录的正则", "a pattern of your catalogue")
	}
	return e.say("表格的栏目", "the columns of a table")
}

func (e *explainer) of(span segment.Span) string {
	if span.Empty() {
		return ""
	}
	return span.Of(e.item.Document.Text)
}

// oneLine puts one blank for every stretch of white space.
func oneLine(s string) string { return strings.Join(strings.Fields(s), " ") }

func orNone(s string) string {
	if s == "" {
		return "—"
	}
	return s
}
