package export

import (
	"io"
	"os"
	"path/filepath"
	"slices"
)

// splicer is a Writer whose rows can be copied from an earlier file of its kind.
type splicer interface {
	offset() int64
	splice(from *os.File, s stretch) error
}

// offset is how many bytes were written so far.
func (f *file) offset() int64 { return f.written + f.copied.n + int64(len(f.buf)) }

// splice writes a stretch of another file. Stretches that follow each other are
// copied together, by the system where it can.
func (f *file) splice(from *os.File, s stretch) error {
	if s.n == 0 {
		return nil
	}
	if len(f.buf) == 0 && f.from == from && f.copied.at+f.copied.n == s.at {
		f.copied.n += s.n
		return nil
	}
	if err := f.write(); err != nil {
		return err
	}
	f.from, f.copied = from, s
	return nil
}

// copyNow writes the stretches that were gathered.
func (f *file) copyNow() error {
	s := f.copied
	if f.copied = (stretch{at: s.at + s.n}); s.n == 0 {
		return nil
	}
	if _, err := f.from.Seek(s.at, io.SeekStart); err != nil {
		return err
	}
	n, err := io.Copy(f.out, io.LimitReader(f.from, s.n))
	f.written += n
	if err == nil && n < s.n {
		err = io.ErrUnexpectedEOF
	}
	return err
}

// spliced is tables whose rows come in stretches that name themselves, and where
// the last run wrote them.
type spliced struct {
	log    *rowLog
	parts  []part
	old    []*os.File // one for each part; nil where nothing can be copied
	index  map[rowKey]int
	places []stretch
	before []stretch
	now    []stretch
}

// part is one output of a table.
type part struct {
	Writer
	table string
	rows  *int // of the table
}

func partsOf[T any](t *table[T], name string) (list []part) {
	if len(t.writers) > 0 {
		return nil // a format without a line per row is written anew, and so are the others
	}
	for _, w := range t.files {
		list = append(list, part{w, name, &t.rows})
	}
	return list
}

// splice prepares the copying of rows that key and their rowKeys tell; it is nil
// where nothing is kept or a format does not allow it. name is that of the log.
func (d *Dir) splice(name, key string, tables ...[]part) (*spliced, error) {
	if d.opts.Kept == nil {
		return nil, nil
	}
	s := &spliced{}
	var outputs []string
	for _, parts := range tables {
		if len(parts) == 0 {
			return nil, nil
		}
		for i, p := range parts {
			if _, ok := p.Writer.(splicer); !ok {
				return nil, nil
			}
			s.parts = append(s.parts, p)
			outputs = append(outputs, p.table+"."+d.opts.Formats[i].Name)
		}
	}
	s.before, s.now = make([]stretch, len(outputs)), make([]stretch, len(outputs))
	k := d.opts.Kept
	s.load(k, name, key, outputs)
	log, err := newRowLog(filepath.Join(k.Folder, name+".new"))
	if err != nil {
		return nil, err
	}
	s.log = log
	k.logs = append(k.logs, keptLog{logState{Name: name, Key: key, Outputs: outputs}, log})
	return s, nil
}

// load reads where the last run wrote rows, where that was to the same outputs.
func (s *spliced) load(k *Kept, name, key string, outputs []string) {
	i := slices.IndexFunc(k.state.Logs, func(l logState) bool { return l.Name == name })
	if i < 0 || k.state.Rows != k.key || k.state.Logs[i].Key != key || !slices.Equal(k.state.Logs[i].Outputs, outputs) {
		return
	}
	index, places, err := readRows(filepath.Join(k.Folder, name), k.state.Logs[i].Sum, len(outputs))
	if err != nil {
		return
	}
	for _, output := range outputs {
		f := k.source(output)
		if f == nil {
			s.close()
			return
		}
		s.old = append(s.old, f)
	}
	s.index, s.places = index, places
}

// close lets go of the old files.
func (s *spliced) close() {
	if s == nil {
		return
	}
	for _, f := range s.old {
		f.Close()
	}
	s.old, s.index = nil, nil
}

// rows copies the rows with that key where it can, else has write write them,
// and puts down where they stand.
func (s *spliced) rows(k rowKey, write func() error) error {
	for i := range s.parts {
		p := &s.parts[i]
		s.before[i] = stretch{at: p.Writer.(splicer).offset(), rows: *p.rows}
	}
	nameless := k.Sum == [16]byte{}
	if at, known := s.index[k]; known && !nameless {
		if err := s.copy(s.places[at : at+len(s.parts)]); err != nil {
			return err
		}
	} else if err := write(); err != nil || nameless {
		return err
	}
	for i := range s.parts {
		p, from := &s.parts[i], s.before[i]
		s.now[i] = stretch{from.at, p.Writer.(splicer).offset() - from.at, *p.rows - from.rows}
	}
	return s.log.add(k, s.now)
}

// copy copies a stretch of every part. Formats of one table count its rows once.
func (s *spliced) copy(from []stretch) error {
	for i, p := range s.parts {
		if err := p.Writer.(splicer).splice(s.old[i], from[i]); err != nil {
			return err
		}
		*p.rows = s.before[i].rows + from[i].rows
	}
	return nil
}

// late is what was decided of the report after its facts were found, from other
// reports: its rows are copied only where that is the same as before.
func (r *report) late() byte {
	switch {
	case r.Copy.Exact:
		return 2
	case r.counted.Copy:
		return 1
	}
	return 0
}
