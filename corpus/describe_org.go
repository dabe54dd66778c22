package corpus

import (
	"cmp"
	"strings"

	"github.com/zhaibao/zhaibao/period"
	"github.com/zhaibao/zhaibao/region"
)

// org is the body that reports: the heading's, the signature's or the one that
// acts in the opening.
func (p parts) org() string {
	name := p.headingOrg()
	if signed := p.signedOrg(); name == "" || signed != "" && strings.HasSuffix(signed, name) {
		name = cmp.Or(signed, name)
	}
	if name == "" {
		name = p.openingOrg()
	}
	if name != "" && isBarePlace(name) {
		name = p.fullName(name)
	}
	return strings.Clone(shortPlace(name))
}

func (p parts) headingOrg() string {
	for _, l := range p.heading {
		if l.date() {
			continue
		}
		if name := orgLine(l); name != "" {
			return name
		}
		t := stripLead(cutNumber(l.text))
		if name := headOrg(t); name != "" && titleScore(l) > 0 {
			return name
		}
		if i := strings.Index(t, "："); i > 0 { // 清水湾街道：文化惠民暖人心
			if n, ok := region.Head(t); ok && n.End == i {
				return t[:i]
			}
		}
	}
	return ""
}

// signedOrg is the signature's body: a line with a name alone.
func (p parts) signedOrg() string {
	for i := len(p.signature) - 1; i >= 0; i-- {
		l := p.signature[i]
		if hasAnyPrefix(l.text, annexWords...) {
			continue
		}
		name := orgLine(l)
		head, _ := place(name)
		if name != "" && (head.End > 0 || i+1 < len(p.signature) && p.signature[i+1].date()) {
			return name
		}
	}
	return ""
}

// openingOrg is the body that acts at the start of a clause in the opening:
// 今年以来，县文化局认真贯彻…; 我代表柳河镇人民政府向大会报告.
func (p parts) openingOrg() string {
	for _, l := range p.opening {
		for _, clause := range clauses(l.text) {
			if _, after, ok := strings.Cut(clause, "我代表"); ok {
				if head, _, ok := strings.Cut(strings.TrimPrefix(after, "中共"), "向"); ok {
					return orgName(head)
				}
			}
			if name := actor(clause); name != "" {
				return name
			}
		}
	}
	return ""
}

// clauses splits the first part of a paragraph at its marks, quoted titles left out.
func clauses(s string) []string {
	return strings.FieldsFunc(s, func(r rune) bool { return strings.ContainsRune("，,。；;：:、！", r) })
}

// actor is the body named at the head of a clause that goes on with what it
// did: its name begins with a place or its rank (县, 市).
func actor(clause string) string {
	clause = trim(clause)
	for _, m := range period.Find(clause) {
		if m.Start == 0 {
			clause = strings.TrimPrefix(clause[m.End:], "以来")
		}
		break
	}
	if strings.ContainsAny(clause[:runeFloor(clause, 30)], "《》“") {
		return ""
	}
	n, ok := region.Head(clause)
	start := n.End
	if !ok {
		if start = bareRank(clause); start == 0 {
			return ""
		}
	}
	name := shortestOrg(clause, start)
	if rest := clause[len(name):]; name == "" || hasAnyPrefix(rest, "的", "等", "和", "、", "领导", "正确", "坚强", "《", "关于", "有关", "工作会") {
		return ""
	}
	return name
}

// bareRank is the length of a rank that stands for a place's name: 县, 市, 区.
func bareRank(s string) int {
	for _, w := range []string{"县", "縣", "市", "区", "區", "州", "镇", "乡", "旗"} {
		if strings.HasPrefix(s, w) {
			return len(w)
		}
	}
	return 0
}

// shortestOrg is the shortest name of a body at the head of s that is longer
// than its place, of length start. The ruling bodies 县委, 县政府 do not report here.
func shortestOrg(s string, start int) string {
	end := runeFloor(s, start+60)
	for i := start + 1; i <= end; i++ {
		if i < len(s) && s[i]&0xc0 == 0x80 {
			continue
		}
		name := s[:i]
		if !endsAsOrg(name) || ruling(name[start:]) {
			continue
		}
		longer := s[:runeFloor(s, min(i+9, end))]
		if strings.HasPrefix(longer[i:], "中心") || strings.HasPrefix(longer[i:], "馆") {
			continue
		}
		return orgName(name)
	}
	return ""
}

// ruling reports whether a name is, its place left aside, the committee or
// government under whose lead the others work.
func ruling(rest string) bool {
	switch rest {
	case "委", "政府", "人民政府", "党委", "党工委", "委员会", "人大", "政协":
		return true
	}
	return false
}

// isBarePlace reports whether a name has only its rank where the place should be: 市文化馆.
func isBarePlace(name string) bool {
	n, ok := region.Head(name)
	return bareRank(name) > 0 && !(ok && n.End > 0)
}

// fullName is the name with its place, where the text has it in front of the
// bare name somewhere: 海棠市文化馆 for 市文化馆.
func (p parts) fullName(bare string) string {
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
	for _, n := range region.Find(s[:i+rank]) {
		if n.End == i+rank {
			return n.Start
		}
	}
	return -1
}

// shortPlace cuts the outer places from a body's name, as the body itself
// does: 白沙区卫生健康局 for 灵川市白沙区卫生健康局.
func shortPlace(name string) string {
	n, ok := region.Head(name)
	if !ok || n.End == len(name) {
		return name
	}
	return name[n.Last:]
}
