package meta

import (
	"slices"
	"strings"

	"github.com/zhaibao/zhaibao/period"
)

// Place is a region that was reported of.
type Place struct{ Name, Code string }

// FilePlace is what one report of a file speaks of.
type FilePlace struct {
	Place
	Period period.Period
}

// Known is what rows are matched with.
type Known struct {
	Places []Place
	Files  map[string][]FilePlace // by file, for rows that name one
	Strict bool                   // a region that is not in Places is an error, not a warning
}

// find returns the place that a row means: by code where both have one, else by
// name. found is false where there is none, and several are the places between
// which the name does not decide.
func (k *Known) find(name, code string) (place Place, found bool, several []Place) {
	for _, p := range k.Places {
		if code != "" && p.Code == code {
			return p, true, nil
		}
		if name != "" && p.Name == name && (code == "" || p.Code == "") {
			several = append(several, p)
		}
	}
	if len(several) == 1 {
		return several[0], true, nil
	}
	return Place{}, false, several
}

// resolve finds the place and the period of a row; ok is false where it has none.
func (p *parser) resolve(line int, r *row, file, name, code string) (ok bool) {
	if file != "" {
		return p.resolveFile(line, r, file, name, code)
	}
	if name == "" && code == "" {
		p.problem(line, "", sayf("没有写是哪个地区", "the row names no region"))
		return false
	}
	place, found, several := p.known.find(name, code)
	switch {
	case found:
		r.Place = place
	case len(several) > 0:
		p.problem(line, regionColumn, sayf("%q 有几个（%s），请在 region_code 列写明是哪一个", "there are several %q (%s); say which in region_code", name, codes(several)))
	default:
		p.unknown(line, name, code)
	}
	return found
}

func codes(places []Place) string {
	var list []string
	for _, p := range places {
		list = append(list, p.Code)
	}
	slices.Sort(list)
	return strings.Join(list, ", ")
}

func (p *parser) unknown(line int, name, code string) {
	if name == "" {
		name = code
	}
	m := sayf("%q 不在汇总表的地区中，这一行没有用上", "the table has no region %q; the row was not used", name)
	if p.known.Strict {
		p.problem(line, regionColumn, m)
		return
	}
	p.warnings = append(p.warnings, Problem{File: p.name, Line: line, Column: regionColumn, Message: m})
}

// resolveFile finds what a file speaks of; a region or period in the row picks among several.
func (p *parser) resolveFile(line int, r *row, file, name, code string) bool {
	places, known := p.known.Files[file]
	if !known {
		m := sayf("%q 不在 documents.csv 的文件中，这一行没有用上", "documents.csv has no file %q; the row was not used", file)
		if p.known.Strict {
			p.problem(line, fileColumn, m)
		} else {
			p.warnings = append(p.warnings, Problem{File: p.name, Line: line, Column: fileColumn, Message: m})
		}
		return false
	}
	var fits []FilePlace
	for _, f := range places {
		if (name == "" || f.Name == name) && (code == "" || f.Code == code) &&
			(r.period == "" || r.period == f.Period || r.period.Contains(f.Period)) && !slices.Contains(fits, f) {
			fits = append(fits, f)
		}
	}
	if len(fits) != 1 {
		p.problem(line, fileColumn, sayf("%q 中有 %d 个相符的地区和报告期，不能确定是哪一个；请写明 region 和 period", "%q holds %d regions and periods that fit; say which in region and period", file, len(fits)))
		return false
	}
	r.Place = fits[0].Place
	if r.period == "" {
		r.period = fits[0].Period
	}
	return true
}
