package cli

import (
	"bufio"
	"context"
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"github.com/zhaibao/zhaibao/corpus"
	"github.com/zhaibao/zhaibao/extract"
	"github.com/zhaibao/zhaibao/extract/catalog"
	"github.com/zhaibao/zhaibao/segment"
)

func (a *app) explainCommand() *cobra.Command {
	text := ""
	c := &cobra.Command{
		Use:   a.say("explain 文件|-|--text 文字", "explain FILE|-|--text TEXT"),
		Short: a.say("逐个数字说明：是什么、凭哪条规则、别的规则为何落选", "tell of each number what it is, by which rule, and why the others lost"),
		Long: a.say("逐句列出每个数字和完成情况：判定、各项属性、试过的规则、哪条取得、其余为何落选。",
			"Goes through a text sentence by sentence: for each numeral and status phrase the verdict, all attributes, the rules tried, which one took it and why the others lost."),
		Example:               "  extract explain a.txt\n  extract explain --text '举办培训班4期，培训180人。'",
		DisableFlagsInUseLine: true,
		RunE: func(c *cobra.Command, args []string) error {
			o := a.corpusOptions(c.Context(), false)
			switch given := c.Flags().Changed("text"); {
			case given && len(args) == 0:
				return a.explain(c.Context(), "-", fromString(o, text))
			case !given && len(args) == 1:
				return a.explain(c.Context(), args[0], o)
			}
			return a.usagef("explain 需要一个文件、- 或 --text 文字", "explain needs one file, - or --text TEXT")
		},
		Args: cobra.ArbitraryArgs,
	}
	c.Flags().StringVar(&text, "text", "", a.say("直接给出文字", "the text itself"))
	return c
}

func (a *app) explain(ctx context.Context, path string, o corpus.Options) error {
	ex, err := extract.Compile(catalog.Builtin())
	if err != nil {
		return err
	}
	out := bufio.NewWriter(a.Out)
	worker, result := ex.NewWorker(), new(extract.Result)
	err = a.eachReport(ctx, path, o, func(item *corpus.Item) error {
		steps := worker.Explain(extract.Report{Doc: item.Document, Period: item.Period}, result)
		e := explainer{lang: a.lang, out: out, cat: ex.Catalog(), item: item, doc: item.Document, result: result, steps: steps}
		e.offsets.Reset(item.Document.Text)
		e.print()
		return nil
	})
	if err != nil {
		return err
	}
	return out.Flush()
}

// explainer prints one report.
type explainer struct {
	lang
	out     *bufio.Writer
	cat     *catalog.Catalog
	item    *corpus.Item
	doc     *segment.Document
	offsets segment.OffsetTable
	result  *extract.Result
	steps   []extract.Step
}

func (e *explainer) printf(format string, args ...any) { fmt.Fprintf(e.out, format, args...) }

// print goes through the sentences; numerals and facts stand in the order of the text.
func (e *explainer) print() {
	e.header()
	numerals, facts, steps := e.result.Numerals, e.result.Facts, e.steps
	fact := 0
	for i := range e.doc.Sentences {
		s := &e.doc.Sentences[i]
		shown := false
		show := func() {
			if !shown {
				e.printf("\n“%s”\n", e.sentence(s.Span))
				shown = true
			}
		}
		for len(numerals) > 0 && numerals[0].Start < s.End || fact < len(facts) && facts[fact].Start < s.End {
			show()
			if len(numerals) == 0 || fact < len(facts) && facts[fact].Start < numerals[0].Start {
				e.fact(fact, "phrase")
				fact++
				continue
			}
			n := &numerals[0]
			numerals = numerals[1:]
			for len(steps) > 0 && steps[0].Start < n.Start {
				steps = steps[1:]
			}
			var step *extract.Step
			if len(steps) > 0 && steps[0].Span == n.Span {
				step = &steps[0]
			}
			if fact < len(facts) && facts[fact].Span == n.Span {
				e.fact(fact, n.Verdict.String())
				fact++
			} else {
				e.numeral(n)
			}
			e.trials(step)
		}
	}
}

func (e *explainer) header() {
	m := &e.item.Meta
	e.printf("%s #%d  %s\n", m.File, m.Doc, orNone(m.Title))
	e.printf(e.say("地区 %s  单位 %s  报告期 %s\n", "region %s  org %s  period %s\n"), orNone(m.Region), orNone(m.Org), orNone(string(m.Period)))
}

// sentence is the text in one line, cut where it is long.
func (e *explainer) sentence(span segment.Span) string {
	return shorten(strings.Join(strings.Fields(span.Of(e.doc.Text)), " "), 400)
}

func (e *explainer) place(span segment.Span) string {
	start, end := e.offsets.Runes(span)
	return fmt.Sprintf("%s [%d,%d)", shorten(span.Of(e.doc.Text), 80), start, end)
}

// numeral prints a numeral that is no fact.
func (e *explainer) numeral(n *extract.Numeral) {
	what := n.Verdict.String()
	if n.Reason != "" {
		what += " " + n.Reason
	}
	value := ""
	if n.HasValue {
		value = "  = " + n.Value.String()
		if n.HasHigh {
			value += "–" + n.High.String()
		}
		value += " " + n.Unit
	}
	e.printf("  %s  %s%s\n", e.place(n.Span), what, strings.TrimRight(value, " "))
}

// fact prints a fact with all its attributes.
func (e *explainer) fact(i int, verdict string) {
	f := &e.result.Facts[i]
	code := e.cat.Code(f.Metric)
	e.printf("  %s  %s %s %s\n", e.place(f.Span), verdict, code, e.metricName(f.Metric))
	q := &f.Quantity
	var parts []string
	add := func(name, value string) {
		if value != "" {
			parts = append(parts, name+"="+value)
		}
	}
	if f.Missing {
		add("missing", "1")
	}
	if q.HasValue && !f.Missing {
		add("value", q.Value.String())
		if q.HasHigh {
			add("high", q.High.String())
		}
	}
	add("unit", q.Unit)
	if q.BaseUnit != q.Unit && q.HasValue {
		add("base", q.BaseValue.String()+q.BaseUnit)
	}
	add("bound", q.Bound.String())
	if q.HasLow && q.Bound != 0 {
		add("low_est", q.Low.String())
	}
	if q.HasUpper && q.Bound != 0 {
		add("high_est", q.Upper.String())
	}
	add("role", f.Role.String())
	add("basis", f.Basis.String())
	add("status", f.Status.String())
	add("time", f.Time.String())
	if !f.Label.Empty() {
		add("label", f.Label.Of(e.doc.Text))
	}
	if f.Period != e.item.Period {
		add("period", string(f.Period))
	}
	add("same_as", e.factNumber(f.SameAs))
	add("parent", e.factNumber(f.Parent))
	add("target", e.factNumber(f.TargetOf))
	e.printf("    %s\n", strings.Join(parts, "  "))
	if rule := extract.RuleID(f.Rule); rule != "" {
		e.printf(e.say("    规则 %s：%s\n", "    rule %s: %s\n"), rule, ruleDoc(f.Rule))
	}
}

// factNumber names a fact by its number in the report, as ids do.
func (e *explainer) factNumber(i int) string {
	if i == extract.None {
		return ""
	}
	return fmt.Sprintf("#%d(%s)", i+1, shorten(e.result.Facts[i].Of(e.doc.Text), 20))
}

func (e *explainer) metricName(m catalog.Metric) string {
	if int(m) >= len(e.cat.Metrics) {
		return ""
	}
	def := e.cat.Metrics[m]
	return e.say(def.Name, def.NameEN)
}

// trials prints what the rules had to say of a numeral: those before the one
// that took it did not apply, those after it that apply came too late.
func (e *explainer) trials(step *extract.Step) {
	if step == nil {
		return
	}
	var before, late, after []string
	taken := ""
	for _, t := range step.Trials {
		switch {
		case taken == "" && t.Applies:
			taken = t.Rule
		case t.Applies:
			late = append(late, t.Rule+" → "+t.Metric)
		case taken == "":
			before = append(before, t.Rule)
		default:
			after = append(after, t.Rule)
		}
	}
	line := func(zh, en string, rules []string) {
		if len(rules) > 0 {
			e.printf("    %s %s\n", e.say(zh, en), strings.Join(rules, e.say("、", ", ")))
		}
	}
	line("不适用：", "did not apply:", append(before, after...))
	line("也适用，但排在后面：", "applied too, but comes later:", late)
	if taken == "" {
		e.printf("    %s\n", e.say("没有规则取得它", "no rule took it"))
	}
}

func ruleDoc(rule uint8) string {
	if rules := extract.Rules(); int(rule) < len(rules) {
		return rules[rule].Doc
	}
	return ""
}

func orNone(s string) string {
	if s == "" {
		return "—"
	}
	return s
}
