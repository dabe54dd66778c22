package bench

// Answer is what a contender found: it must be the same every time.
type Answer struct {
	Count int   // facts, words, matches or groups
	Sum   int64 // of values, bytes or places, as the contender says
}

func (a *Answer) add(b Answer) { a.Count, a.Sum = a.Count+b.Count, a.Sum+b.Sum }
