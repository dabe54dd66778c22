package fast

import (
	"math"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"

	"pgregory.net/rapid"

	"github.com/zhaibao/zhaibao/segment"
	"github.com/zhaibao/zhaibao/segment/fast/internal/dict"
	"github.com/zhaibao/zhaibao/segment/fast/internal/source"
)

// plain is the same segmenter in the plainest way: a map of words, every span of
// a whole stretch in the lattice, no double array, no early end.
type plain struct {
	d     *dict.Dict        // tells where units end, nothing else
	words map[string]uint64 // what a word costs, by its folded text
	units map[string]bool   // units that words are spelled with
}

func newPlain(words []dict.Word) *plain {
	p := &plain{d: dict.New(), words: map[string]uint64{}, units: map[string]bool{}}
	total, frequency := 0.0, map[string]float64{}
	for _, w := range words {
		if text := fold(w.Text); frequency[text] == 0 {
			frequency[text] = w.Frequency
			total += w.Frequency
		}
	}
	for text, f := range frequency {
		p.words[text] = uint64(max(math.Round((math.Log2(total)-math.Log2(f))*dict.Scale), 1))
		for i := 0; i < len(text); {
			_, end := p.d.Unit(text, i)
			p.units[text[i:end]] = true
			i = end
		}
	}
	return p
}

// fold writes full-width letters and capitals of ASCII as a to z, digits likewise.
func fold(text string) string {
	return strings.Map(func(r rune) rune {
		if r >= '０' && r <= '９' || r >= 'Ａ' && r <= 'Ｚ' || r >= 'ａ' && r <= 'ｚ' || r == '．' {
			r -= '０' - '0'
		}
		if r >= 'A' && r <= 'Z' {
			r += 'a' - 'A'
		}
		return r
	}, text)
}

func (p *plain) AppendWords(dst []segment.Span, text string) []segment.Span {
	for i := 0; i < len(text); {
		at := []int{i} // where the units of a stretch begin and end
		for i < len(text) {
			_, end := p.d.Unit(text, i)
			if !p.units[fold(text[i:end])] {
				break
			}
			at, i = append(at, end), end
		}
		dst = p.stretch(dst, text, at)
		if i < len(text) {
			_, end := p.d.Unit(text, i)
			dst, i = append(dst, segment.Span{Start: i, End: end}), end
		}
	}
	return dst
}

// stretch cuts a stretch; where no place is passed by all paths for too long, in parts.
func (p *plain) stretch(dst []segment.Span, text string, at []int) []segment.Span {
	for len(at) > 1 {
		part := at[:min(len(at), size+1)]
		best, passed := p.lattice(text, part)
		end := len(part) - 1
		if len(at) > len(part) { // the last place that was seen with all its words around
			if k := slices.IndexFunc(passed, func(k int) bool { return k > size-p.longest() }); k >= 0 {
				passed = passed[:k]
			}
			if len(passed) > 0 {
				end = passed[len(passed)-1]
			}
		}
		var words []segment.Span
		for k := end; k > 0; k = best[k] {
			words = append(words, segment.Span{Start: at[best[k]], End: at[k]})
		}
		slices.Reverse(words)
		dst, at = append(dst, words...), at[end:]
	}
	return dst
}

// lattice gives for each place where the last word of the best path to it begins,
// and the places that all paths pass.
func (p *plain) lattice(text string, at []int) (best, passed []int) {
	n := len(at) - 1
	best = make([]int, n+1)
	cost := make([]uint64, n+1)
	crossed := make([]bool, n+1)
	for end := 1; end <= n; end++ {
		cost[end] = math.MaxUint64
		for start := max(0, end-p.longest()); start < end; start++ {
			c, ok := p.words[fold(text[at[start]:at[end]])]
			switch {
			case !ok && start < end-1:
				continue
			case !ok:
				c = dict.UnknownCost
			}
			if cost[start]+c < cost[end] {
				cost[end], best[end] = cost[start]+c, start
			}
			for k := start + 1; k < end; k++ {
				crossed[k] = true
			}
		}
	}
	for k := 1; k <= n; k++ {
		if !crossed[k] {
			passed = append(passed, k)
		}
	}
	return best, passed
}

func (p *plain) longest() int { return builtin().Most }

var fromSource = sync.OnceValues(source.Words)

// newPlainOrSkip is the plain segmenter over gse's dictionary.
func newPlainOrSkip(t *testing.T) *plain {
	words, err := fromSource()
	if err != nil {
		t.Skip(err)
	}
	return newPlain(words)
}

// TestAsThePlainWay compares on the annotated reports.
func TestAsThePlainWay(t *testing.T) {
	p := newPlainOrSkip(t)
	texts := reports(t)
	words := 0
	for _, text := range texts {
		same(t, p, text)
		words += len(Default().AppendWords(nil, text))
	}
	t.Logf("%d reports of %d words: no difference", len(texts), words)
	for _, text := range []string{
		strings.Repeat("中国人民共和国人民生活动", 300), strings.Repeat("人民", 300), strings.Repeat("生产", 127) + "生活动物品",
		strings.Repeat("一", 1000), strings.Repeat("大小", 400) + "，" + strings.Repeat("小大", 400), strings.Repeat("卡拉OK", 200),
	} {
		same(t, p, text)
	}
}

// TestAsThePlainWayOnAnything compares on texts of words, of parts of words and of rubbish.
func TestAsThePlainWayOnAnything(t *testing.T) {
	p := newPlainOrSkip(t)
	words, _ := fromSource()
	var pieces []string
	for i := 0; i < len(words); i += 97 {
		pieces = append(pieces, words[i].Text)
	}
	piece := rapid.OneOf(
		rapid.SampledFrom(pieces),
		rapid.Custom(func(t *rapid.T) string { // the characters of words, in disorder
			runes := []rune(rapid.SampledFrom(pieces).Draw(t, "word"))
			return string(rapid.Permutation(runes).Draw(t, "order"))
		}),
		rapid.SampledFrom([]string{"人民", "生活", "活动", "中国", "国人", "的", "1.2", "ok", "Ｔ", "，", "——", " ", "\xff", "\x00", "龘", "𫗴", "γ"}),
	)
	rapid.Check(t, func(rt *rapid.T) {
		text := strings.Join(rapid.SliceOfN(piece, rapid.IntRange(0, 120).Draw(rt, "least"), 150).Draw(rt, "pieces"), "")
		if got, want := Default().AppendWords(nil, text), p.AppendWords(nil, text); !slices.Equal(got, want) {
			rt.Fatalf("%q: %s", text, difference(text, got, want))
		}
	})
}

func same(t *testing.T, p *plain, text string) {
	t.Helper()
	if got, want := Default().AppendWords(nil, text), p.AppendWords(nil, text); !slices.Equal(got, want) {
		t.Error(difference(text, got, want))
	}
}

func difference(text string, got, want []segment.Span) string {
	for i := range min(len(got), len(want)) {
		if got[i] != want[i] {
			return "fast says " + got[i].Of(text) + ", the plain way " + want[i].Of(text) + " in " + text[max(0, got[i].Start-30):min(len(text), got[i].End+30)]
		}
	}
	return "one has more words"
}

// reports are the texts of the annotated reports.
func reports(t *testing.T) (texts []string) {
	t.Helper()
	for _, pattern := range []string{"../../testdata/reports/*.txt", "../../testdata/reports/*.mark", "../../testdata/gold/open/*.mark"} {
		paths, _ := filepath.Glob(pattern)
		for _, path := range paths {
			text, err := os.ReadFile(path)
			if err != nil {
				t.Fatal(err)
			}
			texts = append(texts, string(text))
		}
	}
	if len(texts) == 0 {
		t.Fatal("no reports")
	}
	return texts
}
