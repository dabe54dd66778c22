package identity

import (
	"strings"
	"testing"

	"golang.org/x/text/encoding/simplifiedchinese"
	"pgregory.net/rapid"

	"github.com/zhaibao/zhaibao/internal/byhand"
)

func TestFor(t *testing.T) {
	for _, c := range []struct {
		what, file string
		name       string
		doc        int
		want       string // region/code period org
	}{
		{"a place and a period", "file,region,period\na.txt,青河县,2019H1\n", "a.txt", 1, "青河县/654325 2019H1 "},
		{"Chinese headings and words", "文件,地区,报告期\na.txt,青河县,2019年上半年\n", "a.txt", 1, "青河县/654325 2019H1 "},
		{"a chain of places", "file,region\na.txt,江苏省南京市鼓楼区\n", "a.txt", 1, "鼓楼区/320106  "},
		{"a township in its county", "file,region\na.txt,宁波市鄞州区白沙镇\n", "a.txt", 1, "宁波市鄞州区白沙镇/  "},
		{"a place the tables do not know", "file,region\na.txt,无名新区\n", "a.txt", 1, "无名新区/  "},
		{"a name and the code that decides", "file,region,region_code\na.txt,鼓楼区,320106\n", "a.txt", 1, "鼓楼区/320106  "},
		{"a code alone", "file,region_code\na.txt,320106\n", "a.txt", 1, "鼓楼区/320106  "},
		{"the report before its file", "file,doc,org\na.txt,,甲局\na.txt,2,乙局\n", "a.txt", 2, "/  乙局"},
		{"the file for other reports", "file,doc,org\na.txt,,甲局\na.txt,2,乙局\n", "a.txt", 1, "/  甲局"},
		{"the file before its folder, column by column", "file,org,period\nx/,甲局,2019\nx/a.txt,乙局,\n", "x/a.txt", 1, "/ 2019 乙局"},
		{"the inner folder before the outer", "file,org\nx/,甲局\nx/y/,乙局\n", "x/y/a.txt", 1, "/  乙局"},
		{"all that is read", "file,period\n./,2019\n", "x/y/a.txt", 1, "/ 2019 "},
		{"a name with back slashes", "file,period\nx\\a.txt,2019\n", "x/a.txt", 1, "/ 2019 "},
		{"another file", "file,period\nb.txt,2019\n", "a.txt", 1, "none"},
		{"a guarded cell of ours, a byte order mark, CRLF", "\uFEFFfile,org\r\n'-a.txt,甲局\r\n", "-a.txt", 1, "/  甲局"},
	} {
		l, err := Read("meta.csv", []byte(c.file))
		if err != nil {
			t.Errorf("%s: %v", c.what, err)
			continue
		}
		got := "none"
		if r, used := l.For(c.name, c.doc); r != nil {
			got = r.Region.Value + "/" + r.Code + " " + string(r.Period.Value) + " " + r.Org.Value
			if len(used) == 0 {
				t.Errorf("%s: no row was used", c.what)
			}
		}
		if got != c.want {
			t.Errorf("%s: %q, want %q", c.what, got, c.want)
		}
	}
}

func TestEmptied(t *testing.T) {
	l, err := Read("meta.csv", []byte("file,region,org,period,copy\na.txt,-,-,-,否\n"))
	if err != nil {
		t.Fatal(err)
	}
	r, _ := l.For("a.txt", 1)
	if !r.Region.Set || !r.Org.Set || !r.Period.Set || r.Region.Value+r.Org.Value+string(r.Period.Value) != "" || !r.Own {
		t.Errorf("%+v", r)
	}
}

func TestGB18030(t *testing.T) {
	data, err := simplifiedchinese.GB18030.NewEncoder().Bytes([]byte("文件,地区\r\n甲.txt,青河县\r\n"))
	if err != nil {
		t.Fatal(err)
	}
	l, err := Read("meta.csv", data)
	if err != nil {
		t.Fatal(err)
	}
	if r, _ := l.For("甲.txt", 1); r == nil || r.Code != "654325" {
		t.Errorf("%+v", r)
	}
}

func TestErrors(t *testing.T) {
	for _, c := range []struct{ what, file, want string }{
		{"empty", "", "line 1: the file is empty"},
		{"no file column", "region,period\n青河县,2019\n", "line 1, column file: the header lacks this column"},
		{"semicolons", "file;region\na.txt;青河县\n", "line 1, column file;region: there is no such column"},
		{"a column twice, once in Chinese", "file,文件\n", "line 1, column file: this column stands twice"},
		{"a row without a file", "file,period\n,2019\n", "line 2, column file: the row names no file"},
		{"too many cells", "file,period\na.txt,2019,x\n", "line 2: 3 cells, the header has 2"},
		{"a wrong period", "file,period\na.txt,19年\n", `line 2, column period: "19年" is no period`},
		{"several of the name", "file,region\na.txt,鼓楼区\n", `line 2, column region: there are several "鼓楼区"`},
		{"a chain that does not exist", "file,region\na.txt,浙江省鼓楼区\n", "contradicts itself"},
		{"an unknown code", "file,region_code\na.txt,999999\n", `there is no code "999999"`},
		{"a code of another place", "file,region,region_code\na.txt,青河县,320106\n", `not of "青河县"`},
		{"one report twice", "file,doc\na.txt,1\na.txt,1\n", "line 3, column file: speaks of the same report as line 2"},
		{"report nought", "file,doc\na.txt,0\n", `"0" is no report's number`},
		{"a report of a folder", "file,doc\nx/,1\n", `"x/" is a folder`},
		{"copy yes", "file,copy\na.txt,yes\n", `line 2, column copy: "yes" does not go here`},
		{"quotes", "file,org\n\"a.txt,甲局\n", "quotes do not pair"},
		{"UTF-16", "\xFF\xFEf\x00", "UTF-16"},
	} {
		_, err := Read("meta.csv", []byte(c.file))
		e, ok := err.(*byhand.Error)
		if !ok || !strings.Contains(e.English(), c.want) || !strings.Contains(e.English(), "meta.csv ") {
			t.Errorf("%s: %v\nwant %s", c.what, err, c.want)
		}
	}
}

func TestMissing(t *testing.T) {
	l, err := Read("meta.csv", []byte("file\na.txt\nx/\nb.zip/inner.txt\nx/none.txt\ny/\n./\n"))
	if err != nil {
		t.Fatal(err)
	}
	err = l.Missing([]string{"a.txt", "x/c.txt", "b.zip"})
	e, ok := err.(*byhand.Error)
	if !ok || len(e.Problems) != 2 || e.Problems[0].Line != 5 || e.Problems[1].Line != 6 {
		t.Errorf("%v", err)
	}
	tally := l.NewTally()
	_, used := l.For("x/c.txt", 1)
	tally.Add(used)
	if o := tally.Outcome(); o.Used != 2 || len(o.Unused) != 4 || o.Unused[0].Line != 2 {
		t.Errorf("%+v", o)
	}
}

// No bytes make it fail other than by an Error that names the file.
func TestAnyBytes(t *testing.T) {
	pieces := rapid.SampledFrom([]string{"file", "region", "period", "doc", "copy", "region_code", ",", "\n", "\r\n", `"`, "鼓楼区", "2019", "-", "5", "a.txt", "\xFF", "\uFEFF", "x/", "'", "320106"})
	rapid.Check(t, func(t *rapid.T) {
		data := strings.Join(rapid.SliceOfN(pieces, 0, 40).Draw(t, "pieces"), "")
		l, err := Read("meta.csv", []byte(data))
		if e, told := err.(*byhand.Error); err != nil && (!told || !strings.Contains(e.Error(), "meta.csv 第 ")) {
			t.Fatalf("%q: %v", data, err)
		}
		if err == nil {
			l.For("a.txt", 1)
			l.Missing([]string{"a.txt"})
		}
	})
}

// What documents.csv leaves open may be given back as it is; whoever writes a file by hand is asked which place is meant.
func TestAnOpenPlaceOfDocumentsIsGivenBack(t *testing.T) {
	list, err := Read("documents.csv", []byte("file,doc,region,region_code,region_path,text_hash\na.txt,1,鼓楼区,,,00\n"))
	if err != nil {
		t.Fatal(err)
	}
	if r, _ := list.For("a.txt", 1); r == nil || r.Region.Value != "鼓楼区" || r.Code != "" || r.Path != "" {
		t.Errorf("%+v", r)
	}
	if _, err := Read("meta.csv", []byte("file,region\na.txt,鼓楼区\n")); err == nil {
		t.Error("several 鼓楼区 and no error")
	}
}
