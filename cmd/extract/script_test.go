package main

import (
	"archive/zip"
	"bytes"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/rogpeppe/go-internal/testscript"
)

func TestMain(m *testing.M) { testscript.Main(m, map[string]func(){"extract": main}) }

// TestScripts runs testdata/script/*.txtar; each can be read, and repeated, by hand.
func TestScripts(t *testing.T) {
	reports, err := filepath.Abs("../../testdata/reports")
	if err != nil {
		t.Fatal(err)
	}
	testscript.Run(t, testscript.Params{
		Dir:                 "testdata/script",
		RequireExplicitExec: true,
		Setup: func(env *testscript.Env) error {
			env.Setenv("REPORTS", reports)
			env.Setenv("LANG", "zh_CN.UTF-8")
			return nil
		},
		Condition: func(name string) (bool, error) {
			switch name {
			case "permissions": // they bind, which they do not for root
				return runtime.GOOS != "windows" && os.Geteuid() != 0, nil
			case "quick": // large inputs are left out
				return testing.Short() || raceEnabled, nil
			}
			return false, fmt.Errorf("unknown condition %q", name)
		},
		Cmds: map[string]func(*testscript.TestScript, bool, []string){
			"status": status, "within": within, "write": writeBytes, "generate": generate,
			"interrupt": interrupt, "lines": lines, "widest": widest, "zip": zipFiles,
		},
	})
}

// status runs a command and asks for its exit status: status 2 extract --foo.
func status(ts *testscript.TestScript, _ bool, args []string) {
	code := 0
	err := ts.Exec(args[1], args[2:]...)
	var exit *exec.ExitError
	if errors.As(err, &exit) {
		code = exit.ExitCode()
	} else if err != nil {
		ts.Fatalf("%v", err)
	}
	if strconv.Itoa(code) != args[0] {
		ts.Fatalf("status %d, want %s", code, args[0])
	}
}

// within runs a command that must succeed before the time is over: within 20s extract a.txt.
func within(ts *testscript.TestScript, _ bool, args []string) {
	limit, err := time.ParseDuration(args[0])
	limit *= slowdown
	ts.Check(err)
	start := time.Now()
	ts.Check(ts.Exec(args[1], args[2:]...))
	took := time.Since(start)
	ts.Logf("took %.1fs", took.Seconds())
	if took > limit {
		ts.Fatalf("took %v, want at most %v", took, limit)
	}
}

// writeBytes writes bytes in Go's notation: write a.txt '\xff\x00'.
func writeBytes(ts *testscript.TestScript, _ bool, args []string) {
	content, err := strconv.Unquote(`"` + args[1] + `"`)
	ts.Check(err)
	ts.Check(os.WriteFile(ts.MkAbs(args[0]), []byte(content), 0o666))
}

// generate writes n times a text: generate a.txt 1000 一二三; with {} in the
// name, n files with the text a thousand times each.
func generate(ts *testscript.TestScript, _ bool, args []string) {
	n, err := strconv.Atoi(args[1])
	ts.Check(err)
	text, err := strconv.Unquote(`"` + args[2] + `"`)
	ts.Check(err)
	if !strings.Contains(args[0], "{}") {
		ts.Check(os.WriteFile(ts.MkAbs(args[0]), []byte(strings.Repeat(text, n)), 0o666))
		return
	}
	for i := range n {
		name := strings.Replace(args[0], "{}", fmt.Sprintf("%05d", i), 1)
		ts.Check(os.WriteFile(ts.MkAbs(name), []byte(strings.Repeat(text, 1000)), 0o666))
	}
}

// interrupt starts a command, waits for a path to appear and interrupts it:
// interrupt out.partial extract -o out in -. Its standard input stays open, so
// that it cannot end by itself.
func interrupt(ts *testscript.TestScript, _ bool, args []string) {
	path, err := exec.LookPath(filepath.Join(strings.Split(ts.Getenv("PATH"), string(os.PathListSeparator))[0], args[1]))
	ts.Check(err)
	var stderr bytes.Buffer
	c := exec.Command(path, args[2:]...)
	c.Dir, c.Stderr = ts.MkAbs("."), &stderr
	c.Env = append(os.Environ(), "LANG=zh_CN.UTF-8")
	stdin, err := c.StdinPipe()
	ts.Check(err)
	defer stdin.Close()
	ts.Check(c.Start())
	waitFor(ts, ts.MkAbs(args[0]), c)
	ts.Check(c.Process.Signal(os.Interrupt))
	io.WriteString(stdin, "举办活动30场。\n") // it may be waiting for input
	timer := time.AfterFunc(20*time.Second, func() { c.Process.Kill() })
	defer timer.Stop()
	c.Wait()
	ts.Logf("%s", stderr.String())
	if code := c.ProcessState.ExitCode(); code != 130 {
		ts.Fatalf("status %d, want 130", code)
	}
}

func waitFor(ts *testscript.TestScript, path string, c *exec.Cmd) {
	for range 2000 {
		if _, err := os.Stat(path); err == nil {
			return
		}
		time.Sleep(5 * time.Millisecond)
	}
	c.Process.Kill()
	ts.Fatalf("%s did not appear", path)
}

// zipFiles packs files: zip in/a.zip b.txt c/d.txt.
func zipFiles(ts *testscript.TestScript, _ bool, args []string) {
	ts.Check(os.MkdirAll(filepath.Dir(ts.MkAbs(args[0])), 0o777))
	out, err := os.Create(ts.MkAbs(args[0]))
	ts.Check(err)
	defer out.Close()
	w := zip.NewWriter(out)
	for _, name := range args[1:] {
		f, err := w.Create(name)
		ts.Check(err)
		_, err = io.WriteString(f, ts.ReadFile(name))
		ts.Check(err)
	}
	ts.Check(w.Close())
}

// lines asks for the number of lines of a file: lines 3 out/facts.csv.
func lines(ts *testscript.TestScript, _ bool, args []string) {
	if n := strings.Count(ts.ReadFile(args[1]), "\n"); strconv.Itoa(n) != args[0] {
		ts.Fatalf("%s has %d lines, want %s", args[1], n, args[0])
	}
}

// widest asks for lines of at most n bytes: widest 4000 out/facts.csv.
func widest(ts *testscript.TestScript, _ bool, args []string) {
	limit, err := strconv.Atoi(args[0])
	ts.Check(err)
	for line := range strings.Lines(ts.ReadFile(args[1])) {
		if len(line) > limit {
			ts.Fatalf("%s has a line of %d bytes, want at most %d", args[1], len(line), limit)
		}
	}
}
