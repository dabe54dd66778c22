package extract

import (
	"strings"
	"testing"
)

// TestTime holds which figures are levels, which no sum may hold.
func TestTime(t *testing.T) {
	for _, c := range []struct{ name, text, want string }{
		{"after a word of having", "全县现有文化站12个。", "12个 stock"},
		{"the clauses after it", "全县拥有养老机构9家，床位860张，入住老人1608人。", "9家 stock; 860张 stock; 1608人 stock"},
		{"but not what was done there", "现有文化站12个，开展活动300场。", "12个 stock; 300场 flow"},
		{"nor who was served", "共有志愿者300人，服务群众2000人。", "300人 stock; 2000人 flow"},
		{"nor who was led along", "全县有合作社6家，带动贫困户143户。", "6家 stock; 143户 flow"},

		{"a noun of what stands", "全县注册志愿者1873人。", "1873人 stock"},
		{"a noun of what stands, and 达", "参保人数达47万人。", "47万人 stock"},
		{"patients that are looked after", "管理高血压患者22978人。", "22978人 stock"},
		{"but not those that came to it", "新增注册志愿者120人。", "120人 flow"},
		{"nor those who were visited", "慰问特困人员300人、低保户20户。", "300人 flow; 20户 flow"},
		{"nor those for whom something was done", "为高血压患者300人免费体检。", "300人 flow"},

		{"nor those of a clause that goes on with them", "走访慰问困难党员，孤儿12人。", "12人 flow"},
		{"other verbs before it say nothing of them", "全面推进参保扩面，参保人数达47万人。", "47万人 stock"},

		{"a thing of the whole county", "全县营运客车206辆。", "206辆 stock"},
		{"but not what happened in it", "全县演出120场。", "120场 flow"},
		{"nor what was begun in it", "全县新建文化站12个。", "12个 flow"},

		{"what a number came to", "放映队由12支发展到21支。", "12支 flow; 21支 stock"},
		{"money that came to an amount was still taken in", "门票收入增加到120万元。", "120万元 flow"},
		{"services that came to a number were still given", "诊疗人次增至12万人次。", "12万人次 flow"},
	} {
		r := extractText(t, c.text)
		var got []string
		for i := range r.Facts {
			if f := &r.Facts[i]; f.Quantity.HasValue {
				got = append(got, f.Of(c.text)+" "+f.Time.String())
			}
		}
		if s := strings.Join(got, "; "); s != c.want {
			t.Errorf("%s: %s\n got %s\nwant %s", c.name, c.text, s, c.want)
		}
	}
}
