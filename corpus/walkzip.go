package corpus

import (
	"cmp"
	"context"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"

	"github.com/zhaibao/zhaibao/corpus/archive"
)

// archive lists what the zip archive at path holds. It returns false where the
// file is none, but a document that is a zip inside, or something else.
func (w *walker) archive(path, name string, info fs.FileInfo) bool {
	a, err := w.openArchive(path, info)
	switch {
	case err != nil:
		w.add(File{Name: name, Path: path, Size: info.Size(), Err: pathError(name, "read", err)})
		return true
	case a == nil || a.Document:
		return false
	}
	w.members(a, path, name, "", info)
	return true
}

// inside lists what stands at a place inside the archive at path: a file, all
// of a folder, or what an archive in it holds. input is how it was named.
func (w *walker) inside(path, place, input string) {
	name := filepath.Base(path)
	info, err := os.Stat(path)
	if err != nil {
		w.fail(input, err)
		return
	}
	a, err := w.openArchive(path, info)
	switch {
	case err != nil:
		w.add(File{Name: name, Path: path, Size: info.Size(), Err: pathError(name, "read", err)})
	case a == nil || a.Document || !w.members(a, path, name, place, info):
		w.add(File{Name: name + "/" + place, Size: -1, Err: &Error{File: name + "/" + place, Op: "walk", Err: ErrNotPacked}})
	}
}

// openArchive lists the archive at path, nil where it is no zip file.
func (w *walker) openArchive(path string, info fs.FileInfo) (*archive.Archive, error) {
	file := &sharedFile{all: w.archives, path: path, info: info}
	var magic [4]byte
	if n, err := file.ReadAt(magic[:], 0); !archive.Is(magic[:n]) {
		if n == 0 && info.Size() > 0 {
			return nil, err
		}
		return nil, nil
	}
	return archive.List(file, info.Size())
}

// members adds the members of an archive, those at place where that is not
// empty, and reports whether there are any.
func (w *walker) members(a *archive.Archive, path, name, place string, info fs.FileInfo) bool {
	real, _ := realPath(path)
	files, skips := membersOf(a, func(member string) bool { return w.listed[endingOf(member)] || member == place })
	any := false
	for _, s := range skips {
		if at(place, s.Name) {
			w.skip(join(name, s.Name), s.Reason)
			any = true
		}
	}
	for _, m := range files {
		only, within := strings.CutPrefix(place, m.Name+"/")
		within = within && isZipName(m.Name)
		if !within && !at(place, m.Name) {
			continue
		}
		if !within {
			only = ""
		}
		any = true
		if full := name + "/" + m.Name; !w.again(real+"\x00"+m.Name+"\x00"+only, full) {
			w.add(File{Name: full, Path: path, Size: m.Size, member: m, only: only, time: info.ModTime().UnixNano(), whole: info.Size()})
		}
	}
	return any
}

// at reports whether a member stands at place, or below it.
func at(place, member string) bool {
	return place == "" || member == place || strings.HasPrefix(member, place+"/")
}

// membersOf are the files of an archive that are to be read, sorted as Walk
// sorts files, and what is passed over: the same as in folders.
func membersOf(a *archive.Archive, listed func(name string) bool) (files []*archive.Member, skips []Skip) {
	own, told := ownOutputs(a), map[string]bool{}
	for i := range a.Members {
		m := &a.Members[i]
		if at, reason := passedOver(m.Name, own); reason != "" {
			if !told[at] {
				told[at] = true
				skips = append(skips, Skip{at, reason})
			}
			continue
		}
		if !listed(m.Name) {
			skips = append(skips, Skip{m.Name, SkipUnsupported})
			continue
		}
		files = append(files, m)
	}
	slices.SortFunc(files, func(a, b *archive.Member) int { return cmp.Compare(order(a.Name), order(b.Name)) })
	return files, skips
}

// passedOver is the first part of a member's path that is passed over, as a
// folder or a file of that name is, and why; the reason is "" where nothing is.
func passedOver(name string, own map[string]bool) (at string, reason SkipReason) {
	if own["."] {
		return ".", SkipOwnOutput
	}
	for i := 0; i <= len(name); i++ {
		if i < len(name) && name[i] != '/' {
			continue
		}
		if at = name[:i]; own[at] {
			return at, SkipOwnOutput
		}
		if reason := skipByName(path.Base(at)); reason != "" {
			return at, reason
		}
	}
	return "", ""
}

// ownOutputs are the folders of an archive that earlier runs wrote.
func ownOutputs(a *archive.Archive) map[string]bool {
	own := map[string]bool{}
	for i := range a.Members {
		m := &a.Members[i]
		if path.Base(m.Name) != "run.json" {
			continue
		}
		if data, err := m.Read(context.Background(), archive.Free, DefaultLimits.Ratio); err == nil && isOwnRun(data) {
			own[path.Dir(m.Name)] = true
		}
	}
	return own
}

// join is a place inside an archive of that name.
func join(name, inside string) string {
	if inside == "." {
		return name
	}
	return name + "/" + inside
}

// InArchive reports whether path names a place inside an archive, as in
// a.zip/inner.docx: a leading part of it is a file.
func InArchive(path string) bool {
	_, _, ok := splitArchive(path)
	return ok
}

// splitArchive parts a path into that of a file and the place inside it.
func splitArchive(path string) (file, inside string, ok bool) {
	path = filepath.Clean(path)
	for file = filepath.Dir(path); ; file = filepath.Dir(file) {
		info, err := os.Stat(file)
		if err == nil {
			return file, filepath.ToSlash(strings.Trim(path[len(file):], `/\`)), info.Mode().IsRegular()
		}
		if up := filepath.Dir(file); up == file {
			return "", "", false
		}
	}
}
