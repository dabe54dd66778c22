package rtf

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

var update = flag.Bool("update", false, "rewrite the golden file")

func readString(data string) (corpus.Text, error) {
	return Reader.Read(context.Background(), corpus.Source{Name: "a.rtf", Data: []byte(data)})
}

// TestFile reads what LibreOffice wrote (corpus/doc/testdata/make.sh).
func TestFile(t *testing.T) {
	data, err := os.ReadFile("testdata/report.rtf")
	if err != nil {
		t.Fatal(err)
	}
	text, err := readString(string(data))
	if err != nil {
		t.Fatal(err)
	}
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
	path := filepath.Join("testdata", "report.txt")
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
		t.Errorf("got\n%s", b.String())
	}
}

// chinese is the head of a document as Chinese Word writes it: f0 Times New
// Roman, f13 宋体, f3 Symbol, f4 Wingdings, f5 of no charset, f6 Big5.
const chinese = `{\rtf1\ansi\ansicpg936\deff0{\fonttbl{\f0\froman\fcharset0 Times New Roman;}{\f13\fnil\fcharset134{\*\panose 02010600}\'cb\'ce\'cc\'e5{\*\falt SimSun};}{\f3\fcharset2 Symbol;}{\f4\fcharset2 Wingdings;}{\f5 Arial;}{\f6\fcharset136 PMingLiU;}}` +
	`{\colortbl;\red0\green0\blue255;}{\stylesheet{\qj \snext0 Normal;}{\s1\outlinelevel0 heading 1;}{\s2\sbasedon1 mine;}{\s3 heading 3;}{\s4\sbasedon5 x;}{\s5 toc 2;}{\*\cs10 \additive Default Paragraph Font;}}` +
	`{\info{\title 999}{\creatim\yr2019\mo1\dy5}}{\*\generator X 7.77;}{\header \pard 777\par}{\footerr{\field{\*\fldinst PAGE}{\fldrslt 3}}\par}\pard\plain `

func TestText(t *testing.T) {
	tests := []struct{ name, rtf, want string }{
		{"GBK in escaped bytes", `\f13 \'d1\'dd\'b3\'f6120\'b3\'a1\par`, "演出120场\n"},
		{"GBK as it is", "\\f13 \xd1\xdd\xb3\xf6 120\\par", "演出 120\n"},
		{"a second byte that is a letter", `\f13 \'81@12\par`, "丂12\n"},
		{"the file's encoding where the font has none", `\f5 \'d1\'dd\'b3\'f6\par`, "演出\n"},
		{"also where the font says ANSI", `\'d1\'dd\'b3\'f612\par`, "演出12\n"},
		{"unless that cannot be", `5\'b7 6\par`, "5· 6\n"},
		{"characters of four bytes", `\f13 \'81\'39\'ef\'30 2\par`, "㐁 2\n"},
		{"Big5", `\f6 \'a4\'a4\par`, "中\n"},
		{"bytes that are cut off", `\f13 \'d1\par`, "\ufffd\n"},
		{"Unicode with one character standing in", `\u28436 ?\u20986\'b3120\par`, "演出120\n"},
		{"with two", `\uc2\u28436\'d1\'dd\u20986??120\par`, "演出120\n"},
		{"with none", `{\uc0\u28436\u20986 120}\u28436?\par`, "演出120演\n"},
		{"with a control word", `\u28436\tab 12\par`, "演12\n"},
		{"negative", `\u-26792?\par`, string(rune(65536-26792)) + "\n"},
		{"in two halves", `\u-10179 ?\u-8704 ?3\par`, "😀3\n"},
		{"half a pair", `\u-10179 ?3\par`, "\ufffd3\n"},
		{"the end of the group ends what stands in", `{\uc3\u28436 ?}12\par`, "演12\n"},
		{"digits of the font Symbol, letters of it", `{\f3 12 ab}3\par`, "12 □□3\n"},
		{"Wingdings", `{\f4 1}3{\u-3929 ?}\par`, "□3□\n"},
		{"deleted text of a tracked change goes", `\f13 \'cd\'b6{\deleted\revdttmdel1 11.90}{\revised 12.35}\'d2\'da\par`, "投12.35亿\n"},
		{"a deleted end of a paragraph joins it", `1{\deleted\par}2\par`, "12\n"},
		{"hidden text goes", `5{\v 6}7\v 8\v0 9\plain\v 1\plain 2\par`, "5792\n"},
		{"the result of a field stays", `{\field{\*\fldinst { HYPERLINK "x33" }}{\fldrslt {44}}}5\par`, "445\n"},
		{"numbers of pages go", `1{\field{\*\fldinst PAGE \\* MERGEFORMAT}{\fldrslt 7}}2\par`, "12\n"},
		{"of a table of contents, too", `{\field{\*\fldinst TOC}{\fldrslt a\tab 3\par b 2019\tab 4}}\par c\tab 5\par`, "c\t5\n"},
		{"by its style, too", `\s4 a\tab{\field{\*\fldinst PAGEREF x}{\fldrslt 3}}\par\s4 b\tab 4\par\s4 c 5\par`, "c 5\n"},
		{"but not the text behind its end", `{\field{\*\fldinst TOC}{\fldrslt a\tab 3\par b}}c 5\par`, "c 5\n"},
		{"nor the text that slipped into it", `{\field{\*\fldinst TOC}{\fldrslt a\tab 3\par \u28436 ?5\u12290 ?\par b 6\par}}`, "演5。\nb 6\n"},
		{"nor a table", `{\field{\*\fldinst TOC}{\fldrslt a\par\trowd\cellx1000\cellx2000\intbl b\cell 6\cell\row\pard\par}}`, "b\t6\n"},
		{"struck text is taken out by hand", `a{\strike 100}\strike 7\strike0 200\striked1 8\striked0 \strike 9\plain b\par{\strike c\par}d\par`, "a200b\n\nd\n"},
		{"and closes no number", `10{\strike 0}5{\strike 0}.5{\strike 0}.\par{\strike 0}12\par`, "10□5.□5.\n12\n"},
		{"raised digits do not close up", `10{\super 4} 5m\super 2\nosupersub  PM{\sub 25}\super0 6\par`, "10⁴ 5m² PM256\n"},
		{"automatic numbers alone in a cell", `\trowd\cellx1000\cellx2000\intbl{\listtext 1.\tab}\cell 3\cell\row`, "1\t3\n"},
		{"marks of notes that were chosen by hand", `1\u20214 ?*{\footnote * 2}, 3m\'b2{\super\chftn}{\footnote{\chftn} 4}\par`, "1件, 3m²\n\n[1] 2\n[2] 4\n"},
		{"formulas are seen", `3{\field{\*\fldinst EQ \\\\f(1,2)}{\fldrslt }}5{\mmath{\*\moMath{\*\mr 1}}}\par`, "3□5□\n"},
		{"breaks and signs", `1\line 2\page 3\~4\_5\-6\emdash 7\tab 8\par`, "1\n2\n3\u00a04-56—7\t8\n"},
		{"brackets", `\{1\}\\\par`, "{1}\\\n"},
		{"an end of line behind a backslash ends a paragraph", "1\\\n2\\par", "1\n2\n"},
		{"other ends of line are nothing", "12\r\n34\\par", "1234\n"},
		{"an escaped end of line is one", `12\'0d34\'0a5\par`, "12\n34\n5\n"},
		{"sections end a paragraph", `1\sect 2\par`, "1\n2\n"},
		{"the last paragraph without an end", `1\par 2`, "1\n2\n"},
		{"pictures", `1{\*\shppict{\pict\pngblip 8950}}{\nonshppict{\pict 77}}{\pict\wmetafile8 0101}2\par`, "12\n"},
		{"binary data of any kind", `1{\pict\bin5 {{}\}}2\par`, "12\n"},
		{"objects show their result", `{\object\objemb{\*\objclass Excel}{\*\objdata 0105}{\result 9}}\par`, "9\n"},
		{"unknown extensions", `1{\*\unknown 5{6}}2{\unknown 3}\par`, "123\n"},
		{"the Unicode half of two", `{\upr{5}{\*\ud{6}}}\par`, "6\n"},
		{"notes follow the body", `1{\super\chftn{\footnote\pard\plain{\chftn } note 2\par more}}3\par 4{\footnote\ftnalt b}\par`, "1□3\n4\n\n[1] note 2 more\n[2] b\n"},
		{"a deleted note", `1{\deleted{\footnote 2}}3\par`, "13\n"},
		{"text boxes follow their paragraph", `1{\shp{\*\shpinst\shpleft5{\sp{\sn n}{\sv 8}}{\shptxt 2\par 3\par}}{\shprslt{\*\do{\dptxbxtext 2\par}}}}4\par 5\par`, "14\n2\n3\n5\n"},
		{"of old kind", `1{\*\do\dobxpage{\dptxbx{\dptxbxtext\pard 2\par}}}4\par`, "14\n2\n"},
		{"automatic numbers", `{\listtext\pard\f13 \'d2\'bb\'a1\'a2\tab}\f13 \'b8\'c5\'bf\'f6\par{\listtext 1.\tab}5\'cd\'f2\par{\pntext\f4 l\tab}6\par`, "一、概况\n1. 5万\n6\n"},
		{"bullets", `{\listtext\'b7\tab}6\par`, "6\n"},
		{"a table", `\trowd\cellx1000\cellx2000\pard\intbl 1\cell 2\par 3\cell\row\pard 4\par`, "1\t2 3\n\n4\n"},
		{"cells that are merged", `\trowd\clvmgf\cellx1000\cellx3000\intbl a\cell b\cell\row\trowd\clvmrg\cellx1000\cellx2000\cellx3000\intbl\cell c\cell d\cell\row\pard\par`, "a\tb\t\n\tc\td\n"},
		{"merged by flags", `\trowd\clmgf\cellx1000\clmrg\cellx2000\cellx3000\intbl a\cell\cell b\cell\row\trowd\cellx1000\cellx2000\cellx3000\intbl c\cell d\cell e\cell\row`, "a\t\tb\nc\td\te\n"},
		{"a row defined behind its cells", `\pard\intbl 1\cell 2\cell\trowd\cellx1000\cellx2000\row\pard 3\par`, "1\t2\n\n3\n"},
		{"cells without a word that they are in a table", `\trowd\cellx1000\cellx2000 1\cell 2\par 3\cell\row 4\par`, "1\t2 3\n\n4\n"},
		{"a row that never ends", `\trowd\cellx1000\cellx2000\pard\intbl 1\cell 2\cell\pard 3\par`, "1\t2\n\n3\n"},
		{"a frame is no table", `\trowd\cellx1000\pard\intbl 1\par 2\cell\row\pard`, "1\n2\n"},
		{"a small table inside a table", `\trowd\cellx1000\cellx2000\pard\intbl 1\cell\pard\intbl\itap2 2\nestcell 3\nestcell{\*\nesttableprops\trowd\cellx500\cellx900\nestrow}{\nonesttables\par}\pard\intbl\itap1 4\cell\row\pard`, "1\t2 3 4\n"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			text, err := readString(chinese + test.rtf + "}")
			if err != nil || text.Text != test.want {
				t.Errorf("got %q, %v; want %q", text.Text, err, test.want)
			}
			if n := strings.Count(test.want, "\ufffd"); text.Replaced != n {
				t.Errorf("%d replaced, want %d", text.Replaced, n)
			}
			readertest.Text(t, text)
		})
	}
}

func TestEncoding(t *testing.T) {
	tests := []struct{ name, rtf, text, encoding string }{
		{"the page of the file", `{\rtf1\ansi\ansicpg1251 \'c0}`, "А\n", "windows-1251"},
		{"GB18030 where a font says so", `{\rtf1\ansi\ansicpg1252{\fonttbl{\f0\fcharset134 a;}}\f0 \'d1\'dd}`, "演\n", "gb18030"},
		{"nothing declared, two Chinese characters", `{\rtf1 \'d1\'dd\'b3\'f6}`, "演出\n", "gb18030"},
		{"nothing declared", `{\rtf1 caf\'e9}`, "café\n", "windows-1252"},
		{"UTF-8", "{\\rtf1\\ansi\\ansicpg65001 演出}", "演出\n", "utf-8"},
		{"all that is beyond ASCII in \\u", `{\rtf1\ansi\ansicpg1252 \u28436 ?12}`, "演12\n", "utf-16le"},
		{"\\u and bytes", `{\rtf1\ansi\ansicpg1252 \u28436 ?\'b7}`, "演·\n", "windows-1252"},
		{"blanks before it", "\xef\xbb\xbf \r\n{\\rtf1 1}", "1\n", "windows-1252"},
	}
	for _, test := range tests {
		text, err := readString(test.rtf)
		if err != nil || text.Text != test.text || text.Encoding != test.encoding {
			t.Errorf("%s: %q in %s, %v; want %q in %s", test.name, text.Text, text.Encoding, err, test.text, test.encoding)
		}
	}
}

func TestHeadings(t *testing.T) {
	tests := []struct {
		name, rtf string
		level     uint8
	}{
		{"by its style", `\s1 a\par`, 1},
		{"by the style that its style is based on", `\s2 a\par`, 1},
		{"by the name of its style", `\s3 a\par`, 3},
		{"by itself", `\outlinelevel1 a\par`, 2},
		{"not, by itself", `\s1\outlinelevel9 a\par`, 0},
		{"not behind the next \\pard", `\s1\pard a\par`, 0},
	}
	for _, test := range tests {
		text, err := readString(chinese + test.rtf + "}")
		var level uint8
		for _, m := range text.Marks {
			level = m.Level
		}
		if err != nil || level != test.level {
			t.Errorf("a heading %s: level %d, want %d (%v)", test.name, level, test.level, err)
		}
	}
}

func TestRefused(t *testing.T) {
	tests := []struct{ name, rtf, want string }{
		{"cut off", `{\rtf1 1\par 2`, "损坏"},
		{"cut off in an escape", `{\rtf1 1\'`, "损坏"},
		{"with an end too early", `{\rtf1 1\par} 2\par}`, "损坏"},
		{"with a piece of zeros", `{\rtf1 1` + strings.Repeat("\x00", 512) + `2}`, "损坏"},
		{"with bytes that are none", `{\rtf1 \'zz}`, "损坏"},
		{"with less binary data than it says", `{\rtf1 \bin99999999 1}`, "损坏"},
		{"nested too deep", `{\rtf1` + strings.Repeat("{", 300) + strings.Repeat("}", 301), "嵌套"},
		{"with tables too deep", `{\rtf1\pard\intbl\itap99 1\par}`, "损坏"},
		{"without text", `{\rtf1{\pict 00}}`, "没有文字"},
		{"of another kind", `rtf`, "损坏"},
	}
	for _, test := range tests {
		text, err := readString(test.rtf)
		if err == nil || !strings.Contains(err.Error(), test.want) || text.Text != "" {
			t.Errorf("%s: %q, %v", test.name, text.Text, err)
		}
	}
	_, err := Reader.Read(context.Background(), corpus.Source{Data: []byte(`{\rtf1 ` + strings.Repeat("1", 99) + "}"), Limits: corpus.Limits{Unpacked: 50}})
	if !errors.Is(err, flow.ErrTooMuch) {
		t.Errorf("50 bytes: %v", err)
	}
	// 2,000 columns, and rows of one cell that covers them all.
	var bomb strings.Builder
	bomb.WriteString(`{\rtf1\trowd`)
	for i := range 2000 {
		fmt.Fprintf(&bomb, `\cellx%d`, 1000*(i+1))
	}
	bomb.WriteString(`\intbl` + strings.Repeat(`\cell`, 2000) + `\row` + strings.Repeat(`\trowd\cellx2000000\intbl 1\cell\row`, 5000) + "}")
	if _, err := readString(bomb.String()); !errors.Is(err, flow.ErrTooMuch) {
		t.Errorf("a bomb of columns: %v", err)
	}
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	if _, err := Reader.Read(ctx, corpus.Source{Data: []byte(`{\rtf1 1}`)}); !errors.Is(err, context.Canceled) {
		t.Errorf("cancelled: %v", err)
	}
}

// TestBroken reads files with bytes changed and ends cut off.
func TestBroken(t *testing.T) {
	data, err := os.ReadFile("testdata/report.rtf")
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
		for range i % 40 {
			broken[next(len(broken))] = `{}\'19a `[next(8)]
		}
		if i%4 == 0 {
			broken = broken[:next(len(broken))]
		}
		text, err := readString(string(broken))
		if err == nil {
			readertest.Text(t, text)
		}
	}
	if d := time.Since(start); d > 20*time.Second {
		t.Errorf("took %v", d)
	}
}

func FuzzRTF(f *testing.F) {
	data, err := os.ReadFile("testdata/report.rtf")
	if err != nil {
		f.Fatal(err)
	}
	f.Add(data)
	f.Add([]byte(chinese + `\trowd\clvmgf\cellx1000\cellx3000\intbl a\cell b\cell\row\pard\intbl\itap2 2\nestcell{\*\nesttableprops\trowd\cellx500\nestrow}{\footnote 1}{\shp{\*\shpinst{\shptxt 2\par}}}}`))
	f.Add([]byte(chinese + `{\field{\*\fldinst EQ}{\fldrslt 1}}{\upr{1}{\*\ud 2}}\uc2\u28436\'d1\'dd{\pict\bin3 ab}}c}`))
	f.Fuzz(func(t *testing.T, data []byte) {
		text, err := readString(string(data))
		if err != nil {
			if text.Text != "" {
				t.Errorf("text beside %v", err)
			}
			return
		}
		readertest.Text(t, text)
	})
}
