package corpus

import (
	"cmp"
	"strings"

	"github.com/zhaibao/zhaibao/period"
	"github.com/zhaibao/zhaibao/region"
)

// org is the body that reports: the heading's, the signature's, the one for
// which the opening speaks or the one that acts there.
func (p *parts) org() string {
	name := p.headingOrg()
	if signed := p.signedOrg(); name == "" || signed != "" && strings.HasSuffix(signed, name) {
		name = cmp.Or(signed, name)
	}
	name = cmp.Or(name, p.spokenOrg())
	if name == "" {
		name = p.actingOrg()
	}
	if name != "" && isBarePlace(name) {
		name = p.fullName(name)
	}
	return shortPlace(name)
}

// headingOrg is the body on a line of its own in the heading, else the one
// with which a title begins.
func (p *parts) headingOrg() string {
	for _, l := range p.heading {
		if l.org != "" && !l.date() && !isAnnex(l.line) {
			return l.org
		}
	}
	for _, l := range p.heading {
		if l.date() || isAnnex(l.line) {
			continue
		}
		if name := titleOrg(l); name != "" {
			return name
		}
	}
	return ""
}

// isAnnex reports whether l is a note to the report and no label for its body.
func isAnnex(l line) bool {
	return hasAnyPrefix(l.text, annexWords...) && labelled(l.text) == l.text
}

// titleOrg is the body with which the title l, or a part of it, begins.
func titleOrg(l headLine) string {
	for _, t := range l.heads {
		name := headOrg(t.text)
		if name == "" || strings.HasSuffix(l.text[:t.start], "在") && endsAsRuler(name) {
			continue // 在…人大常委会…会议上 names the audience
		}
		if l.score > 0 || belongs(t.text, name) {
			return withLead(l.text, t.start, name)
		}
	}
	t := stripLead(l.text)
	if i := strings.Index(t, "："); i > 0 { // 清水湾街道：文化惠民暖人心
		if n, ok := region.Head(t); ok && n.End == i {
			return t[:i]
		}
	}
	return ""
}

// titleHead is a part of a title at whose start a name may stand.
type titleHead struct {
	text  string
	start int // in the line
}

// appendTitleHeads appends the parts of a title: the whole, what follows a dash or colon,
// and what follows 在 at its start (在松河县文化局工作会议上的报告).
func appendTitleHeads(dst []titleHead, t string) []titleHead {
	whole := stripLead(t)
	last := len(t) - len(whole) // where the last head starts
	dst = append(dst, titleHead{whole, last})
	add := func(from int) {
		rest := stripLead(t[from:])
		if start := len(t) - len(rest); start > last {
			dst, last = append(dst, titleHead{rest, start}), start
		}
	}
	if strings.HasPrefix(whole, "在") {
		add(last + len("在"))
	}
	for _, mark := range [...]string{"——", "：", "】", " ", "\u3000"} {
		if i := strings.LastIndex(t, mark); i > 0 && i+len(mark) < len(t) {
			add(i + len(mark))
		}
	}
	return dst
}

// belongs reports whether what follows a body's name in a heading that has no
// word of a report shows that the heading is the body's: a period, 关于, the
// holder of an office, its deeds.
func belongs(t, name string) bool {
	rest := t[len(name):]
	if rest == "" {
		return false
	}
	_, timed := period.Leading(rest[:runeFloor(rest, 40)])
	return timed || hasAnyPrefix(rest, "关于", "關於", "长", "领导", "：") || doing.begins(rest) > 0 || holder.begins(rest) > 0 || isPlaced(name)
}

func isPlaced(name string) bool {
	head, _ := place(name)
	return head.End > 0
}

// signedOrg is the signature's body: a line with a name alone.
func (p *parts) signedOrg() string {
	for i := len(p.signature) - 1; i >= 0; i-- {
		l := p.signature[i]
		if isAnnex(l) {
			continue
		}
		name := orgLine(l)
		if name != "" && (isPlaced(name) || i+1 < len(p.signature) && p.signature[i+1].date()) {
			return name
		}
	}
	return ""
}

// spokenOrg is the body for which the opening speaks: 我代表柳河镇人民政府向大会
// 报告工作; 受松河县人民政府委托，现将….
func (p *parts) spokenOrg() string {
	for _, l := range p.opening {
		for _, w := range []string{"代表", "受"} {
			for rest := l.text; ; {
				_, after, ok := strings.Cut(rest, w)
				if !ok {
					break
				}
				rest = after
				if name := spoken(after[:runeFloor(after, 120)], w); name != "" {
					return name
				}
			}
		}
	}
	return ""
}

// spoken is the name at the start of s, which follows 代表 or 受: up to 委托 or
// the audience.
func spoken(s, word string) string {
	end := max(strings.Index(s, "委托"), strings.Index(s, "委託"))
	if word == "代表" {
		end = -1
		for _, w := range []string{"，", "向", "对", "作", "。", "、", "就"} {
			if i := strings.Index(s, w); i >= 0 && (end < 0 || i < end) {
				end = i
			}
		}
	}
	if end <= 0 {
		return ""
	}
	t := stripLead(strings.TrimSuffix(s[:end], "的"))
	name := orgName(t)
	if name == "" || name != t && !strings.HasPrefix(t, name) {
		return ""
	}
	return withLead(s, strings.Index(s, t), name)
}

// isBarePlace reports whether a name has only its rank where the place should be: 市文化馆.
func isBarePlace(name string) bool {
	n, ok := region.Head(name)
	return bareRank(name) > 0 && !(ok && n.End > 0)
}

// fullName is the name with its place, where the text has it in front of the
// bare name somewhere: 海棠市文化馆 for 市文化馆.
func (p *parts) fullName(bare string) string {
	for _, l := range p.all {
		for from := 0; ; {
			i := strings.Index(l.text[from:], bare)
			if i < 0 {
				break
			}
			from += i + len(bare)
			if start := placeBefore(l.text, from-len(bare), bareRank(bare)); start >= 0 {
				return l.text[start:from]
			}
		}
	}
	return bare
}

// placeBefore is where a place's name begins whose rank, of length rank, stands
// at i of s; -1 where no name with a certain left end does.
func placeBefore(s string, i, rank int) int {
	from := runeCeil(s, i-placeReach)
	for _, n := range region.Find(s[from : i+rank]) {
		if n.End == i+rank-from && (n.Start > 0 || from == 0) {
			return from + n.Start
		}
	}
	return -1
}

// placeReach is how far in front of a name its place is looked for, in bytes.
const placeReach = 120

// shortPlace cuts the outer places from a body's name, as the body itself
// does: 白沙区卫生健康局 for 灵川市白沙区卫生健康局.
func shortPlace(name string) string {
	n, ok := region.Head(name)
	if !ok || nameLeads.begins(name) > 0 {
		return name
	}
	return name[n.Last:]
}
