//go:build linux

package main

import (
	"io"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"time"
)

// The goals for a one-line file are 50 ms and 40 MB; the test leaves room for
// a busy machine and prints what it measured.
const (
	startUpTime   = 50 * time.Millisecond
	startUpMemory = 40 // MB
	slack         = 4
)

// TestStartUp measures the program over a one-line file.
func TestStartUp(t *testing.T) {
	if raceEnabled {
		t.Skip("the race detector is no measure")
	}
	dir := t.TempDir()
	program, in, out := filepath.Join(dir, "extract"), filepath.Join(dir, "a.txt"), filepath.Join(dir, "out")
	if said, err := exec.Command("go", "build", "-o", program, ".").CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, said)
	}
	write(t, []byte("全年举办文化活动30场，参加群众1.2万人次。\n"), in)
	took := time.Hour
	for range 10 {
		start := time.Now()
		if said, err := exec.Command(program, "--quiet", "-o", out, in).CombinedOutput(); err != nil {
			t.Fatalf("%v\n%s", err, said)
		}
		took = min(took, time.Since(start))
	}
	memory := peakMemory(t, program, out, in)
	t.Logf("a one-line file: %v (goal %v), %.1f MB (goal %d MB)", took.Round(100*time.Microsecond), startUpTime, memory, startUpMemory)
	if took > slack*startUpTime || memory > startUpMemory*1.5 {
		t.Error("far from the goal")
	}
}

// peakMemory is the largest resident set of a run in MB, read while it waits
// for standard input after the file. (What wait4 tells of a child also counts
// the process that started it.)
func peakMemory(t *testing.T, program, out, in string) float64 {
	t.Helper()
	c := exec.Command(program, "--quiet", "-o", out, in, "-")
	stdin, err := c.StdinPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := c.Start(); err != nil {
		t.Fatal(err)
	}
	time.Sleep(300 * time.Millisecond)
	status := string(read(t, "/proc", strconv.Itoa(c.Process.Pid), "status"))
	io.WriteString(stdin, "举办活动30场。\n")
	stdin.Close()
	if err := c.Wait(); err != nil {
		t.Fatal(err)
	}
	_, line, _ := strings.Cut(status, "VmHWM:")
	kib, err := strconv.Atoi(strings.Fields(line)[0])
	if err != nil {
		t.Fatal(err)
	}
	return float64(kib) / 1024
}
