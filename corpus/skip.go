package corpus

import (
	"encoding/json"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"
)

// Endings are the endings of the files that are read: of text, of archives and of the readers' files.
func Endings(readers []Reader) []string {
	endings := []string{".txt", ".md", ".zip"}
	for _, r := range readers {
		for _, e := range r.Endings {
			if r.Format != "" && !slices.Contains(endings, e) {
				endings = append(endings, e)
			}
		}
	}
	return endings
}

// listed are the endings of the files that Walk lists, those that a Reader refuses among them.
func listed(readers []Reader) map[string]bool {
	set := map[string]bool{}
	for _, e := range Endings(readers) {
		set[e] = true
	}
	for _, r := range readers {
		for _, e := range r.Endings {
			set[e] = true
		}
	}
	return set
}

// endingOf is a name's ending, lower-case with its dot.
func endingOf(name string) string { return strings.ToLower(path.Ext(name)) }

func isZipName(name string) bool { return endingOf(name) == ".zip" }

// Format is the format of plain text that a file's name says it has, "" for any other name.
func Format(name string) string {
	switch endingOf(name) {
	case ".txt":
		return "txt"
	case ".md":
		return "md"
	}
	return ""
}

// skipByName says why a path of this base name is passed over, "" where it is not.
func skipByName(base string) SkipReason {
	lower := strings.ToLower(base)
	switch {
	case strings.HasPrefix(base, "~$"), base == "__MACOSX":
		return SkipTemporary
	case strings.HasPrefix(base, "."):
		return SkipHidden
	case strings.HasSuffix(lower, ".mark"), strings.HasSuffix(lower, ".gold.jsonl"):
		return SkipGold
	case base == "extract-out", base == "extract-out.partial":
		return SkipOwnOutput
	}
	return ""
}

// isOwnOutput reports whether an earlier run wrote dir: its run.json names the
// program and the schema.
func isOwnOutput(dir string) bool {
	data, err := os.ReadFile(filepath.Join(dir, "run.json"))
	return err == nil && isOwnRun(data)
}

func isOwnRun(data []byte) bool {
	var run struct {
		Program string `json:"program"`
		Schema  string `json:"schema_version"`
	}
	return json.Unmarshal(data, &run) == nil && run.Program == "zhaibao" && run.Schema != ""
}
