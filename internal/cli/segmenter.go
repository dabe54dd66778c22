package cli

import (
	"os"
	"strings"

	"github.com/zhaibao/zhaibao/metrics/terms"
	"github.com/zhaibao/zhaibao/segment"
	"github.com/zhaibao/zhaibao/segment/fast"
)

// segmenterName is how run.json calls the segmenter.
const segmenterName = "fast"

// segmenter is the built-in segmenter with the words of the field and of a
// user's file, "" for none. Its dictionary is loaded here and nowhere before.
func (a *app) segmenter(file string) (segment.Segmenter, error) {
	words, err := fast.ReadWords(strings.NewReader(terms.FieldWords), "words.txt")
	if err != nil {
		return nil, err
	}
	if file != "" {
		f, err := os.Open(file)
		if err != nil {
			return nil, a.usagef("读不了 --words 文件 %q：%v。没有写出任何结果", "the --words file %q cannot be read: %v. Nothing was written", file, err)
		}
		defer f.Close()
		own, err := fast.ReadWords(f, file)
		if err != nil {
			return nil, a.usagef("--words 文件有错：%v", "the --words file is wrong: %v", err)
		}
		words = append(words, own...)
	}
	s, err := fast.New(words...)
	if err != nil {
		return nil, a.usagef("--words 文件 %q 有错：%v", "the --words file %q is wrong: %v", file, err)
	}
	return s, nil
}
