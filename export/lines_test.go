package export

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"fmt"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"github.com/zhaibao/zhaibao/corpus"
	"github.com/zhaibao/zhaibao/metrics"
)

// sample is a row of a table that has all kinds of columns.
type sample struct {
	report       int // with which the first two cells change
	name, region string
	text, joined string
	n            int
	plain        string
}

var sampleColumns = func() []column[sample] {
	byReport := &memo[sample]{2, func(s *sample) memoKey { return memoKey{report: uint64(s.report), which: uint64(s.n)} }}
	byName := &memo[sample]{1, func(s *sample) memoKey { return memoKey{name: s.name, code: s.region} }}
	return []column[sample]{
		integer("report", "报告", func(s *sample) Cell { return IntCell(s.report) }).by(byReport),
		count("n", "个数", func(s *sample) int { return s.n }).by(byReport),
		text("name", "名称", func(s *sample) string { return s.name }).by(byName),
		text("region", "地区", func(s *sample) string { return s.region }).by(byName),
		text("te\"xt", "文字", func(s *sample) string { return s.text }),
		appended("joined", "连写", func(dst []byte, s *sample) []byte { return append(append(dst, s.joined...), s.text...) }),
		decimal("plain", "数", func(s *sample) metrics.Number { return metrics.Number(s.plain) }),
	}
}()

var drawText = rapid.OneOf(
	rapid.SampledFrom([]string{"", "演出", "=1+1", "＝1", "－3%", "'", "\"", "\\", ",", "a,b", "\r\n", "\n", "\t", "说“好”，\"好\"", strings.Repeat("长", 40), strings.Repeat("长", 40) + ",", strings.Repeat("a", 31) + "\"", "\x01\x1f", "\u2028"}),
	rapid.StringN(0, 60, -1),
)

func drawSamples(t *rapid.T) []sample {
	return rapid.SliceOfN(rapid.Custom(func(t *rapid.T) sample {
		return sample{
			rapid.IntRange(1, 3).Draw(t, "report"), drawText.Draw(t, "name"), rapid.SampledFrom([]string{"", "青河县", "a\"b"}).Draw(t, "region"),
			drawText.Draw(t, "text"), drawText.Draw(t, "joined"), rapid.IntRange(0, 5).Draw(t, "n"),
			rapid.SampledFrom([]string{"", "0", "-5.5", "120000000"}).Draw(t, "plain"),
		}
	}), 1, 12).Draw(t, "rows")
}

// cellTexts are the cells of a row as they are.
func cellTexts(s *sample) []string {
	return []string{fmt.Sprint(s.report), fmt.Sprint(s.n), s.name, s.region, s.text, s.joined + s.text, s.plain}
}

// plainCSV is a line of CSV, written the plain way.
func plainCSV(s *sample) string {
	var fields []string
	for i, f := range cellTexts(s) {
		text := sampleColumns[i].Kind == Text
		if text && (strings.IndexAny(f, "=+-@\t\r\n'") == 0 || strings.IndexAny(f, "＝＋－＠") == 0) {
			f = "'" + f
		}
		if text && strings.ContainsAny(f, ",\"\r\n") {
			f = `"` + strings.ReplaceAll(f, `"`, `""`) + `"`
		}
		fields = append(fields, f)
	}
	return strings.Join(fields, ",") + "\r\n"
}

// TestLinesAgainstTheLibraries: lines with memory for shared cells are those of
// the plain way, what encoding/csv and encoding/json read in them are the cells,
// and rows of Cells give the same bytes.
func TestLinesAgainstTheLibraries(t *testing.T) {
	schema := schemaOf("sample", sampleColumns)
	rapid.Check(t, func(t *rapid.T) {
		samples := drawSamples(t)
		var asCSV, asJSON, viaCells, want bytes.Buffer
		quiet := func() error { return nil }
		lines := &table[sample]{columns: sampleColumns}
		lines.to(csvTo(&file{out: &asCSV, done: quiet}, schema))
		lines.to(jsonlTo(&asJSON, schema))
		one := csvTo(&file{out: &viaCells, done: quiet}, schema)
		var row cells
		want.WriteString(byteOrderMark + "report,n,name,region,\"te\"\"xt\",joined,plain\r\n")
		for i := range samples {
			if err := lines.add(&samples[i]); err != nil {
				t.Fatal(err)
			}
			if err := one.Write(cellsOf(&row, sampleColumns, &samples[i])); err != nil {
				t.Fatal(err)
			}
			want.WriteString(plainCSV(&samples[i]))
		}
		if err := lines.close(); err != nil {
			t.Fatal(err)
		}
		one.Close()
		if got := asCSV.String(); got != want.String() || viaCells.String() != got {
			t.Fatalf("written\n%q\nby cells\n%q\nthe plain way\n%q", got, viaCells.String(), want.String())
		}
		read, err := csv.NewReader(strings.NewReader(asCSV.String())).ReadAll()
		if err != nil || len(read) != len(samples)+1 {
			t.Fatalf("%d rows, %v", len(read), err)
		}
		objects := strings.SplitAfter(asJSON.String(), "\n")
		for i := range samples {
			var object map[string]any
			d := json.NewDecoder(strings.NewReader(objects[i]))
			d.UseNumber()
			if err := d.Decode(&object); err != nil {
				t.Fatalf("%q: %v", objects[i], err)
			}
			for k, cell := range cellTexts(&samples[i]) {
				c := sampleColumns[k]
				got := read[i+1][k]
				if c.Kind == Text {
					got = Unguard(got)
				}
				if folded := strings.ReplaceAll(cell, "\r\n", "\n"); got != folded {
					t.Errorf("encoding/csv reads %q in %s, it is %q", got, c.Name, cell)
				}
				want := any(strings.ToValidUTF8(cell, "\uFFFD"))
				if c.Kind != Text {
					if want = any(json.Number(cell)); cell == "" {
						want = nil
					}
				}
				if object[c.Name] != want {
					t.Errorf("encoding/json reads %q in %s, it is %q", object[c.Name], c.Name, cell)
				}
			}
		}
	})
}

// TestFactsShareNothingWrong: facts in any order, whose lines keep what they
// share, are those of columns that share nothing.
func TestFactsShareNothingWrong(t *testing.T) {
	bare := slices.Clone(factColumns)
	for i := range bare {
		bare[i].memo = nil
	}
	o := testOptions
	schema := schemaOf(factsName, factColumns)
	items := slices.DeleteFunc(testItems(), func(i *corpus.Item) bool { return i.Result == nil })
	rapid.Check(t, func(t *rapid.T) {
		order := rapid.SliceOfN(rapid.IntRange(0, len(items)-1), 1, 6).Draw(t, "order")
		write := func(columns []column[mention]) string {
			var out bytes.Buffer
			r := report{cat: testCatalog, opts: &o}
			facts := &table[mention]{columns: columns}
			facts.to(jsonlTo(&out, schema))
			for _, i := range order {
				r.reset(items[i])
				r.facts(facts.add)
			}
			facts.close()
			return out.String()
		}
		if shared, alone := write(factColumns), write(bare); shared != alone {
			t.Fatalf("shared\n%s\nalone\n%s", shared, alone)
		}
	})
}

// TestPreparedLinesAreTheSame: reports that several Preparers worked ahead on,
// in any order and again and again, are written as if none had.
func TestPreparedLinesAreTheSame(t *testing.T) {
	plain := written(t, testOptions)
	dir := filepath.Join(t.TempDir(), "out")
	d, err := Create(dir, testOptions)
	if err != nil {
		t.Fatal(err)
	}
	defer d.Abort()
	prepare := []func(*corpus.Item){d.Preparer(), d.Preparer()}
	items := testItems()
	for i := len(items) - 1; i >= 0; i-- {
		prepare[i%2](items[i])
		if i == 1 {
			prepare[0](items[i]) // the same item once more
		}
	}
	for i, item := range items {
		if i == 0 {
			item.Prepared = nil // of another pipeline
		}
		if err := d.Add(item); err != nil {
			t.Fatal(err)
		}
	}
	run := RunInfo{Version: "test", Inputs: []string{"县区"}, Started: "2020-01-02T03:04:05Z", Timings: map[string]float64{"extract": 0.5}}
	if err := d.Close(run); err != nil {
		t.Fatal(err)
	}
	for _, name := range filesIn(t, plain) {
		if !bytes.Equal(read(t, filepath.Join(dir, name)), read(t, filepath.Join(plain, name))) {
			t.Errorf("%s differs", name)
		}
	}
}
