package jsonl

import (
	"context"
	"strings"
	"testing"

	"github.com/zhaibao/zhaibao/corpus"
)

func TestRead(t *testing.T) {
	for _, c := range []struct{ name, in, want string }{
		{"a line each", `{"title":"总结","region":"鄞州","text":"共5家。"}` + "\n\n" + `{"content":"共6家。\n完。","year":2019}` + "\n", "1 总结/鄞州/: 共5家。| 3 //2019: 共6家。|完。|"},
		{"a list", "[\n {\"正文\": \"甲\", \"单位\": \"局\"},\n {\"正文\": null}, {\"正文\": \"乙\"}\n]\n", "2 //: 甲| 3 //: 乙|"},
		{"one object over lines", "{\n\"text\": \"甲\"\n}", "1 //: 甲|"},
		{"a list of paragraphs", `{"body":["甲","乙5"]}`, "1 //: 甲|乙5|"},
		{"a NUL", `{"body":"甲\u0000乙"}`, "1 //: 甲\ufffd乙|"},
		{"工作总结", `{"序号":1,"乡镇":"白沙镇","年度":2023,"工作总结":"白沙镇开展志愿服务活动45场，服务群众2300人次，新建文化广场2处。"}`, "1 /白沙镇/2023: 白沙镇开展志愿服务活动45场，服务群众2300人次，新建文化广场2处。|"},
		{"two halves", `{"年度":"2023年","上半年总结":"白沙镇开展志愿服务活动45场，服务群众2300人次，新建文化广场2处。","下半年总结":"白沙镇开展志愿服务活动46场，服务群众2400人次，新建文化广场3处。"}`, "1 //2023H1: 上半年总结|白沙镇开展志愿服务活动45场，服务群众2300人次，新建文化广场2处。| 1 //2023H2: 下半年总结|白沙镇开展志愿服务活动46场，服务群众2400人次，新建文化广场3处。|"},
		{"the longest of several", `{"text":"甲","content":"甲乙"}`, "1 //: 甲乙|"},
	} {
		data := []byte(c.in)
		if !Reader.Is(data) {
			t.Errorf("%s: not taken for JSON", c.name)
		}
		got, err := Reader.Read(context.Background(), corpus.Source{Data: data})
		if err != nil {
			t.Errorf("%s: %v", c.name, err)
			continue
		}
		var parts []string
		for _, p := range got.Parts {
			parts = append(parts, string('0'+rune(p.Row))+" "+p.Title+"/"+p.Region+"/"+p.Period+": "+strings.ReplaceAll(p.Span.Of(got.Text), "\n", "|"))
		}
		if s := strings.Join(parts, " "); s != c.want {
			t.Errorf("%s: %s, want %s", c.name, s, c.want)
		}
	}
}

func TestOption(t *testing.T) {
	data := []byte(`{"note":"共5家。","text":"x"}`)
	got, err := New(Options{Text: "note"}).Read(context.Background(), corpus.Source{Data: data})
	if err != nil || got.Text != "共5家。\n" {
		t.Errorf("%q %v", got.Text, err)
	}
}

func TestAsked(t *testing.T) {
	_, err := New(Options{Text: "报告"}).Read(context.Background(), corpus.Source{Data: []byte(`{"content":"共5家。","标题":"甲"}`)})
	if err == nil || err.Error() != "没有名为“报告”的字段（--text-column），现有字段：content、标题；请改用其中一个，或去掉该选项 (no field has the name that --text-column gives; there are content, 1 in Chinese; name one of them, or leave the flag out)" {
		t.Error(err)
	}
}

func TestErrors(t *testing.T) {
	for _, c := range []struct{ name, in, want string }{
		{"a line that is cut", "{\"text\":\"甲\"}\n{\"text\":\"乙", "第 2 行不是完整的 JSON（没有写完就结束了）"},
		{"a line that is changed", "{\"text\":\"甲\"}\n{\"text\":\"乙\"]", "第 2 行不是完整的 JSON（有 JSON 不允许的写法）"},
		{"nested without end", "{\"text\":" + strings.Repeat("[", 20000), "嵌套太深"},
		{"no object", "{\"text\":\"甲\"}\n5\n", "第 2 行不是完整的 JSON（不是一个对象）"},
		{"text behind a list", "[{\"text\":\"甲\"}]\nx", "列表后面还有内容"},
		{"a number for a text", `{"text":5}`, "不是文字"},
		{"no text", `{"b":"甲","a":1}` + "\n" + `{"c":"乙"}`, "现有字段：a、b、c；请用 --text-column"},
		{"texts that are empty", `{"content":""}`, "正文字段都是空的，现有字段：content"},
	} {
		if got, err := Reader.Read(context.Background(), corpus.Source{Data: []byte(c.in)}); err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%s: %q %v", c.name, got.Text, err)
		}
	}
	for _, s := range []string{"", "共5家", "[1]", "{}", `{"a"}`, "[注]", "{甲：5}"} {
		if Reader.Is([]byte(s)) {
			t.Errorf("%q is taken for JSON", s)
		}
	}
}

func FuzzJSONL(f *testing.F) {
	for _, s := range []string{`{"text":"共5家。"}` + "\n" + `{"content":"b"}`, `[{"正文":["a","b"]},{}]`, `{"text":"\ud800\u0000"}`} {
		f.Add([]byte(s))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		Reader.Is(data)
		text, err := Reader.Read(context.Background(), corpus.Source{Data: data, Limits: corpus.Limits{Unpacked: 1 << 20}})
		if err != nil {
			return
		}
		if strings.ToValidUTF8(text.Text, "") != text.Text || strings.Contains(text.Text, "\x00") || text.Encoding == "" || len(text.Parts) == 0 {
			t.Fatalf("text %q", text.Text)
		}
		at := 0
		for _, p := range text.Parts {
			if p.Start < at || p.Empty() || p.End > len(text.Text) || p.Row < 1 {
				t.Fatalf("part %v", p)
			}
			at = p.End
		}
	})
}
