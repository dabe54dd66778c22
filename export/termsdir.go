package export

import (
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"

	"github.com/zhaibao/zhaibao/metrics"
	"github.com/zhaibao/zhaibao/metrics/terms"
)

// termsCommand marks a run.json of an analysis of words.
const termsCommand = "terms"

// TermsOptions say what an analysis of words writes.
type TermsOptions struct {
	Formats []Format     // CSV where empty
	Tables  []string     // of those named above
	Plan    metrics.Plan // what the table is grouped by
	Top     int          // rows of a group in keyness, and of collocations and newwords; 0 is all
}

// TermsRun is what the caller tells of an analysis of words in run.json.
type TermsRun struct {
	Version  string            `json:"version"`
	Inputs   []string          `json:"inputs"`
	Started  string            `json:"started"` // RFC 3339
	Seconds  float64           `json:"seconds"`
	Options  map[string]string `json:"options"`
	Reports  int               `json:"reports"` // that were counted
	Copies   int               `json:"copies"`  // that were not, since they are the same as earlier ones
	Words    int               `json:"words"`
	Groups   int               `json:"groups"`
	Terms    int               `json:"terms"`
	Lost     LostCounts        `json:"lost"`
	TimedOut map[string]int    `json:"timed_out"` // reports in which a pattern was stopped, by its name
	Failures []Failure         `json:"failures"`
}

// LostCounts is by how much the counts of collocations and new words may be too low.
type LostCounts struct {
	Collocations int `json:"collocations"`
	NewWords     int `json:"newwords"`
}

// TermsDir writes an analysis of words into a folder. It is not safe for concurrent use.
type TermsDir struct {
	place *place
	opts  TermsOptions
	books []Book // one per format, and one for codebook.csv
	kwic  *table[Keyword]
	rows  map[string]int
	done  bool
}

// CreateTerms starts an analysis of words in dir, which is filled beside its
// place like that of Create. A dir that holds anything else than an earlier
// analysis of words is refused, also the results of the main job.
func CreateTerms(dir string, o TermsOptions) (*TermsDir, error) {
	if len(o.Formats) == 0 {
		o.Formats = []Format{CSV}
	}
	if err := checkTermsDir(dir); err != nil {
		return nil, err
	}
	p, err := reserve(dir)
	if err != nil {
		return nil, err
	}
	d := &TermsDir{place: p, opts: o, rows: map[string]int{}}
	if err := d.open(); err != nil {
		d.Abort()
		return nil, err
	}
	return d, nil
}

// checkTermsDir refuses a folder with the results of another command.
func checkTermsDir(dir string) error {
	data, err := os.ReadFile(filepath.Join(dir, runName))
	if err != nil {
		return nil // what else is there is for reserve to judge
	}
	var m struct {
		Command string `json:"command"`
	}
	if json.Unmarshal(data, &m) != nil || m.Command != termsCommand {
		return errOtherResults(dir)
	}
	return nil
}

func errOtherResults(dir string) error {
	return &Error{Path: dir,
		zh: fmt.Sprintf("目录 %s 里是另一个命令的结果，不会覆盖；请用 -o 另选目录", dir),
		en: fmt.Sprintf("folder %s holds the results of another command and is left alone; choose another with -o", dir)}
}

func (d *TermsDir) open() error {
	var err error
	if d.books, err = d.place.openBooks(d.opts.Formats, d.opts.Tables); err != nil {
		return err
	}
	if !slices.Contains(d.opts.Tables, KwicTable) {
		return nil
	}
	d.kwic, err = newTable(d.tableBooks(), KwicTable, kwicColumns)
	return d.place.failed(err)
}

func (d *TermsDir) tableBooks() []Book { return d.books[:len(d.opts.Formats)] }

// AddKeyword writes a row of kwic. Rows come in the order that they shall have.
func (d *TermsDir) AddKeyword(k *Keyword) error { return d.place.failed(d.kwic.add(k)) }

// Rows is how many rows a table has, once Close has written it.
func (d *TermsDir) Rows(name string) int { return d.rows[name] }

// Close writes the tables of t, the codebook and run.json and puts everything
// into its place. On an error it aborts.
func (d *TermsDir) Close(t *terms.Table, run TermsRun) error {
	err := d.finish(t, run)
	if err != nil {
		d.Abort()
	}
	d.done = true
	return err
}

func (d *TermsDir) finish(t *terms.Table, run TermsRun) error {
	schemas, err := d.writeTables(t)
	if err == nil {
		err = writeColumns(d.codebookBooks(), schemas)
	}
	if err = errors.Join(err, closeBooks(&d.books, Book.Close)); err != nil {
		return d.place.failed(err)
	}
	names, err := d.place.written()
	if err == nil {
		err = d.writeRun(run, names)
	}
	if err == nil {
		err = d.place.install(names)
	}
	return d.place.failed(err)
}

// writeTables writes the tables that are asked for, in a fixed order.
func (d *TermsDir) writeTables(t *terms.Table) (schemas []Schema, err error) {
	plan := d.opts.Plan
	steps := []struct {
		name  string
		write func() (Schema, error)
	}{
		{TermsTable, func() (Schema, error) { return streamed(d, TermsTable, termColumns(plan), t.Terms) }},
		{KeynessTable, func() (Schema, error) {
			return streamed(d, KeynessTable, keyColumns(plan), func(fn func(*terms.KeyRow) error) error { return t.Keyness(d.opts.Top, fn) })
		}},
		{CollocationsTable, func() (Schema, error) {
			return streamed(d, CollocationsTable, pairColumns, each(topOf(t.Collocations, d.opts.Top)))
		}},
		{SharesTable, func() (Schema, error) { return streamed(d, SharesTable, shareColumns(plan), t.Shares) }},
		{NewWordsTable, func() (Schema, error) {
			return streamed(d, NewWordsTable, newWordColumns, each(topOf(t.NewWords, d.opts.Top)))
		}},
		{KwicTable, func() (Schema, error) {
			d.rows[KwicTable] = d.kwic.rows
			return schemaOf(KwicTable, kwicColumns), d.kwic.close()
		}},
	}
	for _, s := range steps {
		if slices.Contains(d.opts.Tables, s.name) {
			schema, err := s.write()
			if err != nil {
				return nil, err
			}
			schemas = append(schemas, schema)
		}
	}
	return schemas, nil
}

// streamed writes the rows that from gives out.
func streamed[T any](d *TermsDir, name string, columns []column[T], from func(func(*T) error) error) (Schema, error) {
	t, err := newTable(d.tableBooks(), name, columns)
	if err != nil {
		return Schema{}, err
	}
	err = errors.Join(from(t.add), t.close())
	d.rows[name] = t.rows
	return schemaOf(name, columns), err
}

// topOf are the first n of the rows, all where n is 0.
func topOf[T any](rows func() []T, n int) func() []T {
	return func() []T {
		r := rows()
		if n > 0 {
			r = r[:min(n, len(r))]
		}
		return r
	}
}

// each gives out the rows one by one.
func each[T any](rows func() []T) func(func(*T) error) error {
	return func(fn func(*T) error) error {
		all := rows()
		for i := range all {
			if err := fn(&all[i]); err != nil {
				return err
			}
		}
		return nil
	}
}

// codebookBooks are codebook.csv, and the files that hold all tables.
func (d *TermsDir) codebookBooks() []Book {
	books := slices.Clone(d.books[len(d.opts.Formats):])
	for i, f := range d.opts.Formats {
		if f.File != "" {
			books = append(books, d.books[i])
		}
	}
	return books
}

// writeColumns explains the columns of the schemas.
func writeColumns(books []Book, schemas []Schema) error {
	t, err := newTable(books, codebookName, codebookColumns)
	if err != nil {
		return err
	}
	for _, s := range schemas {
		for _, c := range s.Columns {
			if err := t.add(&entry{s.Name, c}); err != nil {
				return errors.Join(err, t.close())
			}
		}
	}
	return t.close()
}

// writeRun writes run.json.
func (d *TermsDir) writeRun(run TermsRun, names []string) error {
	if run.Failures == nil {
		run.Failures = []Failure{}
	}
	m := struct {
		Program       string `json:"program"`
		SchemaVersion string `json:"schema_version"`
		Command       string `json:"command"`
		TermsRun
		Rows  map[string]int `json:"rows"`
		Files []string       `json:"files"`
	}{program, SchemaVersion, termsCommand, run, d.rows, names}
	data, err := json.MarshalIndent(m, "", "  ")
	if err != nil {
		return err
	}
	return os.WriteFile(filepath.Join(d.place.partial, runName), append(data, '\n'), 0o666)
}

// Abort drops what was written; the folder stays as it was. After Close it does nothing.
func (d *TermsDir) Abort() error {
	if d.done {
		return nil
	}
	d.done = true
	errors.Join(d.kwic.close(), closeBooks(&d.books, Book.Abort))
	return os.RemoveAll(d.place.partial)
}
