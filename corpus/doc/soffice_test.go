//go:build unix

package doc

import (
	"context"
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/zhaibao/zhaibao/corpus"
)

// program writes a shell script that stands for soffice.
func program(t *testing.T, script string) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "soffice")
	if err := os.WriteFile(path, []byte("#!/bin/sh\n"+script), 0o700); err != nil {
		t.Fatal(err)
	}
	return path
}

// asIs stands for the reader of .docx: the text is the file.
var asIs = corpus.Reader{Format: "docx", Read: func(_ context.Context, s corpus.Source) (corpus.Text, error) {
	if string(s.Data) == "bad" {
		return corpus.Text{}, errors.New("bad")
	}
	return corpus.Text{Text: string(s.Data)}, nil
}}

func TestSoffice(t *testing.T) {
	data := made{chunks: []chunk{{text: "共3场\r"}}}.file()
	old := made{chunks: []chunk{{text: "共3场\r"}}, fib: func(fib []byte) { fib[2] = 0x68 }}.file()
	// The arguments are -env, --headless, --norestore, --nolockcheck, --convert-to, docx, --outdir, OUT, IN.
	const write = `mkdir -p "$8" && test -s "$9" && `
	tests := []struct {
		name, script, want string
		data               []byte
	}{
		{"what LibreOffice makes is read", write + `printf made >"$8/in.docx"`, "made", data},
		{"where it fails the file is read without it", "exit 1", "共3场\n", data},
		{"where it makes nothing, too", "exit 0", "共3场\n", data},
		{"where what it makes cannot be read, too", write + `printf bad >"$8/in.docx"`, "共3场\n", data},
		{"where it takes too long, too, and what it started is ended", "sleep 60 & sleep 60", "共3场\n", data},
		{"Word 95", write + `printf old >"$8/in.docx"`, "old", old},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			limit := time.Minute
			if strings.Contains(test.script, "sleep") {
				limit = 300 * time.Millisecond
			}
			r := New(Options{Soffice: program(t, test.script), Timeout: limit, Docx: asIs})
			start := time.Now()
			text, err := r.Read(context.Background(), corpus.Source{Name: "a.doc", Data: test.data})
			if err != nil || text.Text != test.want {
				t.Errorf("got %q, %v; want %q", text.Text, err, test.want)
			}
			if d := time.Since(start); d > 10*time.Second {
				t.Errorf("took %v", d)
			}
		})
	}
}

// TestRealSoffice converts with the LibreOffice of this machine, where
// ZHAIBAO_READERS is set and there is one with Writer.
func TestRealSoffice(t *testing.T) {
	path, err := exec.LookPath("soffice")
	if os.Getenv("ZHAIBAO_READERS") == "" || err != nil {
		t.Skip("no ZHAIBAO_READERS or no soffice")
	}
	data, err := os.ReadFile("testdata/report.doc")
	if err != nil {
		t.Fatal(err)
	}
	o := Options{Soffice: path, Timeout: time.Minute, Docx: asIs}
	text, err := o.convert(context.Background(), corpus.Source{Name: "report.doc", Data: data})
	if err != nil || !strings.HasPrefix(text.Text, "PK\x03\x04") {
		t.Errorf("got %.20q, %v", text.Text, err)
	}
}
