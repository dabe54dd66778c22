package corpus

import (
	"bytes"
	"errors"
	"strings"

	"github.com/zhaibao/zhaibao/corpus/archive"
)

// nest is where in archives a file lies, and what they may still unpack to.
type nest struct {
	depth  int    // archives around it
	packed int64  // bytes of the outermost one that is held in memory
	left   *int64 // bytes that those inside it may still have
	only   string // the place inside the archive that is asked for, "" for all
}

// unpack reads what an archive in memory holds, an archive inside another one or
// one without its ending: one job, so that little of it is held at a time.
func (w *worker) unpack(o *outcome, name string, data []byte, n nest) {
	a, err := archive.List(bytes.NewReader(data), int64(len(data)))
	switch {
	case err == nil && a.Document:
		err = errDocument
	case err == nil && n.depth >= w.opts.Limits.Archives:
		err = ErrNested
	}
	if err != nil {
		o.fail(name, &Error{File: name, Op: "read", Err: err})
		return
	}
	files, skips := membersOf(a, func(member string) bool { return w.listed[endingOf(member)] || member == n.only })
	if len(files) == 0 && endingOf(name) != "" && !isZipName(name) { // what damage left of a document
		o.fail(name, &Error{File: name, Op: "read", Err: archive.ErrBroken})
		return
	}
	if n.left == nil {
		left := w.opts.Limits.Unpacked
		n.left, n.packed = &left, int64(len(data))
	}
	found := false
	for _, s := range skips {
		if at(n.only, s.Name) {
			found = true
			o.skips = append(o.skips, Skip{join(name, s.Name), s.Reason})
		}
	}
	for _, m := range files {
		inside, within := strings.CutPrefix(n.only, m.Name+"/")
		switch {
		case within && isZipName(m.Name):
		case at(n.only, m.Name):
			inside = ""
		default:
			continue
		}
		if w.ctx.Err() != nil {
			return
		}
		found = true
		w.packed(o, name+"/"+m.Name, m, nest{n.depth + 1, n.packed, n.left, inside})
	}
	if !found && n.only != "" {
		o.fail(name+"/"+n.only, &Error{File: name + "/" + n.only, Op: "read", Err: ErrNotPacked})
	}
}

// packed reads one member of an archive in memory.
func (w *worker) packed(o *outcome, name string, m *archive.Member, n nest) {
	defer w.recovered(name, func(err error) { o.fail(name, err) })
	data, err := m.Read(w.ctx, min(w.opts.MaxBytes, *n.left), w.opts.Limits.Ratio)
	*n.left -= int64(len(data))
	unpacked := w.opts.Limits.Unpacked - *n.left
	switch {
	case errors.Is(err, archive.ErrLarge) && *n.left < w.opts.MaxBytes:
		err = ErrUnpacked
	case errors.Is(err, archive.ErrLarge):
		err = ErrTooLarge
	case err == nil && unpacked > archive.Free && unpacked/w.opts.Limits.Ratio > n.packed:
		err = archive.ErrBomb
	}
	if err != nil {
		o.fail(name, &Error{File: name, Op: "read", Err: err})
		return
	}
	o.bytes += int64(len(data))
	w.content(o, name, data, n)
}
