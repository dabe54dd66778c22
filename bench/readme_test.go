package bench

import (
	"os"
	"path/filepath"
	"slices"
	"testing"
)

// TestReadmeShowsTheLastRecord: README.md has the table of the newest page in
// record/, which go run ./run puts there.
func TestReadmeShowsTheLastRecord(t *testing.T) {
	records, _ := filepath.Glob("record/*.md")
	if len(records) == 0 {
		t.Fatal("no record; go run ./run writes one")
	}
	record := read(t, slices.Max(records))
	readme := read(t, "../README.md")
	want, err := Show(readme, record)
	if err != nil {
		t.Fatal(err)
	}
	if readme != want {
		t.Errorf("README.md does not show %s; go run ./run writes both", slices.Max(records))
	}
}

func TestShow(t *testing.T) {
	record := "题\n" + shownFrom + "新\n" + shownTo + "\n完"
	got, err := Show("甲\n"+shownFrom+"旧\n"+shownTo+"\n乙", record)
	if want := "甲\n" + shownFrom + "新\n" + shownTo + "\n乙"; err != nil || got != want {
		t.Errorf("%q, %v", got, err)
	}
	for _, readme := range []string{"甲", shownFrom} {
		if _, err := Show(readme, record); err == nil {
			t.Errorf("%q has no place, and no error", readme)
		}
	}
	if _, err := Show(record, "无"); err == nil {
		t.Error("a record without a table, and no error")
	}
}

func read(t *testing.T, name string) string {
	t.Helper()
	data, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}
