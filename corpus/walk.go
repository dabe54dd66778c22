package corpus

import (
	"cmp"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/zhaibao/zhaibao/corpus/archive"
)

// StdinName is the name of the file that standard input ("-") is read as.
const StdinName = "stdin.txt"

// File is a file to read.
type File struct {
	Name string // relative to its argument, with slashes, a.zip/inner.txt in an archive; what Meta.File says
	Path string // how to open it, or the archive that holds it; "-" is standard input
	Size int64  // in bytes, as the archive says of what it holds, -1 where unknown
	Err  error  // why it cannot be read, where that is known already

	time   int64           // of the last change of what is at Path, Unix nanoseconds
	whole  int64           // bytes of the archive that holds it
	root   string          // the folder that Name is relative to
	from   string          // the folder that Path is relative to
	member *archive.Member // nil outside archives
	only   string          // of an archive in an archive: the path inside it that is asked for, "" for all
}

// order is what a file is sorted by. What an archive in an archive holds stands
// where it would if the archive were a folder.
func (f *File) order() string {
	if f.member != nil {
		return order(f.Name)
	}
	return f.Name
}

func order(name string) string {
	if isZipName(name) {
		return name + "/"
	}
	return name
}

// SkipReason says why a path is not read.
type SkipReason string

// The reasons to skip a path.
const (
	SkipGold        SkipReason = "gold"        // .mark and .gold.jsonl
	SkipOwnOutput   SkipReason = "own output"  // a folder that an earlier run wrote
	SkipTemporary   SkipReason = "temporary"   // ~$… and __MACOSX
	SkipHidden      SkipReason = "hidden"      // .DS_Store, .git and their like
	SkipUnsupported SkipReason = "unsupported" // an ending that is not read yet
	SkipRepeated    SkipReason = "repeated"    // reached before by another path
)

// Skip is a path that was passed over; Name is relative to its argument.
type Skip struct {
	Name   string
	Reason SkipReason
}

// Listing is what Walk found, Files sorted bytewise by name, then by the
// order of the arguments; Skips likewise by name.
type Listing struct {
	Files []File
	Skips []Skip
}

// Walk lists the files that inputs name: files, folders with all that is in
// them, glob patterns, a.zip/inner.docx for what an archive holds, and "-" for
// standard input. Of a folder it lists what ends as text (.txt, .md), archives
// (.zip) and the files of readers do; a file that is named is always listed. It
// follows symbolic links, looks into zip archives as into folders and reads
// nothing twice. Where arguments hold files of the same name, the names of both
// start with as many folders as tell them apart. A path that cannot be read is a
// File with Err.
func Walk(inputs []string, readers ...Reader) Listing {
	archives := &handles{}
	defer archives.close()
	return walk(inputs, readers, archives)
}

func walk(inputs []string, readers []Reader, archives *handles) Listing {
	w := walker{from: absolute("."), seen: map[string]bool{}, listed: listed(readers), archives: archives}
	for _, input := range inputs {
		w.argument(input)
	}
	distinguish(w.Files)
	slices.SortStableFunc(w.Files, func(a, b File) int { return strings.Compare(a.order(), b.order()) })
	sortSkips(w.Skips)
	return w.Listing
}

func sortSkips(skips []Skip) {
	slices.SortStableFunc(skips, func(a, b Skip) int { return strings.Compare(a.Name, b.Name) })
}

// distinguish puts folders of their roots before the names of files until no
// name stands twice. All files of a root get the same folders.
func distinguish(files []File) {
	if !slices.ContainsFunc(files, func(f File) bool { return f.root != files[0].root }) {
		return // one folder has no name twice
	}
	depth := map[string]int{} // by root, folders put before its names
	for {
		byName := map[string]string{} // the root that has the name
		deepen := map[string]bool{}
		for _, f := range files {
			name := f.nameWith(depth[f.root])
			if other, taken := byName[name]; taken && other != f.root {
				deepen[f.root], deepen[other] = true, true
			}
			byName[name] = f.root
		}
		longer := false
		for root := range deepen {
			if n := depth[root]; lastFolders(root, n) != lastFolders(root, n+1) {
				depth[root]++
				longer = true
			}
		}
		if !longer {
			break
		}
	}
	for i := range files {
		files[i].Name = files[i].nameWith(depth[files[i].root])
	}
}

// nameWith is f's name with the last n folders of its root before it.
func (f *File) nameWith(n int) string { return lastFolders(f.root, n) + f.Name }

// lastFolders is the last n folders of path, each with a slash after it.
func lastFolders(path string, n int) string {
	folders := strings.FieldsFunc(filepath.ToSlash(path), func(r rune) bool { return r == '/' })
	folders = folders[max(0, len(folders)-n):]
	if n == 0 || len(folders) == 0 {
		return ""
	}
	return strings.Join(folders, "/") + "/"
}

type walker struct {
	Listing
	root     string          // of the argument at hand
	from     string          // the folder that the program works in
	seen     map[string]bool // real paths
	listed   map[string]bool // endings
	archives *handles
}

func (w *walker) argument(input string) {
	w.root = ""
	if input == "-" {
		if w.seen["-"] {
			w.skip(StdinName, SkipRepeated)
			return
		}
		w.seen["-"] = true
		w.add(File{Name: StdinName, Path: "-", Size: -1})
		return
	}
	info, err := os.Stat(input)
	switch {
	case err == nil && info.IsDir():
		w.root = absolute(input)
		w.folder(input, "")
	case err == nil:
		w.root = absolute(filepath.Dir(input))
		w.file(input, filepath.Base(input), info, true) // named, so it is meant to be read
	default:
		if path, inside, ok := splitArchive(input); ok {
			w.root = absolute(filepath.Dir(path))
			w.inside(path, inside, input)
			return
		}
		w.glob(input, err)
	}
}

// glob reads input as a pattern; names are relative to its part without wildcards.
func (w *walker) glob(input string, statErr error) {
	matches, err := filepath.Glob(input)
	if err != nil || len(matches) == 0 {
		w.fail(input, statErr)
		return
	}
	base := input
	for strings.ContainsAny(base, `*?[`) {
		base = filepath.Dir(base)
	}
	w.root = absolute(base)
	for _, m := range matches {
		rel, err := filepath.Rel(base, m)
		if err != nil {
			rel = m
		}
		w.entry(m, filepath.ToSlash(rel))
	}
}

// folder walks dir; name is its name relative to the argument.
func (w *walker) folder(dir, name string) {
	real, known := realPath(dir)
	if known && w.again(real, name) {
		return
	}
	if isOwnOutput(dir) {
		w.skip(name, SkipOwnOutput)
		return
	}
	entries, err := os.ReadDir(dir)
	if err != nil {
		w.fail(cmp.Or(name, dir), err)
		return
	}
	for _, e := range entries {
		child := e.Name()
		if name != "" {
			child = name + "/" + child
		}
		path := filepath.Join(dir, e.Name())
		if known && e.Type().IsRegular() {
			w.regular(e, path, child, filepath.Join(real, e.Name()))
			continue
		}
		w.entry(path, child)
	}
}

// regular takes a file that is no link, whose real path is known, with one look at it.
func (w *walker) regular(e fs.DirEntry, path, name, real string) {
	if reason := skipByName(e.Name()); reason != "" {
		w.skip(name, reason)
		return
	}
	info, err := e.Info()
	if err != nil {
		w.fail(name, err)
		return
	}
	w.at(path, name, real, info, false)
}

func (w *walker) entry(path, name string) {
	if reason := skipByName(filepath.Base(path)); reason != "" {
		w.skip(name, reason)
		return
	}
	info, err := os.Stat(path)
	switch {
	case err != nil:
		w.fail(name, err)
	case info.IsDir():
		w.folder(path, name)
	default:
		w.file(path, name, info, false)
	}
}

func (w *walker) file(path, name string, info fs.FileInfo, named bool) {
	real, ok := realPath(path)
	if !ok {
		real = "" // opening it will say why
	}
	w.at(path, name, real, info, named)
}

// at takes a file; real is its path without links, "" where that is unknown.
func (w *walker) at(path, name, real string, info fs.FileInfo, named bool) {
	reason := skipByName(filepath.Base(path))
	if reason == "" && !named && !w.listed[endingOf(name)] {
		reason = SkipUnsupported
	}
	switch {
	case reason != "":
		w.skip(name, reason)
	case real != "" && w.again(real, name):
	case !isZipName(name) || !w.archive(path, name, info):
		w.add(File{Name: name, Path: path, Size: info.Size(), time: info.ModTime().UnixNano()})
	}
}

// again reports whether key, a real path and perhaps a place in an archive there, came before.
func (w *walker) again(key, name string) bool {
	if w.seen[key] {
		w.skip(name, SkipRepeated)
		return true
	}
	w.seen[key] = true
	return false
}

// realPath is path from the top of the file system without links.
func realPath(path string) (string, bool) {
	real, err := filepath.EvalSymlinks(path)
	if err == nil {
		real, err = filepath.Abs(real)
	}
	return real, err == nil
}

func (w *walker) add(f File) {
	f.root, f.from = w.root, w.from
	w.Files = append(w.Files, f)
}

func (w *walker) skip(name string, r SkipReason) {
	w.Skips = append(w.Skips, Skip{cmp.Or(name, "."), r})
}

func (w *walker) fail(name string, err error) {
	name = filepath.ToSlash(name)
	w.add(File{Name: name, Size: -1, Err: pathError(name, "walk", err)})
}

// absolute is path from the top of the file system, path itself where that is unknown.
func absolute(path string) string {
	if abs, err := filepath.Abs(path); err == nil {
		return abs
	}
	return path
}
