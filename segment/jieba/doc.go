// Package jieba cuts text into words by github.com/yanyiwu/gojieba, the C++
// cppjieba, without its hidden Markov model. It needs cgo; without, New returns
// ErrNoCgo. Its dictionary files are named by the caller and checked before they
// are used, since gojieba ends the program where one is absent and looks for them
// in the module cache of the machine that built it.
package jieba

import "errors"

// ErrNoCgo is the error of New in a program that was built without cgo.
var ErrNoCgo = errors.New("jieba: this program was built without cgo: build it with CGO_ENABLED=1, or use segment/fast")

// Files names the five dictionary files of cppjieba.
type Files struct {
	Dict      string // jieba.dict.utf8: words, frequencies, parts of speech
	HMM       string // hmm_model.utf8; loaded, not used
	User      string // user.dict.utf8: words of the user's, one a line
	IDF       string // idf.utf8; loaded, not used
	StopWords string // stop_words.utf8; loaded, not used
}

// In names the files in a folder by their usual names, as the folder
// deps/cppjieba/dict of the module gojieba has them.
func In(dir string) Files { return in(dir) }
