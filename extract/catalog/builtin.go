package catalog

import _ "embed"

//go:embed data/numeral_words.txt
var numeralWords string

//go:embed data/fold.txt
var foldPairs string

// Builtin returns the catalogue that ships with the library. Its slices are shared: treat them as read-only.
func Builtin() *Catalog {
	return &Catalog{Metrics: builtinMetrics, Units: builtinUnits, Words: builtinWords,
		NumeralWords: numeralWords, Fold: foldPairs}
}
