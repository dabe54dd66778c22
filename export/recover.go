package export

import (
	"encoding/json"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
)

// installation is what a run that puts its files into place has to do, written
// into the partial folder before it begins. A run that is killed meanwhile leaves
// it there, and the next one does the rest.
type installation struct {
	New []string `json:"new"` // with slashes
	Old []string `json:"old"` // of the run before
}

const installName = ".install.json"

func (i installation) write(folder string) error {
	data, err := json.Marshal(i)
	if err != nil {
		return err
	}
	return writeWhole(filepath.Join(folder, installName), data)
}

// writeWhole writes a file that a killed process leaves whole or not at all.
func writeWhole(path string, data []byte) error {
	if err := os.WriteFile(path+".new", data, 0o666); err != nil {
		return errors.Join(err, os.Remove(path+".new"))
	}
	return os.Rename(path+".new", path)
}

// recover puts the rest of the files into place where a run was killed while it did so.
func (p *place) recover() error {
	data, err := os.ReadFile(filepath.Join(p.partial, installName))
	if err != nil {
		return nil // no run was
	}
	var todo installation
	if err := json.Unmarshal(data, &todo); err != nil {
		return nil
	}
	for _, name := range runLast(todo.New) {
		if !filepath.IsLocal(filepath.FromSlash(name)) {
			return nil // not of ours
		}
	}
	for _, name := range runLast(todo.New) {
		if _, err := os.Lstat(filepath.Join(p.partial, filepath.FromSlash(name))); errors.Is(err, fs.ErrNotExist) {
			continue // it is there already
		}
		if err := p.replace(name); err != nil {
			return err
		}
	}
	p.old = slices.DeleteFunc(todo.Old, func(name string) bool { return !filepath.IsLocal(filepath.FromSlash(name)) })
	err = p.tidy(todo)
	p.old = nil
	return err
}

// runLast is the order in which files are put into place.
func runLast(names []string) []string {
	return append(slices.DeleteFunc(slices.Clone(names), func(name string) bool { return name == runName }), runName)
}

// tidy removes what the run before left, and the partial folder with what is to do last.
func (p *place) tidy(todo installation) error {
	for _, name := range todo.New {
		os.Remove(p.path(name) + replaced)
	}
	p.removeOld(todo.New)
	entries, err := os.ReadDir(p.partial)
	for _, e := range entries {
		if e.Name() != installName {
			err = errors.Join(err, os.RemoveAll(filepath.Join(p.partial, e.Name())))
		}
	}
	return errors.Join(err, os.RemoveAll(p.partial))
}

// ownPartial reports whether the partial folder is ours: it has our run.json, or
// no file at all but those that mark it, since a run was killed as it made or
// removed it.
func (p *place) ownPartial() bool {
	if _, ours := readManifest(p.partial); ours {
		return true
	}
	return filepath.WalkDir(p.partial, func(_ string, d fs.DirEntry, err error) error {
		if err == nil && !d.IsDir() && !slices.Contains([]string{runName + ".new", installName, installName + ".new"}, d.Name()) {
			err = fs.ErrExist
		}
		return err
	}) == nil
}
