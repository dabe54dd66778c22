package cli

import (
	"context"
	"errors"
	"fmt"
	"strings"

	"github.com/spf13/pflag"

	"github.com/zhaibao/zhaibao/export"
)

// The exit statuses.
const (
	statusDone        = 0
	statusSomeFailed  = 1 // some documents failed, under --strict
	statusUsage       = 2
	statusNothing     = 3 // nothing readable or nothing written
	statusInterrupted = 130
)

// usageError is a wrong use of the command line.
type usageError string

func (e usageError) Error() string { return string(e) }

// errSomeFailed ends a run under --strict; the summary has said which.
var errSomeFailed = errors.New("some documents failed")

// statusOf is the exit status that an error stands for.
func statusOf(err error) int {
	switch {
	case err == nil:
		return statusDone
	case errors.As(err, new(usageError)):
		return statusUsage
	case errors.Is(err, errSomeFailed):
		return statusSomeFailed
	case errors.Is(err, context.Canceled):
		return statusInterrupted
	}
	return statusNothing
}

// told is what a user is told of err, "" where all is said already.
func (l lang) told(err error) string {
	var out *export.Error
	switch {
	case err == nil, errors.Is(err, errSomeFailed):
		return ""
	case errors.Is(err, context.Canceled):
		return l.say("已中断；没有写出结果，原有的结果未动", "interrupted; nothing was written and old results are as they were")
	case errors.As(err, new(usageError)):
		return err.Error() + l.say("。运行 extract --help 查看用法", "; see extract --help")
	case errors.As(err, &out) && l == english:
		return out.English()
	}
	return err.Error()
}

// usagef makes a usageError in the language.
func (l lang) usagef(zh, en string, args ...any) error {
	return usageError(fmt.Sprintf(l.say(zh, en), args...))
}

// flagError says in the language what is wrong with a flag.
func (l lang) flagError(err error) error {
	var (
		unknown *pflag.NotExistError
		lacking *pflag.ValueRequiredError
		wrong   *pflag.InvalidValueError
	)
	switch {
	case errors.As(err, &unknown):
		name := strings.TrimLeft(unknown.GetSpecifiedName(), "-")
		return l.usagef("没有 %s 这个选项", "there is no option %s", dashed(name))
	case errors.As(err, &lacking):
		return l.usagef("选项 %s 后面缺少值", "option %s needs a value", dashed(lacking.GetSpecifiedName()))
	case errors.As(err, &wrong):
		return l.usagef("选项 --%s 的值 %q 不对：%v", "option --%s: wrong value %q: %v",
			wrong.GetFlag().Name, wrong.GetValue(), wrong.Unwrap())
	}
	return usageError(err.Error())
}

func dashed(name string) string {
	if len(name) == 1 {
		return "-" + name
	}
	return "--" + name
}
