package terms

import (
	"cmp"
	"errors"
	"time"

	"github.com/zhaibao/zhaibao/extract/catalog"
	"github.com/zhaibao/zhaibao/extract/quantity"
	"github.com/zhaibao/zhaibao/metrics"
	"github.com/zhaibao/zhaibao/region"
	"github.com/zhaibao/zhaibao/segment"
)

// Options configure an Analyzer. All but Segmenter may be left zero.
type Options struct {
	Segmenter segment.Segmenter // cuts what lies between numbers, names and marks into words
	Lexicon   *quantity.Lexicon // finds the numbers; nil is that of the built-in catalogue

	Plan   metrics.Plan // what reports are grouped by; ByLabel is none of it
	Level  region.Level // regions below are counted under theirs of this level; None keeps all apart
	Months int          // shorter periods are counted under the quarter (3), half (6) or year (12); 0 keeps all apart

	StopWords  *StopWords    // words that are no terms; nil is none
	MinLength  int           // code points of a term; 0 is 2
	NoNames    bool          // names are left out altogether, instead of being terms of their kind
	Patterns   []Pattern     // their matches are terms
	Engine     Engine        // compiles Patterns, and is needed only for them
	TimeLimit  time.Duration // of a pattern in one report; 0 is 100 ms
	Dictionary *Dictionary   // groups of words for Shares; nil is none
	Keywords   []string      // for keywords in context
	Context    int           // code points on either side of a keyword; 0 is 20

	MinCount int // least total count of a term in Keyness and of a pair in Collocations; 0 is 5
	Window   int // a word is paired with so many words behind it; 0 counts no pairs

	NewWords    bool    // count character strings for NewWords
	MinNew      int     // least count of a new word; 0 is 10
	MinReports  int     // least number of reports with a new word; 0 is 2
	MinCohesion float64 // least cohesion of a new word in bits; 0 is 3
	MinEntropy  float64 // least branching entropy of a new word on each side in bits; 0 is 1

	PairLimit, StringLimit int // most pairs and character strings held at a time; 0 is 2 million each
}

// maxKept is the default of the limits of pairs and character strings.
const maxKept = 2 << 20

// Analyzer is compiled Options. It is immutable and safe for concurrent use.
type Analyzer struct {
	Options
	patterns []compiled
}

// Compile checks the options and compiles them. It fails without a Segmenter
// and with a PatternError where a pattern is wrong.
func Compile(o Options) (*Analyzer, error) {
	if o.Segmenter == nil {
		return nil, errors.New("terms: no segmenter is given")
	}
	if o.Lexicon == nil {
		var err error
		if o.Lexicon, err = quantity.Compile(catalog.Builtin()); err != nil {
			return nil, err
		}
	}
	o.MinLength, o.MinCount = cmp.Or(o.MinLength, 2), cmp.Or(o.MinCount, 5)
	o.TimeLimit, o.Context = cmp.Or(o.TimeLimit, 100*time.Millisecond), cmp.Or(o.Context, 20)
	o.MinNew, o.MinReports = cmp.Or(o.MinNew, 10), cmp.Or(o.MinReports, 2)
	o.MinCohesion, o.MinEntropy = cmp.Or(o.MinCohesion, 3), cmp.Or(o.MinEntropy, 1)
	o.PairLimit, o.StringLimit = cmp.Or(o.PairLimit, maxKept), cmp.Or(o.StringLimit, maxKept)
	o.StopWords, o.Dictionary = o.StopWords.simple(o.Lexicon.Fold), o.Dictionary.simple(o.Lexicon.Fold)
	a := &Analyzer{Options: o}
	for _, p := range o.Patterns {
		c, bad := p.compile(o.Engine, o.TimeLimit)
		if bad != nil {
			return nil, bad
		}
		a.patterns = append(a.patterns, c)
	}
	return a, nil
}
