package region

import (
	"strings"
	"testing"
)

func TestResolve(t *testing.T) {
	for _, c := range []struct {
		says, name, context string // contexts are parted by |
		year                int
		code, path, by      string
	}{
		{"a name that one division has", "鄞州区", "", 0, "330212", "浙江省/宁波市/鄞州区", "unique"},
		{"a chain", "宁波市鄞州区", "", 0, "330212", "浙江省/宁波市/鄞州区", "chain"},
		{"a whole chain", "浙江省宁波市鄞州区", "", 0, "330212", "浙江省/宁波市/鄞州区", "chain"},
		{"a chain that leaves the prefecture out", "浙江省鄞州区", "", 0, "330212", "浙江省/宁波市/鄞州区", "chain"},
		{"short names of the larger places", "江苏南京鼓楼区", "", 0, "320106", "江苏省/南京市/鼓楼区", "chain"},
		{"a short prefecture alone in front", "南京鼓楼区", "", 0, "320106", "江苏省/南京市/鼓楼区", "chain"},
		{"the namesake of another city", "福州市鼓楼区", "", 0, "350102", "福建省/福州市/鼓楼区", "chain"},
		{"a prefecture whose name begins like a rank", "江苏省镇江市", "", 0, "321100", "江苏省/镇江市", "chain"},
		{"a district whose name begins like a rank", "宁波市镇海区", "", 0, "330211", "浙江省/宁波市/镇海区", "chain"},
		{"a district named for its place in the city", "内江市市中区", "", 0, "511002", "四川省/内江市/市中区", "chain"},
		{"traditional characters", "雲南省", "", 0, "530000", "云南省", "unique"},
		{"traditional characters in a chain", "廣東省廣州市番禺區", "", 0, "440113", "广东省/广州市/番禺区", "chain"},
		{"a short province", "云南", "", 0, "530000", "云南省", "unique"},
		{"another", "廣東", "", 0, "440000", "广东省", "unique"},
		{"an autonomous region's short name", "内蒙古", "", 0, "150000", "内蒙古自治区", "unique"},
		{"its full name", "广西壮族自治区", "", 0, "450000", "广西壮族自治区", "unique"},
		{"and its usual one", "宁夏自治区", "", 0, "640000", "宁夏回族自治区", "unique"},
		{"a municipality", "北京市", "", 0, "110000", "北京市", "unique"},
		{"its district, with namesakes", "北京市朝阳区", "", 0, "110105", "北京市/朝阳区", "chain"},
		{"its short name", "北京朝阳区", "", 0, "110105", "北京市/朝阳区", "chain"},
		{"where the next name looks like a word", "天津西青区", "", 0, "120111", "天津市/西青区", "chain"},
		{"a county of a municipality", "重庆市巫山县", "", 0, "500237", "重庆市/巫山县", "chain"},
		{"a new area that is a district", "浦东新区", "", 0, "310115", "上海市/浦东新区", "unique"},
		{"a city ruled by its province", "仙桃市", "", 0, "429004", "湖北省/仙桃市", "unique"},
		{"a forest district", "神农架林区", "", 0, "429021", "湖北省/神农架林区", "unique"},
		{"a county of Hainan", "海南省陵水黎族自治县", "", 0, "469028", "海南省/陵水黎族自治县", "chain"},
		{"and its short name", "陵水县", "", 0, "469028", "海南省/陵水黎族自治县", "unique"},
		{"a prefecture without counties", "儋州市", "", 0, "460400", "海南省/儋州市", "unique"},
		{"a city of the corps in Xinjiang", "石河子市", "", 0, "659001", "新疆维吾尔自治区/石河子市", "unique"},
		{"a city without districts", "东莞市", "", 0, "441900", "广东省/东莞市", "unique"},
		{"an autonomous prefecture in full", "恩施土家族苗族自治州", "", 0, "422800", "湖北省/恩施土家族苗族自治州", "unique"},
		{"in short", "恩施州", "", 0, "422800", "湖北省/恩施土家族苗族自治州", "unique"},
		{"another", "延边州", "", 0, "222400", "吉林省/延边朝鲜族自治州", "unique"},
		{"two peoples", "黔东南州", "", 0, "522600", "贵州省/黔东南苗族侗族自治州", "unique"},
		{"a prefecture named like a province", "海南州", "", 0, "632500", "青海省/海南藏族自治州", "unique"},
		{"its county", "恩施州利川市", "", 0, "422802", "湖北省/恩施土家族苗族自治州/利川市", "chain"},
		{"a prefecture without rank in front", "延边敦化市", "", 0, "222403", "吉林省/延边朝鲜族自治州/敦化市", "chain"},
		{"an autonomous county in short", "玉屏县", "", 0, "520622", "贵州省/铜仁市/玉屏侗族自治县", "unique"},
		{"three peoples", "积石山县", "", 0, "622927", "甘肃省/临夏回族自治州/积石山保安族东乡族撒拉族自治县", "unique"},
		{"one named for its people", "甘肃省东乡县", "", 0, "622926", "甘肃省/临夏回族自治州/东乡族自治县", "chain"},
		{"a banner in short", "科左中旗", "", 0, "150521", "内蒙古自治区/通辽市/科尔沁左翼中旗", "unique"},
		{"an autonomous banner", "鄂伦春旗", "", 0, "150723", "内蒙古自治区/呼伦贝尔市/鄂伦春自治旗", "unique"},
		{"a league", "锡林郭勒盟", "", 0, "152500", "内蒙古自治区/锡林郭勒盟", "unique"},
		{"a county of one character", "和县", "", 0, "340523", "安徽省/马鞍山市/和县", "unique"},
		{"a county within a city of its name", "吉林市", "", 0, "220200", "吉林省/吉林市", "unique"},
		{"Hong Kong", "香港特别行政区", "", 0, "810000", "香港特别行政区", "unique"},

		{"namesakes", "鼓楼区", "", 0, "", "", "open"},
		{"namesakes of two provinces", "朝阳区", "", 0, "", "", "open"},
		{"decided by the title", "鼓楼区", "南京市鼓楼区文化馆2021年工作总结", 0, "320106", "江苏省/南京市/鼓楼区", "context"},
		{"by a province that has one", "鼓楼区", "福建省文化工作总结", 0, "350102", "福建省/福州市/鼓楼区", "context"},
		{"not by a province that has two", "鼓楼区", "江苏省文化工作总结", 0, "", "", "open"},
		{"by a folder and another", "鼓楼区", "江苏省|徐州", 0, "320302", "江苏省/徐州市/鼓楼区", "context"},
		{"a chain in a context counts as its last place", "鼓楼区", "江苏省徐州市", 0, "320302", "江苏省/徐州市/鼓楼区", "context"},
		{"not by contexts that contradict each other", "鼓楼区", "南京市|福州市", 0, "", "", "conflict"},
		{"not by a place that is visited", "鼓楼区", "关于赴南京市考察的报告", 0, "", "", "open"},
		{"nor by one that is helped", "朝阳区", "对口支援吉林省工作总结", 0, "", "", "open"},
		{"a context without places says nothing", "鼓楼区", "文化馆2021年工作总结", 0, "", "", "open"},
		{"a context that contradicts an only name", "鄞州区", "江苏省", 0, "", "", "conflict"},
		{"one that agrees with it", "鄞州区", "浙江省", 0, "330212", "浙江省/宁波市/鄞州区", "unique"},
		{"a chain that contradicts itself", "浙江省鼓楼区", "", 0, "", "", "conflict"},
		{"whatever the context", "浙江省鼓楼区", "南京市", 0, "", "", "conflict"},
		{"a chain with a place that does not exist", "灵川市白沙区", "", 0, "", "", "open"},
		{"a real name behind one that does not exist", "灵川市鼓楼区", "南京市", 0, "", "", "open"},
		{"an only name behind one that does not exist", "灵川市鄞州区", "", 0, "", "", "open"},
		{"a name that does not exist", "青岭县", "", 0, "", "", "open"},
		{"a masked name", "xx县", "", 0, "", "", "open"},
		{"a masked name with its province", "浙江省XX县", "", 0, "", "", "open"},
		{"a masked city in front", "某市西湖区", "", 0, "", "", "open"},
		{"no name at all", "文化馆", "", 0, "", "", "open"},
		{"nothing", "", "", 0, "", "", "open"},

		{"a province and its city have one short name", "吉林", "", 0, "220000", "吉林省", "unique"},
		{"another", "海南", "", 0, "460000", "海南省", "unique"},
		{"a prefecture without rank", "南京", "", 0, "320100", "江苏省/南京市", "unique"},
		{"one that its city shares", "大理", "", 0, "", "", "open"},
		{"a name that quarters of many cities have", "东区", "", 0, "", "", "open"},
		{"with its city", "攀枝花市东区", "", 0, "510402", "四川省/攀枝花市/东区", "chain"},
		{"or with a context", "东区", "攀枝花市", 0, "510402", "四川省/攀枝花市/东区", "unique"},
		{"a new area that many coasts have", "滨海新区", "", 0, "", "", "open"},
		{"that of Tianjin", "天津滨海新区", "", 0, "120116", "天津市/滨海新区", "chain"},

		{"a township has no code but a path", "宁波市鄞州区白沙镇", "", 0, "", "浙江省/宁波市/鄞州区/白沙镇", "chain"},
		{"a village", "鄞州区白沙镇石桥村", "", 0, "", "浙江省/宁波市/鄞州区/白沙镇/石桥村", "unique"},
		{"a street named like a district", "中山市东区街道", "", 0, "", "广东省/中山市/东区街道", "unique"},
		{"a township alone", "白沙镇", "", 0, "", "", "open"},
		{"a township whose county a folder names", "白沙镇", "浙江省|鄞州区", 0, "", "浙江省/宁波市/鄞州区/白沙镇", "context"},
		{"a township with contexts that differ", "白沙镇", "鄞州区|海曙区", 0, "", "", "open"},
		{"a township in a namesake", "鼓楼区白沙镇", "", 0, "", "", "open"},
		{"a township in a namesake that the context decides", "鼓楼区白沙镇", "徐州市", 0, "", "江苏省/徐州市/鼓楼区/白沙镇", "context"},
		{"a zone has no code", "成都市高新区", "", 0, "", "四川省/成都市/高新区", "unique"},
		{"nor has a development zone", "合肥市经济技术开发区", "", 0, "", "安徽省/合肥市/经济技术开发区", "unique"},
		{"a zone alone", "高新区", "", 0, "", "", "open"},

		{"a county that became a district", "鄞县", "", 0, "330212", "浙江省/宁波市/鄞州区", "unique"},
		{"a county that became a city", "宁乡县", "", 0, "430182", "湖南省/长沙市/宁乡市", "unique"},
		{"a city that became a district", "宁波市奉化市", "", 0, "330213", "浙江省/宁波市/奉化区", "chain"},
		{"a county that took another name", "江西省九江县", "", 0, "360404", "江西省/九江市/柴桑区", "chain"},
		{"a city that took another name", "襄樊市", "", 0, "420600", "湖北省/襄阳市", "unique"},
		{"a county of a city that took another name", "襄樊市老河口市", "", 0, "420682", "湖北省/襄阳市/老河口市", "chain"},
		{"a prefecture that became a city", "毕节地区大方县", "", 0, "520521", "贵州省/毕节市/大方县", "chain"},
		{"its city became a district", "毕节地区毕节市", "", 0, "520502", "贵州省/毕节市/七星关区", "chain"},
		{"a district that another took in", "上海市闸北区", "", 0, "310106", "上海市/静安区", "chain"},
		{"a district that was divided", "杭州市江干区", "", 0, "", "", "open"},
		{"a county that was divided", "邯郸县", "", 0, "", "", "open"},
		{"a county that moved with its prefecture gone", "巢湖市无为县", "", 0, "340281", "安徽省/芜湖市/无为市", "chain"},
		{"a name that was a county's and is a prefecture's", "铜仁市", "", 0, "520600", "贵州省/铜仁市", "unique"},
		{"in a year when it was a county's", "铜仁市", "", 2008, "520602", "贵州省/铜仁市/碧江区", "unique"},
		{"a prefecture that was dissolved, by then", "巢湖市", "", 2008, "", "", "open"},
		{"and the city of today", "巢湖市", "", 2015, "340181", "安徽省/合肥市/巢湖市", "unique"},
		{"a namesake of long ago", "桥东区", "", 0, "", "", "open"},
		{"that was gone in the year", "桥东区", "", 2022, "130702", "河北省/张家口市/桥东区", "unique"},
		{"an old name beside a short one", "东乡县", "", 0, "", "", "open"},
		{"that the context decides", "东乡县", "江西省", 0, "361003", "江西省/抚州市/东乡区", "context"},
	} {
		var context []string
		if c.context != "" {
			context = strings.Split(c.context, "|")
		}
		r := ResolveAt(c.year, c.name, context...)
		if r.Code() != c.code || r.Path() != c.path || r.By.String() != c.by {
			t.Errorf("%s: %s (%s, %d) is %q %q %v, want %q %q %s; candidates %v", c.says, c.name, c.context, c.year, r.Code(), r.Path(), r.By, c.code, c.path, c.by, r.Candidates)
		}
	}
}
