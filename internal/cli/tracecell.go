package cli

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"strings"

	"github.com/spf13/cobra"

	"github.com/zhaibao/zhaibao/internal/trace"
)

func (a *app) traceCommand() *cobra.Command {
	cell, asJSON := "", false
	c := &cobra.Command{
		Use:   a.say("trace 目录 --cell 地区,报告期,指标[,单位]", "trace FOLDER --cell REGION,PERIOD,METRIC[,UNIT]"),
		Short: a.say("列出 table 中一格背后的句子：计入的和未计入的", "print the sentences behind a cell of table, counted and left out"),
		Long: a.say("列出输出目录中 table 一行背后的每条数据及其句子：先是计入合计的，再按原因列出未计入的。指标写代码或名称；不写单位则列出各个单位。",
			"Prints every fact behind a row of an output folder's table with its sentence: first those that are summed, then those left out, by reason. The metric is a code or a name; without a unit all of them are meant."),
		Example:               "  extract trace extract-out --cell 青河县,2019H1,performance_sessions",
		DisableFlagsInUseLine: true,
		Args:                  a.exactly(1, "trace 需要一个输出目录", "trace needs one output folder"),
		RunE: func(_ *cobra.Command, args []string) error {
			named, err := trace.ParseCell(cell)
			if err != nil {
				return a.usagef("--cell 应写作 地区,报告期,指标 或 地区,报告期,指标,单位，不能是 %q", "--cell is region,period,metric or region,period,metric,unit, not %q", cell)
			}
			rows, err := trace.Find(args[0], named)
			if err != nil {
				return a.untraced(err)
			}
			out := bufio.NewWriter(a.Out)
			for i, r := range rows {
				if asJSON {
					err = printJSON(out, r)
				} else {
					a.printCell(out, r, i > 0)
				}
				if err != nil {
					return err
				}
			}
			return out.Flush()
		},
	}
	c.Flags().StringVar(&cell, "cell", "", a.say("`单元`：地区,报告期,指标[,单位]，照抄 table.csv", "the `CELL`: region,period,metric[,unit], as in table.csv"))
	c.Flags().BoolVar(&asJSON, "json", false, a.say("一行一个 JSON 对象", "one JSON object a line"))
	return c
}

// untraced says in the language why a cell was not found.
func (a *app) untraced(err error) error {
	var (
		lost    *trace.NotFound
		lacking *trace.FileError
		differ  *trace.Mismatch
	)
	switch {
	case errors.As(err, &lost):
		zh := map[string]string{"region": "地区", "period": "这个地区的报告期", "metric": "这个地区和报告期的指标", "unit": "这个指标的单位"}
		en := map[string]string{"region": "region", "period": "period of this region", "metric": "metric of this region and period", "unit": "unit of this metric"}
		if len(lost.Near) == 0 {
			return a.usagef("table 是空的", "table is empty")
		}
		for i, name := range lost.Near {
			if name == "" {
				lost.Near[i] = a.say("（空）", "(empty)")
			}
		}
		return a.usagef("table 中没有%s %q，是不是 %s", "table has no %s %q; did you mean %s", a.say(zh[lost.Part], en[lost.Part]), lost.Value, strings.Join(lost.Near, a.say("、", ", ")))
	case errors.As(err, &lacking) && lacking.Column == "":
		return fmt.Errorf(a.say("找不到 %s，也没有 JSONL：请给出输出目录，并以 --format csv 或 jsonl 运行过", "%s is not there, nor as JSONL: name an output folder that was written with --format csv or jsonl"), lacking.Path)
	case errors.As(err, &lacking):
		return fmt.Errorf(a.say("%s 没有 %s 列，是旧版本写的或改动过，请重新运行 extract", "%s has no column %s; it is of an older version or was edited, so run extract again"), lacking.Path, lacking.Column)
	case errors.As(err, &differ):
		return fmt.Errorf(a.say("table 与 facts 对不上（合计 %s 与 %s，%d 行与 %s 行）：不是同一次运行写的，或改动过，请重新运行 extract",
			"table and facts differ (sums %s and %s, %d rows and %s): they are of different runs or were edited, so run extract again"),
			orNone(differ.Row.Sum), orNone(differ.Added), differ.Row.Facts, differ.Counted)
	}
	return err
}

// printCell prints one row of the table and what is behind it.
func (a *app) printCell(w io.Writer, r *trace.Row, more bool) {
	if more {
		fmt.Fprintln(w)
	}
	fmt.Fprintf(w, "%s  %s  %s %s\n", orNone(r.Region), orNone(r.Period), r.MetricName, r.Metric)
	fmt.Fprintf(w, a.say("合计 %s：计入 %d 条，未计入 %d 条\n", "sum %s: %d counted, %d left out\n"), amount(r.Sum, r.Unit), len(r.Counted), len(r.LeftOut))
	if len(r.Counted) > 0 {
		fmt.Fprintf(w, "\n%s\n", a.say("计入合计", "counted"))
		for i := range r.Counted {
			printFact(w, &r.Counted[i])
		}
		fmt.Fprintf(w, "  = %s\n", amount(r.Sum, r.Unit))
	}
	for _, reason := range reasonsOf(r.LeftOut) {
		fmt.Fprintf(w, a.say("\n未计入：%s\n", "\nleft out: %s\n"), a.reason(reason))
		for i := range r.LeftOut {
			if r.LeftOut[i].Reason == reason {
				printFact(w, &r.LeftOut[i])
			}
		}
	}
}

// printFact prints a fact over its sentence.
func printFact(w io.Writer, f *trace.Fact) {
	value := amount(f.Value, f.Unit)
	if f.Unit != f.BaseUnit {
		value += " = " + amount(f.BaseValue, f.BaseUnit)
	}
	fmt.Fprintf(w, "  %s  %s  [%s,%s)  %s\n    %s\n", value, f.Text, f.Start, f.End, f.ID, oneLine(f.Sentence))
}

// amount is a number with its unit.
func amount(number, unit string) string { return strings.TrimSpace(orNone(number) + " " + unit) }

// reasonsOf are the reasons of the facts, in the order in which they first stand.
func reasonsOf(facts []trace.Fact) (reasons []string) {
	seen := map[string]bool{}
	for _, f := range facts {
		if !seen[f.Reason] {
			seen[f.Reason] = true
			reasons = append(reasons, f.Reason)
		}
	}
	return reasons
}

// reasonNames say in both languages what the names of the reasons mean.
var reasonNames = map[string][2]string{
	"copy":         {"副本", "a copy of another report"},
	"repeated":     {"重复了前面的数字", "says again what stands before"},
	"disputed":     {"与前面同一事物的数矛盾", "another figure for the same thing stands before it"},
	"missing":      {"数字缺失", "the number is missing"},
	"no_value":     {"没有数值", "carries no number"},
	"target":       {"目标，不是实绩", "a target"},
	"reference":    {"只作比较", "only compared with"},
	"each":         {"每单位数或平均数", "per unit, or an average"},
	"part":         {"其中数", "part of a total that stands beside it"},
	"undone":       {"未完成", "not done yet"},
	"other_period": {"其他时期", "of another period"},
	"not_additive": {"这个指标不可加", "the metric may not be summed"},
	"stock":        {"时点存量", "existing at a date"},
	"cumulative":   {"累计数", "summed since an earlier start"},
}

func (a *app) reason(name string) string {
	if says, ok := reasonNames[name]; ok {
		return name + " " + a.say(says[0], says[1])
	}
	return name
}
