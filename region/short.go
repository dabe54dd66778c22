package region

import (
	"strings"
	"unicode/utf8"
)

// provinces are the names that stand without their suffix as often as with it.
var provinces = wordsByRune(
	"内蒙古", "黑龙江", "河北", "山西", "辽宁", "吉林", "江苏", "浙江", "安徽", "福建", "江西", "山东", "河南", "湖北", "湖南", "广东", "广西",
	"海南", "四川", "贵州", "云南", "西藏", "陕西", "甘肃", "青海", "宁夏", "新疆", "北京", "天津", "上海", "重庆",
	"內蒙古", "黑龍江", "遼寧", "江蘇", "廣東", "廣西", "貴州", "雲南", "陝西", "甘肅", "寧夏", "重慶",
)

// province returns the length of the short name of a province at the start of
// s, 0 where it is part of another name: 海南州, 河北区, 北京路, 青海湖.
func province(s string) (int, Level) {
	n := prefixOf(s, provinces)
	if n == 0 {
		return 0, None
	}
	if r, w := utf8.DecodeRuneInString(s[n:]); w > 0 && strings.ContainsRune("路街湖巷道里门口桥村寨镇乡县区市州盟旗站东西南北中大师省人话菜戏剧壮维回自師壯維縣鄉鎮區門橋東", r) {
		return 0, None
	}
	return n, Province
}

// zones are the kinds of zones whose names may be nothing but the kind.
var zones = wordsByRune(
	"高新技术产业开发区", "高新技术开发区", "经济技术开发区", "经济开发区", "高新技术产业园区", "高新区", "经开区", "工业园区",
)

// zone returns the length of a zone's kind at the start of s: 经济技术开发区
// behind a city's name or alone.
func zone(s string) int {
	n := prefixOf(s, zones)
	if n > 0 && followsAsWord("区", s[n:]) {
		return 0
	}
	return n
}

// leads are the words that stand in front of a name without a mark.
var leads = wordsByRune("中共", "代表", "受", "根据", "按照", "围绕", "依托", "位于", "地处", "作为", "来自", "关于", "以及", "驻", "现任", "担任", "全国", "全省", "其中")

// lead returns the length of the word at the start of s behind which a name may begin.
func lead(s string) int { return prefixOf(s, leads) }

// verbs begin slogans and tasks, not the names of places that are longer than
// they are: 打造活力新区, but 建设镇.
var verbs = wordsByRune(
	"建设", "打造", "推进", "推动", "加快", "奋进", "奋力", "谱写", "助力", "服务", "全力", "共建", "共创", "共享", "绘就", "擦亮", "守护", "书写", "迈向", "建成", "争创", "创建", "深化", "聚焦", "唱响", "点亮", "赋能",
	"做强", "做优", "激活", "描绘", "开展", "加强", "落实", "贯彻", "坚持", "实施", "提升", "促进", "完善", "围绕", "根据", "按照", "依托", "强化", "组织", "举办", "发展", "支持", "帮助", "走进", "深入", "关注", "关爱", "关心", "开创", "再创", "创新", "勇当", "争当", "实现", "推广", "扎实", "认真", "积极", "大力", "全面",
)
