package pdf

import (
	"bytes"
	"compress/zlib"
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/zhaibao/zhaibao/corpus"
	"github.com/zhaibao/zhaibao/segment"
)

// TestGolden reads the pages with cases of their own; a marked text is shown
// with # before headings and | between cells.
func TestGolden(t *testing.T) {
	for _, name := range []string{"cases", "notes", "breaks", "breaks-office", "breaks-repeated", "rules", "rules-office"} {
		got, err := readFile(t, "testdata/"+name+".pdf")
		if err != nil {
			t.Fatal(err)
		}
		golden := filepath.Join("testdata", name+".golden")
		if *update {
			if err := os.WriteFile(golden, []byte(marked(got)), 0o644); err != nil {
				t.Fatal(err)
			}
		}
		want, err := os.ReadFile(golden)
		if err != nil {
			t.Fatal(err)
		}
		if marked(got) != string(want) {
			t.Errorf("%s differs from %s:\n%s", name, golden, marked(got))
		}
	}
}

func marked(x corpus.Text) string {
	var b strings.Builder
	at := 0
	for _, m := range x.Marks {
		if m.Start < at { // a row's first cell
			continue
		}
		b.WriteString(x.Text[at:m.Start])
		text := m.Of(x.Text)
		switch m.Kind {
		case segment.MarkHeading:
			text = strings.Repeat("#", int(m.Level)) + " " + text
		case segment.MarkRow:
			text = "|" + strings.ReplaceAll(text, "\t", "|") + "|"
		}
		b.WriteString(text)
		at = max(at, m.End)
	}
	return b.String() + x.Text[at:]
}

// TestMarksFit holds the marks against the text: in order, cells in their row
// and parted by tabs.
func TestMarksFit(t *testing.T) {
	for _, name := range []string{"cases", "annual-office", "poverty-chromium"} {
		x, err := readFile(t, "testdata/"+name+".pdf")
		if err != nil {
			t.Fatal(err)
		}
		var row segment.Mark
		last := 0
		for _, m := range x.Marks {
			if m.Start < last || m.End > len(x.Text) {
				t.Fatalf("%s: mark %v out of order", name, m)
			}
			last = m.Start
			switch m.Kind {
			case segment.MarkRow:
				row = m
				if strings.Contains(m.Of(x.Text), "\n") || x.Text[m.End] != '\n' {
					t.Errorf("%s: row %q is not a line", name, m.Of(x.Text))
				}
			case segment.MarkCell:
				if m.Start < row.Start || m.End > row.End || strings.Contains(m.Of(x.Text), "\t") {
					t.Errorf("%s: cell %q is not in row %q", name, m.Of(x.Text), row.Of(x.Text))
				}
			}
		}
	}
}

func load(t testing.TB, name string) []byte {
	t.Helper()
	data, err := os.ReadFile("testdata/" + name + ".pdf")
	if err != nil {
		t.Fatal(err)
	}
	return data
}

func readData(data []byte) (corpus.Text, error) {
	return Reader.Read(context.Background(), corpus.Source{Name: "x.pdf", Data: data})
}

func TestIsPDF(t *testing.T) {
	for _, c := range []struct {
		what string
		data string
		is   bool
	}{
		{"a PDF", tiny, true},
		{"a PDF behind a mail's header", "Content-Type: application/pdf\n\n" + tiny, true},
		{"a text that names the format", "文件以 %PDF-1.4 开头", false},
		{"a zip archive", "PK\x03\x04", false},
		{"nothing", "", false},
	} {
		if Reader.Is([]byte(c.data)) != c.is {
			t.Errorf("%s: %v", c.what, !c.is)
		}
	}
}

func TestRefuses(t *testing.T) {
	report := load(t, "annual-chromium")
	for _, c := range []struct {
		what string
		data []byte
		want string
	}{
		{"a scan", load(t, "scan"), "OCR"},
		{"a file with a password", load(t, "locked"), "needs a password"},
		{"an empty file", nil, "damaged"},
		{"half a file", report[:len(report)/2], "damaged"},
		{"a file without its last byte but one page of it", report[:len(report)-5000], "damaged"},
		{"a bomb", bomb(1), "unpacks to more"},
		{"a bomb in a bomb", bomb(2), "unpacks to more"},
		{"a filter that there is not", bytes.Replace(report, []byte("/FlateDecode"), []byte("/FlateDxcode"), 1), "damaged"},
		{"a stream that no longer says that it is packed", bytes.Replace(report, []byte("/Filter"), []byte("/Xilter"), 1), "damaged"},
		{"a header alone", []byte("%PDF-1.7\n"), "damaged"},
		{"text under the name of a PDF", []byte("全年完成投资12亿元。"), "damaged"},
		{"fonts that do not say what they draw", bytes.ReplaceAll(report, []byte("/ToUnicode"), []byte("/TpUnicode")), "fonts of page 1"},
	} {
		got, err := readData(c.data)
		if err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%s: %.40q, %v; want an error with %q", c.what, got.Text, err, c.want)
		}
	}
}

// bomb is a page whose content unpacks to 40 MB from 40 kB, packed so many times.
func bomb(times int) []byte {
	data := bytes.Repeat([]byte("0 0 m "), 40<<20/6)
	for range times {
		var z bytes.Buffer
		w := zlib.NewWriter(&z)
		_, _ = w.Write(data)
		_ = w.Close()
		data = z.Bytes()
	}
	content := fmt.Sprintf("4 0 obj<</Filter[%s]/Length %d>>stream\n%s\nendstream endobj", strings.Repeat("/FlateDecode", times), len(data), data)
	return []byte(strings.Replace(tiny, tiny[strings.Index(tiny, "4 0 obj"):strings.Index(tiny, "5 0 obj")], content+"\n", 1))
}

// TestFlippedBytes changes one byte of a file at many places. Within packed
// streams it is refused, or reads as before; in the plain parts, which carry no
// sum, a character may be lost or move, but no number is invented.
func TestFlippedBytes(t *testing.T) {
	data := load(t, "notes")
	want, err := readData(data)
	if err != nil {
		t.Fatal(err)
	}
	refused, step := 0, len(data)/60
	for at := 7; at < len(data); at += step {
		flipped := bytes.Clone(data)
		flipped[at] ^= 0x15
		got, err := readData(flipped)
		if err != nil {
			refused++
			continue
		}
		for _, number := range figures.FindAllString(got.Text, -1) {
			if !slices.Contains(figures.FindAllString(want.Text, -1), number) {
				t.Errorf("byte %d: invents %s in %q", at, number, got.Text)
			}
		}
	}
	t.Logf("%d of %d refused", refused, (len(data)-7)/step+1)
}

var figures = regexp.MustCompile(`[0-9][0-9.,]*`)

func TestLimits(t *testing.T) {
	data := load(t, "annual-office")
	small := New(Options{Pages: 1})
	if _, err := small.Read(context.Background(), corpus.Source{Data: data}); err == nil || !strings.Contains(err.Error(), "the limit is 1") {
		t.Errorf("two pages pass a limit of one: %v", err)
	}
	s := corpus.Source{Data: data, Limits: corpus.Limits{Unpacked: 1000}}
	if _, err := Reader.Read(context.Background(), s); err == nil || !strings.Contains(err.Error(), "1000") {
		t.Errorf("a long text passes a limit of 1000 bytes: %v", err)
	}
}

func TestStopsWithItsContext(t *testing.T) {
	data := load(t, "annual-office")
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	if _, err := Reader.Read(ctx, corpus.Source{Data: data}); !errors.Is(err, context.Canceled) {
		t.Errorf("cancelled before: %v", err)
	}
	for _, after := range []time.Duration{time.Millisecond, 3 * time.Millisecond, 10 * time.Millisecond, 20 * time.Millisecond} {
		ctx, cancel := context.WithTimeout(context.Background(), after)
		got, err := Reader.Read(ctx, corpus.Source{Data: data})
		cancel()
		if err == nil && got.Text == "" || err != nil && !errors.Is(err, context.DeadlineExceeded) {
			t.Errorf("after %v: %v", after, err)
		}
	}
	if _, err := readData(data); err != nil {
		t.Errorf("a file after those that were stopped: %v", err)
	}
}

// TestManyAtOnce reads files in parallel, good ones between broken ones.
func TestManyAtOnce(t *testing.T) {
	good, bad := load(t, "poverty-office"), load(t, "annual-chromium")
	bad = bad[:len(bad)*2/3]
	want, err := readData(good)
	if err != nil {
		t.Fatal(err)
	}
	t.Run("group", func(t *testing.T) {
		for i := range 6 {
			t.Run("", func(t *testing.T) {
				t.Parallel()
				if i%2 == 1 {
					_, _ = readData(bad)
					return
				}
				if got, err := readData(good); err != nil || got.Text != want.Text {
					t.Errorf("read %d differs: %v", i, err)
				}
			})
		}
	})
}

// TestCache starts an engine whose cache cannot be written.
func TestCache(t *testing.T) {
	if testing.Short() {
		t.Skip("compiles the engine")
	}
	file := filepath.Join(t.TempDir(), "file")
	if err := os.WriteFile(file, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	data := load(t, "notes")
	if _, err := New(Options{CacheDir: file}).Read(context.Background(), corpus.Source{Data: data}); err != nil {
		t.Errorf("a file where the folder should be: %v", err)
	}
	if off := (&engine{options: Options{NoCache: true}}); off.cache() != nil {
		t.Error("a cache although it is switched off")
	}
}
