package bench

import (
	"fmt"
	"math/rand/v2"
)

// Document is a report and the figures that were put into it, in order.
type Document struct {
	Name    string
	Text    string
	Figures []Figure
}

// Corpus is what the contenders work on.
type Corpus struct {
	Name      string
	Documents []Document
	Bytes     int // of all texts
	Figures   int // in all texts
}

// Kind says what the reports of a corpus are like.
type Kind struct {
	Name string
	Seed uint64
	// Figures is the share of clauses with a figure, in per mille.
	Figures int
	// Sections is how many headlines with paragraphs a report has.
	Sections int
}

// Kinds are the corpora that are measured, dense reports first. A figure stands
// every 90 to 110 bytes, every 250 to 300, and hardly anywhere.
var Kinds = []Kind{
	{Name: "dense", Seed: 1, Figures: 440, Sections: 4},
	{Name: "ordinary", Seed: 2, Figures: 148, Sections: 4},
	{Name: "prose", Seed: 3, Figures: 4, Sections: 9},
}

// Generate writes a corpus of n documents, the same ones every time; the first
// ones are the same for every n.
func Generate(kind Kind, n int) (*Corpus, error) {
	m, err := parseMaterial(materialText)
	if err != nil {
		return nil, err
	}
	c := &Corpus{Name: kind.Name}
	for i := range n {
		w := writer{material: m, kind: kind, random: rand.New(rand.NewPCG(kind.Seed, uint64(i)))}
		if err := w.report(); err != nil {
			return nil, err
		}
		d := Document{Name: fmt.Sprintf("%s-%05d.txt", kind.Name, i), Text: string(w.text), Figures: w.figures}
		c.Documents = append(c.Documents, d)
		c.Bytes += len(d.Text)
		c.Figures += len(d.Figures)
	}
	return c, nil
}

// First is the corpus of c's first n documents.
func (c *Corpus) First(n int) *Corpus {
	part := &Corpus{Name: c.Name, Documents: c.Documents[:min(n, len(c.Documents))]}
	for _, d := range part.Documents {
		part.Bytes += len(d.Text)
		part.Figures += len(d.Figures)
	}
	return part
}
