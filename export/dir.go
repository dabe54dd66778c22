package export

import (
	"cmp"
	"errors"
	"fmt"
	"os"
	"path"
	"path/filepath"
	"slices"
	"sync/atomic"

	"github.com/zhaibao/zhaibao/corpus"
	"github.com/zhaibao/zhaibao/metrics"
)

// The tables' names.
const (
	factsName     = "facts"
	documentsName = "documents"
	gapsName      = "gaps"
	tableName     = "table"
	wideName      = "wide"
	codebookName  = "codebook"
)

// Dir writes the results of a run into a folder. It is not safe for concurrent use.
type Dir struct {
	place  *place
	opts   Options
	report report
	books  []Book // one per format, and one for codebook.csv

	facts, documents, gaps *table[mention]
	totals                 *metrics.Aggregator
	spliced, placed        *spliced // rows of reports and of places; nil where nothing is kept
	sums                   []metrics.Total

	made atomic.Int64 // bytes of lines that wait to be written

	counts   Counts
	failures []Failure
	textOf   string // the file whose text was written last
	closed   bool
}

// Create starts a run that writes into dir. Everything goes to dir.partial
// until Close. A dir that holds anything else than an earlier run's results is
// refused; see Error.
func Create(dir string, o Options) (*Dir, error) {
	p, err := reserve(dir)
	if err != nil {
		return nil, err
	}
	d := &Dir{place: p, opts: o.withDefaults()}
	d.report = report{cat: d.opts.Catalog, opts: &d.opts}
	d.totals = metrics.NewAggregatorOf(d.opts.Catalog, d.opts.Plan)
	d.totals.SpillTo(p.partial, d.opts.Memory)
	if err := d.open(); err != nil {
		d.Abort()
		return nil, err
	}
	return d, nil
}

func (d *Dir) open() error {
	var err error
	if d.books, err = d.place.openBooks(d.opts.Formats, []string{factsName, documentsName, gapsName, tableName, wideName}); err != nil {
		return err
	}
	var errs [3]error
	d.facts, errs[0] = newTable(d.tableBooks(), factsName, factColumns)
	d.documents, errs[1] = newTable(d.tableBooks(), documentsName, documentColumns)
	d.gaps, errs[2] = newTable(d.tableBooks(), gapsName, gapColumns)
	if err := errors.Join(errs[:]...); err != nil {
		return d.place.failed(err)
	}
	d.spliced, err = d.splice(reportsLog, "", partsOf(d.facts, factsName), partsOf(d.gaps, gapsName))
	return d.place.failed(err)
}

// tableBooks are the books that hold the results.
func (d *Dir) tableBooks() []Book { return d.books[:len(d.opts.Formats)] }

// codebookBooks are those that explain the columns: codebook.csv, and the files that hold all tables.
func (d *Dir) codebookBooks() []Book {
	books := slices.Clone(d.books[len(d.opts.Formats):])
	for i, f := range d.opts.Formats {
		if f.File != "" {
			books = append(books, d.books[i])
		}
	}
	return books
}

// Add writes the rows of one report, or of a file that failed. Items come in
// the order the files shall have. After an error only Abort is of use.
func (d *Dir) Add(item *corpus.Item) error {
	d.report.reset(item)
	m := mention{report: &d.report}
	d.count(item)
	if err := d.documents.add(&m); err != nil {
		return d.place.failed(err)
	}
	if item.Document == nil || item.Result == nil {
		return nil
	}
	d.totals.Add(d.report.counted)
	return d.place.failed(errors.Join(d.addRows(item), d.addText(item)))
}

// addRows writes the report's facts and gaps, or copies the rows of the last run.
func (d *Dir) addRows(item *corpus.Item) error {
	p := d.taken(item) // also where rows are copied: the item is used again
	write := func() error { return d.addMentions(p) }
	if d.spliced == nil {
		return write()
	}
	key := rowKey{d.report.Record, d.report.late()}
	if len(item.Copy.Echoes) > 0 {
		key = rowKey{} // its rows name other reports, which may change
	}
	return d.spliced.rows(key, write)
}

// addMentions writes the report's facts and gaps, those lines that are prepared as they are.
func (d *Dir) addMentions(p *prepared) error {
	if p == nil {
		return errors.Join(d.report.facts(d.facts.add), d.report.gaps(d.gaps.add))
	}
	err := errors.Join(d.facts.addLines(p.facts), d.gaps.addLines(p.gaps))
	if len(d.facts.writers) == 0 {
		return err
	}
	return errors.Join(err, d.report.facts(d.facts.addCells), d.report.gaps(d.gaps.addCells))
}

// addText writes the file's text once, at its first report.
func (d *Dir) addText(item *corpus.Item) error {
	if !d.opts.Texts || item.File == d.textOf {
		return nil
	}
	d.textOf = item.File
	name := d.textName(item.File)
	if err := os.MkdirAll(filepath.Dir(name), 0o777); err != nil {
		return err
	}
	return os.WriteFile(name, []byte(item.Document.Text), 0o666)
}

// textName is where a file's text goes: under its own name, with .txt at the
// end where that is not there yet, and once more where that name is taken.
func (d *Dir) textName(file string) string {
	local := path.Clean("/" + file)[1:] // never above the folder, whatever an archive says
	name := filepath.Join(d.place.partial, textsDir, filepath.FromSlash(local))
	if path.Ext(local) != ".txt" {
		name += ".txt"
	}
	for {
		if _, err := os.Lstat(name); err != nil {
			return name
		}
		name += ".txt"
	}
}

func (d *Dir) count(item *corpus.Item) {
	if item.Err != nil {
		d.counts.Failed++
		d.failures = append(d.failures, Failure{valid(item.File), valid(item.Err.Error())})
		return
	}
	d.counts.Documents++
	if item.Document != nil {
		d.counts.Characters += d.report.characters()
	}
	if r := item.Result; r != nil {
		d.counts.Numbers += len(r.Numerals)
		d.counts.Unexplained += unexplained(r)
		d.counts.Facts += len(r.Facts)
		d.counts.Gaps += len(r.Gaps)
	}
}

// Counts is what was added so far.
func (d *Dir) Counts() Counts { return d.counts }

// Close writes the tables, the codebook and run.json and puts everything into
// its place. On an error it aborts.
func (d *Dir) Close(run RunInfo) error {
	err := d.finish(run)
	if err != nil {
		d.Abort()
	}
	d.closed = true
	return err
}

func (d *Dir) finish(run RunInfo) error {
	defer d.spliced.close()
	defer func() { d.placed.close() }() // which writeTables opens
	if err := errors.Join(d.facts.close(), d.documents.close(), d.gaps.close(), d.writeTables()); err != nil {
		return d.place.failed(err)
	}
	if err := closeBooks(&d.books, Book.Close); err != nil {
		return d.place.failed(err)
	}
	d.spliced.close() // some systems rename no file that is open
	d.placed.close()
	names, err := d.place.written()
	if err != nil {
		return d.place.failed(err)
	}
	run.Failures = append(run.Failures, d.failures...)
	m := manifest{RunInfo: run, Counts: d.counts, Files: names}
	if err := m.write(d.place.partial); err != nil {
		return d.place.failed(err)
	}
	return d.place.failed(d.place.install(names))
}

// writeTables writes the two tables, place by place side by side, and the codebook.
func (d *Dir) writeTables() error {
	cat := d.opts.Catalog
	rows := d.totals.Table(d.opts.Level, d.opts.Months)
	long, across := tableColumns(cat, d.opts.Plan), wideColumns(rows, cat, d.opts.Plan)
	table, err := newTable(d.tableBooks(), tableName, long)
	if err != nil {
		return err
	}
	wide, err := newTable(d.tableBooks(), wideName, across)
	if err != nil {
		return errors.Join(err, table.close())
	}
	err = d.writePlaces(rows, table, wide)
	if err = errors.Join(err, table.close(), wide.close(), d.totals.Close()); err != nil {
		return err
	}
	d.sums = rows.Totals
	d.counts.TableRows, d.counts.WideRows = table.rows, wide.rows
	return writeCodebook(d.codebookBooks(), []Schema{
		schemaOf(factsName, factColumns), schemaOf(documentsName, documentColumns),
		schemaOf(tableName, long), schemaOf(wideName, across), schemaOf(gapsName, gapColumns),
	}, cat)
}

// writePlaces writes the rows of both tables, or copies those of places of which nothing changed.
func (d *Dir) writePlaces(rows *metrics.Table, table *table[metrics.Row], wide *table[metrics.WideRow]) error {
	s, err := d.splice(placesLog, fmt.Sprintf("%+v %v %v %v %v", d.opts.Plan, d.opts.Level, d.opts.Months, rows.Columns, rows.Coded), partsOf(table, tableName), partsOf(wide, wideName))
	if err != nil {
		return err
	}
	d.placed = s
	spread := metrics.NewSpread(rows.Columns, d.opts.Catalog)
	return rows.Places(func(p *metrics.Place) error {
		write := func() error {
			list, err := p.Rows()
			for i := range list {
				if err = cmp.Or(err, table.add(&list[i]), spread.Add(&list[i], wide.add)); err != nil {
					break
				}
			}
			return cmp.Or(err, spread.End(wide.add))
		}
		if s == nil {
			return write()
		}
		return s.rows(rowKey{Record: corpus.Record{Sum: p.Sum()}}, write)
	})
}

// Totals is what all rows of the table add up to, by metric and unit, once Close has written it.
func (d *Dir) Totals() []metrics.Total { return d.sums }

// Abort drops what was written; the folder stays as it was. After Close it does nothing.
func (d *Dir) Abort() error {
	if d.closed {
		return nil
	}
	d.closed = true
	d.spliced.close()
	errors.Join(d.facts.close(), d.documents.close(), d.gaps.close(), closeBooks(&d.books, Book.Abort))
	return os.RemoveAll(d.place.partial)
}
