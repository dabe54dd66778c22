package trace

import (
	"errors"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

const (
	tableCSV = "\uFEFFregion,region_code,period,metric,metric_name,base_unit,n_facts,sum\r\n" +
		"青河县,,2019H1,sessions,场次,场,3,150\r\n青河县,,2019H1,sessions,场次,次,1,\r\n'=江川区,01,2019,rate,比率,%,1,\r\n"
	factsCSV = "\uFEFFid,file,doc,region,region_code,period,fact_period,metric,text,value,unit,base_value,base_unit,bound,sentence,start,end,left_out\r\n" +
		"a#1/1,a,1,青河县,,2019H1,,sessions,120场,120,场,120,场,exact,\"演出\n120场\",0,4,\r\n" +
		"a#1/2,a,1,青河县,,2019H1,2018,sessions,90场,90,场,90,场,exact,去年90场,5,8,other_period\r\n" +
		"a#1/3,a,1,青河县,,2019H1,,sessions,30场,30,场次,30,场,exact,30场,9,12,\r\n" +
		"a#1/4,a,1,青河县,,2019H1,,sessions,4次,4,次,4,次,exact,4次,13,15,target\r\n" +
		"b#1/1,b,1,'=江川区,01,,2019,rate,5%,5,%,5,%,exact,增长5%,0,2,not_additive\r\n" +
		"b#1/2,b,1,'=江川区,02,,2019,rate,6%,6,%,6,%,exact,增长6%,3,5,not_additive\r\n"
)

// folder writes files into a new folder.
func folder(t *testing.T, files map[string]string) string {
	t.Helper()
	dir := t.TempDir()
	for name, content := range files {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(content), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	return dir
}

func TestParseCell(t *testing.T) {
	for s, want := range map[string]Cell{
		"青河县,2019H1,sessions":        {Region: "青河县", Period: "2019H1", Metric: "sessions", AnyUnit: true},
		"青河县，2019H1， 场次，场":           {Region: "青河县", Period: "2019H1", Metric: "场次", Unit: "场"},
		",2019,completion_status,":   {Period: "2019", Metric: "completion_status"},
		`"甲,乙",2019-01/2019-05,m,人次`: {Region: "甲,乙", Period: "2019-01/2019-05", Metric: "m", Unit: "人次"},
	} {
		if got, err := ParseCell(s); got != want || err != nil {
			t.Errorf("%s: %+v, %v", s, got, err)
		}
	}
	for _, s := range []string{"", "a", "a,b", "a,b,c,d,e", `"a`} {
		if _, err := ParseCell(s); !errors.Is(err, ErrCell) {
			t.Errorf("%q: error %v", s, err)
		}
	}
}

func TestFind(t *testing.T) {
	dir := folder(t, map[string]string{"table.csv": tableCSV, "facts.csv": factsCSV})
	for _, c := range []struct {
		what, cell string
		want       []string // unit, sum, counted and left out facts of each row
	}{
		{"all units, the metric by its name", "青河县,2019H1,场次", []string{"场=150:a#1/1 a#1/3|a#1/2 other_period", "次=:|a#1/4 target"}},
		{"one unit", "青河县,2019H1,sessions,次", []string{"次=:|a#1/4 target"}},
		{"a period that the facts have of their own, a guarded name, a code", "=江川区,2019,rate", []string{"%=:|b#1/1 not_additive"}},
	} {
		cell, _ := ParseCell(c.cell)
		rows, err := Find(dir, cell)
		var got []string
		for _, r := range rows {
			var counted, left []string
			for _, f := range r.Counted {
				counted = append(counted, f.ID)
			}
			for _, f := range r.LeftOut {
				left = append(left, f.ID+" "+f.Reason)
			}
			got = append(got, r.Unit+"="+r.Sum+":"+strings.Join(counted, " ")+"|"+strings.Join(left, " "))
		}
		if err != nil || !slices.Equal(got, c.want) {
			t.Errorf("%s: %q, %v", c.what, got, err)
		}
	}
}

func TestNotFound(t *testing.T) {
	dir := folder(t, map[string]string{"table.csv": tableCSV, "facts.csv": factsCSV})
	for cell, want := range map[string]NotFound{
		"青河,2019H1,sessions":     {"region", "青河", []string{"青河县"}},
		"青河县,2019,sessions":      {"period", "2019", []string{"2019H1"}},
		"青河县,2019H1,session":     {"metric", "session", []string{"sessions"}},
		"青河县,2019H1,场":           {"metric", "场", []string{"sessions"}},
		"青河县,2019H1,sessions,人次": {"unit", "人次", []string{"次"}},
	} {
		c, _ := ParseCell(cell)
		_, err := Find(dir, c)
		var lost *NotFound
		if !errors.As(err, &lost) || lost.Part != want.Part || lost.Value != want.Value || !slices.Equal(lost.Near, want.Near) {
			t.Errorf("%s: %+v", cell, lost)
		}
	}
}

// TestWhatDoesNotBelongTogether: nothing is shown where facts and table differ.
func TestWhatDoesNotBelongTogether(t *testing.T) {
	cell, _ := ParseCell("青河县,2019H1,sessions")
	for what, facts := range map[string]string{
		"another value":       strings.Replace(factsCSV, ",120,场,120,场,", ",120,场,121,场,", 1),
		"no number":           strings.Replace(factsCSV, ",120,场,120,场,", ",120,场,,场,", 1),
		"a row less":          strings.Replace(factsCSV, "a#1/2,a,1,青河县", "a#1/2,a,1,红河县", 1),
		"counted, not summed": strings.Replace(factsCSV, "other_period", "", 1),
	} {
		var differ *Mismatch
		if _, err := Find(folder(t, map[string]string{"table.csv": tableCSV, "facts.csv": facts}), cell); !errors.As(err, &differ) {
			t.Errorf("%s: error %v", what, err)
		}
	}
	var lacking *FileError
	for want, files := range map[string]map[string]string{
		"table.csv is not there":             {"facts.csv": factsCSV},
		"facts.csv is not there":             {"table.csv": tableCSV},
		"facts.csv has no column left_out":   {"table.csv": tableCSV, "facts.csv": strings.Replace(factsCSV, "left_out", "x", 1)},
		"facts.jsonl has no column left_out": {"table.csv": tableCSV, "facts.jsonl": "{\"id\":\"a\"}\n"},
	} {
		if _, err := Find(folder(t, files), cell); !errors.As(err, &lacking) || !strings.HasSuffix(err.Error(), want) {
			t.Errorf("error %v, want %s", err, want)
		}
	}
	if _, err := Find(folder(t, map[string]string{"table.csv": "a,b\n\"x"}), cell); err == nil {
		t.Error("a broken table gives no error")
	}
}
