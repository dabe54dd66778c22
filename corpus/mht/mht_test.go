package mht_test

import (
	"context"
	"encoding/base64"
	"flag"
	"io"
	"mime/quotedprintable"
	"os"
	"strings"
	"testing"

	"golang.org/x/text/encoding/simplifiedchinese"

	"github.com/zhaibao/zhaibao/corpus"
	"github.com/zhaibao/zhaibao/corpus/mht"
)

var update = flag.Bool("update", false, "write the golden files")

// TestChromium reads what Chromium saved of a page whose text a script writes.
func TestChromium(t *testing.T) {
	data, err := os.ReadFile("testdata/chromium.mhtml")
	if err != nil {
		t.Fatal(err)
	}
	got := read(t, string(data))
	if *update {
		if err := os.WriteFile("testdata/chromium.mhtml.txt", []byte(got.Text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile("testdata/chromium.mhtml.txt")
	if err != nil {
		t.Fatal(err)
	}
	if want := string(want); want != got.Text {
		t.Errorf("got\n%s\nwant\n%s", got.Text, want)
	}
}

const report = "<html><head><meta http-equiv=Content-Type content=\"text/html; charset=gb2312\"><meta name=Generator content=\"Microsoft Word 11\"></head>" +
	"<body><p class=MsoNormal>全年培训<span lang=EN-US>1,2</span><span lang=EN-US>34<o:p></o:p></span>人次。</p></body></html>"

const header = "MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=\"----=_NextPart_01\"\r\n\r\n" +
	"This is a multi-part message in MIME format.\r\n\r\n"

func gb(s string) string {
	out, err := simplifiedchinese.GB18030.NewEncoder().String(s)
	if err != nil {
		panic(err)
	}
	return out
}

func qp(s string) string {
	var b strings.Builder
	w := quotedprintable.NewWriter(&b)
	io.WriteString(w, s)
	w.Close()
	return b.String()
}

func b64(s string) string {
	enc := base64.StdEncoding.EncodeToString([]byte(s))
	var b strings.Builder
	for len(enc) > 76 {
		b.WriteString(enc[:76] + "\r\n")
		enc = enc[76:]
	}
	return b.String() + enc
}

func part(kind, encoding, location, body string) string {
	return "------=_NextPart_01\r\nContent-Location: file:///C:/0A1B/" + location + "\r\nContent-Transfer-Encoding: " + encoding +
		"\r\nContent-Type: " + kind + "\r\n\r\n" + body + "\r\n\r\n"
}

const last = "------=_NextPart_01--\r\n"

func TestText(t *testing.T) {
	picture := part("image/png", "base64", "a.png", b64("\x89PNG 1234"))
	for _, test := range []struct{ says, data, want, encoding string }{
		{"Word's, quoted-printable", header + part(`text/html; charset="gb2312"`, "quoted-printable", "a.htm", qp(gb(report))) + picture + last, "全年培训1,234人次。\n", corpus.GB18030},
		{"base64", header + part(`text/html; charset="gb2312"`, "base64", "a.htm", b64(gb(report))) + last, "全年培训1,234人次。\n", corpus.GB18030},
		{"8 bit and UTF-8", header + part("text/html;\r\n\tcharset=utf-8", "8bit", "a.htm", report) + last, "全年培训1,234人次。\n", corpus.UTF8},
		{"line feeds alone", strings.ReplaceAll(header+part("text/html", "quoted-printable", "a.htm", qp(gb(report)))+last, "\r", ""), "全年培训1,234人次。\n", corpus.GB18030},
		{"Internet Explorer's", "From: <由 Microsoft Internet Explorer 5 保存>\r\nSubject: \r\nDate: Mon, 8 Dec 2008 10:00:00 +0800\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n\ttype=\"text/html\";\r\n\tboundary=\"----=_NextPart_01\"\r\nX-MimeOLE: Produced By Microsoft MimeOLE V6.00.2900.2180\r\n\r\n" +
			part("text/html;\r\n\tcharset=\"gb2312\"", "quoted-printable", "a.htm", qp(gb(report))) + last, "全年培训1,234人次。\n", corpus.GB18030},
		{"the page alone", "MIME-Version: 1.0\r\nContent-Type: text/html; charset=gb2312\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n" + qp(gb(report)), "全年培训1,234人次。\n", corpus.GB18030},
		{"alternatives inside", header + "------=_NextPart_01\r\nContent-Type: multipart/alternative; boundary=in\r\n\r\n--in\r\nContent-Type: text/plain\r\n\r\n99\r\n--in\r\nContent-Type: text/html; charset=utf-8\r\n\r\n" + report + "\r\n--in--\r\n" + last, "全年培训1,234人次。\n", corpus.UTF8},
		{"Excel's sheets", header +
			part("text/html", "8bit", "book.htm", "<html><frameset rows='*,39'><frame src='book.files/sheet001.htm'><frame src='book.files/tabstrip.htm'></frameset></html>") +
			part("text/html", "8bit", "book.files/tabstrip.htm", "<html><body><p>工作表1</p></body></html>") +
			part("text/html", "8bit", "book.files/sheet001.htm", "<html><body><table><tr><td>乡镇<td>人次<tr><td>城关镇<td>340</table></body></html>") + last, "乡镇\t人次\n城关镇\t340\n", corpus.UTF8},
		{"the report in an inner frame", header +
			part("text/html", "8bit", "a.htm", "<html><body><p>标题</p><iframe src='b.htm'></iframe></body></html>") +
			part("text/html", "8bit", "b.htm", report) +
			part("text/html", "8bit", "ad.htm", "<html><p>5</p></html>") + last, "标题\n\n全年培训1,234人次。\n", corpus.UTF8},
		{"style sheets beside the page", header +
			part("text/html", "8bit", "a.htm", "<html><p><b class=o>11.9</b><b class=n>12</b><b class=n>34</b>人<i class=p>5</i><i class=p>6</i></p></html>") +
			part("text/css", "8bit", "a.css", ".o{text-decoration:line-through}.n{color:red} .p{padding-left:5px}") + last, "1234人 5 6\n", corpus.UTF8},
		{"a picture cut off", header + part("text/html", "8bit", "a.htm", report) + picture[:len(picture)-9], "全年培训1,234人次。\n", corpus.UTF8},
	} {
		t.Run(test.says, func(t *testing.T) {
			got := read(t, test.data)
			if got.Text != test.want || got.Encoding != test.encoding {
				t.Errorf("got %q in %s, want %q", got.Text, got.Encoding, test.want)
			}
			for _, m := range got.Marks {
				if m.Start < 0 || m.End > len(got.Text) || strings.Contains(m.Of(got.Text), "\n") {
					t.Errorf("mark %v", m)
				}
			}
		})
	}
}

func TestErrors(t *testing.T) {
	whole := header + part("text/html", "base64", "a.htm", b64(report)) + last
	for _, test := range []struct{ says, data, want string }{
		{"no page", header + part("image/png", "base64", "a.png", "AAAA") + last, "没有网页"},
		{"cut in the page", whole[:len(whole)-60], "不完整"},
		{"bytes that are no base64", strings.Replace(whole, "PGh0", "!!!!", 1), "不完整"},
		{"no parts", header, "没有网页"},
		{"no boundary", "MIME-Version: 1.0\r\nContent-Type: multipart/related\r\n\r\n", "不完整"},
		{"nested without end", header + strings.Repeat("------=_NextPart_01\r\nContent-Type: multipart/related; boundary=\"----=_NextPart_01\"\r\n\r\n", 3), "没有网页"},
		{"nested too deeply", header + nested(20) + last, "层次太多"},
	} {
		t.Run(test.says, func(t *testing.T) {
			got, err := mht.Reader.Read(context.Background(), corpus.Source{Name: "a.mht", Data: []byte(test.data)})
			if err == nil || !strings.Contains(err.Error(), test.want) {
				t.Errorf("got %q, error %v, want one with %s", got.Text, err, test.want)
			}
		})
	}
}

// nested is a part with n multiparts inside each other.
func nested(n int) string {
	s := "------=_NextPart_01\r\n"
	for ; n > 0; n-- {
		b := strings.Repeat("x", n)
		s += "Content-Type: multipart/mixed; boundary=" + b + "\r\n\r\n--" + b + "\r\n"
	}
	return s
}

func TestIs(t *testing.T) {
	for data, want := range map[string]bool{
		header: true,
		"\r\nMIME-Version: 1.0\nContent-Type: text/html\n\n<html>":        true,
		"MIME-Version: 1.0\r\nContent-Type: multipart/mixed; b=c\r\n\r\n": false,
		"Content-Type: multipart/related\r\n\r\n":                         false,
		"2023年工作总结\n\n培训12人":                                              false,
		"标题: 12\n\n":                                                      false,
		"":                                                                false,
		"<html>":                                                          false,
	} {
		if got := mht.Is([]byte(data)); got != want {
			t.Errorf("Is(%q) = %v", data, got)
		}
	}
}

func read(t *testing.T, data string) corpus.Text {
	t.Helper()
	if !mht.Is([]byte(data)) {
		t.Errorf("not seen as a web archive: %.80q", data)
	}
	got, err := mht.Reader.Read(context.Background(), corpus.Source{Name: "a.mht", Data: []byte(data)})
	if err != nil {
		t.Fatal(err)
	}
	return got
}
