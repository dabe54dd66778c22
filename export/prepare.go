package export

import "github.com/zhaibao/zhaibao/corpus"

// prepared are the lines of a report that a Dir's Preparer made.
type prepared struct {
	dir         *Dir // for which they were made; nil once they are written
	facts, gaps [][]byte
	bytes       int64
}

const (
	// preparedText is the longest report that is prepared: the lines are several
	// times as long as the text, and those of a book are written as they are made.
	preparedText = 256 << 10
	// preparedBytes bounds the lines that wait behind a report that takes its time.
	preparedBytes = 32 << 20
)

// Preparer returns a function that makes the lines of a report's facts and gaps
// ahead of Add and leaves them in the item, for one goroutine; it is what
// corpus.Options.Prepare asks for. Add writes the same without it.
func (d *Dir) Preparer() func(*corpus.Item) {
	r := report{cat: d.report.cat, opts: &d.opts}
	facts, gaps := d.facts.maker(), d.gaps.maker()
	return func(item *corpus.Item) {
		p, _ := item.Prepared.(*prepared)
		if p == nil {
			p = &prepared{}
			item.Prepared = p
		}
		if p.dir == d {
			d.made.Add(-p.bytes)
		}
		p.dir, p.bytes = nil, 0
		if item.Document == nil || item.Result == nil || item.Document.Span.Len() > preparedText || d.made.Load() > preparedBytes {
			return
		}
		r.reset(item)
		p.facts, p.gaps = facts.start(p.facts), gaps.start(p.gaps)
		r.facts(func(m *mention) error { facts.add(p.facts, m); return nil })
		r.gaps(func(m *mention) error { gaps.add(p.gaps, m); return nil })
		for _, lines := range [...][][]byte{p.facts, p.gaps} {
			for _, l := range lines {
				p.bytes += int64(len(l))
			}
		}
		p.dir = d
		d.made.Add(p.bytes)
	}
}

// taken is what was prepared for the item, nil where nothing was.
func (d *Dir) taken(item *corpus.Item) *prepared {
	p, _ := item.Prepared.(*prepared)
	if p == nil || p.dir != d {
		return nil
	}
	p.dir = nil
	d.made.Add(-p.bytes)
	if d.report.counted.Copy || len(item.Copy.Echoes) > 0 { // which is known only now, and facts say that they are a copy's
		return nil
	}
	return p
}

// maker makes the lines of a table's rows for each of its files.
type maker[T any] struct{ lines []*lines[T] }

func (t *table[T]) maker() maker[T] {
	var m maker[T]
	for _, f := range t.files {
		m.lines = append(m.lines, newLines(t.columns, f.syntax))
	}
	return m
}

// start empties the lines, one list per file.
func (m *maker[T]) start(made [][]byte) [][]byte {
	if len(made) != len(m.lines) {
		made = make([][]byte, len(m.lines))
	}
	for i := range made {
		made[i] = made[i][:0]
	}
	return made
}

func (m *maker[T]) add(made [][]byte, r *T) {
	for i, l := range m.lines {
		made[i] = l.append(made[i], r)
	}
}
