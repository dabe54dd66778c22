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
	for i := 0; i < len(text); {
		if !passes(text, i) {
			dst = append(dst, segment.Span{Start: i, End: i + 1})
			i++
			continue
		}
		limit, end := piece.End(text, i), i
		for end < limit && passes(text[:limit], end) {
			_, n := utf8.DecodeRuneInString(text[end:limit])
			end += n
		}
		if end == i { // no place to cut was found before a character's end
			_, n := utf8.DecodeRuneInString(text[i:])
			end = i + n
		}
		dst = s.appendPiece(dst, text[i:end], i)
		i = end
	}
	return dst
}

// passes reports whether cppjieba reads the character at i as it is.
func passes(text string, i int) bool {
	r, n := utf8.DecodeRuneInString(text[i:])
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
