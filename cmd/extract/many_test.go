package main

import (
	"archive/zip"
	"bytes"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"
	"unicode/utf16"

	"github.com/zhaibao/zhaibao/internal/synth"
)

// manyReports writes n generated reports of counties into folder, a thousand to a
// folder, and returns their paths in the order in which they are read. form, where
// it is not nil, makes files of a format of the texts.
func manyReports(t *testing.T, folder string, n int, ending string, form func(text string) []byte) []string {
	t.Helper()
	frames, err := synth.Builtin()
	if err != nil {
		t.Fatal(err)
	}
	var periods []string
	for year := 2023; len(periods) < max(4, min(50, n/400)); year-- {
		periods = append(periods, fmt.Sprint(year, "H1"), fmt.Sprint(year, "H2"))
	}
	c, err := frames.Generate(synth.Options{Seed: 1, Counties: n/(len(periods)*5/2) + 1, Bureaus: 3, Periods: periods})
	if err != nil {
		t.Fatal(err)
	}
	if len(c.Files) < n {
		t.Fatalf("%d files generated, want %d", len(c.Files), n)
	}
	var paths []string
	for i, f := range c.Files[:n] {
		data := []byte(f.Text)
		if form != nil {
			data = form(f.Text)
		}
		path := filepath.Join(folder, fmt.Sprintf("%03d", i/1000), strings.TrimSuffix(f.Name, ".txt")+ending)
		if i%1000 == 0 {
			if err := os.MkdirAll(filepath.Dir(path), 0o777); err != nil {
				t.Fatal(err)
			}
		}
		if err := os.WriteFile(path, data, 0o666); err != nil {
			t.Fatal(err)
		}
		paths = append(paths, path)
	}
	return paths
}

// docxOf is a document with a paragraph for each line, with the styles and the
// other parts that LibreOffice puts into every one.
func docxOf(text string) []byte {
	whole, err := os.ReadFile("../../testdata/formats/libreoffice.docx")
	if err != nil {
		panic(err)
	}
	in, err := zip.NewReader(bytes.NewReader(whole), int64(len(whole)))
	if err != nil {
		panic(err)
	}
	var out bytes.Buffer
	w := zip.NewWriter(&out)
	for _, f := range in.File {
		if f.Name != "word/document.xml" {
			w.Copy(f)
		}
	}
	part, _ := w.Create("word/document.xml")
	part.Write([]byte(`<?xml version="1.0" encoding="UTF-8"?><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>`))
	escape := strings.NewReplacer("&", "&amp;", "<", "&lt;")
	for line := range strings.Lines(text) {
		io.WriteString(part, `<w:p><w:pPr><w:spacing w:line="560" w:lineRule="exact"/><w:ind w:firstLineChars="200"/></w:pPr>`)
		for _, run := range strings.SplitAfter(strings.TrimRight(line, "\r\n"), "，") { // as Word cuts them
			io.WriteString(part, `<w:r><w:rPr><w:rFonts w:hint="eastAsia" w:ascii="仿宋_GB2312" w:eastAsia="仿宋_GB2312"/><w:sz w:val="32"/></w:rPr><w:t xml:space="preserve">`+escape.Replace(run)+`</w:t></w:r>`)
		}
		io.WriteString(part, `</w:p>`)
	}
	io.WriteString(part, `</w:body></w:document>`)
	w.Close()
	return out.Bytes()
}

// pdfTextOf is a page with a line for each 30 characters, in a font of every viewer.
func pdfTextOf(text string) []byte {
	var content strings.Builder
	content.WriteString("BT /F1 14 Tf 20 TL 72 780 Td\n")
	for line := range strings.Lines(text) {
		for runes := []rune(strings.TrimRight(line, "\r\n")); len(runes) > 0; {
			n := min(30, len(runes))
			content.WriteString("<")
			for _, u := range utf16.Encode(runes[:n]) {
				fmt.Fprintf(&content, "%04X", u)
			}
			content.WriteString("> Tj T*\n")
			runes = runes[n:]
		}
	}
	content.WriteString("ET\n")
	objects := []string{
		"<< /Type /Catalog /Pages 2 0 R >>",
		"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
		"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>",
		fmt.Sprintf("<< /Length %d >>\nstream\n%sendstream", content.Len(), content.String()),
		"<< /Type /Font /Subtype /Type0 /BaseFont /STSong-Light /Encoding /UniGB-UCS2-H /DescendantFonts [6 0 R] >>",
		"<< /Type /Font /Subtype /CIDFontType0 /BaseFont /STSong-Light /CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) /Supplement 2 >> /FontDescriptor 7 0 R /DW 1000 >>",
		"<< /Type /FontDescriptor /FontName /STSong-Light /Flags 6 /FontBBox [-25 -254 1000 880] /ItalicAngle 0 /Ascent 880 /Descent -120 /CapHeight 880 /StemV 93 >>",
	}
	var out bytes.Buffer
	out.WriteString("%PDF-1.4\n")
	var at []int
	for i, o := range objects {
		at = append(at, out.Len())
		fmt.Fprintf(&out, "%d 0 obj\n%s\nendobj\n", i+1, o)
	}
	xref := out.Len()
	fmt.Fprintf(&out, "xref\n0 %d\n0000000000 65535 f \n", len(objects)+1)
	for _, o := range at {
		fmt.Fprintf(&out, "%010d 00000 n \n", o)
	}
	fmt.Fprintf(&out, "trailer\n<< /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n", len(objects)+1, xref)
	return out.Bytes()
}

// TestResumeIsFast: with one file in a hundred changed, a run that is resumed
// takes a twentieth of the first at most on PDFs. Small documents are read so
// quickly that a tenth is what is reached; a fifth is asked for. It prints both.
func TestResumeIsFast(t *testing.T) {
	if os.Getenv("ZHAIBAO_SLOW") == "" {
		t.Skip("no ZHAIBAO_SLOW")
	}
	program := built(t)
	for _, c := range []struct {
		ending string
		n      int
		form   func(string) []byte
		least  int // times as fast
	}{{".docx", 5000, docxOf, 5}, {".pdf", 1000, pdfTextOf, 20}} {
		dir := t.TempDir()
		in, out, plain := filepath.Join(dir, "in"), filepath.Join(dir, "out"), filepath.Join(dir, "plain")
		paths := manyReports(t, in, c.n, c.ending, c.form)
		time.Sleep(2100 * time.Millisecond) // or all of them were changed just before they are read
		timed := func(args ...string) time.Duration {
			start := time.Now()
			if said, err := exec.Command(program, append([]string{"--quiet"}, args...)...).CombinedOutput(); err != nil {
				t.Fatalf("%v\n%s", err, said)
			}
			return time.Since(start)
		}
		first := timed("--resume", "-o", out, in)
		same := timed("--resume", "-o", out, in)
		for i := 50; i < len(paths); i += 100 {
			text := fmt.Sprintf("清溪县2023年民政工作总结\n举办活动%d场，发放救助金1.5万元。\n", i)
			if err := os.WriteFile(paths[i], c.form(text), 0o666); err != nil {
				t.Fatal(err)
			}
		}
		again := timed("--resume", "-o", out, in)
		timed("-o", plain, in)
		sameResults(t, out, plain)
		t.Logf("%d %s: first %v, nothing changed %v, one in a hundred %v: %.1f times as fast", c.n, c.ending, first, same, again, first.Seconds()/again.Seconds())
		if again*time.Duration(c.least) > first {
			t.Errorf("%s: less than %d times as fast", c.ending, c.least)
		}
	}
}

// built is the program, built by go.
func built(t *testing.T) string {
	t.Helper()
	program := filepath.Join(t.TempDir(), "extract")
	if said, err := exec.Command("go", "build", "-o", program, ".").CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, said)
	}
	return program
}

// sameResults asks for the same files in both folders but for run.json.
func sameResults(t *testing.T, got, want string) {
	t.Helper()
	if g, w := files(t, got), files(t, want); !slices.Equal(g, w) {
		t.Errorf("%s has %v, want %v", got, g, w)
	}
	for _, name := range files(t, want) {
		if name != "run.json" {
			compare(t, filepath.Join(got, name), read(t, got, name), read(t, want, name))
		}
	}
}
