package rtf

import (
	"bytes"
	"context"

	"github.com/zhaibao/zhaibao/corpus"
)

// Reader reads .rtf, and .doc that is RTF by its content.
var Reader = corpus.Reader{Format: "rtf", Endings: []string{".rtf"}, Is: is, Read: read}

var errDamaged = corpus.Problem("RTF 文档已损坏或不完整，请重新导出，或用 Word、WPS 打开后另存再试",
	"the RTF document is damaged or cut off; export it again, or open it in Word or WPS and save it anew")

const magic = `{\rtf`

// is reports whether data begins as RTF does.
func is(data []byte) bool { return bytes.HasPrefix(data[blanks(data):], []byte(magic)) }

// blanks is how many bytes may stand before the document: a byte order mark
// and white space.
func blanks(data []byte) int {
	const most = 64
	n := len(data) - len(bytes.TrimPrefix(data, []byte("\xef\xbb\xbf")))
	for n < len(data) && n < most && (data[n] == ' ' || data[n] == '\r' || data[n] == '\n' || data[n] == '\t') {
		n++
	}
	return n
}

func read(ctx context.Context, s corpus.Source) (corpus.Text, error) {
	if !is(s.Data) {
		return corpus.Text{}, errDamaged
	}
	p := newParser(ctx, s)
	if err := p.run(); err != nil {
		return corpus.Text{}, err
	}
	if err := p.finish(); err != nil {
		return corpus.Text{}, err
	}
	return p.out.Text(p.encoding())
}
