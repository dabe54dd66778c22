package bench

import (
	"cmp"
	"fmt"
	"math"
	"math/rand/v2"
	"slices"
	"sort"
	"strings"
)

// Varied is a corpus of n documents without sense, the same ones every time:
// words of gse's dictionary by the root of their frequency, function words
// between them, marks, some numbers. A document has some thousand words and
// hardly a line twice, so that caches and branch predictors see more variety
// than in any report. It has no figures and is cut into words only.
func Varied(n int) (*Corpus, error) {
	s, err := loadGse()
	if err != nil {
		return nil, err
	}
	v := vocabulary{}
	for i := range s.Dict.Tokens {
		v.words = append(v.words, weighed{s.Dict.Tokens[i].Text(), math.Sqrt(s.Dict.Tokens[i].Freq())})
	}
	slices.SortFunc(v.words, func(a, b weighed) int { return cmp.Compare(a.word, b.word) })
	for i := range v.words {
		v.sum += v.words[i].weight
		v.words[i].weight = v.sum
	}
	c := &Corpus{Name: "varied"}
	for i := range n {
		d := Document{Name: fmt.Sprintf("varied-%05d.txt", i), Text: v.text(rand.New(rand.NewPCG(4, uint64(i))))}
		c.Documents = append(c.Documents, d)
		c.Bytes += len(d.Text)
	}
	return c, nil
}

// vocabulary is words with the sum of the weights up to and with each.
type vocabulary struct {
	words []weighed
	sum   float64
}

type weighed struct {
	word   string
	weight float64
}

const functionWords = "的了是在和有不这个上为到说中要以与及等也对将"

func (v *vocabulary) text(random *rand.Rand) string {
	between := []rune(functionWords)
	var b strings.Builder
	for range 60 {
		for range 4 + random.IntN(5) {
			for range 2 + random.IntN(6) {
				at := random.Float64() * v.sum
				i := sort.Search(len(v.words)-1, func(i int) bool { return v.words[i].weight > at })
				b.WriteString(v.words[i].word)
				if random.IntN(3) == 0 {
					b.WriteRune(between[random.IntN(len(between))])
				}
			}
			if random.IntN(12) == 0 {
				fmt.Fprintf(&b, "%d", random.IntN(10_000))
			}
			b.WriteString([]string{"，", "，", "，", "、", "；", "。"}[random.IntN(6)])
		}
		b.WriteString("。\n")
	}
	return b.String()
}
