package corpus

import (
	"strings"

	"github.com/zhaibao/zhaibao/period"
	"github.com/zhaibao/zhaibao/region"
)

// actingOrg is the body that acts at the start of a clause in the opening:
// 今年以来，县文化局认真贯彻…; behind a headline, at the start of the first
// paragraphs. A government that leads others is taken only where no other body
// acts.
func (p *parts) actingOrg() string {
	ruler := ""
	for i, l := range p.first {
		if l.addressed() {
			continue
		}
		inBody := i >= len(p.opening)
		n := 0
		for clause := range strings.FieldsFuncSeq(l.text[l.marker:], isClauseMark) {
			if n++; inBody && n > firstClauses {
				break
			}
			name, rules := actor(clause)
			switch {
			case name == "" || inBody && isBarePlace(name):
			case !rules:
				return name
			case ruler == "":
				ruler = name
			}
		}
	}
	return ruler
}

// firstClauses is how many clauses of a paragraph behind a headline are asked for an actor.
const firstClauses = 2

func isClauseMark(r rune) bool {
	switch r {
	case '，', ',', '。', '；', ';', '：', ':', '、', '！':
		return true
	}
	return false
}

// actor is the body named at the head of a clause that goes on with what it
// did. rules says that it is a government.
func actor(clause string) (name string, rules bool) {
	clause = afterTime(trim(clause))
	if quotes.in(clause[:runeFloor(clause, 30)]) {
		return "", false
	}
	start := bareRank(clause)
	if n, ok := region.Head(clause); ok {
		start = n.End
	}
	switch {
	case start == 0:
		return placeless(clause), false
	case actorStops.begins(clause) > 0:
		return "", false
	}
	if name := shortestOrg(clause, start); name != "" && !notActing(clause[len(name):]) {
		return withoutParty(name), false
	}
	for _, w := range []string{"人民政府", "政府"} {
		if rest, ok := strings.CutPrefix(clause[start:], w); ok && start > len("县") && doing.begins(rest) > 0 && !strings.HasPrefix(rest, "高度") {
			return clause[:len(clause)-len(rest)], true
		}
	}
	return "", false
}

var quotes = newRuneSet("《》“")

// afterTime cuts what may stand in front of a clause's name: 今年以来, 2023年, 现任.
func afterTime(clause string) string {
	for _, w := range []string{"今年以来", "近年来", "一年来", "今年", "现将", "现就", "截至目前", "目前", "近日", "日前", "现任", "担任", "任", "我是", "作为"} {
		clause = strings.TrimPrefix(clause, w)
	}
	if m, ok := period.Leading(clause[:runeFloor(clause, 60)]); ok {
		clause = strings.TrimPrefix(clause[m.End:], "以来")
	}
	return clause
}

// notActing reports whether what follows a body's name shows that another one acts.
func notActing(rest string) bool {
	return hasAnyPrefix(rest, "的", "等", "和", "与", "及", "领导", "正确", "坚强", "《", "关于", "有关", "工作会", "统一", "安排", "要求", "指导", "支持", "印发", "下发", "批复", "文件", "（")
}

// withoutParty cuts the party committee behind a body's name, for which it acts.
func withoutParty(name string) string {
	for _, w := range []string{"党支部", "党总支", "党委", "党组"} {
		if cut, ok := strings.CutSuffix(name, w); ok && endsAsOrg(cut) {
			return cut
		}
	}
	return name
}

// placeless is the name of a company, school or hospital at the head of a
// clause that goes on with what it is or did: 青溪中学始建于….
func placeless(clause string) string {
	name := ownName(clause)
	if doing.begins(clause[len(name):]) == 0 {
		return ""
	}
	return name
}

// ownName is the first name of a company, school or hospital at the head of s.
func ownName(s string) string {
	for i := range s[:runeFloor(s, 75)] {
		if i < len("青溪中学") || ownNames.ends(s[:i]) == 0 || strings.HasPrefix(s[i:], "有限") {
			continue
		}
		name := s[:i]
		if generalOrg(name) || noOrgs.ends(name) > 0 || kindsOf.begins(name) > 0 || actorStops.first(strings.ReplaceAll(name, "有限", "")) < len(name)-len("有限")*strings.Count(name, "有限") {
			return ""
		}
		return name
	}
	return ""
}

// kindsOf begin what is a kind of school or firm: 乡村学校, 民办幼儿园.
var kindsOf = prefixes("乡村", "农村", "民办", "公办", "职业", "城区", "城乡", "小微", "国有", "民营", "农民", "基层", "乡镇", "中小", "特殊", "示范", "试点", "村级", "全民", "现代", "中心", "义务", "高等", "普通", "家庭", "社区", "公立", "专业")

// ownNames are the endings of bodies that are known by a name of their own.
var ownNames = suffixes("小学", "中学", "大学", "学院", "幼儿园", "学校", "医院", "公司", "集团", "银行", "合作社", "协会", "商会", "基金会", "慈善会")

// bareRank is the length of a rank that stands for a place's name: 县, 市, 区.
func bareRank(s string) int {
	for _, w := range []string{"县", "縣", "市", "区", "區", "州", "镇", "鎮", "乡", "鄉", "旗", "省"} {
		if strings.HasPrefix(s, w) {
			return len(w)
		}
	}
	return 0
}

// shortestOrg is the shortest name of a body at the head of s that is longer
// than its place, of length start, with the part of the body that is named
// behind it (…公安局交通警察大队). The ruling bodies 县委, 县政府 do not report here.
func shortestOrg(s string, start int) string {
	end := runeFloor(s, start+75)
	name := ""
	for i := start; i <= end; i++ {
		if i < len(s) && s[i]&0xc0 == 0x80 {
			continue
		}
		held := holder.begins(s[i:]) > 0
		if i > start && endsAsOrg(s[:i]) && (held || !ruling(s[start:i])) && !facilityOf(s[i:]) {
			name = s[:i]
		}
		if name != "" && (held || doing.begins(s[i:]) > 0 || i > len(name)+maxInner) {
			break
		}
	}
	return orgName(name)
}

// maxInner is the longest name of a part of a body, in bytes.
const maxInner = 27

// facilityOf reports whether what follows a name says that it is the thing
// worked on and no body: …文化中心建设, …政府采购.
func facilityOf(rest string) bool {
	return hasAnyPrefix(rest, "建设", "事业", "体系", "总分馆", "性", "采购", "投资", "网站", "信息公开", "债务", "职能", "购买", "建成", "项目", "提升", "改造", "达标", "标准化", "创建", "危房", "食堂", "食品")
}

// ruling reports whether a name is, its place left aside, the committee or
// government under whose lead the others work.
func ruling(rest string) bool {
	switch rest {
	case "委", "政府", "人民政府", "党委", "党工委", "委员会", "人大", "政协", "党委政府":
		return true
	}
	return false
}
