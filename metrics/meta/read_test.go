package meta

import (
	"strings"
	"testing"

	"golang.org/x/text/encoding/simplifiedchinese"
	"pgregory.net/rapid"

	"github.com/zhaibao/zhaibao/metrics"
	"github.com/zhaibao/zhaibao/period"
)

var known = Known{
	Places: []Place{{"青河县", ""}, {"白沙区", "460105"}, {"鼓楼区", "320106"}, {"鼓楼区", "410204"}},
	Files: map[string][]FilePlace{
		"a.txt": {{Place{"青河县", ""}, "2019H1"}},
		"b.txt": {{Place{"青河县", ""}, "2019H1"}, {Place{"白沙区", "460105"}, "2019H1"}},
	},
}

func TestLookup(t *testing.T) {
	for _, c := range []struct {
		what, file string
		column     string
		place      Place
		period     period.Period
		want       metrics.Number
	}{
		{"the very period", "region,period,population\n青河县,2019H1,5\n青河县,2019,6\n", "population", Place{"青河县", ""}, "2019H1", "5"},
		{"the year around a half-year", "region,period,population\n青河县,2019,6\n", "population", Place{"青河县", ""}, "2019H1", "6"},
		{"not another year", "region,period,population\n青河县,2018,6\n", "population", Place{"青河县", ""}, "2019H1", ""},
		{"not a part of the period", "region,period,population\n青河县,2019Q1,6\n", "population", Place{"青河县", ""}, "2019H1", ""},
		{"a row for all periods", "region,period,villages\n青河县,,210\n", "villages", Place{"青河县", ""}, "2019H1", "210"},
		{"its own number before that for all", "region,period,villages\n青河县,,210\n青河县,2019,211\n", "villages", Place{"青河县", ""}, "2019", "211"},
		{"an empty cell gives way", "region,period,population,villages\n青河县,2019H1,,1\n青河县,2019,6,2\n", "population", Place{"青河县", ""}, "2019H1", "6"},
		{"Chinese headers", "地区,报告期,人口,村数\n青河县,2019年,7,8\n", "人口", Place{"青河县", ""}, "2019", "7"},
		{"a unit in the header", "地区,年份,人口（万人）\n青河县,2019,35.2\n", "population", Place{"青河县", ""}, "2019", "35.2"},
		{"half-years in words", "地区,时期,人口\n青河县,2019年上半年,7\n", "人口", Place{"青河县", ""}, "2019H1", "7"},
		{"a name of the user's own", "region,period,常住人口\n青河县,2019,9\n", "常住人口", Place{"青河县", ""}, "2019", "9"},
		{"thousands", "region,period,population\n青河县,2019,\"1,352,000.50\"\n", "population", Place{"青河县", ""}, "2019", "1352000.5"},
		{"zero is kept", "region,period,population\n青河县,2019,-0.0\n", "population", Place{"青河县", ""}, "2019", "0"},
		{"CRLF, a byte order mark and blank lines", "\uFEFFregion,period,population\r\n\r\n青河县,2019,5\r\n,,\r\n", "population", Place{"青河县", ""}, "2019", "5"},
		{"blanks around cells", "region , period,population\n 青河县 ,2019 , 5 \n", "population", Place{"青河县", ""}, "2019", "5"},
		{"a guarded cell of ours", "region,period,population\n'青河县,2019,5\n", "population", Place{"青河县", ""}, "2019", "5"},
		{"by code", "region_code,period,population\n460105,2019,5\n", "population", Place{"白沙区", "460105"}, "2019", "5"},
		{"by code among places of one name", "region,region_code,period,population\n鼓楼区,410204,2019,5\n", "population", Place{"鼓楼区", "410204"}, "2019", "5"},
		{"by name where the table has no code", "region,region_code,period,population\n青河县,653425,2019,5\n", "population", Place{"青河县", ""}, "2019", "5"},
		{"by name where the row has no code", "region,period,population\n白沙区,2019,5\n", "population", Place{"白沙区", "460105"}, "2019", "5"},
		{"by file", "file,population\na.txt,5\n", "population", Place{"青河县", ""}, "2019H1", "5"},
		{"by file and region", "file,region,population\nb.txt,白沙区,5\n", "population", Place{"白沙区", "460105"}, "2019H1", "5"},
		{"by file, for the year", "file,period,population\na.txt,2019,5\n", "population", Place{"青河县", ""}, "2019H1", "5"},
		{"no such column", "region,period,population\n青河县,2019,5\n", "area", Place{"青河县", ""}, "2019", ""},
	} {
		table, err := Read("meta.csv", []byte(c.file), known)
		if err != nil {
			t.Errorf("%s: %v", c.what, err)
			continue
		}
		if v, ok := table.Lookup(c.column, c.place, c.period); v.Number != c.want || ok != (c.want != "") {
			t.Errorf("%s: %+v, want %q", c.what, v, c.want)
		}
	}
}

func TestGB18030(t *testing.T) {
	data, err := simplifiedchinese.GB18030.NewEncoder().Bytes([]byte("地区,报告期,人口\r\n青河县,2019,5\r\n"))
	if err != nil {
		t.Fatal(err)
	}
	table, err := Read("meta.csv", data, known)
	if err != nil {
		t.Fatal(err)
	}
	if v, _ := table.Lookup("人口", Place{"青河县", ""}, "2019"); v.Number != "5" || v.Line != 2 {
		t.Errorf("%+v", v)
	}
}

func TestErrors(t *testing.T) {
	const head = "region,period,population\n"
	for _, c := range []struct{ what, file, want string }{
		{"empty", "", "line 1: the file is empty"},
		{"no region", "period,population\n2019,5\n", "line 1: the header lacks region, region_code or file"},
		{"no period", "region,population\n青河县,5\n", "line 1: the header lacks period"},
		{"no numbers", "region,period\n青河县,2019\n", "line 1: the header has no column of numbers"},
		{"a column twice, once in Chinese", "region,period,population,人口\n", "line 1, column population: this column stands twice"},
		{"semicolons", "region;period;population\n青河县;2019;5\n", "line 1: the header lacks region, region_code or file; it is the first line, with commas"},
		{"full-width digits", head + "青河县,2019,１２\n", `line 2, column population: "１２" is no number`},
		{"万", head + "青河县,2019,12万\n", `column population: "12万" is no number; write 1234.5 or "1,234.5", and a unit such as 万人 in brackets`},
		{"an exponent", head + "青河县,2019,1e5\n", `"1e5" is no number`},
		{"separators in wrong places", head + "青河县,2019,\"12,34\"\n", `"12,34" is no number`},
		{"too long", head + "青河县,2019,1234567890123456789012345678901\n", "is no number"},
		{"NaN", head + "青河县,2019,NaN\n", `"NaN" is no number`},
		{"negative", head + "青河县,2019,-5\n", `"-5" is negative`},
		{"a comma without quotes", head + "青河县,2019,1,234\n", "line 2: 4 cells where the header has 3 columns; a comma inside a number needs quotes"},
		{"a cell too few", head + "青河县,2019\n", "line 2: 2 cells where the header has 3 columns"},
		{"a wrong period", head + "青河县,19年,5\n", `line 2, column period: "19年" is no period`},
		{"two rows of one period", head + "青河县,2019,5\n青河县,2019年,6\n", "line 3: the same region and period as in line 2"},
		{"no name", head + ",2019,5\n", "line 2: the row names no region"},
		{"several of the name", head + "鼓楼区,2019,5\n", `column region: there are several "鼓楼区" (320106, 410204); say which in region_code`},
		{"a file of two regions", "file,population\nb.txt,5\n", `column file: "b.txt" holds 2 regions and periods that fit`},
		{"quotes", head + "\"青河县,2019,5\n", "line 2: quotes do not pair"},
		{"UTF-16", "\xFF\xFEr\x00", "line 1: no CSV text (UTF-16 or a workbook)"},
		{"neither encoding", head + "\xFF\xFF\xFF,2019,5\n", "line 2: neither UTF-8 nor GB18030"},
	} {
		_, err := Read("meta.csv", []byte(c.file), known)
		e, ok := err.(*Error)
		if !ok || !strings.Contains(e.English(), c.want) || !strings.Contains(e.English(), "meta.csv ") {
			t.Errorf("%s: %v\nwant %s", c.what, err, c.want)
		}
	}
}

// All errors are told, the first twenty of them.
func TestAllErrors(t *testing.T) {
	_, err := Read("meta.csv", []byte("region,period,population\n"+strings.Repeat("青河县,?,万\n", 15)), known)
	text := err.Error()
	if n := strings.Count(text, "\n  meta.csv 第 "); n != 20 || !strings.Contains(text, "有 30 处问题") || !strings.HasSuffix(text, "…还有 10 处") {
		t.Errorf("%d listed\n%s", n, text)
	}
}

func TestUnknownRegion(t *testing.T) {
	const file = "region,period,population\n青河县,2019,5\n无名县,2019,6\n"
	table, err := Read("meta.csv", []byte(file), known)
	if err != nil || len(table.Warnings) != 1 || !strings.Contains(table.Warnings[0].Error(), `meta.csv 第 3 行 region 列："无名县" 不在汇总表的地区中`) {
		t.Errorf("%v %+v", err, table)
	}
	strict := known
	strict.Strict = true
	if _, err := Read("meta.csv", []byte(file), strict); err == nil || !strings.Contains(err.Error(), "无名县") {
		t.Errorf("strict: %v", err)
	}
}

// No bytes make it fail other than by an *Error.
func TestAnyBytes(t *testing.T) {
	pieces := rapid.SampledFrom([]string{"region", "period", "population", ",", "\n", "\r\n", `"`, "青河县", "2019", "-", "5", "file", "a.txt", "\xFF", "\uFEFF", "（万人）", "'"})
	rapid.Check(t, func(t *rapid.T) {
		data := strings.Join(rapid.SliceOfN(pieces, 0, 40).Draw(t, "pieces"), "")
		table, err := Read("meta.csv", []byte(data), known)
		if _, told := err.(*Error); (table == nil) != told {
			t.Fatalf("%q: %v %v", data, table, err)
		}
	})
}
