package export

import (
	"errors"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// put writes files (name with slashes: content) under dir.
func put(t *testing.T, dir string, files map[string]string) {
	t.Helper()
	for name, content := range files {
		path := filepath.Join(dir, name)
		if err := os.MkdirAll(filepath.Dir(path), 0o777); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(content), 0o666); err != nil {
			t.Fatal(err)
		}
	}
}

func exists(path string) bool {
	_, err := os.Lstat(path)
	return err == nil
}

func TestCreateRefuses(t *testing.T) {
	tests := []struct {
		what  string
		files map[string]string
		dir   string
		says  string // in the Chinese message
	}{
		{"a folder with foreign files", map[string]string{"out/notes.txt": "x"}, "out", "run.json"},
		{"a folder with somebody else's run.json", map[string]string{"out/run.json": `{"name":"x"}`}, "out", "run.json"},
		{"a folder with a broken run.json", map[string]string{"out/run.json": `{`}, "out", "run.json"},
		{"a file", map[string]string{"out": "x"}, "out", "不是目录"},
		{"a parent that is a file", map[string]string{"a": "x"}, "a/out", "不能在目录"},
		{"a foreign partial folder", map[string]string{"out.partial/mine.txt": "x"}, "out", "out.partial"},
		{"a partial that is a file", map[string]string{"out.partial": "x"}, "out", "out.partial"},
		{"a file in the way of ours", map[string]string{
			"out/run.json": `{"program":"zhaibao","schema_version":"1","files":["run.json"]}`, "out/facts.csv": "mine",
		}, "out", "facts.csv"},
	}
	for _, tt := range tests {
		t.Run(tt.what, func(t *testing.T) {
			root := t.TempDir()
			put(t, root, tt.files)
			before := filesIn(t, root)
			_, err := Create(filepath.Join(root, tt.dir), testOptions)
			var e *Error
			if !errors.As(err, &e) {
				t.Fatalf("error %v", err)
			}
			if !strings.Contains(e.Error(), tt.says) || !strings.Contains(e.Error(), "-o") || !strings.Contains(e.English(), "-o") {
				t.Errorf("%v / %s", e, e.English())
			}
			if after := filesIn(t, root); !slices.Equal(before, after) {
				t.Errorf("files %q became %q", before, after)
			}
		})
	}
}

func TestUnwritableParent(t *testing.T) {
	root := t.TempDir()
	if err := os.Chmod(root, 0o555); err != nil {
		t.Fatal(err)
	}
	defer os.Chmod(root, 0o777)
	if f, err := os.Create(filepath.Join(root, "probe")); err == nil {
		f.Close()
		t.Skip("this user may write anywhere")
	}
	_, err := Create(filepath.Join(root, "out"), testOptions)
	if err == nil || !strings.Contains(err.Error(), root) {
		t.Errorf("error %v", err)
	}
}

func TestReplacesOnlyItsOwn(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "out")
	o := testOptions
	o.Texts = true
	writeTo(t, dir, o)
	put(t, dir, map[string]string{"notebook.ipynb": "mine", "texts/mine.txt": "mine", "facts.csv": "spoilt"})

	o.Formats, o.Texts = []Format{CSV}, false
	writeTo(t, dir, o)
	want := []string{
		"codebook.csv", "documents.csv", "facts.csv", "gaps.csv", "notebook.ipynb", "run.json",
		"table.csv", "texts/mine.txt", "wide.csv",
	}
	if got := filesIn(t, dir); !slices.Equal(got, want) {
		t.Errorf("files %q", got)
	}
	if got := string(read(t, filepath.Join(dir, "facts.csv"))); got == "spoilt" {
		t.Error("facts.csv is the old one")
	}
	if exists(filepath.Join(dir, "texts", "县区")) {
		t.Error("an emptied folder was left")
	}
	if exists(dir + ".partial") {
		t.Error("the partial folder was left")
	}
}

func TestEmptyFolderAndNewParents(t *testing.T) {
	root := t.TempDir()
	for _, dir := range []string{root, filepath.Join(root, "a", "b", "out") + "/"} {
		writeTo(t, dir, testOptions)
		if !exists(filepath.Join(dir, "run.json")) {
			t.Errorf("nothing in %s", dir)
		}
	}
}

func TestThroughASymlink(t *testing.T) {
	root := t.TempDir()
	put(t, root, map[string]string{"real/dir/x": ""})
	os.Remove(filepath.Join(root, "real/dir/x"))
	link := filepath.Join(root, "out")
	if err := os.Symlink(filepath.Join(root, "real/dir"), link); err != nil {
		t.Skip("no symbolic links here")
	}
	writeTo(t, link, testOptions)
	if !exists(filepath.Join(root, "real/dir/run.json")) {
		t.Error("the link's goal holds no results")
	}
}

func TestAbortLeavesTheOldResults(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "out")
	writeTo(t, dir, testOptions)
	before := read(t, filepath.Join(dir, "facts.csv"))
	d, err := Create(dir, testOptions)
	if err != nil {
		t.Fatal(err)
	}
	if err := d.Add(testItems()[2]); err != nil {
		t.Fatal(err)
	}
	if err := d.Abort(); err != nil {
		t.Fatal(err)
	}
	if exists(dir+".partial") || string(before) != string(read(t, filepath.Join(dir, "facts.csv"))) {
		t.Error("Abort left traces")
	}
	if err := d.Abort(); err != nil {
		t.Errorf("second Abort: %v", err)
	}
}

func TestAFailedCloseLeavesTheFolder(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "out")
	writeTo(t, dir, testOptions)
	o := testOptions
	o.Texts = true
	d, err := Create(dir, o)
	if err != nil {
		t.Fatal(err)
	}
	if err := d.Add(testItems()[2]); err != nil {
		t.Fatal(err)
	}
	put(t, dir, map[string]string{"texts/县区/包.zip/乙.md.txt": "mine"}) // appears during the run
	before := read(t, filepath.Join(dir, "facts.csv"))
	var e *Error
	if err := d.Close(RunInfo{}); !errors.As(err, &e) || !strings.Contains(e.Path, "乙.md.txt") {
		t.Errorf("error %v", err)
	}
	if exists(dir+".partial") || string(before) != string(read(t, filepath.Join(dir, "facts.csv"))) {
		t.Error("a failed Close left traces")
	}
}

// TestOldFilesComeBack blocks one of the files, as a program that holds it open
// does, and asks for the whole of the old results.
func TestOldFilesComeBack(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "out")
	writeTo(t, dir, testOptions)
	put(t, dir, map[string]string{"table.csv.replaced/in the way": "mine"})
	files, before := filesIn(t, dir), map[string]string{}
	for _, name := range files {
		before[name] = string(read(t, filepath.Join(dir, filepath.FromSlash(name))))
	}
	d, err := Create(dir, testOptions)
	if err != nil {
		t.Fatal(err)
	}
	if err := d.Add(testItems()[2]); err != nil {
		t.Fatal(err)
	}
	if err := d.Close(RunInfo{}); err == nil {
		t.Fatal("no error")
	}
	if got := filesIn(t, dir); !slices.Equal(got, files) {
		t.Errorf("files %q, want %q", got, files)
	}
	for name, want := range before {
		if got := string(read(t, filepath.Join(dir, filepath.FromSlash(name)))); got != want {
			t.Errorf("%s is not as before", name)
		}
	}
}

func TestAKilledRunIsCleared(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "out")
	if _, err := Create(dir, testOptions); err != nil { // never closed
		t.Fatal(err)
	}
	put(t, dir+".partial", map[string]string{"left.csv": "over"})
	writeTo(t, dir, testOptions)
	if exists(filepath.Join(dir, "left.csv")) {
		t.Error("a killed run's file was taken over")
	}
}

func TestForeignNamesInRunJSONAreNotFollowed(t *testing.T) {
	root := t.TempDir()
	put(t, root, map[string]string{
		"precious.txt": "mine",
		"out/run.json": `{"program":"zhaibao","schema_version":"1","files":["../precious.txt","run.json"]}`,
	})
	writeTo(t, filepath.Join(root, "out"), testOptions)
	if !exists(filepath.Join(root, "precious.txt")) {
		t.Error("a file outside the folder was removed")
	}
}

func TestTextsStayInside(t *testing.T) {
	root := t.TempDir()
	o := testOptions
	o.Texts = true
	d, err := Create(filepath.Join(root, "a/b/out"), o)
	if err != nil {
		t.Fatal(err)
	}
	item := testItems()[2]
	item.File = "a.zip/../../../../evil.txt"
	if err := errors.Join(d.Add(item), d.Close(RunInfo{})); err != nil {
		t.Fatal(err)
	}
	if !exists(filepath.Join(root, "a/b/out/texts/evil.txt")) {
		t.Error("the text was written elsewhere")
	}
}

func TestNamesOfTexts(t *testing.T) {
	for _, tt := range []struct {
		files []string
		want  []string
	}{
		{[]string{"a.txt"}, []string{"a.txt"}},
		{[]string{"a.md", "b/a.txt"}, []string{"a.md.txt", "b/a.txt"}},
		{[]string{"a.md", "a.md.txt"}, []string{"a.md.txt", "a.md.txt.txt"}}, // neither is lost
		{[]string{"报告"}, []string{"报告.txt"}},
	} {
		o := testOptions
		o.Texts = true
		dir := filepath.Join(t.TempDir(), "out")
		d, err := Create(dir, o)
		if err != nil {
			t.Fatal(err)
		}
		for _, file := range tt.files {
			item := testItems()[0]
			item.File = file
			if err := d.Add(item); err != nil {
				t.Fatal(err)
			}
		}
		if err := d.Close(RunInfo{}); err != nil {
			t.Fatal(err)
		}
		if got := filesIn(t, filepath.Join(dir, textsDir)); !slices.Equal(got, tt.want) {
			t.Errorf("the texts of %q are %q, want %q", tt.files, got, tt.want)
		}
	}
}

// TestWideHasNoBlankColumn: the code of divisions stands in wide only where one is known.
func TestWideHasNoBlankColumn(t *testing.T) {
	for _, code := range []string{"", "110101"} {
		dir := filepath.Join(t.TempDir(), "out")
		d, err := Create(dir, testOptions)
		if err != nil {
			t.Fatal(err)
		}
		item := testItems()[0]
		item.RegionCode = code
		if err := errors.Join(d.Add(item), d.Close(RunInfo{})); err != nil {
			t.Fatal(err)
		}
		header, _ := readCSV(t, filepath.Join(dir, "wide.csv"))
		if got := slices.Contains(header, "region_code"); got != (code != "") {
			t.Errorf("with the code %q the columns are %q", code, header)
		}
	}
}
