//go:build linux

package main

import (
	"archive/zip"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/zhaibao/zhaibao/internal/synth"
)

const (
	largeMemory   = 300 // MB, at any number of documents
	largePerFile  = 600 // bytes a document beyond it
	largeSlowdown = 1.6 // of the time a document, from a thousand to a hundred thousand
)

// TestLargeRuns prints how much memory runs over a thousand, ten thousand and a
// hundred thousand small reports take, with and without a cache, and how long a
// document does; then the same of an archive of a gigabyte.
func TestLargeRuns(t *testing.T) {
	if os.Getenv("ZHAIBAO_SLOW") == "" {
		t.Skip("no ZHAIBAO_SLOW")
	}
	program, dir := built(t), t.TempDir()
	in := filepath.Join(dir, "in")
	manyReports(t, in, 100_000, ".txt", nil)
	folders, err := filepath.Glob(filepath.Join(in, "*"))
	if err != nil {
		t.Fatal(err)
	}
	var perFile []time.Duration
	for _, n := range []int{1, 10, 100} {
		for _, option := range []string{"--resume", "--strict"} {
			memory, took, cpu := measured(t, program, append([]string{option, "-o", filepath.Join(dir, "out")}, folders[:n]...)...)
			t.Logf("%6d files %s: %3d MB at most, %6.1f s, %v a file (%v of a processor)", 1000*n, option, memory, took.Seconds(), took/time.Duration(1000*n), cpu/time.Duration(1000*n))
			if most := largeMemory + largePerFile*1000*n/1e6; memory > most {
				t.Errorf("%d files %s: %d MB, at most %d are wanted", 1000*n, option, memory, most)
			}
			if option == "--strict" {
				perFile = append(perFile, cpu/time.Duration(1000*n))
			}
		}
		os.RemoveAll(filepath.Join(dir, "out"))
		os.RemoveAll(filepath.Join(dir, "out.cache"))
	}
	if last := perFile[len(perFile)-1]; float64(last) > largeSlowdown*float64(perFile[0]) {
		t.Errorf("a file takes %v at first and %v at last", perFile[0], last)
	}
	packed := filepath.Join(dir, "一年.zip")
	n := largeArchive(t, packed, 1<<30)
	memory, took, _ := measured(t, program, "-o", filepath.Join(dir, "zip"), packed)
	t.Logf("an archive of 1 GB (unpacked), %d files: %d MB at most, %.1f s", n, memory, took.Seconds())
	if memory > largeMemory+largePerFile*n/1e6 {
		t.Errorf("the archive takes %d MB", memory)
	}
}

// measured runs the program and returns the most memory it had, in MB, and its time.
func measured(t *testing.T, program string, args ...string) (memory int, took, cpu time.Duration) {
	t.Helper()
	c := exec.Command(program, append([]string{"--quiet"}, args...)...)
	var said strings.Builder
	c.Stderr = &said
	start := time.Now()
	if err := c.Start(); err != nil {
		t.Fatal(err)
	}
	ended := make(chan error, 1)
	go func() { ended <- c.Wait() }()
	for {
		select {
		case err := <-ended:
			if err != nil {
				t.Fatalf("%v\n%s", err, &said)
			}
			return memory, time.Since(start), c.ProcessState.UserTime() + c.ProcessState.SystemTime()
		case <-time.After(10 * time.Millisecond):
		}
		// not getrusage, which counts what the tests had when they forked
		status, _ := os.ReadFile(fmt.Sprintf("/proc/%d/status", c.Process.Pid))
		if _, peak, ok := strings.Cut(string(status), "VmHWM:"); ok {
			kB := 0
			fmt.Sscan(peak, &kB)
			memory = max(memory, kB>>10)
		}
	}
}

// largeArchive packs reports of so many bytes in all and returns how many.
func largeArchive(t *testing.T, path string, size int) (n int) {
	t.Helper()
	frames, err := synth.Builtin()
	if err != nil {
		t.Fatal(err)
	}
	c, err := frames.Generate(synth.Options{Seed: 3, Counties: 200})
	if err != nil {
		t.Fatal(err)
	}
	out, err := os.Create(path)
	if err != nil {
		t.Fatal(err)
	}
	defer out.Close()
	w := zip.NewWriter(out)
	for ; size > 0; n++ {
		f := &c.Files[n%len(c.Files)]
		part, err := w.Create(fmt.Sprintf("%03d/%s", n/1000, strings.Replace(f.Name, "-", fmt.Sprintf("%d-", n/len(c.Files)), 1)))
		if err != nil {
			t.Fatal(err)
		}
		// long reports, so that there are no more members than an archive may have
		for range 12 {
			part.Write([]byte(f.Text))
			size -= len(f.Text)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return n
}
