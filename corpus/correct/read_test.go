package correct

import (
	"strings"
	"testing"

	"github.com/zhaibao/zhaibao/extract"
	"github.com/zhaibao/zhaibao/extract/catalog"
)

func compiled(t testing.TB) *extract.Extractor {
	t.Helper()
	ex, err := extract.Compile(catalog.Builtin())
	if err != nil {
		t.Fatal(err)
	}
	return ex
}

const (
	header = "text_hash,start,end,action,metric,value,high,unit,bound,role,basis,status,time,label,missing,note\n"
	short  = "text_hash,start,end,action,metric,value\n"
)

// h is some text's hash.
var h = strings.Repeat("0a", 32)

// rows puts h for H, which rows begin with.
func rows(s string) []byte { return []byte(strings.ReplaceAll(s, "H,", h+",")) }

func TestReadAccepts(t *testing.T) {
	for _, c := range []struct {
		kind, file string
		want       int
	}{
		{"a header alone", header, 0},
		{"a byte order mark and CRLF", "\uFEFF" + strings.ReplaceAll(header+"H,1,2,delete,,,,,,,,,,,,\n", "\n", "\r\n"), 1},
		{"quoted cells over two lines", header + "H,1,2,delete,,,,,,,,,,,,\"one, \"\"two\"\"\nthree\"\nH,3,4,delete,,,,,,,,,,,,\n", 2},
		{"the apostrophe of our CSV", short + "H,1,2,change,,'-5\nH,3,4,change,,'-\n", 2},
		{"columns in another order", "action,note,end,start,text_hash\ndelete,,2,1," + h + "\n", 1},
		{"rows of blanks, as spreadsheets leave them", short + ",,,,,\nH,1,2,delete,,\n , ,,,,\n", 1},
		{"columns without a name at the end", "text_hash,start,end,action,,\nH,1,2,delete,,\n", 1},
		{"a hash in upper case", short + strings.ToUpper(h) + ",1,2,delete,,\n", 1},
		{"no line end at the end", short + "H,1,2,delete,,", 1},
		{"a missing figure", header + "H,1,2,add,participants,,,人,,,,,,,1,\n", 1},
		{"a state", header + "H,1,2,add,completion_status,,,,,,,done,,,,\n", 1},
		{"a decrease from 3 to 5", header + "H,1,2,change,,-3,-5,%,range,,,,,,,\n", 1},
		{"one place in two texts", short + "H,1,2,delete,,\n" + strings.Repeat("b", 64) + ",1,2,delete,,\n", 2},
	} {
		list, err := Read("f.csv", rows(c.file), compiled(t))
		if err != nil {
			t.Errorf("%s: %v", c.kind, err)
		} else if list.Len() != c.want {
			t.Errorf("%s: %d corrections, want %d", c.kind, list.Len(), c.want)
		}
	}
}

// TestReadRefuses: what is said begins with the place and holds what to do.
func TestReadRefuses(t *testing.T) {
	for _, c := range []struct{ kind, file, want string }{
		{"nothing at all", "", "line 1: the file has no header; its first line is text_hash,start"},
		{"GBK", short + "H,1,2,delete,,\xb9\xab", "line 2: not UTF-8; save it as"},
		{"semicolons", "text_hash;start\n", "line 1, column text_hash;start: there is no such column; line 1, column text_hash: the header lacks this column; " +
			"line 1, column start; line 1, column end; line 1, column action"},
		{"a column that lacks", "text_hash,start,end\n", "line 1, column action: the header lacks this column"},
		{"a column twice", "text_hash,start,end,action,value,value\n", "line 1, column value: this column stands twice"},
		{"a row too short", short + "H,1,2,delete\n", "line 2: 4 cells, the header has 6"},
		{"a row too long", short + "H,1,2,delete,,,x\n", "line 2: 7 cells, the header has 6"},
		{"a quote in a cell", short + "H,1,2,delete,,a\"b\n", "line 2: quotes do not pair"},
		{"a quote that does not close", short + "H,1,2,delete,,\"a\n", "line 2: quotes do not pair"},
		{"half a hash", short + "0a0a,1,2,delete,,\n", `line 2, column text_hash: "0a0a" is no hash`},
		{"no place", short + "H,,2,delete,,\n", "line 2, column start: cannot be empty"},
		{"a place that is none", short + "H,-1,x,delete,,\n", `line 2, column start: "-1" is no place; line 2, column end: "x" is no place`},
		{"a span of nothing", short + "H,2,2,delete,,\n", "line 2, column end: end must be above start"},
		{"an unknown action", short + "H,1,2,drop,,\n", `line 2, column action: "drop" is not known; use one of delete, change, add`},
		{"an unknown metric", short + "H,1,2,change,sessions,\n", `line 2, column metric: "sessions" is not known; use one of activity_sessions, `},
		{"a metric emptied", short + "H,1,2,change,-,\n", `line 2, column metric: "-" is not known`},
		{"an unknown status", header + "H,1,2,change,,,,,,,,finished,,,,\n", `line 2, column status: "finished" is not known; use one of done, ongoing, undone`},
		{"a role emptied", header + "H,1,2,change,,,,,,-,,,,,,\n", `line 2, column role: "-" is not known; use one of actual, target, reference`},
		{"separators in a number", short + "H,1,2,change,,\"1,200\"\n", `line 2, column value: "1,200" is no number`},
		{"万 in a number", short + "H,1,2,change,,3.5万\n", `line 2, column value: "3.5万" is no number`},
		{"more digits than are exact", short + "H,1,2,change,,12345678901234567890\n", "line 2, column value"},
		{"万 in a unit", header + "H,1,2,change,,,,万人次,,,,,,,,\n", `line 2, column unit: a unit has no 万 or 亿: write "人次" for "万人次"`},
		{"an unknown unit", header + "H,1,2,change,,,,嗯,,,,,,,,\n", `line 2, column unit: the catalogue has no unit "嗯"`},
		{"missing as a word", header + "H,1,2,change,,,,,,,,,,,yes,\n", `line 2, column missing: "yes" does not go here`},
		{"a change of nothing", short + "H,1,2,change,,\n", "line 2, column action: change says nothing to change"},
		{"a delete that changes", short + "H,1,2,delete,,5\n", "line 2, column value: delete does not take this column"},
		{"an add without a metric", short + "H,1,2,add,,5\n", "line 2, column metric: add needs a metric code"},
		{"an add without a value", short + "H,1,2,add,participants,\n", "line 2, column value: add needs a value, or missing=1"},
		{"a state without a status", short + "H,1,2,add,completion_status,\n", "line 2, column status: a completion_status needs status"},
		{"missing and a value", header + "H,1,2,change,,5,,,,,,,,,1,\n", "line 2, column missing: a missing number has neither"},
		{"found again without a value", header + "H,1,2,change,,,,,,,,,,,-,\n", "line 2, column value: a number that is no longer missing needs a value"},
		{"high below value", header + "H,1,2,change,,5,3,,,,,,,,,\n", "line 2, column high: high must be above value"},
		{"exact with high", header + "H,1,2,change,,3,5,,exact,,,,,,,\n", "line 2, column bound: a number with high is range or about"},
		{"a range without high", header + "H,1,2,add,other,3,,,range,,,,,,,\n", "line 2, column high: range needs high"},
		{"one place twice", short + "H,1,2,delete,,\nH,1,2,change,,5\n", "line 3, column start: the same place as in line 2"},
		{"one place twice, both wrong otherwise", short + "H,1,2,delete,x,\nH,1,2,change,x,\n",
			"line 2, column metric; line 3, column metric; line 3, column start: the same place"},
		{"added facts that overlap", short + "H,1,9,add,other,5\nH,2,3,delete,,\nH,8,12,add,other,5\n", "line 4, column start: overlaps the fact that line 2 adds"},
	} {
		_, err := Read("f.csv", rows(c.file), compiled(t))
		bad, ok := err.(*Error)
		if !ok {
			t.Errorf("%s: %v", c.kind, err)
			continue
		}
		wants := strings.Split(c.want, "; line")
		for i, want := range wants {
			if i > 0 {
				want = "line" + want
			}
			if i >= len(bad.Problems) || !strings.HasPrefix(bad.Problems[i].English(), want) {
				t.Errorf("%s: %s\nwant %s", c.kind, bad.English(), want)
			}
		}
		if len(bad.Problems) != len(wants) {
			t.Errorf("%s: %d problems, want %d: %s", c.kind, len(bad.Problems), len(wants), bad.English())
		}
	}
}

func TestErrorNamesEveryPlace(t *testing.T) {
	_, err := Read("更正.csv", rows(short+"H,1,2,drop,,\nH,5,3,delete,,\n"), compiled(t))
	want := "更正文件 更正.csv 有 2 处问题，没有写出任何结果：\n" +
		"  更正.csv 第 2 行 action 列：不认识 \"drop\"，可用 delete, change, add\n" +
		"  更正.csv 第 3 行 end 列：end 应大于 start（含头不含尾）"
	if err == nil || err.Error() != want {
		t.Errorf("got\n%v\nwant\n%s", err, want)
	}
}

func FuzzRead(f *testing.F) {
	f.Add(header + h + ",1,2,add,other,5,,元,,,,,,,,\n")
	f.Add("\uFEFF" + short + h + ",1,2,change,\"a\n")
	ex := compiled(f)
	f.Fuzz(func(t *testing.T, file string) {
		list, err := Read("f", []byte(file), ex)
		if (list == nil) != (err != nil) {
			t.Fatalf("%v and %v", list, err)
		}
	})
}
