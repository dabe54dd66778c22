package export

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
)

// TestTheFolderIsLost: where the folder that is filled goes, or may no longer be
// written to, while the run goes on, the run fails by its name and the old results stay.
func TestTheFolderIsLost(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "out")
	first, err := Create(dir, testOptions)
	if err != nil {
		t.Fatal(err)
	}
	for _, item := range testItems() {
		first.Add(item)
	}
	if err := first.Close(RunInfo{}); err != nil {
		t.Fatal(err)
	}
	before, _ := os.ReadFile(filepath.Join(dir, "facts.csv"))
	d, err := Create(dir, testOptions)
	if err != nil {
		t.Fatal(err)
	}
	if err := d.Add(testItems()[0]); err != nil {
		t.Fatal(err)
	}
	os.RemoveAll(dir + ".partial")
	err = d.Close(RunInfo{})
	var e *Error
	if !errors.As(err, &e) || e.Path != dir || !strings.Contains(e.English(), "nothing was kept") {
		t.Errorf("the run ended with %v", err)
	}
	if after, _ := os.ReadFile(filepath.Join(dir, "facts.csv")); string(after) != string(before) || len(before) == 0 {
		t.Errorf("facts.csv changed")
	}
}

// TestFullDiskIsTold: an error that a disk is full says so.
func TestFullDiskIsTold(t *testing.T) {
	err := errWrite("/out", &fs.PathError{Op: "write", Path: "/out.partial/facts.csv", Err: syscall.ENOSPC})
	if !strings.Contains(err.Error(), "磁盘满了") || !strings.Contains(err.Error(), "facts.csv") || !strings.Contains(err.(*Error).English(), "the disk is full") {
		t.Errorf("%v", err)
	}
}

// TestAKilledInstallIsFinished: whichever files a run that was killed had put
// into place, the next puts in the rest, removes what is old and keeps nothing beside.
func TestAKilledInstallIsFinished(t *testing.T) {
	names := []string{"codebook.csv", "facts.csv", "run.json", "texts/a.txt"}
	for done := 0; done <= 2*len(names)+1; done++ { // renames before the kill
		dir := filepath.Join(t.TempDir(), "out")
		put := func(folder, name, text string) {
			path := filepath.Join(folder, filepath.FromSlash(name))
			os.MkdirAll(filepath.Dir(path), 0o777)
			if err := os.WriteFile(path, []byte(text), 0o666); err != nil {
				t.Fatal(err)
			}
		}
		old := []string{"facts.csv", "gone.csv", "run.json", "texts/b.txt"}
		for _, name := range old {
			put(dir, name, "old")
		}
		put(dir, "run.json", `{"program":"zhaibao","schema_version":"1"}`)
		for _, name := range names {
			put(dir+".partial", name, "new")
		}
		run := `{"program":"zhaibao","schema_version":"1","files":["codebook.csv","facts.csv","run.json","texts/a.txt"]}`
		put(dir+".partial", "run.json", run)
		p := newPlace(dir)
		todo := installation{New: names, Old: old}
		if err := todo.write(p.partial); err != nil {
			t.Fatal(err)
		}
		step := 0
		for _, name := range runLast(names) {
			if step++; step > done {
				break
			}
			os.MkdirAll(filepath.Dir(p.path(name)), 0o777)
			os.Rename(p.path(name), p.path(name)+replaced)
			if step++; step > done {
				break
			}
			os.Rename(filepath.Join(p.partial, filepath.FromSlash(name)), p.path(name))
		}
		if err := newPlace(dir).recover(); err != nil {
			t.Fatalf("%d renames: %v", done, err)
		}
		var left []string
		filepath.WalkDir(filepath.Dir(dir), func(path string, e fs.DirEntry, err error) error {
			if err == nil && !e.IsDir() {
				data, _ := os.ReadFile(path)
				rel, _ := filepath.Rel(filepath.Dir(dir), path)
				if left = append(left, filepath.ToSlash(rel)); string(data) != "new" && string(data) != run {
					t.Errorf("%d renames: %s holds %q", done, rel, data)
				}
			}
			return nil
		})
		if got, want := strings.Join(left, " "), "out/codebook.csv out/facts.csv out/run.json out/texts/a.txt"; got != want {
			t.Errorf("%d renames: %s, want %s", done, got, want)
		}
		if _, err := os.Stat(dir + ".partial"); err == nil {
			t.Errorf("%d renames: the partial folder stays", done)
		}
	}
}
