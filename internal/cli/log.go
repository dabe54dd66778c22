package cli

import (
	"log/slog"

	"github.com/spf13/pflag"
)

// The formats of the log.
const (
	logText = "text"
	logJSON = "json"
)

func (a *app) logFlags(f *pflag.FlagSet) {
	f.StringVar(&a.logFormat, "log-format", logText, a.say("日志`格式`：text 或 json（标准错误上每行一个 JSON 对象）", "`FORMAT` of the log: text or json (each line of standard error is a JSON object)"))
}

func (a *app) checkLog() error {
	if a.logFormat == logText || a.logFormat == logJSON {
		return nil
	}
	format := a.logFormat
	a.logFormat = logText // for the message
	return a.usagef("--log-format 只能是 text 或 json，不能是 %q", "--log-format is text or json, not %q", format)
}

// json reports that programs read the log: nothing else is written to standard error.
func (a *app) json() bool { return a.logFormat == logJSON }

// log writes to standard error what is as grave as level, or graver.
func (a *app) log(level slog.Level) *slog.Logger {
	o := &slog.HandlerOptions{Level: level}
	if a.json() {
		return slog.New(slog.NewJSONHandler(a.Err, o)) // with the messages as they stand in the code, for programs
	}
	o.ReplaceAttr = a.logged
	return slog.New(slog.NewTextHandler(a.Err, o))
}

// logProblems logs the files that could not be read and the corrections that were
// not carried out, as many as are named to people.
func (a *app) logProblems(s *summary, quiet bool) {
	log := a.log(slog.LevelInfo)
	for _, f := range s.failures {
		log.Error("could not be read", "reason", f)
	}
	if quiet {
		return
	}
	for i := range s.stats.Corrections.Misses {
		m := &s.stats.Corrections.Misses[i]
		log.Warn("a correction was not applied", "corrections", s.corrections.Name, "reason", a.say(m.Error(), m.English()))
	}
}
