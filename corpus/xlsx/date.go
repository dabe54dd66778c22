package xlsx

import (
	"fmt"
	"math"
	"strconv"
	"strings"
	"time"
)

// moment writes a serial number of days as the parts of a date that the section
// shows: 2019-06-30, 2019-06, 2019, 2019-06-30 08:30, 08:30:05, 26:30. What is
// no date in Excel either is "".
func (s *section) moment(d decimal, date1904 bool) string {
	serial, err := strconv.ParseFloat(d.general(), 64) // a time is no figure
	if err != nil || serial < 0 || serial >= 2958466 || math.IsNaN(serial) {
		return ""
	}
	has := s.shows()
	seconds := int64(math.Round(serial * 86400))
	if !has['s'] {
		seconds = int64(math.Round(serial*1440)) * 60
	}
	days := seconds / 86400
	clock := ""
	switch {
	case has['H']:
		clock = fmt.Sprintf("%d:%02d", seconds/3600, seconds/60%60)
	case has['h'], has['n']:
		clock = fmt.Sprintf("%02d:%02d", seconds%86400/3600, seconds/60%60)
	}
	if has['s'] && clock != "" {
		clock += fmt.Sprintf(":%02d", seconds%60)
	}
	if !has['y'] && !has['m'] && !has['d'] || days == 0 && !date1904 && clock != "" {
		return clock
	}
	if !has['h'] && !has['n'] && !has['H'] {
		days = int64(serial)
	}
	if days == 0 && !date1904 {
		return ""
	}
	date := day(days, date1904)
	switch {
	case has['d']:
		return strings.TrimSpace(date + " " + clock)
	case has['m']:
		return date[:7]
	}
	return date[:4]
}

// day is the date of a day's number; 60 is the 29 February 1900 that never was.
func day(days int64, date1904 bool) string {
	base := time.Date(1899, 12, 30, 0, 0, 0, 0, time.UTC)
	switch {
	case date1904:
		base = time.Date(1904, 1, 1, 0, 0, 0, 0, time.UTC)
	case days == 60:
		return "1900-02-29"
	case days < 60:
		base = base.AddDate(0, 0, 1)
	}
	return base.AddDate(0, 0, int(days)).Format("2006-01-02")
}

// shows are the parts that the section shows: y, m(onth), d, h, H (elapsed), n
// (minutes), s. A month without a year is shown as a whole date.
func (s *section) shows() map[byte]bool {
	has := map[byte]bool{}
	var parts []token
	for _, t := range s.tokens {
		if strings.IndexByte("ymdhsegba", t.kind) >= 0 {
			parts = append(parts, t)
		}
	}
	for i, t := range parts {
		elapsed := t.text[0] == '['
		kind := t.kind
		switch {
		case elapsed:
			has['H'] = true
			continue
		case kind == 'm' && len(t.text) <= 2 && (i > 0 && parts[i-1].kind == 'h' || i+1 < len(parts) && parts[i+1].kind == 's'):
			kind = 'n'
		case kind == 'e', kind == 'g', kind == 'b':
			kind = 'y'
		case kind == 'a':
			kind = 'd' // the day of the week
		}
		has[kind] = true
	}
	if has['m'] && !has['y'] {
		has['d'] = true
	}
	if has['s'] {
		has['n'] = true
	}
	return has
}

// isoDate shortens a date as strict files store it: 2019-06-30T00:00:00.
func isoDate(s string) string {
	date, clock, ok := strings.Cut(s, "T")
	if !ok {
		return s
	}
	clock = strings.TrimSuffix(clock, "Z")
	clock, _, _ = strings.Cut(clock, ".")
	if clock == "00:00:00" {
		return date
	}
	return date + " " + strings.TrimSuffix(clock, ":00")
}
