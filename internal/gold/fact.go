package gold

import (
	"cmp"
	"strings"
)

// Fact is what a marked and an extracted fact have in common. Start and End
// are half-open code points of the decoded file. Numbers are decimal strings,
// "" where there is none; an empty Bound, Role or Basis is its default.
type Fact struct {
	Start, End  int
	Text        string // the span's text
	Metric      string // code
	Value, High string // in Unit; 万 and 亿 multiplied out
	Unit        string
	Bound       string // exact (default), about, over, under, range
	Role        string // actual (default), target, reference
	Basis       string // total (default), part, each
	Status      string // "" (default), done, ongoing, undone
	Label       string
	Missing     bool // the number was lost: no value
}

// Marked is a fact of an annotated report.
type Marked struct {
	Fact
	Optional bool     // readers may differ: neither required nor wrong
	Alt      []string // further metric codes that count as right
}

// Document is an annotated report.
type Document struct {
	Name  string            // the file's name without folder and ending
	Meta  map[string]string // the header: id, region, org, period
	Text  string            // the report without brackets; "" when read from .gold.jsonl
	Facts []Marked
}

// Prediction is an extracted fact. File is matched with a Document by its
// name without folder and ending.
type Prediction struct {
	File string
	Fact
}

// DocPrediction is what was found out about a report as a whole.
type DocPrediction struct {
	File, Region, Org, Period string
}

// The attributes that the step strict compares, in the order of the report.
const (
	role = iota
	basis
	bound
	status
	numAttributes
)

var attributeNames = [numAttributes]string{"role", "basis", "bound", "status"}

// attributes returns the fact's attributes with the defaults filled in.
func (f *Fact) attributes() [numAttributes]string {
	return [numAttributes]string{
		role:   cmp.Or(f.Role, "actual"),
		basis:  cmp.Or(f.Basis, "total"),
		bound:  cmp.Or(f.Bound, "exact"),
		status: f.Status,
	}
}

// completionStatus is the one metric that counts nothing.
const completionStatus = "completion_status"

// kind tells apart facts that are never paired with each other.
type kind uint8

const (
	quantityKind kind = iota
	missingKind
	statusKind
)

func (f *Fact) kind() kind {
	switch {
	case f.Metric == completionStatus:
		return statusKind
	case f.Missing:
		return missingKind
	}
	return quantityKind
}

// overlap is the number of code points two facts share, at most 0 where they share none.
func (f *Fact) overlap(g *Fact) int {
	return min(f.End, g.End) - max(f.Start, g.Start)
}

// stem is the last part of a path, either slash, without its ending.
func stem(path string) string {
	parts := strings.FieldsFunc(path, func(r rune) bool { return r == '/' || r == '\\' })
	for len(parts) > 0 && parts[len(parts)-1] == "." {
		parts = parts[:len(parts)-1]
	}
	if len(parts) == 0 {
		return ""
	}
	name := parts[len(parts)-1]
	if dot := strings.LastIndexByte(name, '.'); dot > 0 && dot < len(name)-1 {
		return name[:dot]
	}
	return name
}
