package doc

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/zhaibao/zhaibao/corpus"
	"github.com/zhaibao/zhaibao/corpus/internal/flow"
	"github.com/zhaibao/zhaibao/corpus/internal/readertest"
	"github.com/zhaibao/zhaibao/segment"
)

var update = flag.Bool("update", false, "rewrite the golden files")

func read(t testing.TB, data []byte) (corpus.Text, error) {
	t.Helper()
	return Reader.Read(context.Background(), corpus.Source{Name: "a.doc", Data: data})
}

// TestFiles reads what LibreOffice wrote (testdata/make.sh): a tracked change,
// automatic numbers, notes, fields, a text box, tables merged and nested.
func TestFiles(t *testing.T) {
	for _, name := range []string{"report", "nested"} {
		data, err := os.ReadFile(filepath.Join("testdata", name+".doc"))
		if err != nil {
			t.Fatal(err)
		}
		if !Reader.Is(data) {
			t.Errorf("%s: not recognised", name)
		}
		text, err := read(t, data)
		if err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		if text.Encoding != "utf-16le" || text.Replaced != 0 {
			t.Errorf("%s: encoding %s, %d replaced", name, text.Encoding, text.Replaced)
		}
		golden(t, filepath.Join("testdata", name+".txt"), text)
	}
}

// golden compares the text and its headings and rows with the file at path.
func golden(t *testing.T, path string, text corpus.Text) {
	t.Helper()
	var b strings.Builder
	b.WriteString(text.Text)
	b.WriteString("-- marks --\n")
	for _, m := range text.Marks {
		switch s := text.Text[m.Start:m.End]; m.Kind {
		case segment.MarkHeading:
			fmt.Fprintf(&b, "heading %d: %s\n", m.Level, s)
		case segment.MarkRow:
			fmt.Fprintf(&b, "row: %s\n", strings.ReplaceAll(s, "\t", "|"))
		}
	}
	if *update {
		if err := os.WriteFile(path, []byte(b.String()), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if b.String() != string(want) {
		t.Errorf("%s: got\n%s", path, b.String())
	}
}

var (
	deleted   = prop(sprmCFRMarkDel, 1)
	hiddenRun = prop(sprmCFVanish, 1)
	normal    = "\x00\x00"
	inCell    = normal + prop(sprmPFInTable, 1)
)

// rowEnd is the properties of the end of a row whose edges, in twips, are given.
func rowEnd(flags []uint16, edges ...int) string {
	op := []byte{byte(len(edges) - 1)}
	for _, e := range edges {
		op = append(op, byte(e), byte(e>>8))
	}
	for _, f := range flags {
		op = append(op, byte(f), byte(f>>8))
		op = append(op, make([]byte, tc80Size-2)...)
	}
	size := len(op) + 1
	return inCell + prop(sprmPFTtp, 1) + prop(sprmTDefTable, append([]byte{byte(size), byte(size >> 8)}, op...)...)
}

func TestCharacters(t *testing.T) {
	tests := []struct {
		name string
		made made
		want string
	}{
		{"deleted text of a tracked change goes, inserted text stays",
			made{chunks: []chunk{{text: "投资"}, {text: "11.90", chars: deleted}, {text: "12.35", chars: prop(0x0801, 1)}, {text: "亿元\r"}}}, "投资12.35亿元\n"},
		{"a deleted paragraph mark joins two paragraphs",
			made{chunks: []chunk{{text: "演出"}, {text: "\r", chars: deleted}, {text: "12场\r"}}}, "演出12场\n"},
		{"hidden text goes", made{chunks: []chunk{{text: "收入5万元"}, {text: "6万元", chars: hiddenRun}, {text: "。\r"}}}, "收入5万元。\n"},
		{"hidden by the piece, of a document saved fast", made{chunks: []chunk{{text: "收入5万元"}, {text: "6万元", prm: 0x5c<<1 | 1<<8}, {text: "。\r"}}}, "收入5万元。\n"},
		{"one byte each in Windows 1252", made{chunks: []chunk{{bytes: "25\xb0C \x96 3\x85\r"}}}, "25°C – 3…\n"},
		{"one byte each, but GB 2312 in pairs", made{chunks: []chunk{{bytes: "\xd1\xdd\xb3\xf6120\xb3\xa1\xb4\xce\r"}}}, "演出120场次\n"},
		{"a few letters of Windows 1252 are no Chinese", made{chunks: []chunk{{bytes: "\xd7\xd7\xd7\xd7 3 \xd7 4\r"}}}, "×××× 3 × 4\n"},
		{"the instruction of a field goes, its result stays", made{chunks: []chunk{{text: "共\x13 SUM(ABOVE) \\# 0 \x1442\x15场\r"}}}, "共42场\n"},
		{"a field in the instruction of another", made{chunks: []chunk{{text: "\x13 IF \x13 PAGE \x147\x15 = 1 \x14共9场\x15。\r"}}}, "共9场。\n"},
		{"numbers of pages go, and lines of a table of contents", made{chunks: []chunk{{text: "第\x13 PAGE \x143\x15页\r一、概况\t\x13 PAGEREF _Toc1 \x143\x15\r"}}}, "第页\n"},
		{"those without such a field, too", made{chunks: []chunk{{text: "\x13 TOC \\o \x14一、概况\t3\r二、2019年\t4\x15\r三\t5\r"}}}, "三\t5\n"},
		{"but not the text behind its end", made{chunks: []chunk{{text: "\x13 TOC \x14一、概况\x15演出12场\r"}}}, "演出12场\n"},
		{"nor the text that slipped into it", made{chunks: []chunk{{text: "\x13 TOC \x14一、概况\r演出12场。\r讲座3场\r\x15\r"}}}, "演出12场。\n讲座3场\n"},
		{"nor a table", made{chunks: []chunk{{text: "\x13 TOC \x14一、概况\r甲\a3\a\a\x15\r"}}, paras: []string{normal, inCell, inCell, rowEnd(nil, 0, 1000, 2000)}}, "甲\t3\n"},
		{"struck text is taken out by hand", made{chunks: []chunk{{text: "投资"}, {text: "11.90亿元", chars: prop(sprmCFStrike, 1)}, {text: "12.35亿元"}, {text: "左右\r", chars: prop(sprmCFDStrike, 1)}, {text: "完\r"}}}, "投资12.35亿元\n完\n"},
		{"and closes no number", made{chunks: []chunk{{text: "10"}, {text: "0", chars: prop(sprmCFStrike, 1)}, {text: "5人\r"}}}, "10□5人\n"},
		{"raised digits do not close up", made{chunks: []chunk{{text: "10"}, {text: "4", chars: prop(sprmCIss, 1)}, {text: "吨，5m"}, {text: "2", chars: prop(sprmCIss, 1)}, {text: "，PM"}, {text: "25", chars: prop(sprmCIss, 2)}, {text: "\r"}}}, "10⁴吨，5m²，PM25\n"},
		{"a reference parts numbers", made{chunks: []chunk{{text: "\x0212\x023场，4\x02.5万，共6\x02.\r"}}}, "12□3场，4.□5万，共6.\n"},
		{"a formula is not left out without a trace", made{chunks: []chunk{{text: "增长3\x13 EQ \\f(1,2) \x15倍\r"}}}, "增长3□倍\n"},
		{"a character of a symbol font", made{chunks: []chunk{{text: "面积5"}, {text: "(", chars: prop(sprmCSymbol, 3, 0, 0x6d, 0xf0)}, {text: "(米)\r"}}}, "面积5□(米)\n"},
		{"line breaks, page breaks and hyphens", made{chunks: []chunk{{text: "电话0571\x1e88\x0b共\x1f3场\x0c4场\r"}}}, "电话0571-88\n共3场\n4场\n"},
		{"pictures, drawings and references go", made{chunks: []chunk{{text: "\x01共3\x02场\x05\x08\r"}}}, "共3场\n"},
		{"footnotes follow", made{chunks: []chunk{{text: "共3场\x02\r\x02 含1场\r\r"}}, notes: 7}, "共3场\n\n[1] 含1场\n"},
		{"a paragraph without an end", made{chunks: []chunk{{text: "共3场"}}}, "共3场\n"},
		{"beyond the basic plane", made{chunks: []chunk{{text: "𠮷县3场\r"}}}, "𠮷县3场\n"},
		{"a table with a merged headline", made{chunks: []chunk{{text: "甲\a乙\a\a3\a4\a5\a\a后\r"}}, paras: []string{
			inCell, inCell, rowEnd([]uint16{0, 0}, 0, 1000, 3000), inCell, inCell, inCell, rowEnd([]uint16{0, 0, 0}, 0, 1000, 2000, 3000)}},
			"甲\t乙\t\n3\t4\t5\n\n后\n"},
		{"cells merged downwards, borders dragged a little", made{chunks: []chunk{{text: "甲\a3\a\ax\a4\a\a"}}, paras: []string{
			inCell, inCell, rowEnd([]uint16{0x60, 0}, 0, 1000, 2000), inCell, inCell, rowEnd([]uint16{0x20, 0}, 0, 1100, 2000)}},
			"甲\t3\n\t4\n"},
		{"a deleted row goes", made{chunks: []chunk{{text: "甲\a3\a\a"}, {text: "乙\a4\a\a", chars: deleted}}, paras: []string{
			inCell, inCell, rowEnd(nil, 0, 1000, 2000), inCell, inCell, rowEnd(nil, 0, 1000, 2000)}}, "甲\t3\n"},
		{"cells stay apart where nothing says that they are cells", made{chunks: []chunk{{text: "3\a4\a"}}}, "3\t4\n"},
		{"an outline level makes a heading's text no other", made{chunks: []chunk{{text: "概况\r"}}, paras: []string{normal + prop(sprmPOutLvl, 0)}}, "概况\n"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			text, err := read(t, test.made.file())
			if err != nil || text.Text != test.want {
				t.Errorf("got %q, %v; want %q", text.Text, err, test.want)
			}
		})
	}
}

func TestRefused(t *testing.T) {
	sound := []chunk{{text: "共3场\r"}}
	put := func(at int, v ...byte) func([]byte) { return func(fib []byte) { copy(fib[at:], v) } }
	big := make([]byte, 4096)
	report, _ := os.ReadFile("testdata/report.doc")
	sheet, _ := os.ReadFile("testdata/sheet.xls")
	tests := []struct {
		name string
		data []byte
		want string
	}{
		{"with a password", made{chunks: sound, fib: put(11, 0x03)}.file(), "密码"},
		{"of Word 95", made{chunks: sound, fib: put(2, 0x68)}.file(), "Word 95"},
		{"of Word 6, by its magic", made{chunks: sound, fib: put(0, 0xdc, 0xa5)}.file(), "Word 95"},
		{"with another magic", made{chunks: sound, fib: put(0, 1, 2)}.file(), "损坏"},
		{"with more characters than pieces", made{chunks: sound, fib: put(76, 99)}.file(), "损坏"},
		{"with very many characters", made{chunks: sound, fib: put(76, 0, 0, 0, 0x7f)}.file(), "损坏"},
		{"with pages behind the end", made{chunks: sound, fib: put(154+8*fcBteChpx, 0, 0, 0, 0)}.file(), "损坏"},
		{"without pages of properties", made{chunks: sound, fib: put(158+8*fcBtePapx, 0)}.file(), "损坏"},
		{"whose field never ends", made{chunks: []chunk{{text: "共\x13 SUM 3场\r又4场\r"}}}.file(), "损坏"},
		{"with a piece of zeros", made{chunks: []chunk{{text: "共3场\r" + strings.Repeat("\x00", 256) + "又4场\r"}}}.file(), "损坏"},
		{"with a page of zeros", made{chunks: []chunk{{text: "共3场\r"}, {text: "又4场\r", chars: deleted}}, fib: func(word []byte) { clear(word[(firstChar/pageSize+1)*pageSize:][:pageSize]) }}.file(), "损坏"},
		{"with a table of pages of zeros", made{chunks: sound, streams: map[string][]byte{"1Table": big}}.file(), "损坏"},
		{"of pictures", made{chunks: []chunk{{text: "\x01\r\x01\r"}}}.file(), "没有文字"},
		{"cut off", report[:len(report)-4096], "损坏"},
		{"cut off early", report[:700], "损坏"},
		{"Excel, as LibreOffice writes it", sheet, "Excel"},
		{"PowerPoint", compound(map[string][]byte{"PowerPoint Document": big}), "PowerPoint"},
		{"an encrypted .docx", compound(map[string][]byte{"EncryptedPackage": big, "EncryptionInfo": big}), "密码"},
		{"Works", compound(map[string][]byte{"MatOST": big, "CONTENTS": big}), "Works"},
		{"a message", compound(map[string][]byte{"__properties_version1.0": big}), "Outlook"},
		{"something else", compound(map[string][]byte{"Foo": big}), "不是 Word"},
		{"with its table missing", compound(map[string][]byte{"WordDocument": {}}), "损坏"},
		{"empty", nil, "损坏"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			text, err := read(t, test.data)
			if err == nil || !strings.Contains(err.Error(), test.want) || text.Text != "" {
				t.Errorf("got %q, %v; want an error with %s", text.Text, err, test.want)
			}
		})
	}
}

func TestLimits(t *testing.T) {
	long := made{chunks: []chunk{{text: strings.Repeat("共3场\r", 20)}}}.file()
	_, err := Reader.Read(context.Background(), corpus.Source{Data: long, Limits: corpus.Limits{Unpacked: 50}})
	if !errors.Is(err, flow.ErrTooMuch) {
		t.Errorf("50 bytes: %v", err)
	}
	deep := made{chunks: []chunk{{text: strings.Repeat("\x13", 5) + "\r"}}}.file()
	if _, err = Reader.Read(context.Background(), corpus.Source{Data: deep, Limits: corpus.Limits{Depth: 4}}); err == nil {
		t.Error("five fields in each other at a depth of 4")
	}
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	if _, err = Reader.Read(ctx, corpus.Source{Data: long}); !errors.Is(err, context.Canceled) {
		t.Errorf("cancelled: %v", err)
	}
}

// TestBroken reads files with bytes flipped and ends cut off: there must be a
// text or an error, soon.
func TestBroken(t *testing.T) {
	data, err := os.ReadFile("testdata/report.doc")
	if err != nil {
		t.Fatal(err)
	}
	seed := uint32(1)
	next := func(n int) int {
		seed = seed*1664525 + 1013904223
		return int(seed>>8) % n
	}
	start := time.Now()
	for i := range 400 {
		broken := append([]byte(nil), data...)
		for range 1 + i%40 {
			broken[next(len(broken))] ^= byte(1 + next(255))
		}
		if i%4 == 0 {
			broken = broken[:next(len(broken))]
		}
		text, err := read(t, broken)
		if err == nil && (text.Text == "" || strings.ContainsRune(text.Text, 0)) {
			t.Errorf("%d: no error, text %q", i, text.Text)
		}
	}
	if d := time.Since(start); d > 20*time.Second {
		t.Errorf("took %v", d)
	}
}

func FuzzDoc(f *testing.F) {
	for _, name := range []string{"report.doc", "nested.doc", "sheet.xls"} {
		data, err := os.ReadFile(filepath.Join("testdata", name))
		if err != nil {
			f.Fatal(err)
		}
		f.Add(data)
	}
	f.Add(made{chunks: []chunk{{text: "甲\a乙\a\a\x13 EQ \x15\r"}}, paras: []string{inCell, inCell, rowEnd([]uint16{0, 0}, 0, 1000, 3000)}}.file())
	f.Fuzz(func(t *testing.T, data []byte) {
		text, err := read(t, data)
		if err != nil {
			if text.Text != "" {
				t.Errorf("text beside %v", err)
			}
			return
		}
		readertest.Text(t, text)
	})
}

// FuzzStreams fuzzes what lies in the container, of which FuzzDoc breaks little
// else than the container.
func FuzzStreams(f *testing.F) {
	add := func(data []byte) {
		c, err := openContainer(data)
		if err != nil {
			f.Fatal(err)
		}
		word, _ := c.stream("WordDocument")
		table, _ := c.stream("1Table")
		f.Add(word, table)
	}
	for _, name := range []string{"report.doc", "nested.doc"} {
		data, err := os.ReadFile(filepath.Join("testdata", name))
		if err != nil {
			f.Fatal(err)
		}
		add(data)
	}
	add(made{chunks: []chunk{{text: "甲\a乙\a\a\x13 EQ \x15\r"}, {bytes: "\xd1\xdd\xb3\xf6120", chars: deleted}}, paras: []string{inCell, inCell, rowEnd([]uint16{0, 0}, 0, 1000, 3000)}}.file())
	f.Fuzz(func(t *testing.T, word, table []byte) {
		if len(word)+len(table) > 40<<10 {
			return
		}
		full := func(b []byte) []byte { return append(b[:len(b):len(b)], make([]byte, max(0, 4096-len(b)))...) }
		text, err := read(t, compound(map[string][]byte{"WordDocument": full(word), "1Table": full(table), "0Table": full(table)}))
		if err == nil {
			readertest.Text(t, text)
		}
	})
}
