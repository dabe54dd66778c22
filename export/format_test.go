package export

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// oneFile is a format that writes all tables into all.txt, a line per row, and
// notes how its book ended.
func oneFile(ended *string) Format {
	return Format{Name: "one", File: "all.txt", Open: func(folder string) (Book, error) {
		f, err := createFile(folder, "all.txt")
		return &oneBook{f, ended}, err
	}}
}

type oneBook struct {
	*file
	ended *string
}

type oneTable struct {
	book *oneBook
	name string
}

func (b *oneBook) Table(s Schema) (Writer, error) { return oneTable{b, s.Name}, nil }
func (b *oneBook) Close() error                   { *b.ended += "closed"; return b.file.Close() }
func (b *oneBook) Abort() error                   { *b.ended += "aborted"; return b.file.Close() }
func (oneTable) Close() error                     { return nil }
func (t oneTable) Write(row []Cell) error {
	t.book.buf = fmt.Appendf(t.book.buf, "%s %s\n", t.name, row[0].Text())
	return t.book.flush()
}

// TestAllTablesInOneFile: the file holds every table and the codebook; an
// earlier run's files, one per table, are gone.
func TestAllTablesInOneFile(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "out")
	writeTo(t, dir, testOptions)
	o, ended := testOptions, ""
	o.Formats = []Format{oneFile(&ended)}
	writeTo(t, dir, o)
	if got, want := filesIn(t, dir), []string{"all.txt", "codebook.csv", "run.json"}; !slices.Equal(got, want) {
		t.Errorf("files %q, want %q", got, want)
	}
	all := string(read(t, filepath.Join(dir, "all.txt")))
	for _, line := range []string{"facts 县区/甲.txt#1/1", "documents 县区/甲.txt", "gaps missing", "table 青河县", "wide 青河县", "codebook facts"} {
		if !strings.Contains(all, line+"\n") {
			t.Errorf("no line %q", line)
		}
	}
	if ended != "closed" {
		t.Errorf("the book was %s", ended)
	}
}

func TestOneFileIsAborted(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "out")
	o, ended := testOptions, ""
	o.Formats = []Format{CSV, oneFile(&ended)}
	writeTo(t, dir, o)
	before := read(t, filepath.Join(dir, "all.txt"))
	ended = ""
	d, err := Create(dir, o)
	if err != nil {
		t.Fatal(err)
	}
	if err := errors.Join(d.Add(testItems()[2]), d.Abort(), d.Abort()); err != nil {
		t.Fatal(err)
	}
	if exists(dir+".partial") || string(before) != string(read(t, filepath.Join(dir, "all.txt"))) || ended != "aborted" {
		t.Errorf("Abort left traces; the book was %s", ended)
	}
}

func TestOneFileOfOthersIsRefused(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "out")
	writeTo(t, dir, testOptions)
	put(t, dir, map[string]string{"all.txt": "mine"})
	o, ended := testOptions, ""
	o.Formats = []Format{oneFile(&ended)}
	var e *Error
	if _, err := Create(dir, o); !errors.As(err, &e) || !strings.Contains(e.Path, "all.txt") {
		t.Errorf("error %v", err)
	}
	if exists(dir+".partial") || string(read(t, filepath.Join(dir, "all.txt"))) != "mine" {
		t.Error("the refused run left traces")
	}
}

// TestBooksThatFail: whatever fails, nothing is left and the other books are let go of.
func TestBooksThatFail(t *testing.T) {
	full := errors.New("no space left")
	for what, bad := range map[string]Format{
		"opening":         {Name: "bad", File: "bad", Open: func(string) (Book, error) { return nil, full }},
		"starting tables": {Name: "bad", File: "bad", Open: func(string) (Book, error) { return badBook{table: full}, nil }},
		"closing":         {Name: "bad", File: "bad", Open: func(string) (Book, error) { return badBook{close: full}, nil }},
	} {
		dir := filepath.Join(t.TempDir(), "out")
		o, ended := testOptions, ""
		o.Formats = []Format{oneFile(&ended), bad}
		d, err := Create(dir, o)
		if err == nil {
			err = d.Close(RunInfo{})
		}
		if !errors.Is(err, full) {
			t.Errorf("%s: error %v", what, err)
		}
		if left, _ := os.ReadDir(filepath.Dir(dir)); len(left) > 0 || ended == "" {
			t.Errorf("%s: %d files left, the other book was %q", what, len(left), ended)
		}
	}
}

// badBook fails where an error is given.
type badBook struct{ table, close error }

func (b badBook) Table(Schema) (Writer, error) { return nothing{}, b.table }
func (b badBook) Close() error                 { return b.close }
func (badBook) Abort() error                   { return nil }

type nothing struct{}

func (nothing) Write([]Cell) error { return nil }
func (nothing) Close() error       { return nil }
