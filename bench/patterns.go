package bench

import (
	_ "embed"
	"fmt"
	"strings"
	"sync"
	"unicode"

	"github.com/dlclark/regexp2/v2"
)

//go:embed patterns.txt
var patternsText string

// loadPatterns compiles patterns.txt, where $N stands for a number.
var loadPatterns = sync.OnceValues(func() ([]*regexp2.Regexp, error) {
	var list []*regexp2.Regexp
	number, at := "", 0
	for line := range strings.Lines(patternsText) {
		at++
		name, pattern, _ := strings.Cut(strings.TrimSpace(line), "\t")
		switch {
		case name == "" || name[0] == '#':
			continue
		case name == "$N":
			number = pattern
			continue
		}
		re, err := regexp2.Compile(strings.ReplaceAll(pattern, "$N", number))
		if err != nil {
			return nil, fmt.Errorf("patterns.txt:%d: %w", at, err)
		}
		list = append(list, re)
	}
	return list, nil
})

// patterns looks for figures with regular expressions, the usual way.
type patterns struct {
	list  []*regexp2.Regexp
	runes []rune
	// prefilter asks the patterns only about clauses that hold a numeral.
	prefilter bool
}

// matches runs every pattern over every document, or over its clauses with a
// numeral, and sums up where the matches begin, in runes.
func (p *patterns) matches(c *Corpus) (Answer, error) {
	var a Answer
	for _, d := range c.Documents {
		err := p.document(d.Text, func(start, _ int) { a.add(Answer{1, int64(start)}) })
		if err != nil {
			return a, err
		}
	}
	return a, nil
}

// document calls found for each match, its bounds in runes. The text becomes
// runes once for all patterns, which is the quickest way this library offers.
func (p *patterns) document(text string, found func(start, end int)) error {
	p.runes = append(p.runes[:0], []rune(text)...)
	if !p.prefilter {
		return p.stretch(p.runes, 0, found)
	}
	start, numeral := 0, false
	for i, r := range p.runes {
		end := strings.ContainsRune("，。；：！？\n", r)
		numeral = numeral || unicode.IsDigit(r) || strings.ContainsRune("一二三四五六七八九十百千万", r)
		if !end && i < len(p.runes)-1 {
			continue
		}
		if numeral {
			if err := p.stretch(p.runes[start:i+1], start, found); err != nil {
				return err
			}
		}
		start, numeral = i+1, false
	}
	return nil
}

func (p *patterns) stretch(runes []rune, at int, found func(start, end int)) error {
	for _, re := range p.list {
		err := re.FindRunesMatches(runes, 0, func(m regexp2.MatchView) bool {
			start, length, _ := m.GroupRange(0)
			found(at+start, at+start+length)
			return true
		})
		if err != nil {
			return err
		}
	}
	return nil
}
