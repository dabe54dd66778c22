package gold

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"os"
	"path"
	"slices"
	"strings"
)

const (
	markEnding = ".mark"
	goldEnding = ".gold.jsonl"
)

// ReadDir reads the annotated reports of a folder and its subfolders: every
// NAME.mark, and NAME.gold.jsonl where no NAME.mark stands beside it, in the
// order of their paths. Of several with one name the last counts, in the place
// of the first. The error joins all problems of all files; the documents are
// returned with it as far as they could be understood.
func ReadDir(dir string, codes []string) ([]*Document, error) {
	if _, err := os.Stat(dir); err != nil {
		return nil, err
	}
	root := os.DirFS(dir)
	files, err := goldFiles(root)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", dir, err)
	}
	if len(files) == 0 {
		return nil, fmt.Errorf("%s: holds no NAME.mark and no NAME.gold.jsonl", dir)
	}
	var docs []*Document
	var problems []error
	for _, file := range files {
		d, err := readGold(root, file, codes)
		problems = append(problems, err)
		if d == nil {
			continue
		}
		if i := slices.IndexFunc(docs, func(o *Document) bool { return o.Name == d.Name }); i >= 0 {
			docs[i] = d
		} else {
			docs = append(docs, d)
		}
	}
	return docs, errors.Join(problems...)
}

// goldFiles lists the files to be read, sorted by folder and name.
func goldFiles(root fs.FS) ([]string, error) {
	found := map[string]string{} // path without ending → ending
	err := fs.WalkDir(root, ".", func(file string, e fs.DirEntry, err error) error {
		if err != nil || e.IsDir() {
			return err
		}
		if name, ok := strings.CutSuffix(file, markEnding); ok {
			found[name] = markEnding
		} else if name, ok := strings.CutSuffix(file, goldEnding); ok && found[name] == "" {
			found[name] = goldEnding
		}
		return nil
	})
	names := slices.Collect(maps.Keys(found))
	slices.SortFunc(names, func(a, b string) int {
		return slices.Compare(strings.Split(a+goldEnding, "/"), strings.Split(b+goldEnding, "/"))
	})
	for i, name := range names {
		names[i] = name + found[name]
	}
	return names, err
}

func readGold(root fs.FS, file string, codes []string) (*Document, error) {
	data, err := fs.ReadFile(root, file)
	if err != nil {
		return nil, err
	}
	if strings.HasSuffix(file, markEnding) {
		return ParseMark(file, data, codes)
	}
	return readGoldJSONL(file, data)
}

// readGoldJSONL reads a report's header row and, after it, its facts.
func readGoldJSONL(file string, data []byte) (*Document, error) {
	d := &Document{Name: strings.TrimSuffix(path.Base(file), goldEnding)}
	err := eachRow(file, bytes.NewReader(data), func(raw *json.RawMessage) error {
		if d.Meta == nil {
			return json.Unmarshal(*raw, &d.Meta)
		}
		var row factRow
		if err := json.Unmarshal(*raw, &row); err != nil {
			return err
		}
		f, err := row.fact()
		d.Facts = append(d.Facts, Marked{f, bool(row.Optional), row.Alt})
		return err
	})
	if err == nil && d.Meta == nil {
		err = fmt.Errorf("%s: empty: make it anew from its NAME.mark", file)
	}
	return d, err
}
