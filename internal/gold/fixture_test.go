package gold

import (
	"bytes"
	"flag"
	"os"
	"path/filepath"
	"testing"
)

var update = flag.Bool("update", false, "rewrite the golden files")

// codes are the metrics that the reports of testdata use.
var codes = []string{
	"facility_visits", "book_loans", "exhibition_lectures", "activity_sessions", "participants",
	"facility_area", "funds_invested", "funds_disbursed", "completion_rate", "completion_status",
	"infrastructure", "facilities", "projects", "change", "other",
}

func mustReadDir(t *testing.T, dir string, codes []string) []*Document {
	t.Helper()
	docs, err := ReadDir(dir, codes)
	if err != nil {
		t.Fatal(err)
	}
	return docs
}

func mustReadFacts(t *testing.T, file string) []Prediction {
	t.Helper()
	facts, err := ReadFacts(file, open(t, file))
	if err != nil {
		t.Fatal(err)
	}
	return facts
}

func mustReadDocuments(t *testing.T, file string) []DocPrediction {
	t.Helper()
	docs, err := ReadDocuments(file, open(t, file))
	if err != nil {
		t.Fatal(err)
	}
	return docs
}

func open(t *testing.T, file string) *os.File {
	t.Helper()
	f, err := os.Open(file)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { f.Close() })
	return f
}

// compareGolden compares got with a file of testdata, or writes it under -update.
func compareGolden(t *testing.T, name string, got []byte) {
	t.Helper()
	file := filepath.Join("testdata", name)
	if *update {
		if err := os.WriteFile(file, got, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(got, want) {
		t.Errorf("%s differs (go test -update rewrites it); got:\n%s", file, got)
	}
}
