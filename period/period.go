// Package period holds the time a report or a figure speaks of: a year, a
// half, a quarter, a month or a range of months.
package period

// Period is a calendar period in its written form: "2019", "2019H1",
// "2019Q2", "2019-06", "2019-01/2019-05", "XXXXH1" where the year is masked,
// "" where the text does not say. It is comparable and fit as a map key.
type Period string
