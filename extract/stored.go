package extract

import (
	_ "embed" // zwords.bin
	"encoding/binary"
	"errors"
	"hash/crc32"

	"github.com/zhaibao/zhaibao/extract/catalog"
)

// storedWords is what compileWords makes of the built-in catalogue: compiling it
// takes 18 ms of every start, loading it 2. It is written by
// go test ./extract -run Stored -update, and not used where the words of the
// catalogue or of the grammar are others than those it was made of.
//
//go:embed zwords.bin
var storedWords []byte

var errOtherWords = errors.New("made of other words")

// fingerprint tells the words of a catalogue and of the grammar from others.
func fingerprint(c *catalog.Catalog) uint32 {
	table := crc32.MakeTable(crc32.Castagnoli)
	sum, buffer := uint32(0), make([]byte, 0, 64<<10)
	add := func(s string) {
		if buffer = append(append(buffer, s...), byte(len(s)), 0); len(buffer) >= 32<<10 {
			sum, buffer = crc32.Update(sum, table, buffer), buffer[:0]
		}
	}
	for _, m := range c.Metrics {
		add(m.Code)
	}
	for i := range c.Words {
		w := &c.Words[i]
		add(w.Metric)
		for _, class := range w.Units {
			add(string(class))
		}
		for k, list := range [...][]string{w.Nouns, w.Weak, w.Verbs} {
			add(string(rune('0' + k)))
			for _, s := range list {
				add(s)
			}
		}
	}
	add(c.Fold)
	add(neutralWords)
	for _, g := range cueWords {
		add(string(binary.LittleEndian.AppendUint32(nil, uint32(g.cue))))
		add(g.words)
	}
	return crc32.Update(sum, table, buffer)
}

// appendWords appends the compiled words for loadWords.
func (l *lexicon) appendWords(b []byte, c *catalog.Catalog) []byte {
	b = binary.LittleEndian.AppendUint32(b, fingerprint(c))
	b = binary.AppendUvarint(b, uint64(len(l.words)))
	for i := range l.words {
		w := &l.words[i]
		noun := uint64(0)
		if w.noun {
			noun = 1
		}
		b = binary.AppendUvarint(b, uint64(w.cues)<<1|noun)
		b = binary.AppendUvarint(b, uint64(len(w.senses)))
		for _, s := range w.senses {
			b = binary.AppendUvarint(b, uint64(s.metric))
			b = binary.AppendUvarint(b, uint64(s.classes))
			b = binary.AppendUvarint(b, uint64(s.strength))
		}
	}
	return l.trie.AppendBinary(b)
}

// loadWords reads what appendWords wrote; it fails where that was made of other words.
func (l *lexicon) loadWords(c *catalog.Catalog, b []byte) error {
	if len(b) < 4 || binary.LittleEndian.Uint32(b) != fingerprint(c) {
		return errOtherWords
	}
	b = b[4:]
	next := func() uint64 {
		v, n := binary.Uvarint(b)
		b = b[max(n, 0):]
		return v
	}
	l.words = make([]word, min(next(), uint64(len(b))))
	senses := make([]sense, 0, 2*len(l.words)) // of all words, in one piece
	for i := range l.words {
		w := &l.words[i]
		bits := next()
		w.cues, w.noun = cue(bits>>1), bits&1 != 0
		from := len(senses)
		for n := next(); n > 0 && len(b) > 0; n-- {
			senses = append(senses, sense{catalog.Metric(next()), classSet(next()), strength(next())})
		}
		w.senses = senses[from:len(senses):len(senses)]
	}
	_, err := l.trie.Load(b)
	return err
}
