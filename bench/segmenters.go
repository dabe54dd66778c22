package bench

import (
	"sync"

	"github.com/go-ego/gse"
)

// loadGse loads gse's embedded dictionary of simplified Chinese, once.
var loadGse = sync.OnceValues(func() (*gse.Segmenter, error) {
	s, err := gse.NewEmbed("zh_s")
	s.SkipLog = true
	return &s, err
})

// cutter cuts a document into words.
type cutter func(text string) []string

// gseCutter is gse.Cut without an argument for the HMM: the shortest path.
func gseCutter() (cutter, error) {
	s, err := loadGse()
	if err != nil {
		return nil, err
	}
	return func(text string) []string { return s.Cut(text) }, nil
}

// words cuts every document and counts the words and their bytes.
func (cut cutter) words(c *Corpus) Answer {
	var a Answer
	for _, d := range c.Documents {
		a.add(cut.one(d.Text))
	}
	return a
}

func (cut cutter) one(text string) (a Answer) {
	for _, word := range cut(text) {
		a.Count++
		a.Sum += int64(len(word))
	}
	return a
}
