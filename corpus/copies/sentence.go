package copies

import (
	"cmp"
	"slices"

	"github.com/zhaibao/zhaibao/extract"
	"github.com/zhaibao/zhaibao/segment"
)

// Key is a sentence with facts, or one of a report with few of them.
type Key struct {
	Hash  uint64
	Fact  int32 // its first fact, -1 where it has none
	Facts int32 // how many it has
	Plain bool  // it says enough to be recognised in another report
}

const (
	// plainDigits and plainChars are how many digits that say something and how
	// many characters a sentence must have to be called copied: 召开会议2次 stands
	// in many reports.
	plainDigits = 3
	plainChars  = 10
	// fewKeys is how many sentences a report should have keys of; one with fewer
	// facts is also found by sentences without.
	fewKeys = 4
	// leastChars is how long such a sentence must be.
	leastChars = 12
	// mostKeys bounds the keys of a report: those of the least hashes stay.
	mostKeys = 1 << 10
)

// Sentences adds the keys of a report's sentences to dst.
func (s *Sketcher) Sentences(dst *Sketch, doc *segment.Document, facts []extract.Fact) {
	for i := 0; i < len(facts); {
		n := 1
		for i+n < len(facts) && facts[i+n].Sentence == facts[i].Sentence {
			n++
		}
		if at := facts[i].Sentence; at >= 0 && at < len(doc.Sentences) {
			s.sentence(dst, doc, facts[i:i+n], i)
		}
		i += n
	}
	if len(dst.Keys) < fewKeys {
		s.others(dst, doc)
	}
	if len(dst.Keys) > mostKeys {
		slices.SortFunc(dst.Keys, func(a, b Key) int { return cmp.Compare(a.Hash, b.Hash) })
		dst.Keys = dst.Keys[:mostKeys]
		slices.SortFunc(dst.Keys, func(a, b Key) int { return int(a.Fact) - int(b.Fact) })
	}
}

// sentence adds the key of the sentence that holds facts, the first of which has
// the number first.
func (s *Sketcher) sentence(dst *Sketch, doc *segment.Document, facts []extract.Fact, first int) {
	digits := 0
	for i := range facts {
		if facts[i].Quantity.HasValue && !facts[i].Missing {
			digits += telling(facts[i].Of(doc.Text))
		}
	}
	if digits == 0 {
		return
	}
	s.exact(doc.Sentences[facts[0].Sentence].Of(doc.Text))
	k := Key{Hash: s.hash(uint64(len(facts))), Fact: int32(first), Facts: int32(len(facts))}
	k.Plain = digits >= plainDigits && len(s.chars) >= plainChars
	if !slices.ContainsFunc(dst.Keys[max(0, len(dst.Keys)-8):], func(o Key) bool { return o.Hash == k.Hash }) {
		dst.Keys = append(dst.Keys, k)
	}
}

// telling counts the digits of a number but for the zeros at its end, which
// round ones have.
func telling(text string) (n int) {
	zeros := 0
	for i := 0; i < len(text); {
		r, size := unit(text, i)
		switch {
		case classes[r] == digit && value(r) == 0, r == '十', r == '百', r == '千', r == '万', r == '亿':
			if n > 0 {
				zeros++
			}
		case classes[r] == digit:
			n, zeros = n+zeros+1, 0
		case classes[r] == numeral:
			n++
		}
		i += size
	}
	return n
}

// others adds keys of sentences without facts, those with the least hashes.
func (s *Sketcher) others(dst *Sketch, doc *segment.Document) {
	s.keys = s.keys[:0]
	for i := range doc.Sentences {
		if s.mask(doc.Sentences[i].Of(doc.Text)); len(s.chars) >= leastChars {
			s.keys = append(s.keys, s.hash(0))
		}
	}
	slices.Sort(s.keys)
	s.keys = slices.Compact(s.keys)
	for _, h := range s.keys[:min(len(s.keys), fewKeys-len(dst.Keys))] {
		dst.Keys = append(dst.Keys, Key{Hash: h, Fact: -1})
	}
}

// exact writes a sentence into s.chars: Chinese characters without names, and
// numbers but for years, since whoever copies a sentence puts his own year in.
func (s *Sketcher) exact(text string) {
	out := s.chars[:0]
	for i := 0; i < len(text); {
		r, n := unit(text, i)
		i += n
		switch classes[r] {
		case word:
			if r == '年' {
				out = unyear(out)
			}
			out = append(out, r)
		case numeral:
			out = append(out, r)
		case kind:
			out = append(unname(out), r)
		case digit:
			out = append(out, '0'+value(r))
		default:
			if (r == '.' || r == '．') && digitAt(text, i) {
				out = append(out, '.')
			}
			if r == '%' || r == '％' || r == '-' {
				out = append(out, r)
			}
		}
	}
	s.chars = out
}

// unyear takes the four digits of a year off the end of dst.
func unyear(dst []uint16) []uint16 {
	n := len(dst)
	if n < 4 || n > 4 && classes[dst[n-5]] == digit {
		return dst
	}
	for _, c := range dst[n-4:] {
		if classes[c] != digit {
			return dst
		}
	}
	return dst[:n-4]
}

// hash is that of s.chars.
func (s *Sketcher) hash(seed uint64) uint64 {
	h := seed
	for i := 0; i < len(s.chars); i += 4 {
		var window uint64
		for _, c := range s.chars[i:min(i+4, len(s.chars))] {
			window = window<<16 | uint64(c)
		}
		h = mix(window, h+1)
	}
	return h
}
