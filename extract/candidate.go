package extract

import (
	"github.com/zhaibao/zhaibao/extract/catalog"
	"github.com/zhaibao/zhaibao/extract/quantity"
	"github.com/zhaibao/zhaibao/period"
)

// candidate is a quantity on its way to become a fact, with its surroundings.
// The rules read it and fill its fact.
type candidate struct {
	*block
	w      *Worker
	m      *quantity.Mention
	class  classSet
	clause int // index into block.clauses
	// left is where the text that belongs to this figure starts: after the
	// figure before it in the clause, or at the clause's start. right is where
	// the text after it ends: at the next figure or the clause's end.
	left, right int
	prev        *candidate // the figure before it in the block, nil at its start
	open        int        // what bracketOpen has found, plus 2; 0 while nobody has asked
	listed      bool       // nothing but a list mark stands between prev and this one
	plan        bool       // under a headline of plans
	period      period.Period
	fact        Fact
	noun        hit // the noun that is counted, zero where none was found
	hasNoun     bool
	after       bool       // the noun follows the figure
	signed      bool       // the value's sign was turned by a word of decrease
	name        stretch    // the words that 分别 gives the figure, empty where it gives none
	shared      stretch    // all the words before 分别
	unnamed     bool       // 分别 gives more or fewer names than figures
	mismatch    bool       // the first of such figures
	distributed bool       // 一 with its classifier before it is what it is counted per
	of          *candidate // the figure of which this one tells how many were dealt with
	at          int        // index of its fact in the result
	cell        int        // its place in a table, from 1; 0 where it stands in none
	claim       *claim     // the user's pattern that takes it, nil where none does
}

// evidence looks for a word before the figure that points to a metric for its
// class, nearest first; verbs and nouns as asked.
func (c *candidate) evidence(from, to int, kind strength) (hit, catalog.Metric, bool) {
	hits := c.hitsIn(from, to)
	for i := len(hits) - 1; i >= 0; i-- {
		if m, ok := c.sense(hits[i], kind); ok {
			return hits[i], m, true
		}
	}
	return hit{}, 0, false
}

// first is evidence after the figure: the nearest is the first.
func (c *candidate) first(from, to int, kind strength) (hit, catalog.Metric, bool) {
	for _, h := range c.hitsIn(from, to) {
		if m, ok := c.sense(h, kind); ok {
			return h, m, true
		}
	}
	return hit{}, 0, false
}

// sense is the metric a word points to for the candidate's class.
func (c *candidate) sense(h hit, kind strength) (catalog.Metric, bool) {
	for _, s := range c.word(h).senses {
		if s.strength == kind && s.classes&c.class != 0 {
			return s.metric, true
		}
	}
	return 0, false
}

// adjacentCue returns the cue word that stands directly before the figure, over joining words.
func (c *candidate) adjacentCue(set cue) (hit, bool) {
	hits := c.hitsIn(c.left, c.m.First)
	end := c.skipSpaceBack(c.m.First)
	for i := len(hits) - 1; i >= 0; i-- {
		h := hits[i]
		if h.end != end {
			return hit{}, false
		}
		if c.cues(h)&set != 0 {
			return h, true
		}
		if c.cues(h)&cueLink == 0 {
			return hit{}, false
		}
		end = c.skipSpaceBack(h.start)
	}
	return hit{}, false
}

func (c *candidate) skipSpaceBack(i int) int {
	for i > c.left && (c.text.At(i-1) == ' ' || c.text.At(i-1) == '\n') {
		i--
	}
	return i
}

// cueBefore returns the last word with one of the cues between the figure's left end and the figure.
func (c *candidate) cueBefore(set cue) (hit, bool) { return c.cueIn(c.left, c.m.First, set) }

// emptyLeft reports whether nothing but joining words stands between the figure before and this one.
func (c *candidate) emptyLeft() bool {
	end := c.m.First
	hits := c.hitsIn(c.left, c.m.First)
	for i := len(hits) - 1; i >= 0 && hits[i].end == end && c.cues(hits[i])&(cueLink|cueBreak|cuePlan|cueResult|cueGoal) != 0 && !c.word(hits[i]).noun; i-- {
		end = hits[i].start
	}
	for i := c.left; i < end; i++ {
		if c.isHan(i) || c.text.At(i) >= 'A' && c.text.At(i) <= 'z' {
			return false
		}
	}
	return true
}

// directlyAfter reports whether a Chinese word follows the figure at once, as in 46支代表队.
func (c *candidate) directlyAfter() bool {
	return c.right > c.m.End && c.isHan(c.m.End) && !functionWord(c.text.At(c.m.End))
}

// functionWord reports whether a character opens a predicate and no noun.
func functionWord(r uint16) bool {
	switch r {
	case '受', '没', '遭', '待', '属', '才', '只', '仅', '刚', '曾', '又', '因', '由', '在', '已', '正', '尚', '未', '被', '将', '以', '的', '均', '都', '也', '还', '就', '是', '为', '与', '和', '及', '或',
		'于', '到', '从', '向', '但', '而', '仍', '需', '可', '左', '占', '比', '较', '同', '达', '不', '并', '全', '其', '来', '至', '等', '多':
		return true
	}
	return false
}

func (c *candidate) sentence() int { return c.clauses[c.clause].sentence }

// near reports whether an earlier figure stands in the same sentence or the one before, and within reach.
func (c *candidate) near(p *candidate) bool {
	return c.sentence()-p.sentence() <= 1 && c.m.First-p.m.First <= reach
}
