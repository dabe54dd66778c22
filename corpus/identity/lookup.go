package identity

import (
	"path"
	"slices"
	"strings"

	"github.com/zhaibao/zhaibao/internal/byhand"
)

// Len is the number of rows.
func (l *List) Len() int { return len(l.rows) }

// For returns what the rows say of a report, the nearest row first column by
// column, and which rows that are; nil where none speaks of it, as on a nil List.
func (l *List) For(file string, doc int) (r *Row, used []int) {
	if l == nil {
		return nil, nil
	}
	take := func(k key) {
		i, ok := l.at[k]
		if !ok {
			return
		}
		if used = append(used, i); r == nil {
			r = new(Row)
			*r = l.rows[i]
			return
		}
		r.under(&l.rows[i])
	}
	take(key{file, doc})
	if doc != 0 {
		take(key{file, 0})
	}
	for dir := path.Dir(file); dir != "." && dir != "/"; dir = path.Dir(dir) {
		take(key{dir + "/", 0})
	}
	take(key{"./", 0})
	return r, used
}

// under takes from a row that says less what r leaves open.
func (r *Row) under(o *Row) {
	for _, p := range [...]struct{ to, from *Text }{{&r.Title, &o.Title}, {&r.Genre, &o.Genre}, {&r.Org, &o.Org}} {
		if !p.to.Set {
			*p.to = *p.from
		}
	}
	if !r.Region.Set {
		r.Region, r.Code, r.Path = o.Region, o.Code, o.Path
	}
	if !r.Period.Set {
		r.Period = o.Period
	}
	r.Own = r.Own || o.Own
}

// Missing is the error of rows whose file or folder is not among files, nil
// where all are. What lies in an archive that one of files is may still come.
func (l *List) Missing(files []string) error {
	if l == nil {
		return nil
	}
	known := make(map[string]bool, len(files))
	for _, f := range files {
		known[f] = true
		for dir := path.Dir(f); dir != "." && dir != "/" && !known[dir+"/"]; dir = path.Dir(dir) {
			known[dir+"/"] = true
		}
	}
	known["./"] = true
	var problems []byhand.Problem
	for i := range l.rows {
		r := &l.rows[i]
		if known[r.File] || inside(r.File, known) {
			continue
		}
		problems = append(problems, byhand.Problem{File: l.Name, Line: r.Line, Column: "file", Message: byhand.Sayf(
			"%q 不在这次要读的文件中；请照 documents.csv 的 file 填写（相对于命令行给出的目录），目录以 / 结尾",
			"%q is not among the files that are read; write it as in the column file of documents.csv (relative to the folder given), a folder with / at its end", r.File)})
	}
	return byhand.Fail(l.Name, problems)
}

// inside reports whether a file that is read is the archive that holds name.
func inside(name string, known map[string]bool) bool {
	for dir := path.Dir(strings.TrimSuffix(name, "/")); dir != "." && dir != "/"; dir = path.Dir(dir) {
		if known[dir] {
			return true
		}
	}
	return false
}

// Tally gathers which rows were of use. It is not safe for concurrent use.
type Tally struct {
	list *List
	used []bool
}

// NewTally counts for l, which may be nil.
func (l *List) NewTally() *Tally {
	if l == nil {
		return &Tally{}
	}
	return &Tally{l, make([]bool, len(l.rows))}
}

// Add notes the rows that For named for a report.
func (t *Tally) Add(used []int) {
	for _, i := range used {
		t.used[i] = true
	}
}

// Outcome is what became of a list's rows.
type Outcome struct {
	Used   int
	Unused []byhand.Problem // rows whose report was not read, by line
}

// Outcome sums up.
func (t *Tally) Outcome() (o Outcome) {
	for i, used := range t.used {
		if used {
			o.Used++
			continue
		}
		r := &t.list.rows[i]
		m := byhand.Sayf("没有读到这份报告，这一行没有用上", "no such report was read; the row was not used")
		if strings.HasSuffix(r.File, "/") {
			m = byhand.Sayf("没有读到这个目录下的报告，这一行没有用上", "no report of this folder was read; the row was not used")
		}
		o.Unused = append(o.Unused, byhand.Problem{File: t.list.Name, Line: r.Line, Column: "file", Message: m})
	}
	slices.SortFunc(o.Unused, func(a, b byhand.Problem) int { return a.Line - b.Line })
	return o
}
