package terms

import (
	"bytes"
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"strings"
	"time"
	"unicode/utf8"

	"github.com/zhaibao/zhaibao/segment"
)

// Engine compiles an expression of which a match may take so long; extract/pattern
// has one, pattern.Find. This package imports none.
type Engine func(expr string, limit time.Duration) (Finder, error)

// Finder finds the matches of an expression. It is safe for concurrent use.
type Finder interface {
	// AppendMatches appends the matches in text that are not empty to dst, in
	// order, as byte offsets. It fails where it runs out of time.
	AppendMatches(dst []segment.Span, text string, deadline time.Time) ([]segment.Span, error)
	MatchesEmpty() bool
}

// Pattern is a user's expression, in the dialect of the Engine. What it matches is a
// term of the pattern's name, and no words are looked for in it.
type Pattern struct {
	Name string
	Expr string
	Line int // in its file, 0 where it is from none
}

// FileError is a line of a user's file that is wrong. Error is in Chinese,
// English in English.
type FileError struct {
	File   string
	Line   int
	zh, en string
}

func (e *FileError) Error() string   { return e.at(" 第 %d 行") + "：" + e.zh }
func (e *FileError) English() string { return e.at(" line %d") + ": " + e.en }

func (e *FileError) at(line string) string {
	if e.Line == 0 {
		return e.File
	}
	return e.File + fmt.Sprintf(line, e.Line)
}

// ReadPatterns reads patterns from a CSV in UTF-8 with a header that names the
// columns name and pattern. Several lines of one name are one term. Every error
// is a FileError.
func ReadPatterns(file string, data []byte, engine Engine) ([]Pattern, error) {
	rows, err := readColumns(file, data, "name", "pattern")
	var out []Pattern
	for _, r := range rows {
		p := Pattern{Name: r.cells[0], Expr: r.cells[1], Line: r.line}
		if _, bad := p.compile(engine, time.Second); bad != nil {
			err = errors.Join(err, bad.in(file))
			continue
		}
		out = append(out, p)
	}
	if err == nil && len(out) == 0 {
		err = &FileError{file, 0, "没有一行模式", "it holds no pattern"}
	}
	return out, err
}

func errNotUTF8(file string) error {
	return &FileError{file, 0, "不是 UTF-8；请另存为 UTF-8", "it is not UTF-8; save it as UTF-8"}
}

// row is a line of a user's CSV, its cells in the order that was asked for.
type row struct {
	line  int
	cells []string
}

// readColumns reads the named columns of a CSV; none of their cells is empty.
func readColumns(file string, data []byte, names ...string) (rows []row, errs error) {
	if !utf8.Valid(data) {
		return nil, errNotUTF8(file)
	}
	r := csv.NewReader(bytes.NewReader(bytes.TrimPrefix(data, []byte("\ufeff"))))
	r.FieldsPerRecord, r.TrimLeadingSpace = -1, true
	var at []int
	for {
		record, err := r.Read()
		if err == io.EOF {
			break
		}
		var bad *csv.ParseError
		if errors.As(err, &bad) {
			return nil, &FileError{file, bad.StartLine, "不是规范的 CSV，引号没有成对：" + bad.Err.Error(), "it is no valid CSV: " + bad.Err.Error()}
		}
		line, _ := r.FieldPos(0)
		if at == nil {
			if at, err = findColumns(file, line, record, names); err != nil {
				return nil, err
			}
			continue
		}
		cells := make([]string, len(at))
		for i, column := range at {
			if column < len(record) {
				cells[i] = strings.TrimSpace(record[column])
			}
			if cells[i] == "" {
				errs = errors.Join(errs, &FileError{file, line, names[i] + " 是空的", names[i] + " is empty"})
			}
		}
		if !hasEmpty(cells) {
			rows = append(rows, row{line, cells})
		}
	}
	return rows, errs
}

func hasEmpty(cells []string) bool {
	for _, c := range cells {
		if c == "" {
			return true
		}
	}
	return false
}

// findColumns is where the header has the names.
func findColumns(file string, line int, header, names []string) ([]int, error) {
	at := make([]int, len(names))
	for i, name := range names {
		at[i] = -1
		for k, h := range header {
			if strings.EqualFold(strings.TrimSpace(h), name) {
				at[i] = k
			}
		}
		if at[i] < 0 {
			want := strings.Join(names, ",")
			return nil, &FileError{file, line, "表头应为 " + want, "the header should be " + want}
		}
	}
	return at, nil
}

// compiled is a Pattern that is ready.
type compiled struct {
	Pattern
	Finder
}

// PatternError is a pattern that is wrong.
type PatternError struct {
	Pattern
	Err error
}

func (e *PatternError) Error() string { return "模式 (pattern) " + e.Name + ": " + e.Err.Error() }
func (e *PatternError) Unwrap() error { return e.Err }

func (e *PatternError) in(file string) error {
	return &FileError{file, e.Line, "模式 " + e.Name + " 写法不对：" + e.Err.Error(), "pattern " + e.Name + " is wrong: " + e.Err.Error()}
}

var errMatchesNothing = errors.New("可以匹配空文本，请改为至少匹配一个字 (it matches the empty text; let it match one character at least)")

var errNoEngine = errors.New("没有正则引擎 (no engine is given)")

func (p Pattern) compile(engine Engine, limit time.Duration) (compiled, *PatternError) {
	if engine == nil {
		return compiled{}, &PatternError{p, errNoEngine}
	}
	f, err := engine(p.Expr, limit)
	if err != nil {
		return compiled{}, &PatternError{p, err}
	}
	if f.MatchesEmpty() {
		return compiled{}, &PatternError{p, errMatchesNothing}
	}
	return compiled{p, f}, nil
}
