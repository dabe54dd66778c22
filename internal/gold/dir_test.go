package gold

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// writeFiles makes a folder of the files and their contents.
func writeFiles(t *testing.T, files map[string]string) string {
	t.Helper()
	dir := t.TempDir()
	for name, data := range files {
		file := filepath.Join(dir, name)
		if err := os.MkdirAll(filepath.Dir(file), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(file, []byte(data), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	return dir
}

const (
	jsonlHead = `{"doc": "x", "region": "甲县"}` + "\n"
	jsonlFact = `{"start": 0, "end": 2, "text": "1个", "metric": "other", "value": 1.0, "optional": true, "alt": ["change"]}` + "\n"
)

func TestReadDir(t *testing.T) {
	tests := []struct {
		name  string
		files map[string]string
		want  string // names, each with its region
	}{
		{"goes by folder, then name", map[string]string{"b/z.mark": "", "a.mark": "", "a.h.mark": "", "b-c.mark": "", "b.mark": ""}, "a: a.h: z: b-c: b:"},
		{"reads .gold.jsonl where there is no .mark", map[string]string{"x.gold.jsonl": jsonlHead, "y.mark": "#region=乙县\n"}, "x:甲县 y:乙县"},
		{"prefers the .mark beside it", map[string]string{"x.gold.jsonl": jsonlHead, "x.mark": "#region=乙县\n", "x.txt": ""}, "x:乙县"},
		{"lets the last of one name count", map[string]string{"1/x.mark": "#region=甲", "2/y.mark": "", "3/x.mark": "#region=丙"}, "x:丙 y:"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			var got []string
			for _, d := range mustReadDir(t, writeFiles(t, test.files), codes) {
				got = append(got, d.Name+":"+d.Meta["region"])
			}
			if s := strings.Join(got, " "); s != test.want {
				t.Errorf("got %s, want %s", s, test.want)
			}
		})
	}
}

func TestReadDirReadsFactsOfGoldJSONL(t *testing.T) {
	docs := mustReadDir(t, writeFiles(t, map[string]string{"x.gold.jsonl": jsonlHead + jsonlFact}), nil)
	f := docs[0].Facts[0]
	if !f.Optional || !slices.Equal(f.Alt, []string{"change"}) || f.Value != "1.0" || f.Text != "1个" {
		t.Errorf("got %+v", f)
	}
}

func TestReadDirComplains(t *testing.T) {
	tests := []struct {
		name  string
		files map[string]string
		want  []string
	}{
		{"of an empty folder", map[string]string{"a.txt": ""}, []string{"holds no NAME.mark"}},
		{"of all files at once", map[string]string{"a.mark": "⟦1个|x|value=1⟧", "d/b.mark": "\xff"},
			[]string{`a.mark: ⟦1个|x|value=1⟧: unknown metric "x"`, "d/b.mark: not UTF-8"}},
		{"of a broken row with its line", map[string]string{"x.gold.jsonl": jsonlHead + "\n{\n"}, []string{"x.gold.jsonl:3: "}},
		{"of an empty .gold.jsonl", map[string]string{"x.gold.jsonl": "\n"}, []string{"x.gold.jsonl: empty"}},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			_, err := ReadDir(writeFiles(t, test.files), codes)
			for _, want := range test.want {
				if err == nil || !strings.Contains(err.Error(), want) {
					t.Errorf("got %v, want %s", err, want)
				}
			}
		})
	}
	if _, err := ReadDir("testdata/nowhere", codes); err == nil || !strings.Contains(err.Error(), "testdata/nowhere") {
		t.Errorf("of a folder that is not there: %v", err)
	}
}
