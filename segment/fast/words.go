package fast

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"math"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/zhaibao/zhaibao/segment/fast/internal/dict"
)

// Word is a word of a user's dictionary.
type Word struct {
	Text string
	// Frequency is how often the word stands among the 33 million of the built-in
	// dictionary. 0 makes it a bit more likely than what it is cut into otherwise, so
	// that it stays whole wherever no word reaches across its ends.
	Frequency float64
	Tag       string // part of speech; "" keeps that of a word which is there
}

// ReadWords reads a dictionary, a word a line with, if wanted, its frequency
// and its part of speech behind it: 农家书屋 300 n. Empty lines and those that
// begin with # are skipped. Errors begin with name and the line.
func ReadWords(r io.Reader, name string) (words []Word, err error) {
	in := bufio.NewScanner(r)
	n := 1
	for ; in.Scan(); n++ {
		w, err := parseWord(strings.TrimPrefix(in.Text(), "\ufeff"))
		if err != nil {
			return nil, fmt.Errorf("%s:%d: %w", name, n, err)
		}
		if w.Text != "" {
			words = append(words, w)
		}
	}
	if err := in.Err(); errors.Is(err, bufio.ErrTooLong) {
		return nil, fmt.Errorf("%s:%d: the line is longer than 64 KB: a line is one word", name, n)
	} else if err != nil {
		return nil, fmt.Errorf("%s: %w", name, err)
	}
	return words, nil
}

func parseWord(line string) (w Word, err error) {
	if !utf8.ValidString(line) {
		return w, errors.New("the line is not UTF-8: save the dictionary as UTF-8")
	}
	fields := strings.Fields(line)
	if len(fields) == 0 || strings.HasPrefix(fields[0], "#") {
		return w, nil
	}
	w.Text = fields[0]
	if len(fields) > 3 {
		return w, fmt.Errorf("%q: a line is a word, its frequency and its part of speech", line)
	}
	if len(fields) > 1 {
		if w.Frequency, err = strconv.ParseFloat(fields[1], 64); err != nil || !(w.Frequency > 0) || math.IsInf(w.Frequency, 0) {
			return w, fmt.Errorf("%s: the frequency %q is no number above 0", w.Text, fields[1])
		}
	}
	if len(fields) > 2 {
		w.Tag = fields[2]
	}
	return w, nil
}

// add adds a word to the segmenter's own dictionary.
func (s *Segmenter) add(w Word) error {
	if !utf8.ValidString(w.Text) {
		return fmt.Errorf("%q is not UTF-8", w.Text)
	}
	tag := w.Tag
	if at := s.d.Find(w.Text); at > 0 && tag == "" {
		tag = s.d.Names[s.d.Tags[at]]
	}
	if w.Frequency > 0 {
		return s.d.Insert(w.Text, s.d.Cost(w.Frequency), tag)
	}
	if len(s.AppendWords(nil, w.Text)) == 1 && s.Known(w.Text) {
		return s.d.Insert(w.Text, 0, tag) // as it is
	}
	return s.d.Insert(w.Text, uint16(min(max(s.cost(w.Text)-1, 1), 1<<16-1)), tag)
}

// cost is what the words cost into which the text is cut.
func (s *Segmenter) cost(text string) (sum int) {
	for _, w := range s.AppendWords(nil, text) {
		cost := dict.UnknownCost
		if at := s.d.Find(w.Of(text)); at > 0 {
			cost = s.d.CostAt(at)
		}
		sum += cost
	}
	return sum
}

// Folding is the segmenter that takes one character for another: each line of
// pairs is a character as it stands in the text, a blank, and the one that the
// dictionary has, as catalog.Catalog.Fold has them from traditional to simplified.
// The text's bytes stay as they are.
func (s *Segmenter) Folding(pairs string) (*Segmenter, error) {
	d := *s.d
	d.Codes = slices.Clone(d.Codes)
	n := 0
	for line := range strings.Lines(pairs) {
		n++
		fields := strings.Fields(line)
		if len(fields) == 0 {
			continue
		}
		if len(fields) != 2 || utf8.RuneCountInString(fields[0]) != 1 || utf8.RuneCountInString(fields[1]) != 1 {
			return nil, fmt.Errorf("folding, line %d: %q is not two characters with a blank between them", n, strings.TrimSpace(line))
		}
		from, _ := utf8.DecodeRuneInString(fields[0])
		to, _ := utf8.DecodeRuneInString(fields[1])
		if from <= 0xFFFF && to <= 0xFFFF && s.d.Codes[to] != 0 {
			d.Codes[from] = s.d.Codes[to]
		}
	}
	return &Segmenter{&d}, nil
}
