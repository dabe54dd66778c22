package region

import (
	_ "embed"
	"strings"
	"unicode/utf8"
)

// peoples are the names that stand between a place's own name and 自治. The
// longer stand before the shorter that end them.
var peoples = []string{
	"维吾尔", "哈萨克", "柯尔克孜", "蒙古族", "蒙古", "锡伯", "塔吉克", "达斡尔族", "鄂温克族", "朝鲜族", "土家族", "布依族", "仡佬族", "毛南族", "仫佬族", "傈僳族",
	"拉祜族", "布朗族", "独龙族", "普米族", "景颇族", "哈尼族", "纳西族", "东乡族", "撒拉族", "保安族", "裕固族", "回族", "藏族", "苗族", "彝族", "壮族", "侗族", "瑶族",
	"白族", "傣族", "黎族", "畲族", "羌族", "水族", "佤族", "怒族", "满族", "土族", "各族",
}

// usualNames are short names that follow no rule.
var usualNames = map[string][]string{
	"新疆维吾尔自治区": {"新疆自治区"}, "广西壮族自治区": {"广西自治区"}, "宁夏回族自治区": {"宁夏自治区"},
	"香港特别行政区": {"香港特区"}, "澳门特别行政区": {"澳门特区"},
	"巴音郭楞蒙古自治州": {"巴州"}, "克孜勒苏柯尔克孜自治州": {"克州"}, "博尔塔拉蒙古自治州": {"博州"},
	"前郭尔罗斯蒙古族自治县": {"前郭县"}, "杜尔伯特蒙古族自治县": {"杜蒙县"}, "喀喇沁左翼蒙古族自治县": {"喀左县"}, "莫力达瓦达斡尔族自治旗": {"莫旗"},
	"和布克赛尔蒙古自治县": {"和丰县"}, "塔什库尔干塔吉克自治县": {"塔县"}, "察布查尔锡伯自治县": {"察县"},
	"科尔沁左翼中旗": {"科左中旗"}, "科尔沁左翼后旗": {"科左后旗"}, "科尔沁右翼前旗": {"科右前旗"}, "科尔沁右翼中旗": {"科右中旗"},
	"察哈尔右翼前旗": {"察右前旗"}, "察哈尔右翼中旗": {"察右中旗"}, "察哈尔右翼后旗": {"察右后旗"},
	"东乌珠穆沁旗": {"东乌旗"}, "西乌珠穆沁旗": {"西乌旗"}, "达尔罕茂明安联合旗": {"达茂旗"},
}

// shortName is the usual short name of an autonomous place: 恩施州 of
// 恩施土家族苗族自治州, 玉屏县 of 玉屏侗族自治县; "" for any other name.
func shortName(name string, level Level) string {
	stem, rank, ok := strings.Cut(name, "自治")
	if !ok || level == Province {
		return ""
	}
	if stem = withoutPeople(stem); stem == "" {
		return ""
	}
	return stem + rank
}

// withoutPeople cuts the peoples from the end of an autonomous place's name; a
// place that has no other name keeps the people's (东乡 of 东乡族).
func withoutPeople(stem string) string {
	for again := stem != "内蒙古"; again; {
		again = false
		for _, p := range peoples {
			cut, ok := strings.CutSuffix(stem, p)
			if ok && cut == "" {
				return strings.TrimSuffix(stem, "族")
			}
			if ok {
				stem, again = cut, true
				break
			}
		}
	}
	return stem
}

// bareName is the name of a province or prefecture without its rank, of two
// characters at least: 浙江, 南京, 延边, 大兴安岭.
func bareName(name string, level Level) string {
	if level == County {
		return ""
	}
	for _, rank := range []string{"特别行政区", "自治区", "自治州", "地区", "省", "市", "盟", "州"} {
		if stem, ok := strings.CutSuffix(name, rank); ok {
			if stem = withoutPeople(stem); utf8.RuneCountInString(stem) > 1 {
				return stem
			}
			return ""
		}
	}
	return ""
}

// traditionalPairs are a traditional and its simplified character each, those
// that occur in names of divisions.
//
//go:embed data/traditional.txt
var traditionalPairs string
