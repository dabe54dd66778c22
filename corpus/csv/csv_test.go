package csv

import (
	"context"
	"strings"
	"testing"

	"golang.org/x/text/encoding/simplifiedchinese"
	"golang.org/x/text/encoding/unicode"

	"github.com/zhaibao/zhaibao/corpus"
	"github.com/zhaibao/zhaibao/corpus/internal/readertest"
)

func TestTables(t *testing.T) {
	gb, _ := simplifiedchinese.GB18030.NewEncoder().String("县,人数\n鄞州,12\n")
	wide, _ := unicode.UTF16(unicode.LittleEndian, unicode.UseBOM).NewEncoder().String("县\t人数\n鄞州\t12\n")
	for _, c := range []struct{ name, in, want, encoding string }{
		{"commas", "县,人数\r\n鄞州,12\r\n", "县\t人数\n鄞州\t12\n\n", "utf-8"},
		{"a byte order mark, semicolons", "\ufeff县;人数\n鄞州;12,5\n", "县\t人数\n鄞州\t12,5\n\n", "utf-8"},
		{"tabs", "县\t人数\n鄞州\t1,234\n", "县\t人数\n鄞州\t1,234\n\n", "utf-8"},
		{"GB18030", gb, "县\t人数\n鄞州\t12\n\n", "gb18030"},
		{"UTF-16, as Excel saves it", wide, "县\t人数\n鄞州\t12\n\n", "utf-16le"},
		{"quotes", "县,人数\n\"鄞州\n区\",\"1,234\"\n", "县\t人数\n鄞州 区\t1,234\n\n", "utf-8"},
		{"stray quotes between tabs", "县\t管径\n鄞州\t\"5 寸\n", "县\t管径\n鄞州\t\"5 寸\n\n", "utf-8"},
		{"Excel's own line", "sep=;\n县;1,5\n鄞;2,5\n", "县\t1,5\n鄞\t2,5\n\n", "utf-8"},
		{"rows of unlike length", "县,人数,户\n鄞州,12\n", "县\t人数\t户\n鄞州\t12\t\n\n", "utf-8"},
	} {
		got, err := Reader.Read(context.Background(), corpus.Source{Data: []byte(c.in)})
		if err != nil || got.Text != c.want || got.Encoding != c.encoding {
			t.Errorf("%s: %q %s %v, want %q", c.name, got.Text, got.Encoding, err, c.want)
		}
	}
}

func TestParts(t *testing.T) {
	in := "标题,地区,正文\n总结,鄞州,\"全年共接待游客12人次，其中老人5人次。\n完。\"\n又,慈溪,全年共接待游客13人次，其中老人6人次。\n"
	got, err := Reader.Read(context.Background(), corpus.Source{Data: []byte(in)})
	if err != nil || len(got.Parts) != 2 {
		t.Fatalf("%v %+v", err, got.Parts)
	}
	if p := got.Parts[1]; p.Row != 4 || p.Title != "又" || p.Region != "慈溪" || p.Span.Of(got.Text) != "全年共接待游客13人次，其中老人6人次。\n" {
		t.Errorf("%+v", p)
	}
}

func TestErrors(t *testing.T) {
	for _, c := range []struct{ name, in, want string }{
		{"quotes that do not match", "县,人数\n鄞州,\"12\n慈溪,13\n", "引号不配对"},
		{"nothing", "\n\n", "空的"},
		{"more cells than a row has", "甲\n" + strings.Repeat(",", maxCells), "第 2 行有 16385 格"},
		{"cells of blanks", ",,\n , \n", "没有可见的内容"},
	} {
		if _, err := Reader.Read(context.Background(), corpus.Source{Data: []byte(c.in)}); err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%s: %v", c.name, err)
		}
	}
}

func TestIs(t *testing.T) {
	long := strings.Repeat("鄞州,12,5\n", 20000)
	for _, c := range []struct {
		name, in string
		want     bool
	}{
		{"a table", "县,人数\n鄞州,12\n", true},
		{"a long one", long, true},
		{"a report", "2019年工作总结\n全年接待1,234人次。\n", false},
		{"a report with a table in it", "总结\n县\t人数\n鄞州\t12\n", false},
		{"one line", "县,人数", false},
		{"nothing", "", false},
		{"something else", "PK\x03\x04", false},
	} {
		if got := Reader.Is([]byte(c.in)); got != c.want {
			t.Errorf("%s: %v", c.name, got)
		}
	}
}

func FuzzCSV(f *testing.F) {
	for _, s := range []string{"县,人数\n鄞州,12\n", "标题\t正文\nx\t\"全年共接待游客12人次，其中老人5人次。全年\"\n", "sep=;\n1;2\n", "\xff\xfea\x00"} {
		f.Add([]byte(s))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		Reader.Is(data)
		text, err := Reader.Read(context.Background(), corpus.Source{Data: data, Limits: corpus.Limits{Unpacked: 1 << 20}})
		if err == nil {
			readertest.Text(t, text)
		}
	})
}
