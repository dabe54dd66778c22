package region

import (
	"strings"
	"testing"
	"unicode/utf8"
)

func TestByCode(t *testing.T) {
	for _, c := range []struct{ says, code, path string }{
		{"six digits", "330212", "浙江省/宁波市/鄞州区"},
		{"four", "3302", "浙江省/宁波市"},
		{"two", "33", "浙江省"},
		{"a district of a municipality", "110105", "北京市/朝阳区"},
		{"its placeholder is no division", "110100", ""},
		{"a county ruled by its province", "429004", "湖北省/仙桃市"},
		{"an old code of a city", "410881", "河南省/济源市"},
		{"an old code of a county that became a district", "330227", "浙江省/宁波市/鄞州区"},
		{"an old code of a prefecture", "522400", "贵州省/毕节市"},
		{"a code of a divided one", "330104", ""},
		{"a code that was given to another", "469025", "海南省/白沙黎族自治县"},
		{"no code", "999999", ""},
		{"too short", "3", ""},
		{"empty", "", ""},
	} {
		d, ok := ByCode(c.code)
		if d.Path() != c.path || ok != (c.path != "") {
			t.Errorf("%s: %s is %q, want %q", c.says, c.code, d.Path(), c.path)
		}
	}
}

func TestAt(t *testing.T) {
	for _, c := range []struct {
		says, code string
		level      Level
		want       string
	}{
		{"a county's prefecture", "330212", Prefecture, "宁波市"},
		{"its province", "330212", Province, "浙江省"},
		{"itself", "330212", County, "鄞州区"},
		{"a prefecture has no county", "330200", County, ""},
		{"a municipality stands for the prefecture", "110105", Prefecture, "北京市"},
		{"a county ruled by its province for itself", "429004", Prefecture, "仙桃市"},
		{"and belongs to the province", "429004", Province, "湖北省"},
		{"no township has a code", "330212", Township, ""},
		{"no level", "330212", None, ""},
	} {
		d, _ := ByCode(c.code)
		if got, ok := d.At(c.level); got.Name != c.want || ok != (c.want != "") {
			t.Errorf("%s: %s at %d is %q, want %q", c.says, d.Name, c.level, got.Name, c.want)
		}
	}
}

// TestTables holds the tables to what the code takes for granted.
func TestTables(t *testing.T) {
	tr := load()
	counties := 0
	for i, d := range tr.all {
		if i > 0 && d.Code <= tr.all[i-1].Code {
			t.Errorf("%s stands behind %s", d.Code, tr.all[i-1].Code)
		}
		if _, ok := ByCode(d.Parent); ok != (d.Level != Province) {
			t.Errorf("%s %s: parent %q", d.Code, d.Name, d.Parent)
		}
		if d.Level == County {
			counties++
		}
	}
	if len(Provinces()) != 34 || counties < 2840 || counties > 2860 {
		t.Errorf("%d provinces, %d counties", len(Provinces()), counties)
	}
	for _, f := range tr.former {
		for _, code := range f.Now {
			if !tr.has(code) {
				t.Errorf("%s %s leads to %s", f.Code, f.Name, code)
			} else if d, _ := ByCode(code); d.Code == f.Code && d.Name == f.Name && !f.Divided() {
				t.Errorf("%s %s is today's", f.Code, f.Name)
			}
		}
	}
	for from, to := range simplified() {
		if utf8.RuneLen(from) != utf8.RuneLen(to) {
			t.Errorf("%c and %c differ in length", from, to)
		}
	}
}

// TestNamesResolve: the full chain of every division leads to it, and its name
// alone to it or to nothing.
func TestNamesResolve(t *testing.T) {
	unique := 0
	for _, d := range load().all {
		if r := Resolve(strings.ReplaceAll(d.Path(), "/", "")); r.Code() != d.Code {
			t.Errorf("%s is %q (%v), want %s", d.Path(), r.Code(), r.By, d.Code)
		}
		switch r := Resolve(d.Name); r.Code() {
		case d.Code:
			unique++
		case "":
		default:
			if r.Division.Name != d.Name {
				t.Errorf("%s is %s", d.Path(), r.Path())
			}
		}
	}
	if unique < 2900 {
		t.Errorf("only %d names are told by themselves", unique)
	}
}

func BenchmarkLoad(b *testing.B) {
	for range b.N {
		newTree()
	}
}

func BenchmarkResolve(b *testing.B) {
	for _, name := range []string{"鄞州区", "浙江省宁波市鄞州区白沙镇", "青岭县"} {
		b.Run(name, func(b *testing.B) {
			b.ReportAllocs()
			for range b.N {
				Resolve(name)
			}
		})
	}
	b.Run("context", func(b *testing.B) {
		b.ReportAllocs()
		for range b.N {
			if Resolve("鼓楼区", "文化馆2021年工作总结", "南京市鼓楼区文化馆2021年工作总结").Code() != "320106" {
				b.Fatal("wrong")
			}
		}
	})
}

func FuzzResolve(f *testing.F) {
	f.Add("江苏南京鼓楼区", "福州市")
	f.Add("\xff縣", "x省")
	f.Fuzz(func(t *testing.T, name, context string) {
		r := Resolve(name, context)
		if r.By == Open && r.Division.Code != "" || r.Division.Code == "" && r.Path() != "" {
			t.Fatalf("%+v", r)
		}
	})
}
