package catalog

import (
	"cmp"
	"errors"
	"fmt"
	"slices"
	"strings"
)

// Position is where something stands in a user's file: line and column in characters, from 1.
type Position struct {
	File         string
	Line, Column int
}

// String is FILE:LINE:COLUMN.
func (p Position) String() string { return fmt.Sprintf("%s:%d:%d", p.File, p.Line, p.Column) }

// Problem is what is wrong at one place of a user's file, and what was expected there.
type Problem struct {
	Position
	zh, en string
}

// Problemf makes a problem; args serve both texts.
func Problemf(at Position, zh, en string, args ...any) Problem {
	return Problem{at, fmt.Sprintf(zh, args...), fmt.Sprintf(en, args...)}
}

// Error says in Chinese where the problem is, what is wrong and what was expected.
func (p *Problem) Error() string { return p.Position.String() + ": " + p.zh }

// English says the same in English.
func (p *Problem) English() string { return p.Position.String() + ": " + p.en }

// Error is a user's file that cannot be used, with all its problems in the order of its lines.
type Error struct {
	File     string
	Problems []Problem
}

// Error lists the problems in Chinese, one a line.
func (e *Error) Error() string {
	return e.list(fmt.Sprintf("目录文件 %s 有 %d 处问题：", e.File, len(e.Problems)), (*Problem).Error)
}

// English lists them in English.
func (e *Error) English() string {
	return e.list(fmt.Sprintf("the catalogue %s has %d problems:", e.File, len(e.Problems)), (*Problem).English)
}

func (e *Error) list(head string, say func(*Problem) string) string {
	var b strings.Builder
	b.WriteString(head)
	for i := range e.Problems {
		b.WriteString("\n  " + say(&e.Problems[i]))
	}
	return b.String()
}

// Problems makes one error of the problems of a file, nil where there is none.
// Those of two *Error are put together with Join.
func Problems(file string, list []Problem) error {
	if len(list) == 0 {
		return nil
	}
	slices.SortStableFunc(list, func(a, b Problem) int {
		return cmp.Or(cmp.Compare(a.Line, b.Line), cmp.Compare(a.Column, b.Column))
	})
	return &Error{File: file, Problems: list}
}

// Join puts the problems of several errors of one file in order. An error that
// is no *Error is returned as it is.
func Join(errs ...error) error {
	var all []Problem
	file := ""
	for _, err := range errs {
		var e *Error
		switch {
		case errors.As(err, &e):
			all, file = append(all, e.Problems...), e.File
		case err != nil:
			return err
		}
	}
	return Problems(file, all)
}
