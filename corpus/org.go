package corpus

import (
	"strings"

	"github.com/zhaibao/zhaibao/period"
	"github.com/zhaibao/zhaibao/region"
)

// headOrg returns the name of a reporting body with which s begins, "" where
// there is none: what stands before a period, 关于, or a verb; where that is
// more than a name (…文化馆免费开放), the shortest name behind the place.
func headOrg(s string) string {
	head := s[:orgEnd(s)]
	if name := orgName(head); name != "" {
		return name
	}
	place, ok := region.Head(head)
	if !ok {
		if name := ownName(head); name != "" && !facilityOf(head[len(name):]) {
			return name
		}
		return ""
	}
	if i := strings.Index(head, "第"); i > place.End && strings.Contains(head[i:], "届") {
		if name := orgName(head[:i]); name != "" { // 慈善会第二届理事会
			return name
		}
	}
	return shortestOrg(head, place.End)
}

// orgEnd is where a name at the head of s has surely ended.
func orgEnd(s string) int {
	end := runeFloor(s, 120)
	if m, ok := period.Next(s[:end], 0); ok {
		end = m.Start
	}
	quoteEnd := 0
	for i := range s[:end] {
		if i < quoteEnd {
			continue
		}
		if q := quotedPart(s[i:end]); i > 0 && q > 0 {
			quoteEnd = i + q
			continue
		}
		if orgStops.begins(s[i:]) > 0 && orgGoesOn.begins(s[i:]) == 0 {
			return i
		}
	}
	return end
}

// quotedPart is the length of a short quotation at the start of s that a name
// goes on behind: “扫黄打非”工作领导小组; 0 where there is none.
func quotedPart(s string) int {
	if !strings.HasPrefix(s, "“") {
		return 0
	}
	i := strings.Index(s, "”")
	if i < 0 || i > len("“")+8*len("扫") {
		return 0
	}
	i += len("”")
	if orgGoesOn.begins(s[i:]) > 0 {
		return i
	}
	return 0
}

// The characters that no name of a body has, and those that end the part of a line that may be one.
var noNames, allMarks = newRuneSet("（(）)0123456789 《》"), newRuneSet("，。；：！？,;:!?《“")

// orgName returns name where it is that of a body, "" where it is none:
// brackets and the number of a term at its end fall away.
func orgName(name string) string {
	name = strings.TrimRight(trim(name), "的、 和与及\u3000")
	for _, pair := range [][2]string{{"（", "）"}, {"(", ")"}} {
		if i := strings.LastIndex(name, pair[0]); i > 0 && strings.HasSuffix(name, pair[1]) {
			name = trim(name[:i])
		}
	}
	if i := strings.Index(name, "第"); i > 0 && strings.HasSuffix(name, "届理事会") {
		name = name[:i]
	}
	if i := strings.IndexAny(name, " \u3000"); i > 0 && endsAsOrg(name[:i]) {
		name = name[:i]
	}
	if noNames.in(name) || charCount(name) > 40 || charCount(name) < 3 {
		return ""
	}
	if head, rest := place(name); head.End > 0 {
		if rest = rest[head.End:]; rest != "" && (endsAsOrg(name) || endsWeakly(rest)) {
			return name
		}
		return ""
	}
	if !endsAsOrg(name) || generalOrg(name) {
		return ""
	}
	return name
}

// endsWeakly reports whether the part of a name behind its place ends in a
// word that is a body's only there: 松河县机要室, 松河县养路队.
func endsWeakly(rest string) bool {
	return charCount(rest) > 2 && weakEndings.ends(rest) > 0 && noOrgs.ends(rest) == 0 && generalNames.begins(rest) == 0
}

func endsAsOrg(s string) bool { return orgEndings.ends(s) > 0 && noOrgs.ends(s) == 0 }

// generalOrg reports whether name is only a kind of body, or says 我 or 各 of it.
func generalOrg(name string) bool {
	return orgEndings.ends(name) == len(name) || generalNames.begins(name) > 0
}

// orgLine returns the name on a line that is nothing but a reporting body's
// name, with or without a date behind it or a label in front (报送单位：).
func orgLine(l line) string {
	if l.chars > 45 || l.marker > 0 {
		return ""
	}
	name, dated := l.text, false
	for m, ok := period.Next(name, 0); ok; m, ok = period.Next(name, m.End) {
		if !m.NoYear && strings.Trim(name[m.End:], " \u3000（）()印发") == "" {
			name, dated = trim(name[:m.Start]), true
			break
		}
	}
	name = trimMasthead(labelled(name))
	if allMarks.in(name) {
		return ""
	}
	name = orgName(name)
	if cut := strings.TrimSuffix(strings.TrimSuffix(name, "办公室"), "辦公室"); dated && cut != name && endsAsOrg(cut) && !endsAsRuler(cut) {
		name = cut // a bulletin's office speaks for its body
	}
	return name
}

// labelled returns what stands behind a label for the reporting body.
func labelled(s string) string {
	label, name, ok := strings.Cut(s, "：")
	if !ok {
		label, name, ok = strings.Cut(s, ":")
	}
	label = trim(strings.TrimSuffix(strings.TrimSuffix(label, "（盖章）"), "（公章）"))
	if ok && len(label) <= len("项目实施单位名称") && hasAnySuffix(label, "单位", "单位名称", "主办", "供稿", "编印", "部门") && !hasAnyPrefix(label, "主管", "抄送", "联系") {
		return trim(name)
	}
	return s
}

// trimMasthead cuts the words that follow a body's name in a bulletin's head.
func trimMasthead(s string) string {
	for _, w := range []string{"文件", "编印", "编发", "主办", "供稿", "印发", "编", "印", "制"} {
		if cut := trim(strings.TrimSuffix(s, w)); cut != s && endsAsOrg(cut) {
			return cut
		}
	}
	return s
}

// endsAsRuler reports whether name is that of a committee or government, whose
// office is a body of its own.
func endsAsRuler(name string) bool {
	return hasAnySuffix(name, "政府", "县委", "市委", "区委", "省委", "州委", "旗委", "常委会", "人大", "政协", "委员会")
}

// place returns the chain of place names at the head of s, 中共 and 关于 left aside.
func place(s string) (region.Name, string) {
	s = stripLead(s)
	name, _ := region.Head(s)
	return name, s
}

var dashes = newRuneSet("—-─－ ")

// stripLead cuts what may stand before the first name of a title.
func stripLead(s string) string {
	for {
		cut := s
		for n := dashes.leads(cut); n > 0; n = dashes.leads(cut) {
			cut = cut[n:]
		}
		cut = trim(cut)
		for _, w := range []string{"关于", "關於"} {
			cut = strings.TrimPrefix(cut, w)
		}
		cut = cut[nameLeads.begins(cut):]
		if strings.HasPrefix(cut, "【") {
			if i := strings.Index(cut, "】"); i > 0 {
				cut = trim(cut[i+len("】"):])
			}
		}
		if c := firstByte(cut); c >= '0' {
			if m, ok := period.Leading(cut[:runeFloor(cut, 60)]); ok {
				cut = cut[m.End:]
			}
		}
		if cut == s {
			return s
		}
		s = cut
	}
}

func firstByte(s string) byte {
	if s == "" {
		return 0
	}
	return s[0]
}

// withLead is name, which stands at i of s, with the party's or group's word
// that stands in front of it: 中共松河县委.
func withLead(s string, i int, name string) string {
	for _, lead := range leadWords {
		if strings.HasSuffix(s[:i], lead) {
			return s[i-len(lead) : i+len(name)]
		}
	}
	return name
}
