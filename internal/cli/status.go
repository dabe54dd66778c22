package cli

import (
	"context"
	"errors"
	"fmt"

	"github.com/zhaibao/zhaibao/corpus/correct"
	"github.com/zhaibao/zhaibao/extract/catalog"
	"github.com/zhaibao/zhaibao/metrics/meta"
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
	case errors.As(err, new(usageError)), errors.As(err, new(*correct.Error)), errors.As(err, new(*meta.Error)),
		errors.As(err, new(*catalog.Error)), errors.Is(err, errFaulty):
		return statusUsage
	case errors.Is(err, errSomeFailed):
		return statusSomeFailed
	case errors.Is(err, context.Canceled):
		return statusInterrupted
	}
	return statusNothing
}

// usagef makes a usageError in the language.
func (l lang) usagef(zh, en string, args ...any) error {
	return usageError(fmt.Sprintf(l.say(zh, en), args...))
}
