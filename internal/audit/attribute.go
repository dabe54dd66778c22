package audit

import "strings"

// Attribute is what may be wrong with a fact.
type Attribute struct{ Code, ZH, EN string }

// Attributes are those that a judgement may name, in the order in which they are shown.
var Attributes = []Attribute{
	{"not_a_fact", "不是数据", "no figure at all"},
	{"value", "数值", "value"},
	{"unit", "单位", "unit"},
	{"metric", "指标", "metric"},
	{"label", "名词", "label"},
	{"bound", "约数", "bound"},
	{"role", "实绩/目标/参照", "role"},
	{"basis", "总数/其中/每", "basis"},
	{"status", "完成情况", "status"},
	{"time", "当期/存量/累计", "time"},
	{"period", "时期", "period"},
	{"region", "地区/单位", "place or body"},
	{"same_as", "重复/归属", "repetition or parent"},
}

// attribute finds one by its code or its Chinese name.
func attribute(s string) (i int, ok bool) {
	for i, a := range Attributes {
		if strings.EqualFold(s, a.Code) || s == a.ZH {
			return i, true
		}
		for _, part := range strings.Split(a.ZH, "/") {
			if s == part {
				return i, true
			}
		}
	}
	return 0, false
}

// Judgement is what somebody says of a fact.
type Judgement uint8

// The judgements; the zero value is none yet.
const (
	Open Judgement = iota
	Right
	Wrong
	Unsure
)

var judgements = map[string]Judgement{
	"":      Open,
	"right": Right, "对": Right, "正确": Right, "√": Right, "✓": Right, "1": Right, "y": Right, "yes": Right,
	"wrong": Wrong, "错": Wrong, "错误": Wrong, "×": Wrong, "✗": Wrong, "x": Wrong, "0": Wrong, "n": Wrong, "no": Wrong,
	"unsure": Unsure, "不确定": Unsure, "存疑": Unsure, "?": Unsure, "？": Unsure,
}
