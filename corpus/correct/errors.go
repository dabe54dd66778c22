package correct

import (
	"fmt"
	"strings"
)

// message is a text in two languages.
type message struct{ zh, en string }

func sayf(zh, en string, args ...any) message {
	return message{fmt.Sprintf(zh, args...), fmt.Sprintf(en, args...)}
}

// Problem is what is wrong at one place of a corrections file.
type Problem struct {
	Line   int    // in the file, from 1
	Column string // its name, "" where the whole line is meant
	message
}

// Error says in Chinese where the problem is, what is wrong and what to do.
func (p *Problem) Error() string {
	if p.Column == "" {
		return fmt.Sprintf("第 %d 行：%s", p.Line, p.zh)
	}
	return fmt.Sprintf("第 %d 行 %s 列：%s", p.Line, p.Column, p.zh)
}

// English says the same in English.
func (p *Problem) English() string {
	if p.Column == "" {
		return fmt.Sprintf("line %d: %s", p.Line, p.en)
	}
	return fmt.Sprintf("line %d, column %s: %s", p.Line, p.Column, p.en)
}

// Error is a corrections file that cannot be used, with all its problems in the order of its lines.
type Error struct {
	File     string
	Problems []Problem
}

// Error lists the problems in Chinese, one a line.
func (e *Error) Error() string {
	return e.list(fmt.Sprintf("更正文件 %s 有 %d 处问题，没有写出任何结果：", e.File, len(e.Problems)), (*Problem).Error)
}

// English lists them in English.
func (e *Error) English() string {
	return e.list(fmt.Sprintf("corrections file %s has %d problems, nothing was written:", e.File, len(e.Problems)), (*Problem).English)
}

func (e *Error) list(head string, say func(*Problem) string) string {
	var b strings.Builder
	b.WriteString(head)
	for i := range e.Problems {
		b.WriteString("\n  " + e.File + " " + say(&e.Problems[i]))
	}
	return b.String()
}
