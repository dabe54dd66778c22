package archive

import (
	"archive/zip"
	"errors"
	"io"
	"io/fs"
	"slices"
	"strings"
)

const (
	maxDirectory = 16 << 20 // bytes that are read to list an archive
	maxMembers   = 100_000
)

// documentParts are members that documents of office programs and e-books have,
// and no others: docx, xlsx and pptx; odt, ods and epub; ofd.
var documentParts = []string{"[content_types].xml", "mimetype", "ofd.xml"}

// Archive is what a zip file holds. Its members may be read concurrently.
type Archive struct {
	Members []Member // files, folders aside, in the order of the directory
	// Document says that the file is one document, which its own reader reads:
	// docx, xlsx, odt, epub, ofd.
	Document bool
}

// Member is a file in an archive.
type Member struct {
	Name   string // decoded, with slashes, below the archive, unlike any other's
	Size   int64  // unpacked, as the directory has it
	Packed int64  // as the directory has it
	Err    error  // why it cannot be read, nil where it perhaps can

	file *zip.File
}

// Is reports whether data begins as a zip file does.
func Is(data []byte) bool {
	for _, magic := range [...]string{"PK\x03\x04", "PK\x05\x06", "PK\x07\x08"} {
		if strings.HasPrefix(string(data[:min(4, len(data))]), magic) {
			return true
		}
	}
	return false
}

// List reads the directory of the archive in r, which has size bytes and stays
// in use by the members. It fails with ErrBroken, ErrEmpty or ErrMany, or with
// what r failed with.
func List(r io.ReaderAt, size int64) (*Archive, error) {
	in := &listing{r: r, left: maxDirectory}
	z, err := zip.NewReader(in, size)
	in.done = true
	switch {
	case in.err != nil:
		return nil, in.err
	case err != nil && !errors.Is(err, zip.ErrInsecurePath): // names are cleaned here
		return nil, ErrBroken
	case len(z.File) > maxMembers:
		return nil, ErrMany
	}
	a, packed := &Archive{}, uint64(0)
	for _, f := range z.File {
		a.Document = a.Document || slices.Contains(documentParts, strings.ToLower(f.Name))
		if f.CompressedSize64 > uint64(size)-packed {
			return nil, ErrBroken // members that overlap
		}
		packed += f.CompressedSize64
		if !f.FileInfo().IsDir() && !strings.HasSuffix(f.Name, "\\") {
			a.Members = append(a.Members, newMember(f))
		}
	}
	if len(a.Members) == 0 {
		return nil, ErrEmpty
	}
	distinguish(a.Members)
	return a, nil
}

func newMember(f *zip.File) Member {
	m := Member{Name: clean(decodedName(f)), Size: int64(min(f.UncompressedSize64, 1<<62)), Packed: int64(f.CompressedSize64), file: f}
	switch {
	case f.Flags&(1<<0|1<<13) != 0 || f.Method == 99:
		m.Err = ErrEncrypted
	case f.Mode()&fs.ModeSymlink != 0:
		m.Err = ErrLink
	case f.Method != zip.Store && f.Method != zip.Deflate:
		m.Err = ErrMethod
	}
	return m
}

// listing bounds what is read while an archive is listed.
type listing struct {
	r    io.ReaderAt
	left int
	done bool
	err  error // what ended the listing, beside the archive's form
}

// ReadAt implements io.ReaderAt.
func (l *listing) ReadAt(p []byte, at int64) (int, error) {
	if at < 0 {
		return 0, zip.ErrFormat // a member before the file's beginning
	}
	if l.done {
		return l.r.ReadAt(p, at)
	}
	if l.left -= len(p); l.left < 0 {
		l.err = ErrMany
		return 0, ErrMany
	}
	n, err := l.r.ReadAt(p, at)
	if err != nil && err != io.EOF {
		l.err = err
	}
	return n, err
}
