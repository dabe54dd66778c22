package terms

import (
	"github.com/zhaibao/zhaibao/metrics"
)

// Counts is what one report holds. Its zero value is ready to be filled by
// Worker.Count; it may be filled again once a Table has taken it.
type Counts struct {
	// Hits are the keywords in context, in the order of the text.
	Hits []Hit
	// TimedOut names the patterns that were stopped in this report; they count
	// nothing in it.
	TimedOut []string

	group  metrics.ReportKey
	words  int // of all, stop words and names among them, but no numbers
	terms  []termCount
	pairs  []pairCount
	shares []int    // mentions by group of the dictionary
	runs   []uint16 // Han characters, 0 between two stretches
	total  int      // pairs, of any words
}

// termCount is a term of the report with how often it occurs, also as the first
// and as the second word of pairs.
type termCount struct {
	Term
	n, first, second uint32
}

// pairCount is a pair of terms, by their place in Counts.terms.
type pairCount struct {
	first, second uint32
	n             uint32
}

func (c *Counts) reset() {
	c.Hits, c.TimedOut = c.Hits[:0], c.TimedOut[:0]
	c.words, c.total = 0, 0
	c.terms, c.pairs, c.runs = c.terms[:0], c.pairs[:0], c.runs[:0]
	clear(c.shares)
}
