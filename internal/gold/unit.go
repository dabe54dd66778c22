package gold

import "strings"

// The two spellings of the characters that units are written with, in step.
const (
	traditional = "隻層頭門週員場個戶臺處冊畝條張輛盞項間點專萬億頓噸圓塊歲對縣鎮鄉隊檔節課時億種雙講組類筆輪齣枚畫戲書幀稱電號"
	simplified  = "只层头门周员场个户台处册亩条张辆盏项间点专万亿顿吨元块岁对县镇乡队档节课时亿种双讲组类笔轮出枚画戏书帧称电号"
)

var unitSpelling = spellingReplacer()

// unitSynonyms lead from a unit in simplified characters to the one it is compared as.
var unitSynonyms = map[string]string{
	"％": "%", "个百分点": "百分点",
	"平方": "平方米", "㎡": "平方米", "平米": "平方米",
	"块": "元", "块钱": "元", "元钱": "元", "人民币": "元", "元人民币": "元",
	"人（次）": "人", "人(次)": "人",
}

// foldUnit brings a unit to the one spelling in which units are compared:
// simplified characters, no spaces, no synonyms.
func foldUnit(u string) string {
	u = unitSpelling.Replace(u)
	if s, ok := unitSynonyms[u]; ok {
		return s
	}
	return u
}

func spellingReplacer() *strings.Replacer {
	pairs := []string{" ", "", "\u3000", ""}
	to := []rune(simplified)
	for i, from := range []rune(traditional) {
		pairs = append(pairs, string(from), string(to[i]))
	}
	return strings.NewReplacer(pairs...)
}

// defaultUnit is what stands after the numeral of a quantity.
func defaultUnit(surface string) string {
	trimmed := strings.TrimRightFunc(surface, isSpace)
	if strings.Contains(surface, "百分之") || strings.HasSuffix(trimmed, "%") ||
		strings.HasSuffix(trimmed, "％") || strings.HasSuffix(trimmed, "成") {
		return "%"
	}
	return strings.TrimFunc(strings.TrimLeftFunc(surface, beforeUnit), isSpace)
}

func isNumeral(r rune) bool {
	return '0' <= r && r <= '9' || '０' <= r && r <= '９' ||
		strings.ContainsRune(".．,，%％﹪/〇零一二两三四五六七八九十百千万亿壹贰叁肆伍陆柒捌玖拾佰仟萬億半几幾数數兩點点", r)
}

func beforeUnit(r rune) bool {
	return isNumeral(r) || isSpace(r) || strings.ContainsRune("余餘多来至到~～-—–、", r)
}
