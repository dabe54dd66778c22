package catalog

import (
	"maps"
	"slices"
	"unicode/utf8"
)

// Vocabulary is the nouns, verbs and units of the catalogue that have two
// characters or more, each once and sorted: what a word segmenter should leave whole.
func (c *Catalog) Vocabulary() []string {
	set := map[string]bool{}
	add := func(words []string) {
		for _, w := range words {
			if utf8.RuneCountInString(w) > 1 {
				set[w] = true
			}
		}
	}
	for _, w := range c.Words {
		add(w.Nouns)
		add(w.Weak)
		add(w.Verbs)
	}
	for _, u := range c.Units {
		add([]string{u.Unit})
		add(u.Also)
		add(u.Spell)
	}
	return slices.Sorted(maps.Keys(set))
}
