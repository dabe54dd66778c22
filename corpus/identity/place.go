package identity

import (
	"strings"

	"github.com/zhaibao/zhaibao/internal/byhand"
	"github.com/zhaibao/zhaibao/region"
)

// readPlace reads the place and its code. A place that is a division has the code
// and path of package region; a township, a zone or one that the tables do not
// know has its name alone.
func (p *parser) readPlace(r *Row, name, code string) {
	if name == "-" {
		r.Region = Text{Set: true}
		if code != "" && code != "-" {
			p.problem(r.Line, "region_code", byhand.Sayf("region 清空了（-），这里也应留空", "region is emptied (-), so leave this empty too"))
		}
		return
	}
	if code == "-" {
		code = ""
	}
	var d region.Division
	if code != "" {
		var known bool
		if d, known = region.ByCode(code); !known {
			p.problem(r.Line, "region_code", byhand.Sayf("没有行政区划代码 %q；请写 GB/T 2260 的六位代码，如 320106", "there is no code %q; write the six digits of GB/T 2260, such as 320106", code))
			return
		}
		if name == "" {
			r.set(d.Name, d.Code, d.Path())
			return
		}
	}
	if name == "" {
		return
	}
	year := 0
	if r.Period.Value != "" && !r.Period.Value.IsMasked() {
		year = r.Period.Value.Year()
	}
	var context []string
	if d.Code != "" {
		context = append(context, d.Path())
	}
	found := region.ResolveAt(year, name, context...)
	own := lastName(name, found)
	switch {
	case d.Code != "" && found.Code() == d.Code:
		r.set(own, d.Code, d.Path())
	case d.Code != "":
		p.problem(r.Line, "region_code", byhand.Sayf("代码 %s 是%s，不是%q；请改正其中一个", "%s is the code of %s, not of %q; correct one of them", d.Code, d.Path(), name))
	case found.By == region.Conflict:
		p.problem(r.Line, "region", byhand.Sayf("%q 前后不符，没有这样的地方；请核对上级地区", "%q contradicts itself, there is no such place; check the larger places", name))
	case len(found.Candidates) > 1 && p.ours && code == "": // documents.csv left open which
		r.set(name, "", "")
	case len(found.Candidates) > 1:
		p.problem(r.Line, "region", byhand.Sayf("%q 有几个（%s）；请写上级地区（如 南京市鼓楼区），或在 region_code 列写明", "there are several %q (%s); write the larger place in front, such as 南京市鼓楼区, or fill region_code", name, paths(found.Candidates)))
	case found.Code() == "": // a township or a zone: its name alone would be that of many
		r.set(name, "", found.Path())
	default:
		r.set(own, found.Code(), found.Path())
	}
}

func (r *Row) set(name, code, path string) {
	r.Region, r.Code, r.Path = Text{true, name}, code, path
}

// lastName is the chain's own place: 鼓楼区 of 江苏省南京市鼓楼区.
func lastName(chain string, found region.Resolution) string {
	last := found.Division.Name
	if n := len(found.Rest); n > 0 {
		last = found.Rest[n-1]
	}
	if last != "" && strings.HasSuffix(chain, last) {
		return last
	}
	return chain
}

func paths(list []region.Division) string {
	var out []string
	for _, d := range list {
		if len(out) == 4 {
			out = append(out, "…")
			break
		}
		out = append(out, d.Path()+" "+d.Code)
	}
	return strings.Join(out, ", ")
}
