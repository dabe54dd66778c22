package copies

import (
	"strings"

	"github.com/zhaibao/zhaibao/period"
)

// Identity is whose report it is and of what time, as far as that is known.
type Identity struct {
	File   string
	Doc    int
	Region string        // the place's name
	Code   string        // its code
	Path   string        // its path in the tree of divisions
	Org    string        // the body that reports
	Period period.Period // the report's
	Own    bool          // it was said by hand that it is no copy
}

// hash tells texts of different places, bodies and periods apart.
func (id *Identity) hash(h uint64) uint64 {
	for _, part := range [...]string{id.Region, id.Code, id.Path, id.Org, string(id.Period)} {
		h = mix(hashText(part), h)
	}
	if id.Own {
		h = ^h
	}
	return h
}

// place is where a report comes from.
type place struct{ name, code, path string }

func (id *Identity) place() place { return place{id.Region, id.Code, id.Path} }

func (p place) own() place {
	return place{strings.Clone(p.name), strings.Clone(p.code), strings.Clone(p.path)}
}

// unknown reports whether nothing is known of the place.
func (p place) unknown() bool { return p.name == "" && p.code == "" }

// differs reports whether both places are known and not the same.
func (p place) differs(q place) bool {
	switch {
	case p.unknown() || q.unknown():
		return false
	case p.code != "" && q.code != "":
		return p.code != q.code
	case p.path != "" && q.path != "":
		return p.path != q.path
	}
	return p.name != q.name
}

// apart reports whether both are known and neither lies in the other: a city's
// report may well quote its counties.
func (p place) apart(q place) bool { return p.differs(q) && !p.holds(q) && !q.holds(p) }

func (p place) holds(q place) bool {
	n := len(p.path)
	return n > 0 && len(q.path) > n && q.path[:n] == p.path && q.path[n] == '/'
}

// time is a period that is kept.
type time struct{ period.Period }

func (t time) own() time { return time{period.Period(strings.Clone(string(t.Period)))} }

// periods says how two periods stand to each other.
type periods uint8

const (
	same      periods = iota // both known and the same
	unsure                   // one is not stated, or its year is masked
	different                // known and not the same: never copies of each other
)

func compare(p, q period.Period) periods {
	switch {
	case p == "" || q == "":
		return unsure
	case p.IsMasked() && q.IsMasked():
		if p == q {
			return unsure
		}
		return different
	case p.IsMasked() || q.IsMasked():
		if p.WithYear(q.Year()) == q || q.WithYear(p.Year()) == p {
			return unsure
		}
		return different
	case p == q:
		return same
	}
	return different
}
