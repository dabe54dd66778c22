//go:build linux

package main

import (
	"archive/zip"
	"bytes"
	"compress/flate"
	"encoding/base64"
	"encoding/csv"
	"encoding/json"
	"fmt"
	"io"
	"math/rand/v2"
	"path"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"
	"golang.org/x/text/encoding/simplifiedchinese"
)

// broken is a file that is not as it should be.
type broken struct {
	name string // with its folder and ending
	data []byte
	of   string // the good file whose figures it may give, all of them; "" where it may give none
	much damage
	says string // what its error says, "" for any error and for a text
}

// damage is how far a file's text may differ from that of the good one.
type damage int

const (
	unseen  damage = iota // it does not: the format shows all damage
	cut                   // it may be the beginning of it: plain text cannot show where it ends
	changed               // some lines may differ: plain text cannot show a changed byte
)

// shows are the formats in which any damage shows, by checksums or by their form.
var shows = map[string]bool{".docx": true, ".xlsx": true, ".zip": true, ".pdf": true}

// goodFiles are one report, or three in the formats that hold many, in every
// format that is read.
func goodFiles(t *testing.T) map[string][]byte {
	t.Helper()
	const formats = "../../testdata/formats"
	good := map[string][]byte{
		"word.docx": read(t, formats, "libreoffice.docx"), "word.doc": read(t, formats, "libreoffice.doc"),
		"word.rtf": read(t, formats, "libreoffice.rtf"), "office.pdf": read(t, formats, "libreoffice.pdf"),
		"chromium.pdf": read(t, formats, "chromium.pdf"), "page.html": read(t, formats, "report.html"),
		"office.html": read(t, formats, "libreoffice.html"), "utf8.txt": read(t, formats, "report.txt"),
	}
	text := string(good["utf8.txt"])
	gb, err := simplifiedchinese.GB18030.NewEncoder().String(text)
	if err != nil {
		t.Fatal(err)
	}
	good["gb.txt"], good["utf16.txt"] = []byte(gb), utf16Bytes(text, false, true)
	good["page.mht"] = webArchive(good["page.html"])
	rows := [][]string{{"地区", "标题", "正文"}, {"岚坪县", "工作总结", text}}
	for i, name := range files(t, reportsDir)[:2] {
		rows = append(rows, []string{fmt.Sprintf("第%d县", i+1), "", string(read(t, reportsDir, name))})
	}
	good["rows.csv"], good["rows.jsonl"], good["book.xlsx"] = csvOf(t, rows), jsonlOf(t, rows), workbookOf(t, rows)
	good["all.zip"] = zipOf(t, member{"县/总结.docx", good["word.docx"]}, member{"总结.txt", good["utf8.txt"]}, member{"总结.html", good["page.html"]})
	return good
}

// webArchive is a page as browsers save it.
func webArchive(page []byte) []byte {
	var b bytes.Buffer
	b.WriteString("MIME-Version: 1.0\r\nContent-Type: multipart/related; type=\"text/html\"; boundary=\"----next\"\r\n\r\n------next\r\n" +
		"Content-Type: text/html; charset=utf-8\r\nContent-Transfer-Encoding: base64\r\nContent-Location: http://www.example.cn/1.html\r\n\r\n")
	for s := base64.StdEncoding.EncodeToString(page); s != ""; {
		n := min(76, len(s))
		b.WriteString(s[:n] + "\r\n")
		s = s[n:]
	}
	b.WriteString("\r\n------next--\r\n")
	return b.Bytes()
}

func csvOf(t *testing.T, rows [][]string) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := csv.NewWriter(&b).WriteAll(rows); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func jsonlOf(t *testing.T, rows [][]string) []byte {
	t.Helper()
	var b bytes.Buffer
	for _, row := range rows[1:] {
		line := map[string]string{}
		for i, cell := range row {
			line[rows[0][i]] = cell
		}
		if err := json.NewEncoder(&b).Encode(line); err != nil {
			t.Fatal(err)
		}
	}
	return b.Bytes()
}

func workbookOf(t *testing.T, rows [][]string) []byte {
	t.Helper()
	book := excelize.NewFile()
	defer book.Close()
	for i, row := range rows {
		if err := book.SetSheetRow("Sheet1", fmt.Sprintf("A%d", i+1), &row); err != nil {
			t.Fatal(err)
		}
	}
	b, err := book.WriteToBuffer()
	if err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// member is a file in an archive.
type member struct {
	name string
	data []byte
}

func zipOf(t *testing.T, members ...member) []byte {
	t.Helper()
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	z.RegisterCompressor(zip.Deflate, func(w io.Writer) (io.WriteCloser, error) { return flate.NewWriter(w, flate.BestCompression) })
	for _, m := range members {
		w, err := z.Create(m.name)
		if err == nil {
			_, err = w.Write(m.data)
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// membersOf are the files of an archive.
func membersOf(t *testing.T, data []byte) (members []member) {
	t.Helper()
	z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range z.File {
		in, err := f.Open()
		if err != nil {
			t.Fatal(err)
		}
		data, err := io.ReadAll(in)
		if err != nil {
			t.Fatal(err)
		}
		members = append(members, member{f.Name, data})
	}
	return members
}

// with is an archive's copy in which the member of that name holds something else.
func with(t *testing.T, archive []byte, name string, data []byte) []byte {
	t.Helper()
	members := membersOf(t, archive)
	for i := range members {
		if members[i].name == name {
			members[i].data = data
			return zipOf(t, members...)
		}
	}
	return zipOf(t, append(members, member{name, data})...)
}

// cutShort ends the file name at n places, among them its first and its last bytes.
func cutShort(name string, data []byte, n int, random *rand.Rand) (list []broken) {
	much := unseen
	if strings.HasSuffix(name, ".txt") || strings.HasSuffix(name, ".csv") {
		much = cut
	}
	at := []int{len(data) - 1, 3, len(data) - 17, 600}
	for i := range n {
		at = append(at, random.IntN(len(data)-i))
	}
	for i, at := range at[:n] {
		list = append(list, broken{name: numbered("cut", name, i), data: data[:min(len(data), at)], of: name, much: much})
	}
	return list
}

// numbered is a name for the i-th file made of the good one.
func numbered(folder, name string, i int) string {
	return fmt.Sprintf("%s/%s-%03d%s", folder, strings.ReplaceAll(name, ".", "-"), i, path.Ext(name))
}

// change is a way in which a file's bytes change.
type change struct {
	folder string
	do     func(data []byte, random *rand.Rand) []byte
}

var changes = []change{
	{"bit", func(b []byte, r *rand.Rand) []byte { b[r.IntN(len(b))] ^= 1 << r.IntN(8); return b }},
	{"byte", func(b []byte, r *rand.Rand) []byte { b[r.IntN(len(b))] = byte(r.Uint32()); return b }},
	{"lost", func(b []byte, r *rand.Rand) []byte { i := r.IntN(len(b)); return append(b[:i], b[i+1:]...) }},
	{"extra", func(b []byte, r *rand.Rand) []byte {
		i := r.IntN(len(b))
		return append(b[:i:i], append([]byte{byte(r.Uint32())}, b[i:]...)...)
	}},
	{"zeroed", func(b []byte, r *rand.Rand) []byte { clear(sector(b, r)); return b }},
	{"random", func(b []byte, r *rand.Rand) []byte {
		for s := sector(b, r); len(s) > 0; s = s[1:] {
			s[0] = byte(r.Uint32())
		}
		return b
	}},
	{"moved", func(b []byte, r *rand.Rand) []byte { copy(sector(b, r), bytes.Clone(sector(b, r))); return b }},
	{"head", func(b []byte, r *rand.Rand) []byte { b[r.IntN(min(len(b), 100))] ^= 1 << r.IntN(8); return b }},
	{"tail", func(b []byte, r *rand.Rand) []byte { b[len(b)-1-r.IntN(min(len(b), 300))] ^= 1 << r.IntN(8); return b }},
}

// sector is a piece of a disk in the file.
func sector(b []byte, r *rand.Rand) []byte {
	const size = 512
	if len(b) <= size {
		return b
	}
	i := r.IntN((len(b)-1)/size) * size
	return b[i : i+size]
}

// changedBytes changes the file name in each way, n times.
func changedBytes(name string, data []byte, n int, random *rand.Rand) (list []broken) {
	much := changed
	if shows[path.Ext(name)] {
		much = unseen
	}
	for i := range n {
		for _, c := range changes {
			b := broken{name: numbered(c.folder, name, i), data: c.do(bytes.Clone(data), random), of: name, much: much}
			if c.folder == "zeroed" {
				b.much = unseen // in any format
			}
			list = append(list, b)
		}
	}
	return list
}
