package cli

import (
	"bytes"
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/zhaibao/zhaibao/corpus"
)

// backwards reads a format made for tests: "BACK" and the text from its end to its start.
var backwards = corpus.Reader{
	Format: "back", Endings: []string{".back"},
	Is: func(data []byte) bool { return bytes.HasPrefix(data, []byte("BACK")) },
	Read: func(ctx context.Context, s corpus.Source) (corpus.Text, error) {
		text := []rune(string(s.Data[4:]))
		if string(text) == "hang" {
			<-ctx.Done()
			return corpus.Text{}, ctx.Err()
		}
		for i, j := 0, len(text)-1; i < j; i, j = i+1, j-1 {
			text[i], text[j] = text[j], text[i]
		}
		return corpus.Text{Text: string(text), Encoding: corpus.UTF8}, nil
	},
}

// said runs the program with a reader and returns its status and what it wrote.
func said(t *testing.T, args ...string) (status int, out, errs string) {
	t.Helper()
	var o, e bytes.Buffer
	status = Main(args, Streams{In: strings.NewReader(""), Out: &o, Err: &e, Env: func(string) string { return "" }}, func(InputOptions) []corpus.Reader { return []corpus.Reader{backwards} })
	return status, o.String(), e.String()
}

// TestReaders: every command reads through the readers that Main was given.
func TestReaders(t *testing.T) {
	dir := t.TempDir()
	write := func(name, content string) string {
		path := filepath.Join(dir, name)
		if err := os.WriteFile(path, []byte(content), 0o666); err != nil {
			t.Fatal(err)
		}
		return path
	}
	in, out := write("a.back", "BACK。场03动活办举"), filepath.Join(dir, "out")
	other := write("b.txt", "BACK。场04动活办举")
	for _, c := range []struct {
		args []string
		says string
	}{
		{[]string{"text", in}, "举办活动30场。"},
		{[]string{"text", other}, "举办活动40场。"},
		{[]string{"numbers", in}, `"text":"30场"`},
		{[]string{"numbers", "--lines", in}, `"text":"30场"`},
		{[]string{"explain", in}, "30场"},
		{[]string{"-o", "-", in}, `"file":"a.back"`},
		{[]string{"--texts", "-o", out, dir}, "读到 2 个文件、2 份报告"},
		{[]string{"--help"}, ".txt、.md、.zip、.back 文件"},
		{[]string{"formats"}, "back"},
	} {
		if status, got, errs := said(t, c.args...); status != 0 || !strings.Contains(got, c.says) {
			t.Errorf("%v: status %d, %s%s", c.args, status, got, errs)
		}
	}
	if text, err := os.ReadFile(filepath.Join(out, "texts", "a.back.txt")); string(text) != "举办活动30场。" {
		t.Errorf("the text is %q, %v", text, err)
	}
	documents, err := os.ReadFile(filepath.Join(out, "documents.csv"))
	if err != nil || !strings.Contains(string(documents), ",back,utf-8,") {
		t.Errorf("documents.csv is %s, %v", documents, err)
	}
}

// TestDocTimeout: a document that takes too long fails alone, and the flag is named.
func TestDocTimeout(t *testing.T) {
	in := filepath.Join(t.TempDir(), "a.back")
	if err := os.WriteFile(in, []byte("BACKhang"), 0o666); err != nil {
		t.Fatal(err)
	}
	status, _, errs := said(t, "text", "--doc-timeout", "20ms", in)
	if want := "extract: a.back：读取超过了时限，已放弃这一份；请另存一份再试，或提高时限（--doc-timeout，如 5m）\n"; status != statusNothing || errs != want {
		t.Errorf("status %d, %q", status, errs)
	}
}
