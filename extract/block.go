package extract

import (
	"slices"

	"github.com/zhaibao/zhaibao/extract/quantity"
	"github.com/zhaibao/zhaibao/internal/fold"
	"github.com/zhaibao/zhaibao/segment"
)

// hit is a word of the lexicon found in a block: the runes [start, end).
type hit struct {
	start, end int
	word       int32
}

// clause is a clause of a block in runes, with the sentence it belongs to.
type clause struct {
	start, end int
	sentence   int  // index into Document.Sentences
	stop       rune // the delimiter after it
	first      int  // index of the first clause of its sentence
	chain      int  // the same over sentences that end in ； and so go on
}

// reach is how many runes a rule looks back for the words that govern a
// figure. Longer sentences are lists or have lost their punctuation; the limit
// keeps the time linear.
const reach = 240

// block is the analysis of one block of a report: its runes, the numerals,
// words and clauses found in them. Its memory is reused.
type block struct {
	lex      *lexicon
	doc      *segment.Document
	index    int // in doc.Blocks
	text     fold.Text
	mentions []quantity.Mention
	hits     []hit
	hitAt    []int32 // by rune, the first hit that starts there or behind it
	matched  bool    // hits are those of the text
	present  cue     // the cues of all hits
	clauses  []clause
	scratch  []segment.Clause
	brackets bool // it holds a round one
	lead     int  // runes of the list marker at the start
}

// load analyses block i of doc: its numerals, clauses and words.
func (b *block) load(doc *segment.Document, i int) {
	def := &doc.Blocks[i]
	b.doc, b.index, b.lead = doc, i, 0
	b.text.Set(b.lex.quantity.Fold, doc.Text, def.Span)
	if !def.Marker.Empty() {
		b.lead = b.text.Index(def.Marker.End)
	}
	b.scan(def)
	b.cut(def)
	b.matched = false
}

// loadSpan analyses a stretch of a document that is no block, as one clause.
func (b *block) loadSpan(doc *segment.Document, span segment.Span) {
	b.doc, b.lead = doc, 0
	b.text.Set(b.lex.quantity.Fold, doc.Text, span)
	b.mentions = b.lex.quantity.Scan(b.mentions[:0], &b.text)
	b.clauses = append(b.clauses[:0], clause{end: b.text.Len()})
	b.brackets = true // nobody looked
	b.matched = false
}

// scan finds the numerals. Those in the list marker count nothing, and one that
// goes on behind it is two: 4.415名.
func (b *block) scan(def *segment.Block) {
	b.mentions = b.lex.quantity.Scan(b.mentions[:0], &b.text)
	for i := range b.mentions {
		m := &b.mentions[i]
		if m.First >= b.lead {
			return
		}
		m.Reason = quantity.ListNumber
		if m.End > b.lead {
			*m = quantity.Mention{Reason: quantity.ListNumber, First: m.First, NumEnd: b.lead - 1, End: b.lead - 1, Arabic: true}
			m.UnitID = quantity.NoUnit
			m.Value, m.HasValue = quantity.Int(int64(def.Ordinal)), true
			m.BaseValue = m.Value
			m.Span = b.text.Span(m.First, m.End)
			m.Number = m.Span
			b.mentions = b.lex.quantity.ScanFrom(b.mentions[:i+1], &b.text, b.lead)
			return
		}
	}
}

// cut finds the clauses, in runes.
func (b *block) cut(def *segment.Block) {
	b.clauses, b.brackets = b.clauses[:0], false
	at, mark := 0, 0 // runes
	next := func(offset int) int {
		mark = b.text.Next(b.text.IndexFrom(mark, offset), fold.Stop)
		b.brackets = b.brackets || b.text.At(mark) == '（' || b.text.At(mark) == '('
		return b.text.Off[mark]
	}
	for s := def.FirstSentence; s < def.EndSentence; s++ {
		b.scratch = segment.AppendClausesAt(b.scratch[:0], b.doc.Text, b.doc.Sentences[s].Span, next)
		first := len(b.clauses)
		chain := first
		if first > 0 && (b.clauses[first-1].stop == '；' || b.clauses[first-1].stop == ';') {
			chain = b.clauses[first-1].chain
		}
		for _, c := range b.scratch {
			start := b.text.IndexFrom(at, c.Start)
			at = b.text.IndexFrom(start, c.End)
			b.clauses = append(b.clauses, clause{start, at, s, c.Stop, first, chain})
		}
	}
}

// match finds the words of the lexicon, leftmost longest, outside the numerals.
//
// Most blocks hold no figure and no phrase of completion, and nobody asks for
// their words: they are matched when they are first asked for.
func (b *block) match() {
	b.hits, b.matched, b.present = b.hits[:0], true, 0
	defer b.indexHits()
	next := 0
	for i := b.lead; i < b.text.Len(); {
		if next < len(b.mentions) && i >= b.mentions[next].First {
			if !b.mentions[next].InWord() {
				i = max(i, b.mentions[next].End)
				next++
				continue
			}
			next++
		}
		if b.text.Sets[i]&fold.Word == 0 {
			i++
			continue
		}
		n, w := b.lex.trie.Longest(b.text.R[i:])
		if n == 0 {
			i++
			continue
		}
		if n > 2 && b.text.At(i+n) == '均' && b.perHead(i+n-1) { // 生活救助|户均
			if m := b.shorter(i, i+n-1); m > 0 {
				n, w = b.lex.trie.Longest(b.text.R[i : i+m])
			}
		}
		if next < len(b.mentions) && i+n > b.mentions[next].First && !b.mentions[next].InWord() {
			if n = b.shorter(i, b.mentions[next].First); n == 0 {
				i++
				continue
			}
			_, w = b.lex.trie.Longest(b.text.R[i : i+n])
		}
		b.hits = append(b.hits, hit{i, i + n, w})
		b.present |= b.lex.words[w].cues
		i += n
	}
}

// perHead reports whether the rune at i makes a mean with 均 behind it: 户均, 人均.
func (b *block) perHead(i int) bool {
	switch b.text.At(i) {
	case '户', '人', '日', '月', '场', '村', '校':
		return true
	}
	return false
}

// shorter is the length of the longest word at i that ends before limit.
func (b *block) shorter(i, limit int) int {
	n, _ := b.lex.trie.Longest(b.text.R[i:limit])
	return n
}

// clauseOf is the index of the clause that holds rune i, -1 where none does.
func (b *block) clauseOf(i int) int {
	lo, hi := 0, len(b.clauses)
	for lo < hi {
		if mid := (lo + hi) / 2; b.clauses[mid].end <= i {
			lo = mid + 1
		} else {
			hi = mid
		}
	}
	if lo < len(b.clauses) && b.clauses[lo].start <= i {
		return lo
	}
	return lo - 1
}

// sentenceStart is the rune at which the sentence of clause c starts.
func (b *block) sentenceStart(c int) int { return b.clauses[b.clauses[c].first].start }

// chainStart is sentenceStart over sentences that end in ； and so go on.
func (b *block) chainStart(c int) int { return max(b.clauses[b.clauses[c].chain].start, b.lead) }

// mentionAt is the index of the first mention that starts at or after rune i.
func (b *block) mentionAt(i int) int {
	lo, hi := 0, len(b.mentions)
	for lo < hi {
		if mid := (lo + hi) / 2; b.mentions[mid].First < i {
			lo = mid + 1
		} else {
			hi = mid
		}
	}
	return lo
}

// indexHits fills hitAt.
func (b *block) indexHits() {
	n := b.text.Len() + 1
	b.hitAt = slices.Grow(b.hitAt[:0], n)[:n]
	from := 0
	for k, h := range b.hits {
		fill(b.hitAt[from:h.start+1], int32(k))
		from = h.start + 1
	}
	fill(b.hitAt[from:], int32(len(b.hits)))
}

func fill(list []int32, with int32) {
	for i := range list {
		list[i] = with
	}
}

// hitsIn returns the hits that lie wholly in the runes [from, to).
func (b *block) hitsIn(from, to int) []hit {
	if !b.matched {
		b.match()
	}
	from, to = max(from, 0), min(to, len(b.hitAt)-1)
	if from >= to {
		return nil
	}
	lo, hi := b.hitAt[from], b.hitAt[to]
	if hi > lo && b.hits[hi-1].end > to {
		hi--
	}
	return b.hits[lo:hi]
}

// carries reports whether any word of the block has one of the cues.
func (b *block) carries(set cue) bool {
	if !b.matched {
		b.match()
	}
	return b.present&set != 0
}

func (b *block) allHits() []hit { return b.hitsIn(0, b.text.Len()) }

func (b *block) cues(h hit) cue   { return b.lex.words[h.word].cues }
func (b *block) word(h hit) *word { return &b.lex.words[h.word] }

// cueIn returns the last hit in [from, to) that carries one of the cues.
func (b *block) cueIn(from, to int, set cue) (hit, bool) {
	hits := b.hitsIn(from, to)
	for i := len(hits) - 1; i >= 0; i-- {
		if b.cues(hits[i])&set != 0 {
			return hits[i], true
		}
	}
	return hit{}, false
}

// contains reports whether the block holds the word of two characters.
func (b *block) contains(word string) bool {
	var two [2]uint16
	n := 0
	for _, r := range word {
		two[n], n = uint16(r), n+1
	}
	for i, r := range b.text.R {
		if r == two[1] && i > 0 && b.text.R[i-1] == two[0] {
			return true
		}
	}
	return false
}

// isHan reports whether the rune at i is a Chinese character.
func (b *block) isHan(i int) bool {
	r := b.text.At(i)
	return r >= 0x3400 && r <= 0x9FFF
}
