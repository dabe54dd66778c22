package byhand

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
)

// Message is a text in two languages.
type Message struct{ ZH, EN string }

// Sayf fills the arguments into both.
func Sayf(zh, en string, args ...any) Message {
	return Message{fmt.Sprintf(zh, args...), fmt.Sprintf(en, args...)}
}

// Problem is what is wrong at one place of a file.
type Problem struct {
	File   string
	Line   int    // from 1
	Column string // its name, "" where the whole line is meant
	Message
}

// Error says in Chinese where the problem is, what is wrong and what to do.
func (p *Problem) Error() string {
	if p.Column == "" {
		return fmt.Sprintf("%s 第 %d 行：%s", p.File, p.Line, p.ZH)
	}
	return fmt.Sprintf("%s 第 %d 行 %s 列：%s", p.File, p.Line, p.Column, p.ZH)
}

// English says the same in English.
func (p *Problem) English() string {
	if p.Column == "" {
		return fmt.Sprintf("%s line %d: %s", p.File, p.Line, p.EN)
	}
	return fmt.Sprintf("%s line %d, column %s: %s", p.File, p.Line, p.Column, p.EN)
}

// Error is a file that cannot be used, with all its problems.
type Error struct {
	File     string
	Problems []Problem
}

// mostProblems is how many problems are listed.
const mostProblems = 20

// Fail is the Error of a file with problems, in the order of its lines; nil where there are none.
func Fail(file string, problems []Problem) error {
	if len(problems) == 0 {
		return nil
	}
	slices.SortStableFunc(problems, func(a, b Problem) int { return cmp.Compare(a.Line, b.Line) })
	return &Error{File: file, Problems: problems}
}

// Error lists the problems in Chinese, one a line, the first twenty of them.
func (e *Error) Error() string {
	return e.list(fmt.Sprintf("%s 有 %d 处问题，没有写出任何结果：", e.File, len(e.Problems)), "\n  …还有 %d 处", (*Problem).Error)
}

// English lists them in English.
func (e *Error) English() string {
	return e.list(fmt.Sprintf("%s has %d problems, nothing was written:", e.File, len(e.Problems)), "\n  …%d more", (*Problem).English)
}

func (e *Error) list(head, more string, say func(*Problem) string) string {
	var b strings.Builder
	b.WriteString(head)
	for i := range e.Problems {
		if i == mostProblems {
			fmt.Fprintf(&b, more, len(e.Problems)-i)
			break
		}
		b.WriteString("\n  " + say(&e.Problems[i]))
	}
	return b.String()
}
