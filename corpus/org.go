package corpus

import (
	"strings"
	"unicode/utf8"

	"github.com/zhaibao/zhaibao/period"
	"github.com/zhaibao/zhaibao/region"
)

// orgEndings are the words in which the names of reporting bodies end.
var orgEndings = []string{
	"局", "馆", "館", "站", "中心", "学校", "學校", "小学", "小學", "中学", "中學", "大学", "大學", "学院", "學院", "幼儿园", "高中", "初中", "一中", "二中",
	"医院", "醫院", "卫生院", "衛生院", "法院", "检察院", "研究院", "福利院", "敬老院", "剧院", "设计院",
	"联合会", "聯合會", "总工会", "總工會", "工会", "妇联", "婦聯", "残联", "殘聯", "团委", "文联", "科协", "工商联", "协会", "协會", "学会", "基金会", "红十字会", "商会",
	"人民政府", "政府", "办事处", "辦事處", "委员会", "委員會", "管委会", "居委会", "村委会", "党委", "党工委", "县委", "市委", "区委", "镇委", "省委", "工委", "纪委", "监委", "政协", "人大",
	"发改委", "卫健委", "发展和改革委", "健康委", "政法委", "宣传部", "宣傳部", "组织部", "统战部", "武装部", "支部",
	"办公室", "辦公室", "文明办", "政府办", "县委办", "市委办", "扶贫办", "信访办", "乡村振兴办", "厅", "廳",
	"公司", "集团", "合作社", "供销社", "报社", "电视台", "廣播電視台", "广播台", "支队", "大队", "中队", "总队", "派出所", "司法所", "财政所", "管理所", "研究所", "文管所", "文物所", "卫生所",
	"党校", "剧团", "歌舞团", "文工团", "艺术团", "管理处", "服务处", "管理部", "图书室", "指挥部", "领导小组", "工作队", "电影队", "放映队",
}

// orgStops are the words before which a name at a title's head has ended.
var orgStops = []string{
	"关于", "關於", "工作", "半年", "全年", "年度", "开展", "開展", "扎实", "推进", "贯彻", "落实", "述职", "情况", "總結", "总结", "汇报", "报告", "简报", "以来", "学习", "积极",
	"“", "《", "：", ":", "，", ",", "。", "；", "！", "——", "—", "【", "〔", "以", "在", "认真", "大力", "召开", "举办", "坚持", "组织",
}

// headOrg returns the name of a reporting body with which s begins, "" where
// there is none: what stands before a period, 关于, or a verb.
func headOrg(s string) string {
	end := min(len(s), 120)
	for end < len(s) && !utf8.RuneStart(s[end]) {
		end++
	}
	head := s[:end]
	for _, m := range period.Find(head) {
		end = min(end, m.Start)
	}
	for _, w := range orgStops {
		if i := strings.Index(head, w); i >= 0 {
			end = min(end, i)
		}
	}
	return orgName(head[:end])
}

// orgName cuts name to the part that ends in an organisation's word, "" where
// it does not end in one: brackets and offices at its end fall away.
func orgName(name string) string {
	name = strings.TrimRight(trim(name), "的、 和与及\u3000")
	for _, pair := range [][2]string{{"（", "）"}, {"(", ")"}} {
		if i := strings.LastIndex(name, pair[0]); i > 0 && strings.HasSuffix(name, pair[1]) {
			name = trim(name[:i])
		}
	}
	if strings.ContainsAny(name, "（(）)0123456789 ") || charCount(name) > 40 || charCount(name) < 3 {
		return ""
	}
	for _, office := range []string{"办公室", "辦公室", "党支部", "党总支", "党委", "党组"} {
		if cut, ok := strings.CutSuffix(name, office); ok && endsAsOrg(cut) {
			name = cut
		}
	}
	if !endsAsOrg(name) || generalOrg(name) {
		return ""
	}
	return name
}

func endsAsOrg(s string) bool { return hasAnySuffix(s, orgEndings...) }

// generalOrg reports whether name is only a kind of body, or says 我 or 各 of
// it: 学校, 我馆, 各中心, 县政府 stay behind when a report needs a name.
func generalOrg(name string) bool {
	for _, w := range orgEndings {
		if name == w {
			return true
		}
	}
	return hasAnyPrefix(name, "我", "各", "全", "本", "该", "上级", "有关", "相关", "加强", "建设", "完善", "新建", "乡镇", "村级")
}

// orgLine returns the name on a line that is nothing but a reporting body's
// name, with or without a date behind it.
func orgLine(l line) string {
	if l.chars > 45 || l.marker > 0 {
		return ""
	}
	name := l.text
	for _, m := range period.Find(name) {
		if !m.NoYear && strings.Trim(name[m.End:], " \u3000（）()印发") == "" {
			name = trim(name[:m.Start])
			break
		}
	}
	if strings.ContainsAny(name, "，。；：！？,;:!?《“") {
		return ""
	}
	return orgName(name)
}

// place returns the chain of place names at the head of s, 中共 and 关于 left aside.
func place(s string) (region.Name, string) {
	s = stripLead(s)
	name, _ := region.Head(s)
	return name, s
}

// stripLead cuts what may stand before the first name of a title.
func stripLead(s string) string {
	for {
		cut := trim(strings.TrimLeft(s, "—-─－ "))
		for _, w := range []string{"关于", "關於", "中共", "中国共产党", "共青团"} {
			cut = strings.TrimPrefix(cut, w)
		}
		if strings.HasPrefix(cut, "【") {
			if i := strings.Index(cut, "】"); i > 0 {
				cut = trim(cut[i+len("】"):])
			}
		}
		if m := period.Find(cut); len(m) > 0 && m[0].Start == 0 {
			cut = cut[m[0].End:]
		}
		if cut == s {
			return s
		}
		s = cut
	}
}
