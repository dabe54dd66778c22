package cli

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/zhaibao/zhaibao/corpus"
	"github.com/zhaibao/zhaibao/corpus/correct"
	"github.com/zhaibao/zhaibao/export"
)

func TestStatus(t *testing.T) {
	_, refused := export.Create(filepath.Join(t.TempDir(), "file", "\x00"), export.Options{})
	for _, c := range []struct {
		name string
		err  error
		want int
	}{
		{"done", nil, 0},
		{"some failed", errSomeFailed, 1},
		{"wrong usage", fmt.Errorf("wrapped: %w", usageError("x")), 2},
		{"a wrong corrections file", fmt.Errorf("wrapped: %w", &correct.Error{File: "a"}), 2},
		{"nothing readable", &corpus.Error{File: "a", Err: corpus.ErrNoReports}, 3},
		{"nothing written", refused, 3},
		{"interrupted", fmt.Errorf("wrapped: %w", context.Canceled), 130},
		{"anything else", errors.New("disk full"), 3},
	} {
		if got := statusOf(c.err); got != c.want {
			t.Errorf("%s: status %d, want %d", c.name, got, c.want)
		}
	}
}

// terminal runs the program as on a terminal and returns what it wrote there.
func terminal(t *testing.T, args ...string) string {
	t.Helper()
	var out, errs bytes.Buffer
	status := Main(args, Streams{In: strings.NewReader(""), Out: &out, Err: &errs, Terminal: true, Env: func(string) string { return "" }}, nil)
	if status != 0 {
		t.Fatalf("status %d\n%s", status, &errs)
	}
	return errs.String()
}

// TestTerminal: a terminal is shown the progress and no log.
func TestTerminal(t *testing.T) {
	dir := t.TempDir()
	in := filepath.Join(dir, "a.txt")
	if err := os.WriteFile(in, []byte("举办活动30场。"), 0o666); err != nil {
		t.Fatal(err)
	}
	said := terminal(t, "-o", filepath.Join(dir, "out"), in)
	if want := "\r1/1 个文件，1 条数据\x1b[K\r\x1b[K"; said != want {
		t.Errorf("the terminal was told %q, want %q", said, want)
	}
	if said := terminal(t, "--quiet", "-o", filepath.Join(dir, "out"), in); said != "" {
		t.Errorf("with --quiet the terminal was told %q", said)
	}
}

// broken fails every write, as a full disk does.
type broken struct{}

func (broken) Write([]byte) (int, error) { return 0, errors.New("no space left") }

func TestWriteErrors(t *testing.T) {
	in := filepath.Join(t.TempDir(), "a.txt")
	if err := os.WriteFile(in, []byte("举办活动30场。"), 0o666); err != nil {
		t.Fatal(err)
	}
	for _, args := range [][]string{{"-o", "-", in}, {"numbers", in}, {"text", in}, {"explain", in}} {
		var errs bytes.Buffer
		status := Main(args, Streams{In: strings.NewReader(""), Out: broken{}, Err: &errs, Env: func(string) string { return "" }}, nil)
		if status != statusNothing || !strings.Contains(errs.String(), "no space left") {
			t.Errorf("%v: status %d, %q", args, status, &errs)
		}
	}
}

// TestPanic: an error in the program is told as such.
func TestPanic(t *testing.T) {
	var errs bytes.Buffer
	status := Main([]string{"text", "-"}, Streams{In: strings.NewReader("三场"), Out: panicking{}, Err: &errs, Env: func(string) string { return "" }}, nil)
	if status != statusNothing || !strings.HasPrefix(errs.String(), "extract: 程序内部出错") {
		t.Errorf("status %d, %q", status, &errs)
	}
}

type panicking struct{}

func (panicking) Write([]byte) (int, error) { panic("a bug") }

// TestInterruptibleRead: a reader that never answers does not hold up an interrupted run.
func TestInterruptibleRead(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	never, _ := io.Pipe()
	cancel()
	if _, err := interruptible(ctx, never).Read(make([]byte, 8)); !errors.Is(err, context.Canceled) {
		t.Errorf("got %v", err)
	}
	data, err := io.ReadAll(interruptible(context.Background(), strings.NewReader("举办活动30场")))
	if string(data) != "举办活动30场" || err != nil {
		t.Errorf("read %q, %v", data, err)
	}
}
