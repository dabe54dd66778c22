package corpus

import (
	"strings"

	"github.com/zhaibao/zhaibao/corpus/identity"
)

// describe is what the report says of itself, with what its part is given and,
// before all that, what was said of it by hand.
func (w *worker) describe(item *Item, s source) Meta {
	m := w.describeText(s, item.File)
	r, used := w.opts.Identity.For(item.File, item.Doc)
	item.used, item.original = used, r != nil && r.Own
	if r != nil {
		override(&m, r, &w.found.parts)
	}
	return m
}

// override puts what was said by hand into m. The place's code and path follow
// from its name and the report's year, and where those leave it open from p, which
// has read the report.
func override(m *Meta, r *identity.Row, p *parts) {
	if r.Title.Set {
		m.Title, m.Genre = strings.Clone(r.Title.Value), genre(r.Title.Value)
	}
	if r.Genre.Set {
		m.Genre = r.Genre.Value
	}
	if r.Org.Set {
		m.Org = r.Org.Value
	}
	if r.Period.Set {
		m.Period = r.Period.Value
	}
	switch {
	case r.Region.Set:
		m.Region, m.RegionCode, m.RegionPath = r.Region.Value, r.Code, r.Path
		if r.Path == "" {
			p.locate(m)
		}
	case r.Period.Set:
		m.RegionCode, m.RegionPath = "", ""
		p.locate(m)
	}
}

// missing is the error of rows whose file is not among those that are read.
func missing(list *identity.List, files []File) error {
	if list == nil {
		return nil
	}
	names := make([]string, len(files))
	for i := range files {
		names[i] = files[i].Name
	}
	return list.Missing(names)
}
