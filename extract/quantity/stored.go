package quantity

import (
	_ "embed" // zwords.bin
	"encoding/binary"
	"errors"
	"hash/crc32"
	"strings"

	"github.com/zhaibao/zhaibao/extract/catalog"
	"github.com/zhaibao/zhaibao/internal/trie"
)

// storedWords is the trie of the built-in catalogue's words that hold a numeral,
// behind their fingerprint. It is written by go test ./extract/quantity -run
// Stored -update, and not used where the words are others.
//
//go:embed zwords.bin
var storedWords []byte

var errOtherWords = errors.New("made of other words")

func (l *Lexicon) compileWords(c *catalog.Catalog) {
	l.words = trie.Trie{}
	for word := range strings.Lines(c.NumeralWords) {
		if word = strings.TrimSpace(word); word != "" && word[0] != '#' {
			l.words.Add(l.Fold.Append(nil, word), 1)
		}
	}
}

func fingerprint(c *catalog.Catalog) uint32 {
	table := crc32.MakeTable(crc32.Castagnoli)
	return crc32.Update(crc32.Checksum([]byte(c.NumeralWords), table), table, []byte(c.Fold))
}

// appendWords appends the words for loadWords.
func (l *Lexicon) appendWords(b []byte, c *catalog.Catalog) []byte {
	return l.words.AppendBinary(binary.LittleEndian.AppendUint32(b, fingerprint(c)))
}

// loadWords reads what appendWords wrote; it fails where that was made of other words.
func (l *Lexicon) loadWords(c *catalog.Catalog, b []byte) error {
	if len(b) < 4 || binary.LittleEndian.Uint32(b) != fingerprint(c) {
		return errOtherWords
	}
	_, err := l.words.Load(b[4:])
	return err
}
