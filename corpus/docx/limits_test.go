package docx

import (
	"bytes"
	"context"
	"encoding/binary"
	"errors"
	"strings"
	"testing"
	"unicode/utf16"

	"github.com/zhaibao/zhaibao/corpus"
	"github.com/zhaibao/zhaibao/corpus/internal/readertest"
)

func TestErrors(t *testing.T) {
	rels := `<Relationships ` + relNS + `/>`
	deep := strings.Repeat(`<w:sdt><w:sdtContent>`, 200)
	good := pack(t, p("共5家"), nil)
	entity := `<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "b">]><w:document ` + transitional + `><w:body>` + p("&a;") + `</w:body></w:document>`
	main := func(content string) []byte {
		return zipped(t, map[string]string{"word/document.xml": content, "_rels/.rels": rels})
	}
	locked := bytes.Clone(good)
	for i := range locked {
		if bytes.HasPrefix(locked[i:], []byte("PK\x01\x02")) {
			locked[i+8] |= 1
		}
	}
	for _, c := range []struct {
		name string
		data []byte
		want string
	}{
		{"an entity", main(entity), "DTD"},
		{"too deep", main(`<w:document ` + transitional + `><w:body>` + deep), "嵌套太深"},
		{"cut short", good[:len(good)-30], "已损坏"},
		{"the XML is cut", main(`<w:document ` + transitional + `><w:body>` + p("共5家")), "已损坏"},
		{"an element too many", main(`<w:document ` + transitional + `><w:body/></w:document><x/>`), "已损坏"},
		{"another kind", main(`<x/>`), "不是 Word 文档"},
		{"no document", zipped(t, map[string]string{"word/x.xml": "<x/>"}), "不是 Word 文档"},
		{"a bomb", main(`<w:document ` + transitional + `><w:body>` + strings.Repeat(" ", 8<<20) + `</w:body></w:document>`), "压缩比"},
		{"a way out", zipped(t, map[string]string{"word/document.xml": "<x/>", "../../etc/x": ""}), "指向包外"},
		{"a password within", locked, "密码"},
		{"a password", encrypted(), "密码"},
		{"an embedded document", pack(t, p("共5家")+`<w:altChunk r:id="x"/>`, nil), "嵌有另一份文档"},
		{"no text", pack(t, p(""), nil), "没有文字"},
		{"notes that are not there", pack(t, `<w:p><w:r><w:footnoteReference w:id="2"/></w:r></w:p>`+p("共5家"), nil), "已损坏"},
		{"numbering that is damaged", pack(t, p("共5家"), map[string]string{"numbering": "<w:num>"}), "已损坏"},
		{"a lost list of parts", zipped(t, map[string]string{"word/document.xml": `<w:document ` + transitional + `><w:body>` + p("共5家", inList("1", "0")) + `</w:body></w:document>`, "word/numbering.xml": "<x/>"}), "已损坏"},
		{"wrong characters", main(`<w:document ` + transitional + `><w:body>` + p("共\xff家") + `</w:body></w:document>`), "已损坏"},
	} {
		text, err := Reader.Read(context.Background(), corpus.Source{Data: c.data})
		if err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%s: %q, %v", c.name, text.Text, err)
		}
	}
	flipped := bytes.Clone(good)
	flipped[bytes.Index(flipped, []byte("word/document.xml"))+40] ^= 0x55
	if text, err := Reader.Read(context.Background(), corpus.Source{Data: flipped}); err == nil && text.Text != "共5家\n" {
		t.Errorf("a flipped byte: %q", text.Text)
	}
}

// encrypted is the frame of a compound file with an encrypted package.
func encrypted() []byte {
	data := make([]byte, 4*512)
	copy(data, "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1")
	data[30] = 9
	binary.LittleEndian.PutUint32(data[48:], 1) // the directory
	binary.LittleEndian.PutUint32(data[76:], 0) // the table
	binary.LittleEndian.PutUint32(data[512+4:], 2)
	for i, u := range utf16.Encode([]rune("EncryptedPackage")) {
		binary.LittleEndian.PutUint16(data[512*3+128+2*i:], u)
	}
	return data
}

func TestLimits(t *testing.T) {
	data := pack(t, strings.Repeat(p("全县共5家企业投产"), 100), nil)
	for _, l := range []corpus.Limits{{Unpacked: 1000}, {Depth: 2}} {
		if _, err := Reader.Read(context.Background(), corpus.Source{Data: data, Limits: l}); err == nil {
			t.Errorf("%+v: no error", l)
		}
	}
	if _, err := Reader.Read(context.Background(), corpus.Source{Data: pack(t, tbl(strings.Repeat(tr(strings.Repeat(tc("", `<w:gridSpan w:val="63"/>`), 60)), 60)), nil), Limits: corpus.Limits{Unpacked: 1 << 20}}); err == nil {
		t.Error("cells without end: no error")
	}
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	if _, err := Reader.Read(ctx, corpus.Source{Data: data}); !errors.Is(err, context.Canceled) {
		t.Errorf("cancelled: %v", err)
	}
}

func TestUTF16(t *testing.T) {
	xml := `<?xml version="1.0" encoding="UTF-16"?><w:document ` + transitional + `><w:body>` + p("共5家") + `</w:body></w:document>`
	wide := []byte{0xff, 0xfe}
	for _, u := range utf16.Encode([]rune(xml)) {
		wide = binary.LittleEndian.AppendUint16(wide, u)
	}
	data := zipped(t, map[string]string{"[Content_Types].xml": "<x/>", `word\document.xml`: string(wide)})
	if got := readText(t, data).Text; got != "共5家\n" {
		t.Errorf("%q", got)
	}
}

func TestIs(t *testing.T) {
	good := pack(t, p("共5家"), nil)
	inner := zipped(t, map[string]string{"a.docx": string(good), "b.txt": "x"})
	for _, c := range []struct {
		name string
		data []byte
		want bool
	}{
		{"a document", good, true}, {"one cut short", good[:len(good)-30], true}, {"locked", encrypted(), true},
		{"an archive", inner, false}, {"text", []byte("共5家"), false}, {"nothing", nil, false},
		{"a folder of that name", zipped(t, map[string]string{"word/a.txt": "x"}), false},
	} {
		if got := Reader.Is(c.data); got != c.want {
			t.Errorf("%s: %v", c.name, got)
		}
	}
}

// FuzzDocx changes the body, the styles and the numbering of a document; and
// reads its own bytes as a package.
func FuzzDocx(f *testing.F) {
	f.Add([]byte(""), p("共5家", inList("1", "0"))+tbl(tr(tc("1"), tc("2"))), abstract("0", lvl("0", "1", "chineseCounting", "%1、"))+inst("1", "0"), "")
	f.Add(pack(f, p("共5家"), nil), `<w:p>`+fld("begin")+code("PAGE")+fld("separate")+r("5")+fld("end")+`</w:p>`, "", `<w:style w:type="paragraph" w:default="1" w:styleId="a"><w:name w:val="heading 1"/></w:style>`)
	f.Add([]byte("PK"), `<w:del><w:tbl>`+tr(`<w:trPr><w:del/></w:trPr>`+tc("1", `<w:vMerge/>`))+`</w:tbl></w:del><w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr><w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:pict><w:txbxContent>`+p("5")+`</w:txbxContent></w:pict><w:t>2</w:t></w:r></w:p>`, "", "")
	f.Add([]byte(""), `<w:p><m:oMath><m:f><m:num><m:r><m:t>1</m:t></m:r></m:num></m:f><m:d><m:e/></m:d></m:oMath><w:r><w:sym w:font="Symbol" w:char="F0B0"/><w:br/></w:r></w:p>`, "", "")
	f.Fuzz(func(t *testing.T, data []byte, body, numbering, styles string) {
		limits := corpus.Limits{Unpacked: 1 << 20}
		Reader.Is(data)
		for _, d := range [][]byte{data, pack(t, body, map[string]string{"numbering": numbering, "styles": styles})} {
			text, err := Reader.Read(context.Background(), corpus.Source{Data: d, Limits: limits})
			if err != nil {
				continue
			}
			if strings.ToValidUTF8(text.Text, "") != text.Text || strings.Contains(text.Text, "\x00") || !strings.HasSuffix(text.Text, "\n") {
				t.Fatalf("text %q", text.Text)
			}
			readertest.Text(t, text)
		}
	})
}
