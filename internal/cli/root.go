package cli

import (
	"cmp"
	"context"
	"fmt"
	"io"
	"log/slog"
	"os"
	"os/signal"
	"runtime"
	"runtime/debug"
	"syscall"

	"github.com/spf13/cobra"

	"github.com/zhaibao/zhaibao/corpus"
	"github.com/zhaibao/zhaibao/export"
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
	known    []export.Format
	readers  []corpus.Reader
	input    InputOptions
	limits   limits
	profiles profiles
	own      ownCatalog
	langFlag string
	// logFormat is text or json.
	logFormat string
}

// Main runs the command line and returns the exit status. It reads plain text,
// zip archives and what readers read, and writes CSV, JSONL and the further
// formats; only the caller imports the libraries of both.
func Main(args []string, streams Streams, readers func(InputOptions) []corpus.Reader, further ...export.Format) (status int) {
	runtime.MemProfileRate = 0 // but for --memprofile
	boundHeap(streams.Env)
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	context.AfterFunc(ctx, stop) // a second signal ends the program at once
	if readers == nil {
		readers = func(InputOptions) []corpus.Reader { return nil }
	}
	a := &app{Streams: streams, lang: languageOf(args, streams.Env), readers: readers(InputOptions{})}
	a.known = append([]export.Format{export.CSV, export.JSONL}, further...)
	defer func() {
		if p := recover(); p != nil {
			status = a.failed(p)
		}
	}()
	defer a.profiles.stop()
	root := a.root(readers)
	root.SetArgs(args)
	command, err := root.ExecuteContextC(ctx)
	if stopped := a.profiles.stop(); err == nil {
		err = stopped
	}
	if text := a.told(err, command); text != "" && a.json() {
		a.log(slog.LevelInfo).Error(text)
	} else if text != "" {
		fmt.Fprintf(a.Err, "extract: %s\n", text)
	}
	return statusOf(err)
}

// failed tells of an error in the program itself.
func (a *app) failed(p any) int {
	if text := a.say("程序内部出错，请附上下面的日志和所读的文件报告此事", "the program failed; please report it with the log below and the file that was read"); !a.json() {
		fmt.Fprintf(a.Err, "extract: %s\n", text)
	}
	a.log(slog.LevelInfo).Error("panic", "panic", p, "stack", string(debug.Stack()))
	return statusNothing
}

func (a *app) root(readers func(InputOptions) []corpus.Reader) *cobra.Command {
	c := a.mainCommand()
	c.SilenceErrors, c.SilenceUsage = true, true
	c.CompletionOptions.DisableDefaultCmd = true
	c.SetIn(a.In)
	c.SetOut(a.Out)
	c.SetErr(a.Err)
	c.SetFlagErrorFunc(func(_ *cobra.Command, err error) error { return a.flagError(err) })
	c.SetHelpFunc(func(c *cobra.Command, _ []string) { a.help(a.Out, c) })
	c.AddCommand(a.numbersCommand(), a.explainCommand(), a.evalCommand(), a.textCommand(), a.catalogCommand(), a.schemaCommand(), a.compareCommand(), a.termsCommand(), a.traceCommand(), a.auditCommand(), a.formatsCommand())
	c.SetHelpCommand(a.helpCommand())
	f := c.PersistentFlags()
	f.SortFlags = false
	a.limitFlags(f)
	a.inputFlags(f)
	a.profileFlags(f)
	a.logFlags(f)
	f.StringVar(&a.langFlag, "lang", "", a.say("界面`语言`：zh 或 en", "`LANGUAGE` of messages: zh or en"))
	f.BoolP("help", "h", false, a.say("显示帮助", "show this help"))
	c.PersistentPreRunE = func(*cobra.Command, []string) error {
		if a.input != (InputOptions{}) {
			a.readers = readers(a.input)
		}
		return cmp.Or(a.checkLang(), a.checkLog(), a.checkLimits(), a.checkInput(), a.startProfiles())
	}
	return c
}

func (a *app) checkLang() error {
	switch a.langFlag {
	case "", "zh", "en":
		return nil
	}
	return a.usagef("--lang 只能是 zh 或 en，不能是 %q", "--lang is zh or en, not %q", a.langFlag)
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
