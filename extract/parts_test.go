package extract

import (
	"strings"
	"testing"

	"github.com/zhaibao/zhaibao/segment"
)

// TestParts lists the figures that are parts of another in the text.
func TestParts(t *testing.T) {
	w := mustCompile(t).NewWorker()
	for _, c := range []struct{ name, text, want string }{
		{"a sum behind its parts", "发放补贴30万元、慰问金20万元，共50万元。", "30万元<50万元 20万元<50万元"},
		{"a sum of places", "新建3个，改建2个，共5个文化站。", "3个<5个 2个<5个"},
		{"a sum that is none", "新建3个，改建2个，共6个文化站。", ""},
		{"the same number without 共", "新建3个，改建2个，维修5个文化站。", ""},
		{"a breakdown in brackets", "开展活动5场（春节2场，元宵3场）。", "2场<5场 3场<5场"},
		{"a breakdown in brackets with verbs", "修建农村公路23.6公里（其中新建10公里，改建13.6公里）。", "10公里<23.6公里 13.6公里<23.6公里"},
		{"a plan in brackets", "演出50场（全年计划40场）。", ""},
		{"an earlier year in brackets", "收入6.8亿元（2018年6.2亿元）。", ""},
		{"another unit in brackets", "培训12期（500人）。", ""},
		{"tax is no part", "投入100万元（不含税），采购设备50台。", ""},
		{"a bracket ends what it announces", "举办培训班12期（含线上），培训人员500人。", ""},
	} {
		var doc segment.Document
		var res Result
		doc.Parse(c.text, segment.Span{End: len(c.text)})
		w.Extract(Report{Doc: &doc, Period: "2019"}, &res)
		var got []string
		for i := range res.Facts {
			f := &res.Facts[i]
			if f.Basis != Part {
				continue
			}
			s := f.Span.Of(c.text)
			if f.Parent != None {
				s += "<" + res.Facts[f.Parent].Span.Of(c.text)
			}
			got = append(got, s)
		}
		if got := strings.Join(got, " "); got != c.want {
			t.Errorf("%s: %s\n got %s\nwant %s", c.name, c.text, got, c.want)
		}
	}
}
