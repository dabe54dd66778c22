package cli

import (
	"os"
	"strings"

	"github.com/zhaibao/zhaibao/extract/catalog"
	"github.com/zhaibao/zhaibao/metrics/terms"
	"github.com/zhaibao/zhaibao/segment"
	"github.com/zhaibao/zhaibao/segment/fast"
)

// segmenterName is how run.json calls the segmenter.
const segmenterName = "fast"

// catalogWords stands for the catalogue's vocabulary among the files of words.
const catalogWords = "catalog"

// segmenter is the built-in segmenter with the words of the field and of the
// user's files. Its dictionary is loaded here and nowhere before.
func (a *app) segmenter(files []string) (segment.Segmenter, error) {
	words, err := fast.ReadWords(strings.NewReader(terms.FieldWords), "words.txt")
	if err != nil {
		return nil, err
	}
	for _, file := range files {
		if file == catalogWords {
			for _, word := range catalog.Builtin().Vocabulary() {
				words = append(words, fast.Word{Text: word})
			}
			continue
		}
		own, err := a.readWords(file)
		if err != nil {
			return nil, err
		}
		words = append(words, own...)
	}
	s, err := fast.New(words...)
	if err != nil {
		return nil, a.usagef("--words 中有错：%v", "--words is wrong: %v", err)
	}
	return s, nil
}

// readWords reads a user's file of words.
func (a *app) readWords(file string) ([]fast.Word, error) {
	f, err := os.Open(file)
	if err != nil {
		return nil, a.usagef("读不了 --words 文件 %q：%v。没有写出任何结果", "the --words file %q cannot be read: %v. Nothing was written", file, err)
	}
	defer f.Close()
	words, err := fast.ReadWords(f, file)
	if err != nil {
		return nil, a.usagef("--words 文件有错：%v", "the --words file is wrong: %v", err)
	}
	return words, nil
}
