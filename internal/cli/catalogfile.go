package cli

import (
	_ "embed" // starter.yaml
	"errors"
	"fmt"
	"io/fs"
	"os"

	"github.com/spf13/cobra"

	"github.com/zhaibao/zhaibao/extract/catalog"
)

//go:embed starter.yaml
var starter []byte

func (a *app) catalogNewCommand() *cobra.Command {
	return &cobra.Command{
		Use:   a.say("new [文件|-]", "new [FILE|-]"),
		Short: a.say("写出带说明的自定目录样例", "write a commented starter of your own catalogue"),
		Long: a.say("把带说明的自定目录样例（YAML）写到文件，不写文件名或写 - 则写到标准输出。不覆盖已有的文件。",
			"Writes a commented starter of your own catalogue (YAML) to a file, to standard output without one or for -. A file that is there is not overwritten."),
		Example:               "  extract catalog new my.yaml\n  extract catalog lint my.yaml\n  extract --catalog my.yaml -o out reports/",
		DisableFlagsInUseLine: true,
		Args:                  cobra.ArbitraryArgs,
		RunE: func(_ *cobra.Command, args []string) error {
			switch {
			case len(args) > 1:
				return a.usagef("catalog new 至多一个文件名", "catalog new takes one file at most")
			case len(args) == 0 || args[0] == "-":
				_, err := a.Out.Write(starter)
				return err
			}
			return a.newCatalog(args[0])
		},
	}
}

func (a *app) newCatalog(file string) error {
	f, err := os.OpenFile(file, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o666)
	switch {
	case errors.Is(err, fs.ErrExist):
		return a.usagef("%s 已存在，不覆盖；请换一个文件名", "%s is there already and is not overwritten; choose another name", file)
	case err != nil:
		return fmt.Errorf(a.say("写不了 %s：%w", "%s cannot be written: %w"), file, err)
	}
	_, err = f.Write(starter)
	if err = errors.Join(err, f.Close()); err != nil {
		return err
	}
	fmt.Fprintf(a.Out, a.say("已写出 %s。改好后用 extract catalog lint %[1]s 检查，再用 extract --catalog %[1]s 报告/\n", "%s is written. Change it, check it with extract catalog lint %[1]s, then run extract --catalog %[1]s reports/\n"), file)
	return nil
}

func (a *app) catalogLintCommand() *cobra.Command {
	return &cobra.Command{
		Use:   a.say("lint 文件", "lint FILE"),
		Short: a.say("检查自定目录，列出每一处问题", "check your own catalogue and list every problem"),
		Long: a.say("检查自定目录（YAML），逐处列出问题：文件:行:列（按字数）、错在哪里、应为什么；例子不符时给出应有的和实际的结果。有问题时退出状态为 2。",
			"Checks your own catalogue (YAML) and lists every problem as FILE:LINE:COLUMN (in characters), what is wrong and what was expected; of examples what came out. The exit status is 2 where there is one."),
		Example:               "  extract catalog lint my.yaml",
		DisableFlagsInUseLine: true,
		Args:                  a.exactly(1, "catalog lint 需要一个文件", "catalog lint needs one file"),
		RunE:                  func(_ *cobra.Command, args []string) error { return a.lint(args[0]) },
	}
}

// errFaulty ends lint where the file has problems; they are printed.
var errFaulty = errors.New("the catalogue has problems")

func (a *app) lint(file string) error {
	ex, err := a.load(file)
	var e *catalog.Error
	switch {
	case errors.As(err, &e):
		for i := range e.Problems {
			fmt.Fprintln(a.Out, a.say(e.Problems[i].Error(), e.Problems[i].English()))
		}
		fmt.Fprintf(a.Out, a.say("%s：%d 处问题\n", "%s: %d problems\n"), file, len(e.Problems))
		return errFaulty
	case err != nil:
		return err
	}
	cat := ex.Catalog()
	own, words, units := len(cat.Metrics)-len(catalog.Builtin().Metrics), 0, 0
	for _, w := range cat.Own {
		if w.Kind == catalog.UnitWord {
			units++
		} else {
			words++
		}
	}
	examples := len(cat.Examples)
	for i := range cat.Patterns {
		examples += len(cat.Patterns[i].Examples)
	}
	fmt.Fprintf(a.Out, a.say("%s：没有问题（指标 %d，单位 %d，词 %d，正则 %d，例子 %d）\n", "%s: no problems (%d metrics, %d units, %d words, %d patterns, %d examples)\n"),
		file, own, units, words, len(cat.Patterns), examples)
	return nil
}
