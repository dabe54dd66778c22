package correct

import "fmt"

// Tally gathers what became of the corrections of a list in a run. A text that
// lies in several files counts once, as carried out where one file took it.
type Tally struct {
	list  *List
	fates []fate
}

// fate is what became of one correction.
type fate struct {
	seen bool // its text was there
	file string
	why  *message
}

// NewTally starts a tally; that of a nil List stays empty.
func (l *List) NewTally() *Tally {
	if l == nil {
		return &Tally{}
	}
	return &Tally{list: l, fates: make([]fate, len(l.fixes))}
}

// Add counts the corrections of one text, once they have been applied; s may be nil.
func (t *Tally) Add(s *Sheet) {
	if s == nil {
		return
	}
	for i := range s.entries {
		e := &s.entries[i]
		if to := &t.fates[e.index]; !to.seen || to.why != nil && e.why == nil {
			*to = fate{seen: true, file: s.file, why: e.why}
		}
	}
}

// Outcome says what became of the corrections of a run.
type Outcome struct {
	Applied   int    // carried out
	Unmatched int    // their text was there, but they could not be carried out: len(Misses)
	Unused    int    // their text was not in this run
	Misses    []Miss // in the order of the corrections file
}

// Miss is a correction that could not be carried out, with the reason.
type Miss struct {
	Line int    // in the corrections file
	File string // whose text it speaks of
	message
}

// Error says in Chinese which line was not carried out and why.
func (m *Miss) Error() string { return fmt.Sprintf("第 %d 行（%s）：%s", m.Line, m.File, m.zh) }

// English says the same in English.
func (m *Miss) English() string { return fmt.Sprintf("line %d (%s): %s", m.Line, m.File, m.en) }

// Outcome sums up.
func (t *Tally) Outcome() (o Outcome) {
	for i := range t.fates {
		switch f := &t.fates[i]; {
		case !f.seen:
			o.Unused++
		case f.why == nil:
			o.Applied++
		default:
			o.Unmatched++
			o.Misses = append(o.Misses, Miss{t.list.fixes[i].line, f.file, *f.why})
		}
	}
	return o
}
