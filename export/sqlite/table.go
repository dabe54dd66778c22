package sqlite

import (
	"database/sql"
	"errors"
	"slices"
	"strconv"
	"strings"

	"github.com/zhaibao/zhaibao/export"
)

// maxColumns is what SQLite allows unless it was built for more.
const maxColumns = 2000

// indexed are the columns that tables are asked by.
var indexed = []string{"region", "period", "metric"}

// table inserts the rows of a table, over several tables where it is too wide.
type table struct {
	kinds   []export.Kind
	inserts []*sql.Stmt
	columns int // of each insert but the last
	values  []any
	number  []byte
}

// Table creates the table.
func (b *book) Table(s export.Schema) (export.Writer, error) {
	t := &table{columns: b.columns, values: make([]any, len(s.Columns))}
	for _, c := range s.Columns {
		t.kinds = append(t.kinds, c.Kind)
	}
	names := unique(s.Columns)
	for at, part := 0, 1; at < len(names); at, part = at+b.columns, part+1 {
		end, name := min(at+b.columns, len(names)), s.Name
		if part > 1 {
			name += "_" + strconv.Itoa(part)
		}
		insert, err := b.create(name, names[at:end], t.kinds[at:end])
		if err != nil {
			return nil, errors.Join(err, t.Close())
		}
		t.inserts = append(t.inserts, insert)
	}
	return t, nil
}

// create makes one table and prepares the insertion of its rows.
func (b *book) create(table string, names []string, kinds []export.Kind) (*sql.Stmt, error) {
	var columns []string
	for i, name := range names {
		columns = append(columns, quoted(name)+[...]string{export.Text: " TEXT", export.Number: "", export.Integer: " INTEGER"}[kinds[i]])
		if slices.Contains(indexed, name) {
			b.indexes = append(b.indexes, "CREATE INDEX "+quoted(table+"_"+name)+" ON "+quoted(table)+" ("+quoted(name)+")")
		}
	}
	if _, err := b.tx.Exec("CREATE TABLE " + quoted(table) + " (" + strings.Join(columns, ", ") + ")"); err != nil {
		return nil, err
	}
	return b.tx.Prepare("INSERT INTO " + quoted(table) + " VALUES (?" + strings.Repeat(", ?", len(names)-1) + ")")
}

// unique are the columns' names; SQLite does not tell A from a, so of two such
// the later gets a number.
func unique(columns []export.Column) []string {
	var names []string
	seen := map[string]bool{}
	for _, c := range columns {
		name := c.Name
		for n := 2; seen[strings.ToLower(name)]; n++ {
			name = c.Name + "_" + strconv.Itoa(n)
		}
		seen[strings.ToLower(name)] = true
		names = append(names, name)
	}
	return names
}

// quoted is an identifier in SQL.
func quoted(name string) string { return `"` + strings.ReplaceAll(name, `"`, `""`) + `"` }

func (t *table) Write(row []export.Cell) error {
	for i, c := range row {
		t.values[i] = t.value(t.kinds[i], c)
	}
	for i, insert := range t.inserts {
		at := i * t.columns
		if _, err := insert.Exec(t.values[at:min(at+t.columns, len(t.values))]...); err != nil {
			return err
		}
	}
	return nil
}

// Close ends the insertions; a second call does nothing.
func (t *table) Close() error {
	var errs []error
	for _, insert := range t.inserts {
		errs = append(errs, insert.Close())
	}
	t.inserts = nil
	return errors.Join(errs...)
}
