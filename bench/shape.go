package bench

import (
	"fmt"
	"slices"
	"strings"
)

// Shape describes texts in what decides how fast they are read.
type Shape struct {
	Texts          int
	Bytes          int
	BytesPerFigure float64
	Sentences      [5]int  // bytes of a sentence or headline at the deciles 1, 2.5, 5, 7.5, 9
	SentenceMean   float64 // bytes
	// Repeated is the share of lines that stood before, in windows of 32 texts.
	Repeated float64
}

// window is over how many texts repeated lines are looked for; as many as the
// annotated reports we compare with.
const window = 32

// Measure describes texts that hold so many figures.
func Measure(texts []string, figures int) Shape {
	s := Shape{Texts: len(texts)}
	var lengths []int
	lines, repeated := 0, 0
	var seen map[string]bool
	for i, text := range texts {
		if i%window == 0 {
			seen = map[string]bool{}
		}
		s.Bytes += len(text)
		for line := range strings.Lines(text) {
			line = strings.TrimSpace(line)
			if line == "" {
				continue
			}
			lines++
			if seen[line] {
				repeated++
			}
			seen[line] = true
			for _, sentence := range strings.FieldsFunc(line, func(c rune) bool { return strings.ContainsRune("。！？；", c) }) {
				lengths = append(lengths, len(sentence))
				s.SentenceMean += float64(len(sentence))
			}
		}
	}
	slices.Sort(lengths)
	for i, percent := range []int{10, 25, 50, 75, 90} {
		s.Sentences[i] = lengths[len(lengths)*percent/100]
	}
	s.SentenceMean /= float64(len(lengths))
	s.BytesPerFigure = float64(s.Bytes) / float64(figures)
	s.Repeated = float64(repeated) / float64(lines)
	return s
}

// Shape describes the corpus.
func (c *Corpus) Shape() Shape {
	var texts []string
	for _, d := range c.Documents {
		texts = append(texts, d.Text)
	}
	return Measure(texts, c.Figures)
}

// String is the shape in one line.
func (s Shape) String() string {
	return fmt.Sprintf("%d documents, %d bytes each, a figure every %.0f bytes; sentences of %v bytes (10, 25, 50, 75, 90 %%), mean %.0f; %.1f %% of lines repeated",
		s.Texts, s.Bytes/s.Texts, s.BytesPerFigure, s.Sentences, s.SentenceMean, 100*s.Repeated)
}
