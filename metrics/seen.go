package metrics

// seen tells the first fact of a report in each group from the others.
type seen struct {
	report uint32              // the report's number, from 1
	last   []stamp             // by what
	others map[groupKey]uint32 // the last report with a fact in the group, where a report has several periods
}

// stamp is the last report with a fact, and the first of its groups.
type stamp struct {
	report uint32
	key    groupKey
}

func (s *seen) next() { s.report++ }

// first reports whether this is the report's first fact in the group.
func (s *seen) first(key groupKey) bool {
	what := int(key.what())
	for what >= len(s.last) {
		s.last = append(s.last, stamp{})
	}
	switch at := &s.last[what]; {
	case at.report != s.report:
		*at = stamp{s.report, key}
		return true
	case at.key == key:
		return false
	}
	if s.others == nil {
		s.others = map[groupKey]uint32{}
	}
	before := s.others[key]
	s.others[key] = s.report
	return before != s.report
}
