package cli

import (
	"bytes"
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/zhaibao/zhaibao/corpus"
)

// TestProgressLine: what is shown as time goes by; nothing is guessed at first.
func TestProgressLine(t *testing.T) {
	start := time.Unix(1e9, 0)
	for _, c := range []struct {
		name  string
		lang  lang
		after time.Duration
		at    corpus.Progress
		want  string
	}{
		{"at first", chinese, time.Second / 2, corpus.Progress{Done: 1, Total: 20, Bytes: 1e6, All: 20e6}, "1/20 个文件，7 条数据"},
		{"after a second there is a speed", chinese, 2 * time.Second, corpus.Progress{Done: 2, Total: 20, Bytes: 2e6, All: 20e6}, "2/20 个文件，1.0 MB/s，7 条数据"},
		{"then a guess of the time left", chinese, 5 * time.Second, corpus.Progress{Done: 2, Total: 20, Bytes: 5e6, All: 605e6, Failed: 1}, "2/20 个文件，1.0 MB/s，7 条数据，失败 1，约剩 10m0s"},
		{"in English", english, 5 * time.Second, corpus.Progress{Done: 2, Total: 20, Bytes: 5e6, All: 20e6, Failed: 1, Kept: 1}, "2/20 files, 1.0 MB/s, 7 facts, 1 kept, 1 failed, about 15s left"},
		{"at the end", english, 5 * time.Second, corpus.Progress{Done: 20, Total: 20, Bytes: 5e6, All: 5e6}, "20/20 files, 1.0 MB/s, 7 facts"},
	} {
		p := progress{lang: c.lang, facts: func() int { return 7 }, marks: []mark{{at: start}}}
		if got := p.line(c.at, start.Add(c.after)); got != c.want {
			t.Errorf("%s: %q, want %q", c.name, got, c.want)
		}
	}
}

// TestProgressFollows: the speed is that of the last ten seconds, and a terminal
// is not written to for every file.
func TestProgressFollows(t *testing.T) {
	var out bytes.Buffer
	now := time.Unix(1e9, 0)
	p := progress{to: &out, lang: english, facts: func() int { return 0 }, now: func() time.Time { return now }, marks: []mark{{at: now}}}
	at := corpus.Progress{Total: 1e6, All: 1e12}
	for range 6000 { // slow files for half a minute, then fast ones
		now = now.Add(10 * time.Millisecond)
		if at.Done++; at.Done < 3000 {
			at.Bytes += 10
		} else {
			at.Bytes += 20_000
		}
		p.show(at)
	}
	lines := strings.Split(out.String(), "\r")
	if n := len(lines); n > 610 || !strings.Contains(lines[n-1], " 2.0 MB/s") {
		t.Errorf("%d lines, the last %q", n, lines[n-1])
	}
}

// TestLogJSON: each line of standard error is an object, whatever happens.
func TestLogJSON(t *testing.T) {
	dir := t.TempDir()
	for name, text := range map[string]string{"a.txt": "举办活动30场。", "b.txt": ""} {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	for _, c := range []struct {
		name string
		args []string
		want []string // messages
	}{
		{"a run with a failure", []string{"-o", filepath.Join(dir, "out"), dir}, []string{"could not be read", "done"}},
		{"facts to standard output", []string{"-o", "-", dir}, []string{"could not be read", "done"}},
		{"quiet", []string{"--quiet", "-o", "-", filepath.Join(dir, "a.txt")}, nil},
		{"an input that is not there", []string{filepath.Join(dir, "c.txt")}, []string{"找不到"}},
	} {
		for _, terminal := range []bool{false, true} {
			var out, errs bytes.Buffer
			Main(append([]string{"--log-format", "json"}, c.args...), Streams{In: strings.NewReader(""), Out: &out, Err: &errs, Terminal: terminal, Env: func(string) string { return "" }}, nil)
			var got []string
			for line := range strings.Lines(errs.String()) {
				var entry struct{ Level, Msg string }
				if err := json.Unmarshal([]byte(line), &entry); err != nil {
					t.Errorf("%s: %v: %s", c.name, err, line)
				}
				got = append(got, entry.Msg)
			}
			if len(got) != len(c.want) {
				t.Errorf("%s: %q, want %q", c.name, got, c.want)
				continue
			}
			for i := range got {
				if !strings.HasPrefix(got[i], c.want[i]) {
					t.Errorf("%s: %q, want %q", c.name, got[i], c.want[i])
				}
			}
		}
	}
}
