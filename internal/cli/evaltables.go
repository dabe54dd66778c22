package cli

import (
	"fmt"
	"strconv"

	"github.com/zhaibao/zhaibao/internal/gold"
)

// tell prints the comparison and what else was asked for, and writes the page.
func (a *app) tell(e *evaluation, o evalOptions, dir string) error {
	if o.html != "" {
		if err := a.writePage(e, o.html, dir); err != nil {
			return err
		}
	}
	var drawn gold.Bootstrapped
	if o.intervals > 0 {
		drawn = gold.Intervals(e.docs, e.facts, o.intervals)
	}
	if o.json {
		return e.report.WriteJSON(a.Out, a.additions(e, o, drawn)...)
	}
	if err := e.report.WriteText(a.Out, o.errors); err != nil {
		return err
	}
	text := ""
	if o.intervals > 0 {
		text += a.intervalTable(drawn)
	}
	if o.confusion {
		text += a.mistakeTable(e.report.Mistakes()) + a.confusionTable(e.report.Confusions())
	}
	if o.rules {
		text += a.ruleTable(e.report.Rules(e.traces, a.ruleOrder()))
	}
	_, err := fmt.Fprint(a.Out, text)
	return err
}

// additions are the keys that the options add to the JSON.
func (a *app) additions(e *evaluation, o evalOptions, drawn gold.Bootstrapped) (more []gold.Addition) {
	if o.intervals > 0 {
		more = append(more, gold.Addition{Key: "bootstrap", Value: drawn})
	}
	if o.confusion {
		more = append(more, gold.Addition{Key: "mistakes", Value: e.report.Mistakes()},
			gold.Addition{Key: "confusions", Value: e.report.Confusions()})
	}
	if o.rules {
		more = append(more, gold.Addition{Key: "rules", Value: e.report.Rules(e.traces, a.ruleOrder())})
	}
	return more
}

func (a *app) intervalTable(b gold.Bootstrapped) string {
	title := fmt.Sprintf(a.say("\n95%% 区间：按报告重抽样 %d 次，共 %d 份报告\n", "\n95%% intervals: %d samples of %d documents\n"), b.Samples, b.Documents)
	rows := [][]string{{a.say("步骤", "level"), "F1", a.say("下限", "low"), a.say("上限", "high")}}
	names := map[string]string{"label": a.say("label 重合", "label overlap"), "label_exact": a.say("label 全同", "label exact")}
	for _, i := range b.Intervals {
		name := i.Name
		if names[name] != "" {
			name = names[name]
		}
		rows = append(rows, []string{name, three(i.Value), three(i.Low), three(i.High)})
	}
	return title + align(rows, afterColumn(0))
}

func (a *app) mistakeTable(mistakes []gold.Mistake) string {
	kinds := map[string]string{
		"missed": a.say("漏读", "missed"), "extra": a.say("多读", "extra"), "wrong": a.say("有误", "wrong"),
		"role": a.say("其中 role", "of which role"), "basis": a.say("其中 basis", "of which basis"),
		"bound": a.say("其中 bound", "of which bound"), "status": a.say("其中 status", "of which status"),
	}
	rows := [][]string{{a.say("步骤", "step"), a.say("错误", "error"), a.say("处", "facts")}}
	for _, m := range mistakes {
		rows = append(rows, []string{m.Step, kinds[m.Kind], strconv.Itoa(m.Count)})
	}
	return a.say("\n错误，按未通过的第一步（一处可有几项属性不对）\n", "\nerrors, by the first step that fails (one fact may have several wrong attributes)\n") +
		align(rows, afterColumn(1))
}

func (a *app) confusionTable(confusions []gold.Confusion) string {
	title := a.say("\n指标混淆：数值、单位都对而指标不对的\n", "\nmetrics taken for others, where value and unit are right\n")
	if len(confusions) == 0 {
		return title + a.say("  没有\n", "  none\n")
	}
	rows := [][]string{{a.say("标注", "gold"), a.say("取得", "predicted"), a.say("处", "facts"), a.say("报告", "document"), a.say("一例", "example")}}
	for _, c := range confusions {
		rows = append(rows, []string{c.Gold, c.Predicted, strconv.Itoa(c.Count), c.Document, c.Example})
	}
	return title + align(rows, func(i int) bool { return i == 2 })
}

func (a *app) ruleTable(rules []gold.RuleRow) string {
	title := a.say("\n规则：指标正确率只看数值、单位都对上的；重叠是后面还有规则适用，冲突是其中的下一条会给出别的指标\n",
		"\nrules: precision of the metric on facts that match in value and unit; overlaps have a later rule that applies, conflicts a next one with another metric\n")
	rows := [][]string{{a.say("规则", "rule"), a.say("取得", "facts"), a.say("占比", "share"), a.say("对上", "matched"), a.say("指标对", "right"),
		a.say("正确率", "precision"), a.say("重叠", "overlaps"), a.say("冲突", "conflicts"), a.say("下一条才对", "next right")}}
	for _, r := range rules {
		precision := "—"
		if r.Matched > 0 {
			precision = three(r.Precision)
		}
		rows = append(rows, []string{orNone(r.Rule), strconv.Itoa(r.Facts), percent(r.Share), strconv.Itoa(r.Matched), strconv.Itoa(r.Right),
			precision, strconv.Itoa(r.Overlaps), strconv.Itoa(r.Conflicts), strconv.Itoa(r.NextRight)})
	}
	return title + align(rows, afterColumn(0))
}

// afterColumn is align's: the columns after n end flush.
func afterColumn(n int) func(int) bool { return func(i int) bool { return i > n } }

func three(share float64) string { return strconv.FormatFloat(share, 'f', 3, 64) }

func percent(share float64) string { return strconv.FormatFloat(100*share, 'f', 1, 64) + "%" }
