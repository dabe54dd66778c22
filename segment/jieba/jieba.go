//go:build cgo

package jieba

import (
	"unicode/utf8"

	"github.com/yanyiwu/gojieba"

	"github.com/zhaibao/zhaibao/segment"
	"github.com/zhaibao/zhaibao/segment/internal/piece"
)

// Segmenter cuts text into words. It is safe for concurrent use.
type Segmenter struct{ j *gojieba.Jieba }

var _ segment.Segmenter = (*Segmenter)(nil)

// New loads the dictionary files, which takes about half a second. The error
// names the file that cannot be read.
func New(files Files) (*Segmenter, error) {
	paths, err := files.paths()
	if err != nil {
		return nil, err
	}
	return &Segmenter{gojieba.NewJieba(paths...)}, nil
}

// AppendWords appends the words of text to dst; see segment.Segmenter. cppjieba
// sees valid UTF-8 without NUL only; what is neither is a word a byte.
func (s *Segmenter) AppendWords(dst []segment.Span, text string) []segment.Span {
	for i, limit := 0, 0; i < len(text); {
		if i >= limit {
			limit = piece.End(text, i)
		}
		end := i
		for end < limit && passes(text[end:]) {
			_, n := utf8.DecodeRuneInString(text[end:])
			end += n
		}
		if end > i {
			dst = s.appendPiece(dst, text[i:end], i)
		} else {
			end = i + 1
			dst = append(dst, segment.Span{Start: i, End: end})
		}
		i = end
	}
	return dst
}

// passes reports whether cppjieba reads the first character as it is.
func passes(text string) bool {
	r, n := utf8.DecodeRuneInString(text)
	return r != 0 && (r != utf8.RuneError || n > 1)
}

// appendPiece appends the words of a piece that stands at offset at.
func (s *Segmenter) appendPiece(dst []segment.Span, text string, at int) []segment.Span {
	done := 0
	for _, w := range s.j.Tokenize(text, gojieba.DefaultMode, false) {
		if w.End > done && w.End <= len(text) {
			dst = append(dst, segment.Span{Start: at + done, End: at + w.End})
			done = w.End
		}
	}
	if done < len(text) {
		dst = append(dst, segment.Span{Start: at + done, End: at + len(text)})
	}
	return dst
}
