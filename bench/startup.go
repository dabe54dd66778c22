package bench

import (
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"time"
)

// startUp is what the program takes for a file of one line.
type startUp struct{ milliseconds, megabytes float64 }

const (
	startUps = 11
	oneLine  = "全年举办文化活动30场，参加群众1.2万人次。\n"
)

// startUp measures the median time from start to end, and the peak of the
// resident memory, 0 where the system does not tell it as Linux does.
func (p program) startUp(dir string) (startUp, error) {
	in, out := filepath.Join(dir, "one.txt"), filepath.Join(dir, "one")
	if err := os.WriteFile(in, []byte(oneLine), 0o644); err != nil {
		return startUp{}, err
	}
	var times []time.Duration
	for range startUps {
		start := time.Now()
		if err := p.run(in, out, 2); err != nil {
			return startUp{}, err
		}
		times = append(times, time.Since(start))
	}
	if a, err := resultsIn(out); err != nil || a.Count != 2 {
		return startUp{}, fmt.Errorf("the one line has %d facts: %w", a.Count, err)
	}
	slices.Sort(times)
	memory, err := p.peakMemory(in, out)
	return startUp{float64(times[startUps/2].Microseconds()) / 1000, memory}, err
}

// peakMemory is the largest resident set in MB, read while the program waits
// for standard input after the file: what wait4 tells of a child also counts
// the process that started it.
func (p program) peakMemory(in, out string) (float64, error) {
	c := exec.Command(p.path, "--quiet", "-o", out, in, "-")
	stdin, err := c.StdinPipe()
	if err != nil {
		return 0, err
	}
	if err := c.Start(); err != nil {
		return 0, err
	}
	time.Sleep(300 * time.Millisecond)
	status, _ := os.ReadFile(filepath.Join("/proc", strconv.Itoa(c.Process.Pid), "status"))
	io.WriteString(stdin, oneLine)
	stdin.Close()
	if err := c.Wait(); err != nil {
		return 0, err
	}
	_, line, found := strings.Cut(string(status), "VmHWM:")
	if !found {
		return 0, nil
	}
	kib, err := strconv.ParseFloat(strings.Fields(line)[0], 64)
	return kib / 1024, err
}
