package cli

import (
	"context"
	"fmt"
	"io"
	"os"
	"os/signal"
	"strings"
	"syscall"

	"github.com/spf13/cobra"
)

// Streams are what a run reads from and writes to.
type Streams struct {
	In       io.Reader
	Out, Err io.Writer
	Terminal bool // Err is a terminal
	Env      func(string) string
}

// System returns the streams of the process.
func System() Streams {
	info, err := os.Stderr.Stat()
	return Streams{
		In: os.Stdin, Out: os.Stdout, Err: os.Stderr, Env: os.Getenv,
		Terminal: err == nil && info.Mode()&os.ModeCharDevice != 0,
	}
}

// app is one run of the program.
type app struct {
	Streams
	lang
	maxBytes byteSize
	langFlag string
}

// Main runs the command line and returns the exit status.
func Main(args []string, streams Streams) int {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	context.AfterFunc(ctx, stop) // a second signal ends the program at once
	a := &app{Streams: streams, lang: languageOf(args, streams.Env)}
	root := a.root()
	root.SetArgs(args)
	err := root.ExecuteContext(ctx)
	if err != nil {
		if text := a.explainError(err); text != "" {
			fmt.Fprintf(a.Err, "extract: %s\n", text)
		}
	}
	return statusOf(err)
}

func (a *app) root() *cobra.Command {
	c := a.mainCommand()
	c.SilenceErrors, c.SilenceUsage = true, true
	c.CompletionOptions.DisableDefaultCmd = true
	c.SetIn(a.In)
	c.SetOut(a.Out)
	c.SetErr(a.Err)
	c.SetFlagErrorFunc(func(_ *cobra.Command, err error) error { return a.flagError(err) })
	c.SetHelpFunc(func(c *cobra.Command, _ []string) { a.help(a.Out, c) })
	c.AddCommand(a.numbersCommand(), a.explainCommand(), a.evalCommand(), a.textCommand(), a.catalogCommand())
	c.SetHelpCommand(&cobra.Command{Use: "no-help", Hidden: true})
	f := c.PersistentFlags()
	f.SortFlags = false
	f.Var(&a.maxBytes, "max-bytes", a.say("单个文件的大小上限，如 200M", "largest file that is read, such as 200M"))
	f.StringVar(&a.langFlag, "lang", "", a.say("界面语言：zh 或 en", "language: zh or en"))
	f.BoolP("help", "h", false, a.say("显示帮助", "show this help"))
	c.PersistentPreRunE = func(*cobra.Command, []string) error { return a.checkLang() }
	return c
}

func (a *app) checkLang() error {
	switch a.langFlag {
	case "", "zh", "en":
		return nil
	}
	return a.usagef("--lang 只能是 zh 或 en，不能是 %q", "--lang is zh or en, not %q", a.langFlag)
}

// help prints what a command does, its subcommands and flags.
func (a *app) help(w io.Writer, c *cobra.Command) {
	fmt.Fprintf(w, "%s\n\n", c.Long)
	fmt.Fprintf(w, "%s\n  %s\n", a.say("用法：", "Usage:"), c.UseLine())
	if c.HasExample() {
		fmt.Fprintf(w, "\n%s\n%s\n", a.say("例：", "Examples:"), c.Example)
	}
	if c.HasAvailableSubCommands() {
		fmt.Fprintf(w, "\n%s\n", a.say("其他命令：", "Other commands:"))
		for _, sub := range c.Commands() {
			if sub.IsAvailableCommand() {
				fmt.Fprintf(w, "  %-10s%s\n", sub.Name(), sub.Short)
			}
		}
	}
	fmt.Fprintf(w, "\n%s\n%s", a.say("选项：", "Options:"), flagUsages(c))
}

func flagUsages(c *cobra.Command) string {
	usages := c.LocalFlags().FlagUsages()
	if c.HasParent() {
		usages += c.InheritedFlags().FlagUsages()
	}
	return strings.TrimRight(usages, "\n") + "\n"
}

// exactly refuses any other number of arguments.
func (a *app) exactly(n int, zh, en string) cobra.PositionalArgs {
	return func(_ *cobra.Command, args []string) error {
		if len(args) != n {
			return usageError(a.say(zh, en))
		}
		return nil
	}
}
