package region

import "slices"

// inForce returns a copy of the senses that a name can have in a year.
//
//  1. Where the year is not known, a former sense gives way to today's that
//     follows it or lies in the same place (铜仁市, once a county's city of today's 铜仁市).
//  2. Where it is known, a sense counts that was in force then; names linger,
//     so that where none was, all count.
func (t *tree) inForce(senses []sense, year int) []sense {
	if year == 0 {
		var out []sense
		for _, s := range senses {
			if s.former < 0 || !t.followed(s, senses) {
				out = append(out, s)
			}
		}
		return out
	}
	out := slices.DeleteFunc(slices.Clone(senses), func(s sense) bool { return !t.stood(s, year) })
	if len(out) == 0 {
		return slices.Clone(senses)
	}
	return out
}

// stood reports whether a sense may have been in force in a year. Editions are
// up to fifteen months apart, and reports use an old name for a while.
func (t *tree) stood(s sense, in int) bool {
	if s.former < 0 {
		return in >= int(t.since[s.to])-1
	}
	return in <= int(year(t.former[s.former].Gone))
}

// followed reports whether one of the senses is today's and took over, whole
// or in part, what the former sense f meant.
func (t *tree) followed(f sense, senses []sense) bool {
	for _, s := range senses {
		if s.former >= 0 {
			continue
		}
		for _, code := range t.former[f.former].Now {
			if now := t.byCode[code]; t.within(now, s.to) || t.within(s.to, now) {
				return true
			}
		}
	}
	return false
}
