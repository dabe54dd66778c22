//go:build linux

package main

import (
	"os/exec"
	"path/filepath"
	"syscall"
	"testing"
	"time"
)

// The goals for a one-line file are 50 ms and 40 MB; the test leaves room for
// a busy machine and prints what it measured.
const (
	startUpTime   = 50 * time.Millisecond
	startUpMemory = 40 << 10 // KiB
	slack         = 4
)

// TestStartUp measures the best of some runs over a one-line file.
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
	best, memory := time.Hour, int64(1<<62)
	for range 10 {
		c := exec.Command(program, "--quiet", "-o", out, in)
		start := time.Now()
		if said, err := c.CombinedOutput(); err != nil {
			t.Fatalf("%v\n%s", err, said)
		}
		best = min(best, time.Since(start))
		if usage, ok := c.ProcessState.SysUsage().(*syscall.Rusage); ok {
			memory = min(memory, int64(usage.Maxrss))
		}
	}
	t.Logf("a one-line file: %v (goal %v), %.1f MB (goal 40 MB)", best.Round(100*time.Microsecond), startUpTime, float64(memory)/1024)
	if best > slack*startUpTime || memory > startUpMemory*3/2 {
		t.Errorf("took %v and %d KiB", best, memory)
	}
}
