// Package refuse knows the files that may lie among reports and that zhaibao
// does not read. Each kind is told by its content, whatever its name's ending,
// and refused with what it is and what to do, instead of a remark on text.
//
//  1. Kinds lists them, the first that fits decides (kinds.go).
//  2. A container, a zip or an OLE file, is judged by the names in it
//     (container.go): without that a presentation looks like a document.
//  3. Reader makes one corpus.Reader of them all, whose Read only fails. It goes
//     behind the readers that read: what they take is theirs.
package refuse

import (
	"context"
	"errors"

	"github.com/zhaibao/zhaibao/corpus"
)

// Reader refuses the files of all Kinds.
var Reader = corpus.Reader{Endings: endings, Is: Is, Read: read}

// endings are those of documents. Pictures and programs beside reports are
// passed over like any other file.
var endings = []string{".ofd", ".caj", ".kdh", ".ppt", ".pptx", ".xls", ".et", ".odt", ".ods", ".rar", ".7z"}

// Kind is a format that is not read.
type Kind struct {
	Name    string   // ofd, png; for logs and tests
	Endings []string // of file names, lower-case with the dot
	Err     error    // what it is and what to do, from corpus.Problem
	is      func(data []byte) bool
}

// Find returns the kind of data, a whole file, and whether there is one. It
// takes a time that does not grow with the file, but for the list of a zip's names.
func Find(data []byte) (Kind, bool) {
	for _, k := range Kinds {
		if k.is(data) {
			return k, true
		}
	}
	return Kind{}, false
}

// Is reports whether data is of one of Kinds.
func Is(data []byte) bool {
	_, ok := Find(data)
	return ok
}

func read(ctx context.Context, s corpus.Source) (corpus.Text, error) {
	if ctx.Err() != nil {
		return corpus.Text{}, ctx.Err()
	}
	k, ok := Find(s.Data)
	if !ok {
		return corpus.Text{}, errUnknown
	}
	return corpus.Text{}, k.Err
}

// IsRefused reports whether err is that of a kind that is not read.
func IsRefused(err error) bool {
	for _, k := range Kinds {
		if errors.Is(err, k.Err) {
			return true
		}
	}
	return false
}

var errUnknown = corpus.Problem("不认识这种文件，请另存为 .docx 或 UTF-8 的 .txt 再试", "a file of an unknown kind; save it as .docx or as .txt in UTF-8")
