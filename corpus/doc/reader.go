package doc

import (
	"bytes"
	"context"
	"time"

	"github.com/zhaibao/zhaibao/corpus"
)

// Reader reads .doc and .wps without any other program.
var Reader = New(Options{})

// Options say whether LibreOffice may help. The zero value: it may not.
type Options struct {
	// Soffice is the path of LibreOffice's program soffice, "" for none. It reads
	// what this package loses (see above), and Word 95. Where it fails, the
	// file is read without it.
	Soffice string
	// Timeout is how long it may take for a file; 60 s.
	Timeout time.Duration
	// Docx reads what it makes; without it Soffice is not used.
	Docx corpus.Reader
}

// New is a reader of .doc and .wps as o says.
func New(o Options) corpus.Reader {
	if o.Timeout <= 0 {
		o.Timeout = time.Minute
	}
	return corpus.Reader{Format: "doc", Endings: []string{".doc", ".wps"}, Is: is, Read: o.read}
}

// is reports whether data is a compound file: what is in it is only known when
// it is read, and one that holds no document is refused by its name.
func is(data []byte) bool { return bytes.HasPrefix(data, []byte(magic)) }

func (o Options) read(ctx context.Context, s corpus.Source) (corpus.Text, error) {
	c, err := openContainer(s.Data)
	if err != nil {
		return corpus.Text{}, err
	}
	if err := c.check(); err != nil {
		return corpus.Text{}, err
	}
	if o.Soffice != "" && o.Docx.Read != nil && !c.isEncrypted() {
		if t, err := o.convert(ctx, s); err == nil || ctx.Err() != nil {
			return t, err
		}
	}
	return readDocument(ctx, s, c)
}

// isEncrypted reports whether the document's FIB says so.
func (c *container) isEncrypted() bool {
	word, err := c.stream("WordDocument")
	if err != nil {
		return false
	}
	_, err = readFIB(word)
	return err == errEncrypted
}
