package bench

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"github.com/zhaibao/zhaibao/segment"
)

// WordScore counts words as the scorer of the SIGHAN bakeoffs does (Sproat and
// Emerson 2003): a word is right where the gold text has one of the same span.
type WordScore struct{ Gold, Got, Right int }

// Precision is the share of the segmenter's words that are right.
func (s WordScore) Precision() float64 { return share(s.Right, s.Got) }

// Recall is the share of the gold words that were found.
func (s WordScore) Recall() float64 { return share(s.Right, s.Gold) }

// F1 is 2PR/(P+R), the balanced F of the bakeoffs' reports.
func (s WordScore) F1() float64 { return share(2*s.Right, s.Gold+s.Got) }

func share(n, of int) float64 {
	if of == 0 {
		return 0
	}
	return float64(n) / float64(of)
}

// add scores the words got of a line against the gold ones; both cover it.
func (s *WordScore) add(gold, got []segment.Span) {
	s.Gold, s.Got = s.Gold+len(gold), s.Got+len(got)
	for len(gold) > 0 && len(got) > 0 {
		a, b := gold[0], got[0]
		if a == b {
			s.Right++
		}
		if a.End <= b.End {
			gold = gold[1:]
		}
		if b.End <= a.End {
			got = got[1:]
		}
	}
}

// goldLine is a line of a gold file, whose words stand between blanks, as text
// without blanks and the spans of its words.
func goldLine(line string) (text string, words []segment.Span) {
	for _, word := range strings.Fields(line) {
		words = append(words, segment.Span{Start: len(text), End: len(text) + len(word)})
		text += word
	}
	return text, words
}

// TestSet is a test set: lines of text and their gold words.
type TestSet struct {
	Name  string
	Lines []string
	Words [][]segment.Span
}

// ReadTestSet reads the set NAME (pku, msr) of SIGHAN 2005 from the folder
// icwb2-data, or one that holds it: testing/NAME_test.utf8 and
// gold/NAME_test_gold.utf8, which must be of the same text line by line.
func ReadTestSet(dir, name string) (*TestSet, error) {
	if inner := filepath.Join(dir, "icwb2-data"); isDir(inner) {
		dir = inner
	}
	read := func(path ...string) (string, []string, error) {
		file := filepath.Join(append([]string{dir}, path...)...)
		b, err := os.ReadFile(file)
		text := strings.TrimPrefix(strings.TrimRight(string(b), "\r\n"), "\ufeff")
		return file, strings.Split(text, "\n"), err
	}
	testFile, test, err := read("testing", name+"_test.utf8")
	if err != nil {
		return nil, err
	}
	goldFile, gold, err := read("gold", name+"_test_gold.utf8")
	if err != nil {
		return nil, err
	}
	if len(test) != len(gold) {
		return nil, fmt.Errorf("%s has %d lines, %s %d: they are not of one test set", testFile, len(test), goldFile, len(gold))
	}
	set := &TestSet{Name: name}
	for i := range gold {
		text, words := goldLine(gold[i])
		if strings.Join(strings.Fields(test[i]), "") != text {
			return nil, fmt.Errorf("%s:%d: the text is not that of %s", goldFile, i+1, testFile)
		}
		set.Lines, set.Words = append(set.Lines, text), append(set.Words, words)
	}
	return set, nil
}

func isDir(path string) bool {
	info, err := os.Stat(path)
	return err == nil && info.IsDir()
}

// Score is how a segmenter does on the set.
func (set *TestSet) Score(s segment.Segmenter) (score WordScore) {
	for i, text := range set.Lines {
		score.add(set.Words[i], s.AppendWords(nil, text))
	}
	return score
}
