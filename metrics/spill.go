package metrics

import (
	"bufio"
	"errors"
	"io"
	"os"
)

// source gives groups in order: a run, or one that was put on disk.
type source interface {
	advance() bool // makes at the next group; false behind the last
	at() *Group
}

// SpillTo has runs that take more than limit bytes together put into a file in
// dir, and lets no more figures wait than limit bytes hold while they are sorted.
// Close removes the file. Without it everything stays in memory.
func (a *Aggregator) SpillTo(dir string, limit int) {
	a.spillDir, a.spillLimit, a.spills = dir, limit, true
}

// Close removes what was put on disk. The aggregator is of no use afterwards.
func (a *Aggregator) Close() error {
	var errs []error
	for _, name := range a.files {
		errs = append(errs, os.Remove(name))
	}
	a.files, a.runs = nil, nil
	return errors.Join(errs...)
}

// size is what a run takes in memory, about.
func (r *run) size() int { return 32*len(r.heads) + 8*len(r.values) + 600*len(r.rests) }

// maxFiles is how many files are kept before they are merged into one.
const maxFiles = 16

// spill puts all runs into a file where they are too large.
func (a *Aggregator) spill() {
	size := 0
	for _, r := range a.runs {
		size += r.size()
	}
	if !a.spills || size <= a.spillLimit || a.err != nil {
		return
	}
	before := a.files
	if len(before) < maxFiles {
		a.files = nil // merged when there are more
	}
	name, err := a.writeSpill()
	if err != nil {
		a.err, a.files = err, before
		return
	}
	a.runs = nil
	if len(before) < maxFiles {
		a.files = append(before, name)
		return
	}
	for _, old := range before {
		os.Remove(old)
	}
	a.files = []string{name}
}

func (a *Aggregator) writeSpill() (name string, err error) {
	f, err := os.CreateTemp(a.spillDir, "zhaibao-*.part")
	if err != nil {
		return "", err
	}
	defer func() {
		if err = errors.Join(err, f.Close()); err != nil {
			os.Remove(f.Name())
		}
	}()
	out := bufio.NewWriterSize(f, 1<<16)
	var e encoder
	a.each(func(g *Group) bool {
		e = e[:0]
		e.uint(1)
		e.group(uint64(g.key), g)
		_, err = out.Write(e)
		return err == nil
	})
	return f.Name(), errors.Join(err, a.err, out.WriteByte(0), out.Flush())
}

// file reads groups from disk.
type file struct {
	in    *os.File
	d     decoder
	group Group
}

func openSpill(name string) (*file, error) {
	in, err := os.Open(name)
	if err != nil {
		return nil, err
	}
	return &file{in: in, d: decoder{in: bufio.NewReaderSize(in, 1<<16)}}, nil
}

func (f *file) advance() bool {
	if f.d.uint(1, "group") != 1 {
		return false
	}
	key := f.d.group(&f.group)
	f.group.key = groupKey(key)
	return f.d.err == nil
}

func (f *file) at() *Group { return &f.group }

func (f *file) close() error {
	if f.d.err != nil && !errors.Is(f.d.err, io.EOF) {
		return errors.Join(f.d.err, f.in.Close())
	}
	return f.in.Close()
}
