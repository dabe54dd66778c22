package sqlite

import (
	"database/sql"
	"errors"
	"net/url"
	"os"
	"path/filepath"
	"strings"

	_ "modernc.org/sqlite" // the driver

	"github.com/zhaibao/zhaibao/export"
)

// Format writes extract.sqlite.
var Format = export.Format{Name: "sqlite", File: fileName, Open: open}

const fileName = "extract.sqlite"

// settings spare what guards a database against a crash: ours is put into its
// place when it is whole, and thrown away otherwise.
const settings = "?_pragma=journal_mode(MEMORY)&_pragma=synchronous(OFF)&_pragma=locking_mode(EXCLUSIVE)"

type book struct {
	db      *sql.DB
	tx      *sql.Tx
	columns int // most columns of a table
	indexes []string
}

func open(folder string) (export.Book, error) {
	path, err := filepath.Abs(filepath.Join(folder, fileName))
	if err != nil {
		return nil, err
	}
	db, err := sql.Open("sqlite", uri(path)+settings)
	if err != nil {
		return nil, err
	}
	db.SetMaxOpenConns(1)
	tx, err := db.Begin()
	if err != nil {
		return nil, errors.Join(err, db.Close())
	}
	return &book{db: db, tx: tx, columns: maxColumns}, nil
}

// uri names a file by its absolute path: /tmp/a, C:\a and \\server\a are
// file:///tmp/a, file:///C:/a and file:////server/a (sqlite.org/uri.html).
func uri(path string) string {
	path = filepath.ToSlash(path)
	if !strings.HasPrefix(path, "/") {
		path = "/" + path
	}
	return "file://" + (&url.URL{Path: path}).EscapedPath()
}

// Close makes the indexes, which is faster when all rows are there, and commits.
func (b *book) Close() error {
	for _, statement := range b.indexes {
		if _, err := b.tx.Exec(statement); err != nil {
			return errors.Join(err, b.Abort())
		}
	}
	return errors.Join(b.tx.Commit(), b.db.Close())
}

// Abort takes the transaction back.
func (b *book) Abort() error {
	err := b.tx.Rollback()
	if errors.Is(err, sql.ErrTxDone) || errors.Is(err, os.ErrClosed) {
		err = nil
	}
	return errors.Join(err, b.db.Close())
}
