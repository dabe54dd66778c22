package region

import (
	"strings"
	"testing"
)

func TestHead(t *testing.T) {
	for _, c := range []struct{ text, want, last string }{
		{"青岭县文化和旅游局2021年", "青岭县", "青岭县"},
		{"灵川市白沙区卫生健康局", "灵川市白沙区", "白沙区"},
		{"江北省灵川市白沙区柳河镇", "江北省灵川市白沙区柳河镇", "柳河镇"},
		{"xx县文新广局", "xx县", "xx县"},
		{"XX县", "XX县", "XX县"},
		{"××镇人民政府", "××镇", "××镇"},
		{"柳河镇20XX年", "柳河镇", "柳河镇"},
		{"石门坎乡综合文化站", "石门坎乡", "石门坎乡"},
		{"清水湾街道：文化", "清水湾街道", "清水湾街道"},
		{"瀾河縣文化館", "瀾河縣", "瀾河縣"},
		{"新乡市总工会", "新乡市", "新乡市"},
		{"端州区文化馆", "端州区", "端州区"},
		{"萧山区图书馆", "萧山区", "萧山区"},
		{"恩施土家族苗族自治州文化馆", "恩施土家族苗族自治州", "恩施土家族苗族自治州"},
		{"诸城市龙源学校", "诸城市", "诸城市"},
		{"成都市文化馆", "成都市", "成都市"},
		{"文明城市创建", "", ""},
		{"小城镇建设", "", ""},
		{"沛县文化馆", "沛县", "沛县"},
		{"东山市经济开发区管委会", "东山市经济开发区", "经济开发区"},
		{"南江市城市管理局", "南江市", "南江市"},
		{"青河县美丽乡村建设", "青河县", "青河县"},
		{"青河县送文化下乡活动", "青河县", "青河县"},
		{"市文化馆扎实推进", "", ""},
		{"城市管理局", "", ""},
		{"文化市场管理", "", ""},
		{"社区卫生服务中心", "", ""},
		{"全县上下", "", ""},
		{"我县2017年学生资助", "", ""},
		{"各乡镇", "", ""},
		{"东关实验小学", "", ""},
		{"", "", ""},
	} {
		name, ok := Head(c.text)
		if got := c.text[:name.End]; got != c.want || ok != (c.want != "") || c.text[name.Last:name.End] != c.last {
			t.Errorf("%s: begins with %q (last %q), want %q (%q)", c.text, got, c.text[name.Last:name.End], c.want, c.last)
		}
	}
}

func TestFind(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"近年，我区共投入。“端州区文学年”，在柳河镇举办", "端州区 柳河镇"},
		{"积极开展送戏下乡，全县各乡镇、城市社区", ""},
		{"建设文化强区，文化市场", ""},
	} {
		var got []string
		for _, n := range Find(c.text) {
			got = append(got, n.Of(c.text))
		}
		if strings.Join(got, " ") != c.want {
			t.Errorf("%s: found %q, want %q", c.text, got, c.want)
		}
	}
}

func FuzzFind(f *testing.F) {
	f.Add("灵川市白沙区\xff我县x市")
	f.Fuzz(func(t *testing.T, text string) {
		end := 0
		for _, n := range Find(text) {
			if n.Start < end || n.Last < n.Start || n.End <= n.Last || n.End > len(text) {
				t.Fatalf("span %v last %d after %d", n.Span, n.Last, end)
			}
			end = n.End
		}
	})
}
