package trace

import (
	"bufio"
	"encoding/csv"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"github.com/zhaibao/zhaibao/export"
)

// FileError is the error of a file of the folder that is not there or not as
// this version writes it.
type FileError struct {
	Path   string
	Column string // that it lacks, "" where the file itself is lacking
}

func (e *FileError) Error() string {
	if e.Column == "" {
		return e.Path + " is not there"
	}
	return e.Path + " has no column " + e.Column
}

// Getter gives a cell of a row by its column, "" where there is none.
type Getter func(column string) string

// Each hands on the rows of TABLE.jsonl or TABLE.csv, which must have the columns.
func Each(dir, table string, columns []string, row func(Getter) error) error {
	for _, kind := range []struct {
		ending string
		read   func(io.Reader, string, []string, func(Getter) error) error
	}{{".jsonl", eachObject}, {".csv", eachRecord}} {
		path := filepath.Join(dir, table+kind.ending)
		f, err := os.Open(path)
		if errors.Is(err, fs.ErrNotExist) {
			continue
		} else if err != nil {
			return err
		}
		defer f.Close()
		return kind.read(bufio.NewReaderSize(f, 1<<20), path, columns, row)
	}
	return &FileError{Path: filepath.Join(dir, table+".csv")}
}

// eachRecord reads CSV as our writer makes it.
func eachRecord(in io.Reader, path string, columns []string, row func(Getter) error) error {
	r := csv.NewReader(in)
	header, err := r.Read()
	if err == io.EOF {
		header, err = nil, nil
	}
	if err != nil {
		return fmt.Errorf("%s: %w", path, err)
	}
	index := map[string]int{}
	for i, name := range header {
		if i == 0 {
			name = strings.TrimPrefix(name, "\uFEFF")
		}
		index[name] = i
	}
	for _, name := range columns {
		if _, ok := index[name]; !ok {
			return &FileError{path, name}
		}
	}
	r.ReuseRecord = true
	for {
		record, err := r.Read()
		if err == io.EOF {
			return nil
		}
		if err == nil {
			err = row(func(column string) string {
				if i, ok := index[column]; ok {
					return export.Unguard(record[i]) // numbers have no apostrophe
				}
				return ""
			})
		}
		if err != nil {
			return fmt.Errorf("%s: %w", path, err)
		}
	}
}

// eachObject reads JSONL.
func eachObject(in io.Reader, path string, columns []string, row func(Getter) error) error {
	d := json.NewDecoder(in)
	d.UseNumber()
	for {
		var object map[string]any
		err := d.Decode(&object)
		if err == io.EOF {
			return nil
		}
		if err == nil {
			for _, name := range columns {
				if _, ok := object[name]; !ok {
					return &FileError{path, name}
				}
			}
			err = row(func(column string) string {
				if v := object[column]; v != nil {
					return fmt.Sprint(v)
				}
				return ""
			})
		}
		if err != nil {
			return fmt.Errorf("%s: %w", path, err)
		}
	}
}
