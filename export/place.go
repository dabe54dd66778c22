package export

import (
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"syscall"
)

// place is an output folder and the folder beside it that is filled first.
type place struct {
	dir     string   // where the results go
	partial string   // dir.partial
	old     []string // files an earlier run of ours left in dir
}

// reserve checks dir and makes its partial folder; it changes nothing in dir.
func reserve(dir string) (*place, error) {
	dir, err := realFolder(dir)
	if err != nil {
		return nil, err
	}
	p := newPlace(dir)
	if err := p.recover(); err != nil {
		return nil, errWrite(p.dir, err)
	}
	if err := p.inspect(); err != nil {
		return nil, err
	}
	return p, p.makePartial()
}

func newPlace(dir string) *place { return &place{dir: dir, partial: dir + ".partial"} }

// realFolder is dir from the top of the file system, without links where it exists.
func realFolder(dir string) (string, error) {
	dir = filepath.Clean(dir)
	if real, err := filepath.EvalSymlinks(dir); err == nil {
		dir = real
	}
	return filepath.Abs(dir)
}

// inspect refuses a dir that is no folder or holds what is not ours.
func (p *place) inspect() error {
	entries, err := os.ReadDir(p.dir)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return nil
	case err != nil:
		return p.unreadable(err)
	}
	entries = slices.DeleteFunc(entries, func(e fs.DirEntry) bool { // of a run that was killed in tryWriting
		return strings.HasPrefix(e.Name(), probe) && e.Type().IsRegular() && os.Remove(filepath.Join(p.dir, e.Name())) == nil
	})
	m, ours := readManifest(p.dir)
	if len(entries) > 0 && !ours {
		return errNotOurs(p.dir)
	}
	for _, name := range m.Files {
		if filepath.IsLocal(filepath.FromSlash(name)) {
			p.old = append(p.old, name)
		}
	}
	return p.tryWriting()
}

// unreadable tells a file, a folder that may not be read and a path through a file apart.
func (p *place) unreadable(cause error) error {
	info, err := os.Stat(p.dir)
	switch {
	case err != nil:
		return errUnwritable(filepath.Dir(p.dir), p.dir, cause)
	case !info.IsDir():
		return errNoFolder(p.dir)
	}
	return errUnwritable(p.dir, p.dir, cause)
}

// probe begins the name of the file that tryWriting writes.
const probe = ".zhaibao-probe-"

// tryWriting finds out now, not after an hour, that nothing can be put into dir.
func (p *place) tryWriting() error {
	f, err := os.CreateTemp(p.dir, probe+"*")
	if err != nil {
		return errUnwritable(p.dir, p.dir, err)
	}
	return errors.Join(f.Close(), os.Remove(f.Name()))
}

func (p *place) makePartial() error {
	parent := filepath.Dir(p.dir)
	if err := os.MkdirAll(parent, 0o777); err != nil {
		return errUnwritable(parent, p.dir, err)
	}
	err := os.Mkdir(p.partial, 0o777)
	if errors.Is(err, fs.ErrExist) {
		if !p.ownPartial() {
			return errPartial(p.partial)
		}
		if err = os.RemoveAll(p.partial); err == nil { // a run that was killed left it
			err = os.Mkdir(p.partial, 0o777)
		}
	}
	if err != nil {
		return errUnwritable(parent, p.dir, err)
	}
	if err := (manifest{}).write(p.partial); err != nil { // marks the folder as ours
		os.RemoveAll(p.partial)
		return errUnwritable(parent, p.dir, err)
	}
	return nil
}

// check refuses to replace a file of dir that the old run did not write.
func (p *place) check(names []string) error {
	for _, name := range names {
		path := filepath.Join(p.dir, filepath.FromSlash(name))
		if _, err := os.Lstat(path); err == nil && name != runName && !slices.Contains(p.old, name) {
			return errConflict(path)
		}
	}
	return nil
}

// written lists the files of the partial folder, with slashes, sorted.
func (p *place) written() ([]string, error) {
	var names []string
	err := filepath.WalkDir(p.partial, func(path string, d fs.DirEntry, err error) error {
		if err == nil && !d.IsDir() {
			var name string
			name, err = filepath.Rel(p.partial, path)
			names = append(names, filepath.ToSlash(name))
		}
		return err
	})
	slices.Sort(names)
	return names, err
}

// install puts the finished files into their place. Where dir is new the
// folder is renamed; else they replace the old run's files one by one, run.json
// last, and where one cannot be replaced all old files come back.
func (p *place) install(names []string) error {
	if err := p.check(names); err != nil {
		return err
	}
	if _, err := os.Lstat(p.dir); errors.Is(err, fs.ErrNotExist) {
		return os.Rename(p.partial, p.dir)
	}
	todo := installation{New: names, Old: p.old}
	if err := todo.write(p.partial); err != nil {
		return err
	}
	order := runLast(names)
	for i, name := range order {
		if err := p.replace(name); err != nil {
			for _, done := range order[:i] {
				err = errors.Join(err, p.restore(done))
			}
			return errors.Join(err, os.Remove(filepath.Join(p.partial, installName)))
		}
	}
	return p.tidy(todo)
}

// replaced is the ending of an old file while the new ones are put into place.
const replaced = ".replaced"

func (p *place) path(name string) string { return filepath.Join(p.dir, filepath.FromSlash(name)) }

// replace moves the finished file to its place and the old one, if there is one, beside it.
func (p *place) replace(name string) error {
	from, to := filepath.Join(p.partial, filepath.FromSlash(name)), p.path(name)
	if err := os.MkdirAll(filepath.Dir(to), 0o777); err != nil {
		return err
	}
	if err := os.Rename(to, to+replaced); err != nil && !errors.Is(err, fs.ErrNotExist) {
		return err
	}
	err := os.Rename(from, to)
	if errors.Is(err, syscall.EXDEV) { // dir is a mount of its own
		err = copyFile(from, to)
	}
	if err != nil {
		err = errors.Join(err, p.restore(name))
	}
	return err
}

// restore undoes replace.
func (p *place) restore(name string) error {
	path := p.path(name)
	if err := os.Remove(path); err != nil && !errors.Is(err, fs.ErrNotExist) {
		return err
	}
	if err := os.Rename(path+replaced, path); err != nil && !errors.Is(err, fs.ErrNotExist) {
		return err
	}
	return nil
}

// copyFile copies beside the goal and renames, so that to is never half a file.
func copyFile(from, to string) error {
	in, err := os.Open(from)
	if err != nil {
		return err
	}
	defer in.Close()
	out, err := os.Create(to + ".partial")
	if err != nil {
		return err
	}
	_, err = io.Copy(out, in)
	if err = errors.Join(err, out.Close()); err != nil {
		os.Remove(out.Name())
		return err
	}
	return os.Rename(out.Name(), to)
}

// removeOld removes what the old run wrote and the new one did not, and the folders that this empties.
func (p *place) removeOld(names []string) {
	for _, name := range p.old {
		if _, kept := slices.BinarySearch(names, name); kept {
			continue
		}
		path := filepath.Join(p.dir, filepath.FromSlash(name))
		os.Remove(path)
		for folder := filepath.Dir(path); folder != p.dir && os.Remove(folder) == nil; {
			folder = filepath.Dir(folder)
		}
	}
}

// openBooks starts a book for every format, and one for codebook.csv, once the
// place may take the tables of those names.
func (p *place) openBooks(formats []Format, tables []string) (books []Book, err error) {
	names := CSV.files([]string{codebookName})
	for _, f := range formats {
		names = append(names, f.files(tables)...)
	}
	if err := p.check(names); err != nil {
		return nil, err
	}
	for _, f := range append(slices.Clip(formats), CSV) {
		b, err := f.Open(p.partial)
		if err != nil {
			return books, p.failed(err)
		}
		books = append(books, b)
	}
	return books, nil
}

// closeBooks ends every book in the way told; a second call does nothing.
func closeBooks(books *[]Book, end func(Book) error) error {
	var errs []error
	for _, b := range *books {
		errs = append(errs, end(b))
	}
	*books = nil
	return errors.Join(errs...)
}

// failed tells the user what an error of the file system means.
func (p *place) failed(err error) error {
	var e *Error
	if err == nil || errors.As(err, &e) {
		return err
	}
	return errWrite(p.dir, err)
}
