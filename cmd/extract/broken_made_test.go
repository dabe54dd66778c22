//go:build linux

package main

import (
	"archive/zip"
	"bytes"
	"encoding/binary"
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"
	"unicode/utf16"
)

// misnamed are sound files with the ending of another format, which are read
// as what they are, and files that are no reports under the name of one.
func misnamed(t *testing.T, good map[string][]byte) (list []broken) {
	t.Helper()
	for _, c := range []struct{ of, name string }{
		{"office.pdf", "pdf.docx"}, {"office.pdf", "pdf.txt"}, {"office.pdf", "pdf.doc"}, {"word.docx", "docx.txt"},
		{"word.docx", "docx.doc"}, {"word.docx", "docx.zip"}, {"word.docx", "docx.wps"}, {"word.doc", "doc.docx"},
		{"word.doc", "doc.txt"}, {"word.doc", "doc.pdf"}, {"word.rtf", "rtf.doc"}, {"word.rtf", "rtf.docx"},
		{"page.html", "html.doc"}, {"page.html", "html.txt"}, {"page.mht", "mht.doc"}, {"page.mht", "mht.html"},
		{"utf8.txt", "txt.docx"}, {"utf8.txt", "txt.pdf"}, {"gb.txt", "gb.doc"}, {"utf16.txt", "utf16.rtf"},
		{"book.xlsx", "xlsx.csv"}, {"book.xlsx", "xlsx.docx"}, {"book.xlsx", "xlsx.zip"},
	} {
		list = append(list, broken{name: "misnamed/" + c.name, data: good[c.of], of: c.of})
	}
	for _, c := range []struct{ name, data, says string }{
		{"jpg.doc", "\xff\xd8\xff\xe0\x00\x10JFIF\x00" + noise(2000), "图片"}, {"png.pdf", "\x89PNG\r\n\x1a\n\x00\x00\x00\x0dIHDR" + noise(2000), "图片"},
		{"tiff.txt", "II*\x00" + noise(2000), "图片"}, {"bmp.docx", "BM\x36\x00\x01\x00\x00\x00\x00\x00\x36\x00\x00\x00\x28\x00\x00\x00" + noise(2000), "图片"},
		{"rar.zip", "Rar!\x1a\x07\x01\x00" + noise(2000), "解压"}, {"7z.zip", "7z\xbc\xaf\x27\x1c" + noise(2000), "解压"},
		{"gz.docx", "\x1f\x8b\x08\x00" + noise(2000), "解压"}, {"exe.doc", "MZ\x90\x00" + noise(2000), "程序"},
		{"mp3.docx", "ID3\x04" + noise(2000), "录音"}, {"sqlite.csv", "SQLite format 3\x00" + noise(2000), "数据库"},
		{"pptx.docx", string(zipOf(t, member{"[Content_Types].xml", nil}, member{"ppt/presentation.xml", nil})), "演示文稿"},
		{"odt.doc", string(zipOf(t, member{"mimetype", []byte("application/vnd.oasis.opendocument.text")}, member{"content.xml", nil})), ""},
		{"ofd.pdf", string(zipOf(t, member{"OFD.xml", nil}, member{"Doc_0/Document.xml", nil})), "OFD"},
		{"xls.doc", string(read(t, "../../corpus/doc/testdata/sheet.xls")), "Excel"},
		{"shortcut.docx", "\x4c\x00\x00\x00\x01\x14\x02\x00" + noise(500), ""}, {"lock.docx", "\x05admin" + strings.Repeat(" ", 49) + "\x05\x00a\x00d\x00m\x00i\x00n\x00" + strings.Repeat(" \x00", 49), ""},
		{"english.html", "<html><body>" + strings.Repeat("<p>404 not found on this server of 12 hosts</p>", 20) + "</body></html>", ""},
	} {
		list = append(list, broken{name: "misnamed/" + c.name, data: []byte(c.data), says: c.says})
	}
	return list
}

// noise is what compressed data looks like.
func noise(n int) string {
	b, random := make([]byte, n), rand.New(rand.NewPCG(9, uint64(n)))
	for i := range b {
		b[i] = byte(random.Uint32())
	}
	return string(b)
}

// locked are files with a password.
func locked(t *testing.T, good map[string][]byte) []broken {
	t.Helper()
	doc := bytes.Clone(good["word.doc"])
	at := wordBlock(doc)
	doc[at+11] |= 1 // fEncrypted
	pdf := bytes.Clone(good["office.pdf"])
	i := bytes.LastIndex(pdf, []byte("trailer"))
	i += bytes.Index(pdf[i:], []byte("<<")) + 2
	key := strings.Repeat("00", 32)
	pdf = append(pdf[:i:i], append([]byte("/Encrypt <</Filter/Standard/V 1/R 2/O<"+key+">/U<"+key+">/P -4>>"), pdf[i:]...)...)
	package_ := compound("EncryptedPackage", "EncryptionInfo", "\x06DataSpaces")
	return []broken{
		{name: "locked/a.docx", data: package_, says: "密码"}, {name: "locked/a.xlsx", data: package_, says: "密码"},
		{name: "locked/a.doc", data: package_, says: "密码"}, {name: "locked/flag.doc", data: doc, says: "密码"},
		{name: "locked/open.pdf", data: read(t, "../../corpus/pdf/testdata/locked.pdf"), says: "密码"},
		{name: "locked/added.pdf", data: pdf, says: "密码"},
		{name: "locked/member.zip", data: flagged(good["all.zip"], 1), says: "密码"},
		{name: "locked/member.docx", data: flagged(good["word.docx"], 1), says: "密码"},
		{name: "locked/member.xlsx", data: flagged(good["book.xlsx"], 1), says: "密码"},
		{name: "locked/strong.zip", data: flagged(good["all.zip"], 1|1<<6|1<<13), says: "密码"},
	}
}

// wordBlock is where the file information block of a .doc begins.
func wordBlock(doc []byte) int {
	for i := 512; ; i += 512 {
		if doc[i] == 0xec && doc[i+1] == 0xa5 {
			return i
		}
	}
}

// compound is a compound file with streams of these names and nothing in them.
func compound(names ...string) []byte {
	b := bytes.Repeat([]byte{0xff}, 512*3)
	clear(b[:76])
	copy(b, "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1")
	for at, v := range map[int]uint16{24: 0x3e, 26: 3, 28: 0xfffe, 30: 9, 32: 6} {
		binary.LittleEndian.PutUint16(b[at:], v)
	}
	for at, v := range map[int]uint32{44: 1, 48: 1, 56: 4096, 60: 0xfffffffe, 68: 0xfffffffe, 76: 0, 512: 0xfffffffd, 516: 0xfffffffe} {
		binary.LittleEndian.PutUint32(b[at:], v)
	}
	for i, name := range append([]string{"Root Entry"}, names...) {
		e := b[1024+128*i:][:128]
		clear(e[:68])
		clear(e[80:])
		for j, u := range utf16.Encode([]rune(name)) {
			binary.LittleEndian.PutUint16(e[2*j:], u)
		}
		binary.LittleEndian.PutUint16(e[64:], uint16(2*len(name)+2))
		e[66], e[67] = 2, 1
		if i == 0 {
			e[66] = 5
			binary.LittleEndian.PutUint32(e[76:], 1)
		} else if i < len(names) {
			binary.LittleEndian.PutUint32(e[72:], uint32(i+1))
		}
	}
	return b
}

// flagged is an archive whose members all have these flags.
func flagged(archive []byte, flags uint16) []byte {
	b := bytes.Clone(archive)
	for _, place := range []struct {
		magic string
		at    int
	}{{"PK\x03\x04", 6}, {"PK\x01\x02", 8}} {
		for i := 0; ; {
			j := bytes.Index(b[i:], []byte(place.magic))
			if j < 0 {
				break
			}
			i += j + place.at
			binary.LittleEndian.PutUint16(b[i:], binary.LittleEndian.Uint16(b[i:])|flags)
		}
	}
	return b
}

// nothing are files that hold nothing, or nothing that is text.
func nothing(good map[string][]byte) (list []broken) {
	for _, ending := range []string{".txt", ".docx", ".doc", ".pdf", ".html", ".mht", ".rtf", ".xlsx", ".csv", ".jsonl", ".zip"} {
		for _, c := range []struct {
			name, data string
		}{
			{"empty", ""}, {"nul", strings.Repeat("\x00", 5000)}, {"noise", noise(5000)}, {"ff", strings.Repeat("\xff", 5000)},
			{"blank", strings.Repeat(" \r\n", 500)}, {"mark", "\xef\xbb\xbf"},
		} {
			if c.name == "empty" || c.name == "noise" || c.name == "nul" || ending == ".txt" || ending == ".docx" {
				list = append(list, broken{name: "nothing/" + c.name + ending, data: []byte(c.data)})
			}
		}
	}
	for _, name := range []string{"word.docx", "word.doc", "office.pdf", "book.xlsx", "all.zip"} {
		data := good[name]
		list = append(list,
			broken{name: "transfer/crlf-" + name, data: bytes.ReplaceAll(data, []byte("\n"), []byte("\r\n")), of: name},
			broken{name: "transfer/lf-" + name, data: bytes.ReplaceAll(data, []byte("\r\n"), []byte("\n")), of: name},
			broken{name: "transfer/utf8-" + name, data: []byte(strings.ToValidUTF8(string(data), "\ufffd")), of: name},
			broken{name: "transfer/half-" + name, data: append(bytes.Clone(data[:len(data)/2]), make([]byte, len(data)-len(data)/2)...), of: name},
			broken{name: "transfer/twice-" + name, data: append(bytes.Clone(data), data...), of: name},
			broken{name: "transfer/header-" + name, data: append([]byte("HTTP/1.1 200 OK\r\nContent-Length: 12345\r\n\r\n"), data...), of: name},
			broken{name: "transfer/behind-" + name, data: append(bytes.Clone(data), strings.Repeat("\x00", 3000)...), of: name})
	}
	seven := func(data []byte) []byte {
		out := bytes.Clone(data)
		for i := range out {
			out[i] &= 0x7f
		}
		return out
	}
	twice := []rune{}
	for _, c := range good["utf8.txt"] {
		twice = append(twice, rune(c))
	}
	return append(list,
		broken{name: "transfer/seven-utf8.txt", data: seven(good["utf8.txt"])}, broken{name: "transfer/seven-gb.txt", data: seven(good["gb.txt"])},
		broken{name: "transfer/latin.txt", data: []byte(string(twice))},
		broken{name: "transfer/question.txt", data: []byte(strings.Map(func(r rune) rune {
			if r >= 0x80 {
				return '?'
			}
			return r
		}, string(good["utf8.txt"])))})
}

// bombs are small files that unpack to large ones, or nest without end.
func bombs(t *testing.T, good map[string][]byte) []broken {
	t.Helper()
	const parts, main = "[Content_Types].xml", "word/document.xml"
	docx, xlsx := good["word.docx"], good["book.xlsx"]
	body := func(inside string) []byte {
		return []byte(`<?xml version="1.0"?><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>` + inside + `</w:body></w:document>`)
	}
	large := body(strings.Repeat("<w:p/>", 6<<20))
	lol := `<!DOCTYPE w:document [<!ENTITY a "三场三场三场三场">`
	for c := 'b'; c < 'k'; c++ {
		lol += fmt.Sprintf(`<!ENTITY %c "%s">`, c, strings.Repeat(fmt.Sprintf("&%c;", c-1), 10))
	}
	lol += "]>"
	entity := []byte(strings.Replace(string(body("<w:p><w:r><w:t>演出&j;</w:t></w:r></w:p>")), "?>", "?>"+lol, 1))
	outside := []byte(strings.Replace(string(body("<w:p><w:r><w:t>演出&a;</w:t></w:r></w:p>")), "?>", `?><!DOCTYPE w:document [<!ENTITY a SYSTEM "file:///etc/hostname">]>`, 1))
	zeros := make([]byte, 40<<20)
	nested := zipOf(t, member{"a.txt", []byte("演出三场。")})
	for range 12 {
		nested = zipOf(t, member{"a.zip", nested})
	}
	wide := zipOf(t, member{"a.txt", zeros})
	var ten []member
	for i := range 10 {
		ten = append(ten, member{fmt.Sprintf("%d.zip", i), wide})
	}
	deep := func(open, inside, close string, n int) []byte {
		return []byte(strings.Repeat(open, n) + inside + strings.Repeat(close, n))
	}
	return []broken{
		{name: "bomb/document.docx", data: with(t, docx, main, large), says: "上限"}, {name: "bomb/styles.docx", data: with(t, docx, "word/styles.xml", large), says: "上限"},
		{name: "bomb/types.docx", data: with(t, docx, parts, large), of: "word.docx"}, {name: "bomb/image.docx", data: with(t, docx, "word/media/image1.png", zeros), of: "word.docx"},
		{name: "bomb/entity.docx", data: with(t, docx, main, entity), says: "DTD"}, {name: "bomb/outside.docx", data: with(t, docx, main, outside), says: "DTD"},
		{name: "bomb/deep.docx", data: with(t, docx, main, body(string(deep("<w:tbl><w:tr><w:tc>", "<w:p/>", "</w:tc></w:tr></w:tbl>", 30000)))), says: "嵌套"},
		{name: "bomb/sheet.xlsx", data: worksheet(t, xlsx, "<sheetData>"+strings.Repeat("<row/>", 6<<20)+"</sheetData>"), says: "上限"}, {name: "bomb/strings.xlsx", data: with(t, xlsx, "xl/sharedStrings.xml", large), says: "上限"},
		{name: "bomb/member.zip", data: wide, says: "上限"}, {name: "bomb/ten.zip", data: zipOf(t, ten...), says: "上限"},
		{name: "bomb/nested.zip", data: nested, says: "层数"}, {name: "bomb/overlap.zip", data: overlapping(t, "%d.txt", 3000), says: ""},
		{name: "bomb/overlap.docx", data: overlapping(t, "word/%d.xml", 3000)},
		{name: "bomb/content.pdf", data: pdfOf(t, "/Filter/FlateDecode", deflated(t, zeros)), says: "上限"},
		{name: "bomb/twice.pdf", data: pdfOf(t, "/Filter[/FlateDecode/FlateDecode]", deflated(t, deflated(t, make([]byte, 300<<20))))},
		{name: "bomb/operators.pdf", data: pdfOf(t, "/Filter/FlateDecode", deflated(t, bytes.Repeat([]byte("0 0 m 1 1 l S\n"), 3<<20)))},
		{name: "bomb/hex.pdf", data: pdfOf(t, "/Filter["+strings.Repeat("/ASCIIHexDecode", 1000)+"]", []byte(strings.Repeat("3", 1<<20)+">"))},
		{name: "bomb/arrays.pdf", data: pdfOf(t, "/X "+string(deep("[", "", "]", 200000)), []byte("BT ET"))},
		{name: "bomb/graphics.pdf", data: pdfOf(t, "", deep("q ", "", "Q ", 500000))},
		{name: "bomb/deep.html", data: append([]byte("<html><body>"), deep("<div><b>", "演出3场", "</b></div>", 100000)...)},
		{name: "bomb/tables.html", data: append([]byte("<html><body>"), deep("<table><tr><td>", "演出3场", "</td></tr></table>", 20000)...)},
		{name: "bomb/span.html", data: []byte("<html><body><table>" + strings.Repeat("<tr><td rowspan=65534 colspan=1000>演出</td></tr>", 3000) + "</table></body></html>")},
		{name: "bomb/open.html", data: []byte("<html><body>" + strings.Repeat("<a><font><i><p>", 100000) + "</body></html>")},
		{name: "bomb/entity.xhtml", data: []byte("<?xml version=\"1.0\"?>" + strings.Replace(lol, "w:document", "html", 1) + "<html><body><p>演出&j;</p></body></html>")},
		{name: "bomb/deep.rtf", data: append([]byte(`{\rtf1\ansi `), deep("{", "text", "}", 300000)...)},
		{name: "bomb/tables.rtf", data: []byte(`{\rtf1\ansi ` + strings.Repeat(`\trowd\cellx1\intbl\itap30000 {\nestcell}`, 3000) + "}")},
		{name: "bomb/deep.jsonl", data: append([]byte(`{"正文":`), deep("[", "", "]", 500000)...)},
		{name: "bomb/deep.mht", data: []byte("MIME-Version: 1.0\r\n" + strings.Repeat("Content-Type: multipart/related; boundary=\"a\"\r\n\r\n--a\r\n", 20000))},
	}
}

// worksheet is the workbook with this in its first sheet.
func worksheet(t *testing.T, book []byte, inside string) []byte {
	t.Helper()
	return with(t, book, "xl/worksheets/sheet1.xml", []byte(`<?xml version="1.0"?><worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">`+inside+`</worksheet>`))
}

// overlapping is an archive whose members all share one member's bytes.
func overlapping(t *testing.T, name string, n int) []byte {
	t.Helper()
	one := zipOf(t, member{fmt.Sprintf(name, 0), make([]byte, 1<<20)})
	directory := bytes.LastIndex(one, []byte("PK\x01\x02"))
	end := bytes.LastIndex(one, []byte("PK\x05\x06"))
	entry := bytes.Clone(one[directory:end])
	b := bytes.Clone(one[:directory])
	for range n {
		b = append(b, entry...)
	}
	tail := bytes.Clone(one[end:])
	binary.LittleEndian.PutUint16(tail[8:], uint16(n))
	binary.LittleEndian.PutUint16(tail[10:], uint16(n))
	binary.LittleEndian.PutUint32(tail[12:], uint32(n*len(entry)))
	return append(b, tail...)
}

// claims are files whose headers promise what is not there, or which are of a
// size in one direction that no report has.
func claims(t *testing.T, good map[string][]byte) []broken {
	t.Helper()
	put := func(name string, at int, v uint32) []byte {
		b := bytes.Clone(good[name])
		if at < 0 {
			at += len(b)
		}
		binary.LittleEndian.PutUint32(b[at:], v)
		return b
	}
	doc := good["word.doc"]
	word := wordBlock(doc)
	sizes := func(name string, v uint32) []byte {
		b := bytes.Clone(good[name])
		for i := 0; ; i += 46 {
			j := bytes.Index(b[i:], []byte("PK\x01\x02"))
			if j < 0 {
				return b
			}
			i += j
			binary.LittleEndian.PutUint32(b[i+24:], v)
		}
	}
	sheet := func(inside string) []byte { return worksheet(t, good["book.xlsx"], inside) }
	zipMode := func(name string, mode uint32) []byte {
		var b bytes.Buffer
		z := zip.NewWriter(&b)
		h := &zip.FileHeader{Name: name, ExternalAttrs: mode << 16, CreatorVersion: 3 << 8}
		w, err := z.CreateHeader(h)
		if err != nil {
			t.Fatal(err)
		}
		w.Write([]byte("/etc/hostname"))
		z.Close()
		return b.Bytes()
	}
	const huge = 0x7fffffff
	return []broken{
		{name: "claims/fat.doc", data: put("word.doc", 44, huge), of: "word.doc"}, {name: "claims/directory.doc", data: put("word.doc", 48, huge)},
		{name: "claims/loop.doc", data: put("word.doc", 512+int(binary.LittleEndian.Uint32(doc[76:]))*512+4, 1), of: "word.doc"},
		{name: "claims/ccp.doc", data: put("word.doc", word+76, huge)}, {name: "claims/clx.doc", data: put("word.doc", word+422, huge)},
		{name: "claims/zero.doc", data: put("word.doc", word+76, 0)}, {name: "claims/notes.doc", data: put("word.doc", word+80, huge)},
		{name: "claims/large.docx", data: sizes("word.docx", 0xfffffff0)}, {name: "claims/small.docx", data: sizes("word.docx", 10)},
		{name: "claims/large.zip", data: sizes("all.zip", 0xfffffff0)}, {name: "claims/small.zip", data: sizes("all.zip", 10)},
		{name: "claims/directory.zip", data: put("all.zip", -10, huge)}, {name: "claims/place.docx", data: put("word.docx", -6, huge)},
		{name: "claims/link.zip", data: zipMode("a.txt", 0xa1ff), says: "链接"}, {name: "claims/outside.zip", data: zipMode("../../../tmp/a.txt", 0x81a4)},
		{name: "claims/absolute.zip", data: zipMode("/etc/a.txt", 0x81a4)},
		{name: "claims/dimension.xlsx", data: sheet(`<dimension ref="A1:XFD1048576"/><sheetData><row r="1048576"><c r="XFD1048576"><v>7</v></c></row></sheetData>`)},
		{name: "claims/merged.xlsx", data: sheet(`<sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>演出</t></is></c></row></sheetData><mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells>`)},
		{name: "claims/rows.xlsx", data: sheet(`<sheetData><row r="99999999999999999999"><c r="ZZZZZZZZ9"><v>7</v></c></row></sheetData>`)},
		{name: "claims/string.xlsx", data: sheet(`<sheetData><row r="1"><c r="A1" t="s"><v>4000000000</v></c></row></sheetData>`)},
		{name: "claims/bin.rtf", data: []byte(`{\rtf1\ansi\bin2147483647 a}`)}, {name: "claims/number.rtf", data: []byte(`{\rtf1\ansi\uc2147483647\u99999999999 ` + strings.Repeat(`\li-2147483648\cellx2147483647\trowd `, 3000) + "}")},
		{name: "claims/length.pdf", data: pdfOf(t, "/Length 2147483647", []byte("BT ET"))}, {name: "claims/pages.pdf", data: bytes.Replace(pdfOf(t, "", []byte("BT ET")), []byte("/Count 1"), []byte("/Count 2147483647"), 1)},
		{name: "claims/kids.pdf", data: bytes.Replace(pdfOf(t, "", []byte("BT ET")), []byte("/Kids[3 0 R]"), []byte("/Kids[2 0 R 2 0 R 2 0 R]"), 1)},
		{name: "claims/box.pdf", data: bytes.Replace(pdfOf(t, "", []byte("BT ET")), []byte("[0 0 595 842]"), []byte("[-1e38 -1e38 1e38 1e38]"), 1)},
		{name: "claims/previous.pdf", data: bytes.Replace(pdfOf(t, "", []byte("BT ET")), []byte("/Root 1 0 R"), []byte("/Root 1 0 R/Prev 9"), 1)},
		{name: "claims/digits.txt", data: []byte("演出" + strings.Repeat("7", 5<<20) + "场。")}, {name: "claims/units.txt", data: []byte("演出三" + strings.Repeat("万亿", 1<<20) + "场。")},
		{name: "claims/line.txt", data: []byte(strings.Repeat("的", 2<<20))}, {name: "claims/open.csv", data: []byte("标题,正文\n\"" + strings.Repeat("甲,乙\n", 1<<20))},
		{name: "claims/columns.csv", data: []byte(strings.Repeat("正文,", 1<<20) + "\n" + strings.Repeat(",", 1<<20))},
		{name: "claims/line.jsonl", data: []byte(`{"正文":"` + strings.Repeat(`\u4e00`, 1<<20) + `"`)},
		{name: "claims/boundary.mht", data: []byte("MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=\"a\"\r\n\r\n" + strings.Repeat("--a\r\n\r\n", 200000))},
		{name: "claims/overflow.zip", data: append([]byte("PK\x05\x06"), bytes.Repeat([]byte{0xff}, 18)...)},
	}
}
