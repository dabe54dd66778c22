package export

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"flag"
	"io"
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"testing"

	"github.com/zhaibao/zhaibao/metrics"
)

var update = flag.Bool("update", false, "rewrite the golden files")

// written runs testItems through a Dir and returns the folder.
func written(t *testing.T, o Options) string {
	t.Helper()
	dir := filepath.Join(t.TempDir(), "out")
	writeTo(t, dir, o)
	return dir
}

func writeTo(t *testing.T, dir string, o Options) {
	t.Helper()
	d, err := Create(dir, o)
	if err != nil {
		t.Fatal(err)
	}
	defer d.Abort()
	for _, item := range testItems() {
		if err := d.Add(item); err != nil {
			t.Fatal(err)
		}
	}
	run := RunInfo{Version: "test", Inputs: []string{"县区"}, Started: "2020-01-02T03:04:05Z", Timings: map[string]float64{"extract": 0.5}}
	if err := d.Close(run); err != nil {
		t.Fatal(err)
	}
}

func TestGolden(t *testing.T) {
	o := testOptions
	o.Texts = true
	dir := written(t, o)
	want := []string{
		"codebook.csv", "documents.csv", "documents.jsonl", "facts.csv", "facts.jsonl", "gaps.csv", "gaps.jsonl", "run.json",
		"table.csv", "table.jsonl", "texts/县区/包.zip/乙.md.txt", "texts/县区/甲.txt", "wide.csv", "wide.jsonl",
	}
	if got := filesIn(t, dir); !slices.Equal(got, want) {
		t.Fatalf("files %q", got)
	}
	for _, name := range want {
		if strings.HasPrefix(name, "texts/") {
			continue
		}
		golden := filepath.Join("testdata", "golden", name)
		got := read(t, filepath.Join(dir, name))
		if *update {
			if err := os.WriteFile(golden, got, 0o666); err != nil {
				t.Fatal(err)
			}
		}
		if !bytes.Equal(got, read(t, golden)) {
			t.Errorf("%s differs from %s; look at the difference, then refresh with -update", name, golden)
		}
	}
	if got := string(read(t, filepath.Join(dir, "texts/县区/甲.txt"))); got != testItems()[0].Document.Text {
		t.Errorf("text %q", got)
	}
}

func TestColumnsOfTheContract(t *testing.T) {
	contract := map[string]string{
		factsName:     "id, file, doc, region, region_code, region_path, org, period, fact_period, section, metric, metric_name, label, text, value, high, unit, base_value, base_unit, low_est, high_est, bound, role, basis, status, time, missing, same_as, parent, target_id, rule, confidence, sentence, sentence_start, start, end, left_out, copied_from, copied_by",
		documentsName: "file, doc, title, region, region_code, region_path, org, period, start, end, format, encoding, characters, numbers, facts, gaps, unexplained, copied_from, similarity, error, text_hash, genre",
		tableName:     "region, region_code, period, metric, metric_name, base_unit, n_docs, n_facts, sum, low, high, n_open, mean, median, max, target, completion, approximate_share, gaps, left_out, n, min, q1, q3, completion_actual, completion_target, children_sum, children_low, children_high, n_children, periods_sum, periods_low, periods_high, n_periods",
		gapsName:      "kind, file, doc, region, region_code, period, fact, text, sentence, sentence_start, start, end",
	}
	for _, s := range []Schema{
		schemaOf(factsName, factColumns), schemaOf(documentsName, documentColumns),
		schemaOf(tableName, tableColumns(testCatalog, metrics.Plan{})), schemaOf(gapsName, gapColumns),
	} {
		var names []string
		for _, c := range s.Columns {
			names = append(names, c.Name)
			if c.Meaning == "" {
				t.Errorf("%s.%s has no meaning", s.Name, c.Name)
			}
		}
		if got := strings.Join(names, ", "); got != contract[s.Name] {
			t.Errorf("%s: %s", s.Name, got)
		}
	}
}

// Every CSV file says what its JSONL twin says, cell by cell.
func TestCSVEqualsJSONL(t *testing.T) {
	dir := written(t, testOptions)
	for _, name := range []string{factsName, documentsName, gapsName, tableName, wideName} {
		header, rows := readCSV(t, filepath.Join(dir, name+".csv"))
		objects := readJSONL(t, filepath.Join(dir, name+".jsonl"))
		if len(rows) != len(objects) || len(rows) == 0 {
			t.Fatalf("%s: %d rows, %d objects", name, len(rows), len(objects))
		}
		for i, row := range rows {
			for j, column := range header {
				if want := asCSV(objects[i][column]); row[j] != want {
					t.Errorf("%s row %d %s: CSV %q, JSON %q", name, i, column, row[j], want)
				}
			}
		}
	}
}

// asCSV is the cell that stands for a JSON value; a CSV reader turns CRLF inside a field into LF.
func asCSV(v any) string {
	switch v := v.(type) {
	case json.Number:
		return v.String()
	case string:
		v = strings.ReplaceAll(v, "\r\n", "\n")
		if guarded(v) {
			return "'" + v
		}
		return v
	}
	return ""
}

// What the offsets cut out of the file's text is what the row says.
func TestOffsetsLeadBack(t *testing.T) {
	dir := written(t, testOptions)
	texts := map[string][]rune{}
	for _, item := range testItems() {
		if item.Document != nil {
			texts[item.File] = []rune(item.Document.Text)
		}
	}
	checked := 0
	for _, name := range []string{"facts.jsonl", "gaps.jsonl"} {
		for _, row := range readJSONL(t, filepath.Join(dir, name)) {
			text := texts[row["file"].(string)]
			start, end, from := integerOf(t, row["start"]), integerOf(t, row["end"]), integerOf(t, row["sentence_start"])
			if got := string(text[start:end]); got != row["text"] {
				t.Errorf("%s: text %q, offsets give %q", name, row["text"], got)
			}
			sentence := row["sentence"].(string)
			if got := string(text[from : from+len([]rune(sentence))]); got != sentence {
				t.Errorf("%s: sentence %q, offsets give %q", name, sentence, got)
			}
			checked++
		}
	}
	if checked != 14 {
		t.Errorf("%d rows checked", checked)
	}
	for _, row := range readJSONL(t, filepath.Join(dir, "documents.jsonl")) {
		if row["title"] != "" {
			text := string(texts[row["file"].(string)][integerOf(t, row["start"]):integerOf(t, row["end"])])
			if !strings.HasPrefix(text, row["title"].(string)) {
				t.Errorf("report %q begins %.30q", row["title"], text)
			}
		}
	}
}

// Links lead to rows of the same file.
func TestIDs(t *testing.T) {
	ids := map[any]bool{"": true}
	rows := readJSONL(t, filepath.Join(written(t, testOptions), "facts.jsonl"))
	for _, row := range rows {
		if ids[row["id"]] {
			t.Errorf("id %q twice", row["id"])
		}
		ids[row["id"]] = true
	}
	for _, row := range rows {
		if !ids[row["same_as"]] || !ids[row["parent"]] || !ids[row["target_id"]] {
			t.Errorf("%q points nowhere", row["id"])
		}
	}
	if got := rows[7]["same_as"]; got != "县区/甲.txt#1/2" {
		t.Errorf("same_as %q", got)
	}
}

func TestStreamEqualsFile(t *testing.T) {
	dir := written(t, testOptions)
	for name, start := range map[string]func(io.Writer, Options) *Stream{"facts.jsonl": NewStream, "facts.csv": NewCSVStream} {
		var out bytes.Buffer
		s := start(&out, testOptions)
		for _, item := range testItems() {
			if err := s.Add(item); err != nil {
				t.Fatal(err)
			}
		}
		if err := s.Close(); err != nil {
			t.Fatal(err)
		}
		if !bytes.Equal(out.Bytes(), read(t, filepath.Join(dir, name))) {
			t.Errorf("the stream differs from %s", name)
		}
	}
}

func TestSameInputSameBytes(t *testing.T) {
	a, b := written(t, testOptions), written(t, testOptions)
	for _, name := range filesIn(t, a) {
		if !bytes.Equal(read(t, filepath.Join(a, name)), read(t, filepath.Join(b, name))) {
			t.Errorf("%s differs", name)
		}
	}
}

func TestNoReports(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "out")
	d, err := Create(dir, Options{})
	if err != nil {
		t.Fatal(err)
	}
	if err := d.Close(RunInfo{}); err != nil {
		t.Fatal(err)
	}
	if header, rows := readCSV(t, filepath.Join(dir, "facts.csv")); len(rows) != 0 || len(header) != len(factColumns) {
		t.Errorf("%d rows, header %q", len(rows), header)
	}
}

func read(t *testing.T, path string) []byte {
	t.Helper()
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return data
}

func filesIn(t *testing.T, dir string) []string {
	t.Helper()
	names, err := (&place{partial: dir}).written()
	if err != nil {
		t.Fatal(err)
	}
	return names
}

func readCSV(t *testing.T, path string) (header []string, rows [][]string) {
	t.Helper()
	data, ok := strings.CutPrefix(string(read(t, path)), byteOrderMark)
	if !ok {
		t.Errorf("%s has no byte order mark", path)
	}
	all, err := csv.NewReader(strings.NewReader(data)).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	return all[0], all[1:]
}

func readJSONL(t *testing.T, path string) (rows []map[string]any) {
	t.Helper()
	for line := range strings.Lines(string(read(t, path))) {
		d := json.NewDecoder(strings.NewReader(line))
		d.UseNumber()
		var row map[string]any
		if err := d.Decode(&row); err != nil {
			t.Fatalf("%v in %s", err, line)
		}
		rows = append(rows, row)
	}
	return rows
}

func integerOf(t *testing.T, v any) int {
	t.Helper()
	n, ok := v.(json.Number)
	if !ok {
		t.Fatalf("%v is %v, no number", v, reflect.TypeOf(v))
	}
	i, err := n.Int64()
	if err != nil {
		t.Fatal(err)
	}
	return int(i)
}
