package refuse_test

import (
	"archive/zip"
	"bytes"
	"context"
	"encoding/binary"
	"strings"
	"testing"
	"unicode/utf16"

	"github.com/zhaibao/zhaibao/corpus"
	"github.com/zhaibao/zhaibao/corpus/refuse"
)

func zipped(names ...string) string {
	var b bytes.Buffer
	w := zip.NewWriter(&b)
	for _, n := range names {
		f, err := w.CreateHeader(&zip.FileHeader{Name: n})
		if err != nil {
			panic(err)
		}
		f.Write([]byte("application/vnd.oasis.opendocument.presentation"))
	}
	w.Close()
	return b.String()
}

// ole is an OLE file's header and directory.
func ole(names ...string) string {
	b := make([]byte, 1024)
	copy(b, "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1")
	binary.LittleEndian.PutUint16(b[30:], 9)
	for i, n := range append([]string{"Root Entry"}, names...) {
		at := 512 + 128*i
		u := utf16.Encode([]rune(n))
		for j, c := range u {
			binary.LittleEndian.PutUint16(b[at+2*j:], c)
		}
		binary.LittleEndian.PutUint16(b[at+64:], uint16(2*len(u)+2))
		b[at+66] = 2
	}
	return string(b)
}

func TestFind(t *testing.T) {
	ofd := zipped("Doc_0/Document.xml", "OFD.xml")
	for _, test := range []struct{ says, data, want string }{
		{"an OFD", ofd, "ofd"},
		{"an OFD whose end is lost", zipped("OFD.xml", "Doc_0/Document.xml")[:120], "ofd"},
		{"slides", zipped("[Content_Types].xml", "ppt/presentation.xml"), "pptx"},
		{"old slides", ole("Current User", "PowerPoint Document"), "ppt"},
		{"a Works document", ole("MatOST", "CONTENTS"), "works"},
		{"a PNG", "\x89PNG\r\n\x1a\n1234", "png"},
		{"a JPEG", "\xff\xd8\xff\xe0", "jpeg"},
		{"a GIF", "GIF89a", "gif"},
		{"a TIFF", "II*\x00", "tiff"},
		{"a BMP", "BM\x00\x10\x00\x00\x00\x00\x00\x00\x36\x00\x00\x00\x28\x00\x00\x00\x01\x02", "bmp"},
		{"a WebP", "RIFF\x00\x00\x00\x00WEBPVP8 ", "webp"},
		{"a CAJ", "CAJ\x00", "caj"},
		{"a 7z", "7z\xbc\xaf\x27\x1c", "7z"},
		{"a RAR", "Rar!\x1a\x07\x01\x00", "rar"},
		{"a gzip", "\x1f\x8b\x08\x00", "gzip"},
		{"a tar", strings.Repeat("a", 257) + "ustar\x0000", "tar"},

		{"a Word document is read elsewhere", zipped("[Content_Types].xml", "word/document.xml"), ""},
		{"an old one too", ole("1Table", "WordDocument"), ""},
		{"a zip of reports", zipped("a.txt", "ppt/a.txt"), ""},
		{"a text that begins with BM", "BMI 指数 12，全县 34 人参加，发放资料 1250 份。", ""},
		{"a text on RAR", "Rar! 12", ""},
		{"a PDF", "%PDF-1.4", ""},
		{"nothing", "", ""},
	} {
		t.Run(test.says, func(t *testing.T) {
			k, ok := refuse.Find([]byte(test.data))
			if k.Name != test.want || ok != (test.want != "") {
				t.Errorf("got %q", k.Name)
			}
			_, err := refuse.Reader.Read(context.Background(), corpus.Source{Data: []byte(test.data)})
			if err == nil || refuse.IsRefused(err) != ok {
				t.Errorf("error %v", err)
			}
		})
	}
}

// TestMessages holds that every refusal says what to do in both languages.
func TestMessages(t *testing.T) {
	for _, k := range refuse.Kinds {
		if s := k.Err.Error(); !strings.Contains(s, "请") || !strings.Contains(s, " (") || !strings.Contains(s, ";") && !strings.Contains(s, "(an image") {
			t.Errorf("%s: %s", k.Name, s)
		}
	}
}

func FuzzFind(f *testing.F) {
	for _, s := range []string{zipped("OFD.xml"), zipped("OFD.xml")[:60], ole("PowerPoint Document"), "RIFF", "BM"} {
		f.Add([]byte(s))
	}
	f.Fuzz(func(t *testing.T, data []byte) { refuse.Is(data) })
}
