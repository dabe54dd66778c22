//go:build linux

package main

import (
	"bytes"
	"cmp"
	"maps"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"
)

const (
	brokenMemory = 1200        // MB, at most, with two PDF files read at a time
	brokenTime   = time.Minute // more with ZHAIBAO_SLOW
)

// TestBrokenFiles: a folder of some hundred files that are cut short, changed,
// made to harm, misnamed, locked or empty gives an error that says what to do,
// or the figures of the file that it was made of and no other, for each; the
// program ends in time and keeps within its memory, and the good files beside
// them are read as without them. ZHAIBAO_BROKEN names an empty folder that keeps the files.
func TestBrokenFiles(t *testing.T) {
	if testing.Short() {
		t.Skip("it takes seconds")
	}
	dir := t.TempDir()
	program, in := filepath.Join(dir, "extract"), cmp.Or(os.Getenv("ZHAIBAO_BROKEN"), filepath.Join(dir, "in"))
	if said, err := exec.Command("go", "build", "-o", program, ".").CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, said)
	}
	good := goodFiles(t)
	for name, data := range good {
		write(t, data, in, "good", name)
	}
	want := extracted(t, program, in, filepath.Join(dir, "good"))
	list := brokenFiles(t, good)
	for _, b := range list {
		write(t, b.data, in, "broken", b.name)
	}
	got := extracted(t, program, in, filepath.Join(dir, "all"))
	t.Logf("%d broken files: %d errors, %v, %d MB", len(list), len(got.errors), got.took.Round(time.Second/10), got.memory)
	if got.took > mostTime() || got.memory > brokenMemory {
		t.Errorf("%v, %d MB: more than %v, %d MB", got.took, got.memory, mostTime(), brokenMemory)
	}
	for name := range good {
		if a, b := want.figures["good/"+name], got.figures["good/"+name]; len(want.names("good/"+name)) == 0 || !slices.Equal(a, b) {
			t.Errorf("%s: %d figures beside broken files, %d alone", name, len(b), len(a))
		}
	}
	if len(want.errors) > 0 {
		t.Errorf("good files fail: %v", want.errors)
	}
	for _, b := range list {
		b.check(t, got)
	}
}

// mostTime is what a run may take.
func mostTime() time.Duration {
	if os.Getenv("ZHAIBAO_SLOW") != "" {
		return 5 * brokenTime * slowdown
	}
	return brokenTime * slowdown
}

// brokenFiles are all of them, the same in every run; more with ZHAIBAO_SLOW.
func brokenFiles(t *testing.T, good map[string][]byte) (list []broken) {
	t.Helper()
	cuts, times := 6, 1
	if os.Getenv("ZHAIBAO_SLOW") != "" {
		cuts, times = 60, 20
	}
	for i, name := range slices.Sorted(maps.Keys(good)) {
		random := rand.New(rand.NewPCG(77, uint64(i)))
		list = append(list, cutShort(name, good[name], cuts, random)...)
		list = append(list, changedBytes(name, good[name], times, random)...)
	}
	list = append(list, misnamed(t, good)...)
	list = append(list, locked(t, good)...)
	list = append(list, bombs(t, good)...)
	list = append(list, claims(t, good)...)
	return append(list, nothing(good)...)
}

// extraction is what the program made of a folder.
type extraction struct {
	figures map[string][]figure
	errors  map[string]string // what documents.csv says
	texts   map[string]string
	files   []string // that documents.csv has
	took    time.Duration
	memory  int // MB
}

// figure is a fact without its place.
type figure struct {
	metric, value, high, unit string
	sentence                  string
	start, end                int
}

// same is what must be the same as in the good file. Where lines changed, what
// is counted may be another thing, since a headline was hit, and in a table its unit.
func (f figure) same(much damage) figure {
	if much == changed {
		f.metric = ""
		if strings.Contains(f.sentence, "\t") {
			f.unit = ""
		}
	}
	return figure{metric: f.metric, value: f.value, high: f.high, unit: f.unit}
}

// extracted runs the program over a folder in a process of its own.
func extracted(t *testing.T, program, in, out string) extraction {
	t.Helper()
	var said bytes.Buffer
	c := exec.Command(program, "--texts", "--keep-copies", "-o", out, in)
	c.Stdout, c.Stderr = &said, &said
	start := time.Now()
	if err := c.Start(); err != nil {
		t.Fatal(err)
	}
	timer := time.AfterFunc(2*mostTime(), func() { c.Process.Kill() })
	ended, peak := make(chan struct{}), make(chan int)
	go func() { peak <- watch(c.Process.Pid, ended) }()
	err := c.Wait()
	timer.Stop()
	close(ended)
	if err != nil {
		t.Fatalf("%v after %v\n%s", err, time.Since(start), tail(said.String()))
	}
	if i := harm.FindStringIndex(said.String()); i != nil {
		t.Errorf("the program said\n%s", tail(said.String()[max(0, i[0]-300):min(said.Len(), i[1]+3000)]))
	}
	e := extraction{took: time.Since(start), memory: <-peak,
		figures: map[string][]figure{}, errors: map[string]string{}, texts: map[string]string{}}
	for _, row := range csvRows(t, read(t, out, "facts.csv")) {
		e.figures[row["file"]] = append(e.figures[row["file"]], figure{row["metric"], row["value"], row["high"], row["unit"],
			row["sentence"], number(t, row["start"]), number(t, row["end"])})
	}
	for _, row := range csvRows(t, read(t, out, "documents.csv")) {
		name := row["file"]
		e.files = append(e.files, name)
		if row["error"] != "" {
			e.errors[name] = row["error"]
		} else if e.texts[name] == "" {
			e.texts[name] = string(read(t, out, "texts", textName(name)))
		}
	}
	return e
}

// watch is the largest resident set of a process in MB, looked at until it has
// ended. (What wait4 tells of a child also counts the process that started it.)
func watch(pid int, ended <-chan struct{}) (peak int) {
	for {
		status, _ := os.ReadFile("/proc/" + strconv.Itoa(pid) + "/status")
		if _, line, ok := strings.Cut(string(status), "VmHWM:"); ok {
			kib, _ := strconv.Atoi(strings.Fields(line)[0])
			peak = max(peak, kib>>10)
		}
		select {
		case <-ended:
			return peak
		case <-time.After(10 * time.Millisecond):
		}
	}
}

var harm = regexp.MustCompile(`(?i)panic|goroutine|a reader was left behind|not as it must be`)

func tail(s string) string { return s[max(0, len(s)-4000):] }

// names are the files of the table that are name, or lie in it.
func (e *extraction) names(name string) (list []string) {
	for _, f := range e.files {
		if f == name || strings.HasPrefix(f, name+"/") {
			list = append(list, f)
		}
	}
	return slices.Compact(list)
}

// internals are words of the program that mean nothing to its users.
var internals = regexp.MustCompile(`(?i)zip: |\bEOF\b|runtime|unexpected|invalid|flate|strconv|syntax|\.go\b|0x|nil |out of range|wasm|%!`)

// check holds what became of b against what may.
func (b *broken) check(t *testing.T, got extraction) {
	t.Helper()
	names := got.names("broken/" + b.name)
	if len(names) == 0 {
		t.Errorf("%s: not in documents.csv", b.name)
	}
	says := ""
	for _, name := range names {
		err := got.errors[name]
		says += err
		switch {
		case err != "" && (internals.MatchString(err) || !strings.ContainsAny(err, "请可") || !strings.Contains(err, " (")):
			t.Errorf("%s: the message %q", name, err)
		case err == "" && b.of == "":
			for _, f := range got.figures[name] {
				if f.value != "" {
					t.Errorf("%s: a figure from nothing: %+v", name, f)
				}
			}
		case err == "" && b.of != "":
			b.compare(t, name, got)
		}
	}
	if !strings.Contains(says, b.says) {
		t.Errorf("%s: says %q, not %q", b.name, says, b.says)
	}
}

// compare holds the figures of a file that was read against those of the good one.
func (b *broken) compare(t *testing.T, name string, got extraction) {
	t.Helper()
	of := "good/" + b.of
	if strings.HasSuffix(b.of, ".zip") {
		of += strings.TrimPrefix(name, "broken/"+b.name)
	}
	if _, ok := got.texts[of]; !ok {
		of = "good/utf8.txt" // a member whose name has changed
	}
	text, whole := []rune(got.texts[name]), got.texts[of]
	left := count(b.much, got.figures[of])
	for _, f := range got.figures[name] {
		if reason, ok := b.excuse(f, text, whole); ok {
			if reason != "" {
				t.Errorf("%s: invents %+v: %s", name, f, reason)
			}
			continue
		}
		if left[f.same(b.much)]--; left[f.same(b.much)] < 0 {
			t.Errorf("%s: invents %+v: the good file has none like it", name, f)
		}
	}
	if lost := len(got.figures[of]) - len(got.figures[name]); b.much == unseen && lost > 0 {
		t.Errorf("%s: read, but %d figures are lost", name, lost)
	}
	if b.much == cut && !strings.HasSuffix(b.of, ".csv") && !strings.HasPrefix(whole, strings.TrimRight(got.texts[name], "\ufffd\r\n")) {
		t.Errorf("%s: its text is not the beginning of the good one", name)
	}
}

func count(much damage, figures []figure) map[figure]int {
	n := map[figure]int{}
	for _, f := range figures {
		n[f.same(much)]++
	}
	return n
}

// excuse reports whether the figure need not be one of the good file's, since
// the damage lies in what it was read from; reason is why it may not be even so.
func (b *broken) excuse(f figure, text []rune, whole string) (reason string, ok bool) {
	line := lineAt(text, f.start)
	switch {
	case b.much == cut && !strings.ContainsAny(string(text[f.end:]), "\n。；"): // where the text ends
	case b.much == changed && (linesLike(string(text), line) > linesLike(whole, line) || strings.Count(string(text), line) > strings.Count(whole, line) || !strings.Contains(whole, f.sentence)): // changed, or copied
	default:
		return "", false
	}
	if f.value != "" && (f.start > 0 && text[f.start-1] == '\ufffd' || f.end < len(text) && text[f.end] == '\ufffd' && isDigit(text[f.end-1])) {
		return "beside a character that was lost", true
	}
	return "", true
}

// lineAt is the line of text around a place.
func lineAt(text []rune, at int) string {
	start, end := at, at
	for start > 0 && text[start-1] != '\n' {
		start--
	}
	for end < len(text) && text[end] != '\n' {
		end++
	}
	return string(text[start:end])
}

// linesLike is how many lines of text are line.
func linesLike(text, line string) int {
	n := 0
	for l := range strings.Lines(text) {
		if strings.TrimSuffix(l, "\n") == line {
			n++
		}
	}
	return n
}
