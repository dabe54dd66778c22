package copies

const (
	// Line is the least similarity of a copy to its source, in a hundred, where
	// both periods are known. Forms that offices fill in for themselves have
	// figures in common by chance only, which is 5 or 10.
	Line = 50
	// UnsureLine is that where a period is not stated or its year masked: the
	// report might be of another year and keep figures that did not change.
	UnsureLine = 80
	// leastFigures is how many figures two reports must share to be called copies
	// where not all their text is the same: two short notes of one figure each may
	// agree by chance.
	leastFigures = 4
)

// likeness is how much two sketches have in common.
type likeness struct {
	text, figures int // in a hundred
	shared        int // bins with the same figure
	none          bool
}

// like compares two sketches. Where neither has figures only the text counts.
func like(aText, bText *[textBins]uint8, aFigures, bFigures *[figureBins]uint8) likeness {
	var l likeness
	m, u := overlap(aText[:], bText[:])
	l.text = dice(m, u)
	l.shared, u = overlap(aFigures[:], bFigures[:])
	l.figures, l.none = dice(l.shared, u), u == 0
	return l
}

// similarity is the smaller of both.
func (l likeness) similarity() int { return min(l.text, l.figures) }

// overlap counts the bins that agree and those that are filled in one at least.
func overlap(a, b []uint8) (match, union int) {
	for i, x := range a {
		if x|b[i] != 0 {
			union++
			if x == b[i] {
				match++
			}
		}
	}
	return match, union
}

// dice turns the Jaccard estimate match ÷ union into a Dice coefficient, in a hundred.
func dice(match, union int) int {
	if union == 0 {
		return 100
	}
	return (200*match + (match+union)/2) / (match + union)
}

// copied decides whether a report is a copy of an earlier one: when tells how
// the periods stand, elsewhere that both places are known and differ.
func (l likeness) copied(when periods, elsewhere bool) bool {
	s := l.similarity()
	line := Line
	if when == unsure {
		line = UnsureLine
	}
	switch {
	case when == different || s < line:
		return false
	case l.shared >= leastFigures:
		return true
	case elsewhere:
		return false
	}
	return s >= 95
}

// Similarity compares two sketches: how much of the masked text and how much of
// the figures they have in common, each in a hundred. Without figures in either
// the second is 100.
func Similarity(a, b *Sketch) (text, figures int) {
	l := like(&a.Text, &b.Text, &a.Figures, &b.Figures)
	return l.text, l.figures
}
