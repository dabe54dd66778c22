//go:build !cgo

package jieba

import "github.com/zhaibao/zhaibao/segment"

// Segmenter cuts text into words; without cgo there is none.
type Segmenter struct{}

// New returns ErrNoCgo, or what is wrong with the files.
func New(files Files) (*Segmenter, error) {
	if _, err := files.paths(); err != nil {
		return nil, err
	}
	return nil, ErrNoCgo
}

// AppendWords gives the text as one word; New makes no Segmenter to call it on.
func (s *Segmenter) AppendWords(dst []segment.Span, text string) []segment.Span {
	if text != "" {
		dst = append(dst, segment.Span{Start: 0, End: len(text)})
	}
	return dst
}
