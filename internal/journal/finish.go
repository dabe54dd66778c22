package journal

import (
	"errors"
	"io"
	"os"
)

// slack is how many bytes nobody needs may lie in a journal at any rate.
const slack = 1 << 20

// Finish writes the journal anew, without what no source of this run needed,
// where that is more than half of it; else it does nothing.
func (j *Journal) Finish() error {
	j.mu.Lock()
	defer j.mu.Unlock()
	live := j.live()
	size, seen := int64(len(j.title)), map[int64]bool{}
	for i := range live {
		size += headerSize
		if e := &live[i]; !seen[e.at] {
			seen[e.at] = true
			size += int64(e.n)
		}
	}
	if j.err != nil || j.end-size <= size+slack {
		return nil
	}
	return j.rewrite(live)
}

// live are the last records of the sources of this run.
func (j *Journal) live() []Entry {
	var live []Entry
	last := make(map[Sum]int, len(j.own))
	for i := range j.own {
		last[j.own[i].ID] = i
	}
	for i := range j.old {
		if _, again := last[j.old[i].ID]; j.used[i] && !again {
			live = append(live, j.old[i])
		}
	}
	for i := range j.own {
		if last[j.own[i].ID] == i {
			live = append(live, j.own[i])
		}
	}
	return live
}

// rewrite puts the records into a new file, which then takes the old one's place.
func (j *Journal) rewrite(live []Entry) (err error) {
	name := j.path + ".new"
	out, err := os.Create(name)
	if err != nil {
		return err
	}
	defer func() {
		if err != nil {
			out.Close()
			os.Remove(name)
		}
	}()
	if _, err = io.WriteString(out, j.title); err != nil {
		return err
	}
	end := int64(len(j.title))
	moved := make(map[int64]int64, len(live))
	for i := range live {
		e := live[i]
		at, again := moved[e.at]
		if !again {
			at = end + headerSize
			moved[e.at] = at
		}
		from := e.at
		e.at = at
		h := e.header()
		if _, err = out.Write(h[:]); err != nil {
			return err
		}
		if end += headerSize; again {
			continue
		}
		if _, err = io.Copy(out, io.NewSectionReader(j.file, from, int64(e.n))); err != nil {
			return err
		}
		end += int64(e.n)
	}
	if err = errors.Join(out.Close(), j.file.Close()); err != nil { // some systems rename no file that is open
		return err
	}
	if err = os.Rename(name, j.path); err == nil {
		j.end = end
	}
	var opened error
	if j.file, opened = os.OpenFile(j.path, os.O_RDWR, 0); opened != nil {
		j.err = opened
	}
	return errors.Join(err, opened)
}
