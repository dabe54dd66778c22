package main

import (
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
	"time"
)

// TestKilledAndResumed: a run that is killed at any instant, also while it puts
// its files into place of old ones, and then resumed leaves what an undisturbed
// one does, and nothing else. 500 documents and 6 instants; 20,000 and 20 with ZHAIBAO_SLOW.
func TestKilledAndResumed(t *testing.T) {
	if testing.Short() || raceEnabled || runtime.GOOS == "windows" {
		t.Skip("it takes seconds, and signals")
	}
	documents, instants := 500, 6
	if os.Getenv("ZHAIBAO_SLOW") != "" {
		documents, instants = 20_000, 20
	}
	k := killing{program: built(t), dir: t.TempDir(), random: rand.New(rand.NewPCG(5, 77))}
	manyReports(t, k.path("in"), documents, ".txt", nil)
	manyReports(t, k.path("older"), 60, ".txt", nil)
	start := time.Now()
	k.run(t, "--resume", "-o", k.path("want"), k.path("in"))
	whole := time.Since(start)
	k.run(t, "--texts", "-o", k.path("want-texts"), k.path("in"))
	t.Logf("%d documents, undisturbed %v", documents, whole)
	for i := range instants {
		if i%3 < 2 {
			at := time.Duration(k.random.Int64N(int64(whole)))
			k.round(t, i, fmt.Sprint("after ", at), "want", func(string) bool { return time.Since(k.started) >= at })
			continue
		}
		// texts are many files, so that there is time to meet
		nth := i / 3 % 3
		k.round(t, i, []string{"as files are put into place", "when run.json is", "as old files are removed"}[nth], "want-texts", func(out string) bool {
			switch nth {
			case 0:
				return exists(filepath.Join(out, "facts.csv.replaced"))
			case 1:
				return exists(filepath.Join(out, "run.json.replaced"))
			}
			return exists(filepath.Join(out+".partial", ".install.json")) && !exists(filepath.Join(out+".partial", "run.json"))
		}, "--texts")
	}
	if t.Logf("%d of %d killed in time", k.hits, instants); k.hits == 0 {
		t.Error("no run was killed before its end")
	}
}

// killing is a program that is killed.
type killing struct {
	program, dir string
	random       *rand.Rand
	started      time.Time
	hits         int // runs that were killed before their end
}

func (k *killing) path(name string) string { return filepath.Join(k.dir, name) }

func (k *killing) run(t *testing.T, args ...string) {
	t.Helper()
	if said, err := exec.Command(k.program, append([]string{"--quiet"}, args...)...).CombinedOutput(); err != nil {
		t.Fatalf("extract %s: %v\n%s", strings.Join(args, " "), err, said)
	}
}

// round kills a run, over the results of an older one, as soon as now says so,
// resumes it and compares.
func (k *killing) round(t *testing.T, i int, when, want string, now func(out string) bool, options ...string) {
	t.Helper()
	out := k.path(fmt.Sprint("out", i))
	args := append([]string{"--quiet", "--resume", "-o", out}, options...)
	k.run(t, append(args, k.path("older"))...)
	c := exec.Command(k.program, append(args, k.path("in"))...)
	k.started = time.Now()
	if err := c.Start(); err != nil {
		t.Fatal(err)
	}
	ended := make(chan error, 1)
	go func() { ended <- c.Wait() }()
	killed := false
	for end := time.After(10 * time.Minute); !killed; {
		select {
		case <-ended:
			killed = true
			when += ", too late"
			continue
		case <-end:
			t.Fatal("the run does not end")
		default:
		}
		if now(out) {
			c.Process.Kill()
			<-ended
			killed = true
			k.hits++
		}
		time.Sleep(50 * time.Microsecond)
	}
	left := exists(out + ".partial")
	start := time.Now()
	k.run(t, append(args, k.path("in"))...)
	t.Logf("killed %s (partial folder left: %v), resumed in %v", when, left, time.Since(start).Round(time.Millisecond))
	sameResults(t, out, k.path(want))
	if exists(out + ".partial") {
		t.Errorf("killed %s: the partial folder stays", when)
	}
	for _, folder := range []string{out, out + ".cache"} {
		os.RemoveAll(folder)
	}
}

func exists(path string) bool {
	_, err := os.Lstat(path)
	return err == nil
}
