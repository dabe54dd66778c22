package main

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"github.com/zhaibao/zhaibao/export"
)

// tricky are files whose offsets go wrong easily.
var tricky = map[string]string{
	"bom.txt":      "\xef\xbb\xbf全年举办文化活动30场。\r\n观众1.2万人次。\r\n",
	"gb18030.txt":  "\xc8\xab\xc4\xea\xbe\xd9\xb0\xec\xbb\xee\xb6\xaf30\xb3\xa1\xa3\xac\xc5\xe0\xd1\xb5\xd1\xa7\xd4\xb1200\xc8\xcb\xa1\xa3",
	"utf16.txt":    "\xff\xfe\x3e\x4e\x9e\x52\x3b\x6d\xa8\x52\x33\x00\x30\x00\x3a\x57\x02\x30",
	"bad.txt":      "举办活动\xff\xfe三十场，培训\xe4\xb8学员200人，XX场演出。",
	"wide.txt":     "𠮷祥村😀举办活动３０场，参加者1,200人次，👨‍👩‍👧家庭12户。",
	"formula.txt":  "=举办活动30场\n+培训学员200人\n-5万元支出\n@图书500册\n'引号3场",
	"two.txt":      "青河县文化局2019年工作总结\n一、全年举办活动30场。\n二、培训学员200人。\n青河县文化局\n2019年12月30日\n\n白沙县文化局2020年工作总结\n一、全年举办活动40场。\n二、农用物资万元，XX人参加。\n",
	"sub/a,b.txt":  "举办“活动，含展览”30场，参加者1.2万人次。\n",
	"long.md":      strings.Repeat("深入推进文化惠民工程", 80) + "举办活动30场" + strings.Repeat("取得了明显成效", 80) + "。",
	"no_stop.txt":  strings.Repeat("举办活动30场培训干部80人", 200),
	"newlines.txt": "举办活\n动30\n场\n\n\n培训2\n00人",
}

func trickyFolder(t *testing.T) string {
	t.Helper()
	dir := filepath.Join(t.TempDir(), "tricky")
	for name, text := range tricky {
		write(t, []byte(text), dir, name)
	}
	return dir
}

// TestOffsets: in every file of the output, start and end cut the text column
// out of the file's decoded text, and sentence_start the sentence.
func TestOffsets(t *testing.T) {
	for _, in := range []string{reportsDir, trickyFolder(t)} {
		out := filepath.Join(t.TempDir(), "out")
		run(t, "--quiet", "--format", "csv,jsonl", "--texts", "-o", out, in)
		texts := map[string][]rune{}
		text := func(file string) []rune {
			if _, ok := texts[file]; !ok {
				shown := run(t, "text", filepath.Join(in, file))
				compare(t, file, read(t, out, "texts", textName(file)), shown)
				texts[file] = []rune(string(shown))
			}
			return texts[file]
		}
		for _, table := range []string{"facts", "gaps"} {
			rows := csvRows(t, read(t, out, table+".csv"))
			for i, row := range rows {
				checkPlaces(t, table+".csv", i+2, row, text(row["file"]))
			}
			for i, row := range jsonlRows(t, read(t, out, table+".jsonl")) {
				checkPlaces(t, table+".jsonl", i+1, row, text(row["file"]))
				if row["text"] != rows[i]["text"] {
					t.Errorf("%s: row %d has %q as CSV, %q as JSONL", table, i+1, rows[i]["text"], row["text"])
				}
			}
		}
		checkDocuments(t, csvRows(t, read(t, out, "documents.csv")), text)
	}
}

func checkPlaces(t *testing.T, name string, line int, row map[string]string, text []rune) {
	t.Helper()
	start, end, from := number(t, row["start"]), number(t, row["end"]), number(t, row["sentence_start"])
	if got := string(text[start:end]); got != row["text"] {
		t.Errorf("%s:%d: text[%d:%d] is %q, the row says %q", name, line, start, end, got, row["text"])
	}
	to := from + len([]rune(row["sentence"]))
	if got := string(text[from:to]); got != row["sentence"] {
		t.Errorf("%s:%d: the sentence at %d is %q, the row says %q", name, line, from, got, row["sentence"])
	}
	if start < from || end > to || to-from > 300 {
		t.Errorf("%s:%d: the sentence [%d,%d) does not hold [%d,%d), or is too long", name, line, from, to, start, end)
	}
}

// checkDocuments asks that the reports of a file cover its text.
func checkDocuments(t *testing.T, rows []map[string]string, text func(string) []rune) {
	t.Helper()
	for i, row := range rows {
		start, end := number(t, row["start"]), number(t, row["end"])
		next := i + 1
		switch {
		case row["doc"] == "1" && start != 0:
			t.Errorf("%s: its first report starts at %d", row["file"], start)
		case next < len(rows) && rows[next]["file"] == row["file"] && rows[next]["start"] != row["end"]:
			t.Errorf("%s: report %s ends at %d, the next starts at %s", row["file"], row["doc"], end, rows[next]["start"])
		case (next == len(rows) || rows[next]["file"] != row["file"]) && end != len(text(row["file"])):
			t.Errorf("%s: its last report ends at %d of %d", row["file"], end, len(text(row["file"])))
		}
	}
}

func number(t *testing.T, s string) int {
	t.Helper()
	n, err := strconv.Atoi(s)
	if err != nil {
		t.Fatal(err)
	}
	return n
}

// csvRows reads a table with its guards taken off.
func csvRows(t *testing.T, data []byte) []map[string]string {
	t.Helper()
	data, ok := bytes.CutPrefix(data, []byte("\uFEFF"))
	if !ok {
		t.Error("the file has no byte order mark")
	}
	// encoding/csv would turn \r\n inside a field into \n
	records, err := csv.NewReader(bytes.NewReader(bytes.ReplaceAll(data, []byte("\r"), []byte("\x01")))).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	var rows []map[string]string
	for _, record := range records[1:] {
		row := map[string]string{}
		for i, cell := range record {
			name := strings.TrimSuffix(records[0][i], "\x01")
			if i == len(record)-1 {
				cell = strings.TrimSuffix(cell, "\x01")
			}
			row[name] = export.Unguard(strings.ReplaceAll(cell, "\x01", "\r"))
		}
		rows = append(rows, row)
	}
	return rows
}

func jsonlRows(t *testing.T, data []byte) []map[string]string {
	t.Helper()
	var rows []map[string]string
	for line := range bytes.Lines(data) {
		var values map[string]any
		d := json.NewDecoder(bytes.NewReader(line))
		d.UseNumber()
		if err := d.Decode(&values); err != nil {
			t.Fatal(err)
		}
		row := map[string]string{}
		for name, v := range values {
			switch v := v.(type) {
			case string:
				row[name] = v
			case json.Number:
				row[name] = v.String()
			}
		}
		rows = append(rows, row)
	}
	return rows
}

// textName is the name that --texts gives a file's text.
func textName(file string) string {
	if strings.HasSuffix(file, ".txt") {
		return file
	}
	return file + ".txt"
}
