package main

import (
	"archive/zip"
	"bytes"
	"maps"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"unicode/utf16"

	"golang.org/x/text/encoding/simplifiedchinese"
)

// knownLosses are the files of testdata/formats that do not give what report.txt
// gives, with what differs; its README.md says why.
var knownLosses = map[string]string{}

// TestSameReportEverywhere: one report gives the same figures from every
// program's file, in every encoding and out of every archive.
func TestSameReportEverywhere(t *testing.T) {
	const formats = "../../testdata/formats"
	in, out := t.TempDir(), filepath.Join(t.TempDir(), "out")
	report := read(t, formats, "report.txt")
	count := 0
	for _, name := range files(t, formats) {
		if !strings.HasSuffix(name, ".fodt") && !strings.HasSuffix(name, ".sh") && name != "README.md" {
			write(t, read(t, formats, name), in, name)
			count++
		}
	}
	encoded := encodings(t, string(report))
	for name, data := range encoded {
		write(t, data, in, name)
	}
	archive := gbArchive(t, in, append(slices.Sorted(maps.Keys(encoded)), "libreoffice.docx", "libreoffice.doc", "libreoffice.rtf", "libreoffice.html", "chromium.pdf"))
	write(t, archive, in, "全部.zip")
	write(t, gbArchive(t, in, []string{"全部.zip", "report.txt"}), in, "两层.zip")
	run(t, "--quiet", "--keep-copies", "-o", out, in)
	got := map[string][]figureSaid{}
	for _, row := range csvRows(t, read(t, out, "facts.csv")) {
		got[row["file"]] = append(got[row["file"]], figureSaid{row["value"], row["unit"], row["metric"]})
	}
	for _, row := range csvRows(t, read(t, out, "documents.csv")) {
		if row["error"] != "" {
			t.Errorf("%s", row["error"])
		}
	}
	if want := count + len(encoded) + (len(encoded)+5)*2 + 1; len(got) != want {
		t.Errorf("figures from %d files, want %d: %q", len(got), want, slices.Sorted(maps.Keys(got)))
	}
	want := got["report.txt"]
	if len(want) < 50 {
		t.Errorf("only %d figures in report.txt", len(want))
	}
	for name, figures := range got {
		loss, known := knownLosses[name]
		switch same := slices.Equal(figures, want); {
		case same && known:
			t.Errorf("%s: the same as report.txt now, although listed: %s", name, loss)
		case !same && !known:
			missing, other := difference(want, figures)
			t.Errorf("%s: without %v, with %v", name, missing, other)
		}
	}
}

// figureSaid is what a figure says.
type figureSaid struct{ value, unit, metric string }

// difference is what only one of two lists has; nothing where they have the same in another order.
func difference(a, b []figureSaid) (onlyA, onlyB []figureSaid) {
	onlyB = slices.Clone(b)
	for _, f := range a {
		if i := slices.Index(onlyB, f); i >= 0 {
			onlyB = slices.Delete(onlyB, i, i+1)
		} else {
			onlyA = append(onlyA, f)
		}
	}
	return onlyA, onlyB
}

// encodings is the text in the encodings that Windows' editors write.
func encodings(t *testing.T, text string) map[string][]byte {
	t.Helper()
	gb, err := simplifiedchinese.GB18030.NewEncoder().String(text)
	if err != nil {
		t.Fatal(err)
	}
	return map[string][]byte{
		"小端.txt": utf16Bytes(text, false, true), "小端无标记.txt": utf16Bytes(text, false, false),
		"大端.txt": utf16Bytes(text, true, true), "大端无标记.txt": utf16Bytes(text, true, false),
		"国标.txt": []byte(gb), "标记.txt": []byte("\ufeff" + text), "换行.txt": []byte(strings.ReplaceAll(text, "\n", "\r\n")),
	}
}

// utf16Bytes is text in UTF-16.
func utf16Bytes(text string, big, mark bool) []byte {
	var b []byte
	if mark {
		text = "\ufeff" + text
	}
	for _, u := range utf16.Encode([]rune(text)) {
		if big {
			b = append(b, byte(u>>8), byte(u))
		} else {
			b = append(b, byte(u), byte(u>>8))
		}
	}
	return b
}

// gbArchive packs files of dir under names in GB18030, as Windows' Explorer does,
// without the flag that would say so.
func gbArchive(t *testing.T, dir string, names []string) []byte {
	t.Helper()
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	for _, name := range names {
		gb, err := simplifiedchinese.GB18030.NewEncoder().String(name)
		if err != nil {
			t.Fatal(err)
		}
		w, err := z.CreateHeader(&zip.FileHeader{Name: gb, NonUTF8: true, Method: zip.Deflate})
		if err == nil {
			_, err = w.Write(read(t, dir, name))
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
