//go:build linux

package main

import (
	"bytes"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
)

// TestFullDisk: on a disk that fills up a run ends with an error that says so and
// what to do; the old results stay to the byte, with and without a cache, and the
// run goes on once there is room.
func TestFullDisk(t *testing.T) {
	if testing.Short() {
		t.Skip("it takes seconds")
	}
	program, dir := built(t), t.TempDir()
	disk := filepath.Join(dir, "disk")
	if err := os.Mkdir(disk, 0o777); err != nil {
		t.Fatal(err)
	}
	if err := syscall.Mount("none", disk, "tmpfs", 0, "size=2m"); err != nil {
		t.Skipf("no file system can be mounted here: %v", err)
	}
	t.Cleanup(func() { syscall.Unmount(disk, 0) })
	small, large, out := filepath.Join(dir, "small"), filepath.Join(dir, "large"), filepath.Join(disk, "out")
	manyReports(t, small, 20, ".txt", nil)
	manyReports(t, large, 400, ".txt", nil)
	for _, resume := range [][]string{nil, {"--resume"}} {
		run := func(in string) (int, string) {
			var said bytes.Buffer
			c := exec.Command(program, append(append([]string{"--quiet"}, resume...), "-o", out, in)...)
			c.Stderr = &said
			err := c.Run()
			var exit *exec.ExitError
			if err != nil && !errors.As(err, &exit) {
				t.Fatal(err)
			}
			return c.ProcessState.ExitCode(), said.String()
		}
		if status, said := run(small); status != 0 {
			t.Fatalf("status %d\n%s", status, said)
		}
		before := map[string][]byte{}
		for _, name := range files(t, out) {
			before[name] = read(t, out, name)
		}
		status, said := run(large)
		t.Logf("%v: status %d, %s", resume, status, said)
		if status != 3 || !strings.Contains(said, "磁盘满了") || !strings.Contains(said, out) {
			t.Errorf("status %d\n%s", status, said)
		}
		for name, data := range before {
			compare(t, name, read(t, out, name), data)
		}
		if n := len(files(t, out)); n != len(before) || exists(out+".partial") {
			t.Errorf("%d files, %d before; partial folder left: %v", n, len(before), exists(out+".partial"))
		}
		if err := syscall.Mount("none", disk, "tmpfs", syscall.MS_REMOUNT, "size=64m"); err != nil {
			t.Fatal(err)
		}
		if status, said := run(large); status != 0 {
			t.Errorf("with room: status %d\n%s", status, said)
		}
		plain := filepath.Join(dir, fmt.Sprint("plain", len(resume)))
		if said, err := exec.Command(program, "--quiet", "-o", plain, large).CombinedOutput(); err != nil {
			t.Fatalf("%v\n%s", err, said)
		}
		sameResults(t, out, plain)
		for _, folder := range []string{out, out + ".cache"} {
			os.RemoveAll(folder)
		}
		if err := syscall.Mount("none", disk, "tmpfs", syscall.MS_REMOUNT, "size=2m"); err != nil {
			t.Fatal(err)
		}
	}
}
