package journal

import (
	"bytes"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"testing"

	"pgregory.net/rapid"
)

func open(t fataler, path, key string) *Journal {
	t.Helper()
	j, err := Open(path, key)
	if err != nil {
		t.Fatal(err)
	}
	return j
}

// entry is the n-th source, with what it held.
func entry(n int, content string) Entry {
	e := Entry{Stat: Stat{Size: int64(len(content)), Time: 1e18}, Read: 2e18}
	copy(e.ID[:], fmt.Sprintf("source %d", n))
	copy(e.Content[:], content)
	return e
}

func add(t fataler, j *Journal, n int, content string) Entry {
	t.Helper()
	e, err := j.Append(entry(n, content), []byte("payload of "+content))
	if err != nil {
		t.Fatal(err)
	}
	return e
}

// holds asks for the payload of the n-th source, "" for none.
func holds(t fataler, j *Journal, n int, content string) {
	t.Helper()
	e, ok := j.ByID(entry(n, "").ID)
	if !ok {
		if content != "" {
			t.Errorf("source %d is not known", n)
		}
		return
	}
	got, err := j.Read(&e, nil)
	if want := "payload of " + content; err != nil || string(got) != want {
		t.Errorf("source %d: %q, %v, want %q", n, got, err, want)
	}
}

// TestTornTails: whatever is cut off the end of a journal, the whole records
// before it are there, and what is added then is found by the next.
func TestTornTails(t *testing.T) {
	dir := t.TempDir()
	j := open(t, filepath.Join(dir, "whole"), "k")
	var ends []int64
	for n := range 5 {
		add(t, j, n, fmt.Sprint("content ", n))
		ends = append(ends, j.end)
	}
	j.Close()
	whole, err := os.ReadFile(filepath.Join(dir, "whole"))
	if err != nil {
		t.Fatal(err)
	}
	for cut := range whole {
		path := filepath.Join(dir, "torn")
		if err := os.WriteFile(path, whole[:cut], 0o666); err != nil {
			t.Fatal(err)
		}
		j := open(t, path, "k")
		for n, end := range ends {
			if content := fmt.Sprint("content ", n); int64(cut) >= end {
				holds(t, j, n, content)
			} else {
				holds(t, j, n, "")
			}
		}
		add(t, j, 9, "more")
		j.Close()
		j = open(t, path, "k")
		holds(t, j, 9, "more")
		j.Close()
	}
}

// TestDamage: a byte that was changed makes a payload an error or cuts the
// journal off before it; no other payload ever comes back.
func TestDamage(t *testing.T) {
	dir := t.TempDir()
	path := filepath.Join(dir, "j")
	j := open(t, path, "k")
	for n := range 3 {
		add(t, j, n, fmt.Sprint("content ", n))
	}
	j.Close()
	whole, _ := os.ReadFile(path)
	for at := len(j.title); at < len(whole); at++ {
		changed := bytes.Clone(whole)
		changed[at] ^= 0x10
		os.WriteFile(path, changed, 0o666)
		j := open(t, path, "k")
		for n := range 3 {
			if e, ok := j.ByID(entry(n, "").ID); ok {
				got, err := j.Read(&e, nil)
				if want := fmt.Sprint("payload of content ", n); err == nil && string(got) != want {
					t.Errorf("byte %d: %q for %q", at, got, want)
				} else if err != nil && !errors.Is(err, ErrDamaged) {
					t.Error(err)
				}
			}
		}
		j.Close()
	}
}

// TestKeys: a journal of another key starts anew.
func TestKeys(t *testing.T) {
	path := filepath.Join(t.TempDir(), "j")
	j := open(t, path, "one")
	add(t, j, 1, "a")
	j.Close()
	j = open(t, path, "two")
	holds(t, j, 1, "")
	add(t, j, 1, "b")
	j.Close()
	j = open(t, path, "two")
	defer j.Close()
	holds(t, j, 1, "b")
}

// TestRacy: size and time prove nothing of a source that was changed just before it was read.
func TestRacy(t *testing.T) {
	for _, c := range []struct {
		name       string
		time, read int64
		now        Stat
		want       bool
	}{
		{"long unchanged", 100e9, 200e9, Stat{5, 100e9}, true},
		{"changed a second before it was read", 199e9, 200e9, Stat{5, 199e9}, false},
		{"changed after it was read, as its clock says", 300e9, 200e9, Stat{5, 300e9}, false},
		{"another time", 100e9, 200e9, Stat{5, 101e9}, false},
		{"another size", 100e9, 200e9, Stat{6, 100e9}, false},
	} {
		e := Entry{Stat: Stat{5, c.time}, Read: c.read}
		if got := e.Quick(c.now); got != c.want {
			t.Errorf("%s: %v", c.name, got)
		}
	}
}

// TestLikeAMap: after any appends, renewals and reopenings, with and without
// Finish, every source that was kept has its last payload.
func TestLikeAMap(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		dir, err := os.MkdirTemp("", "journal")
		if err != nil {
			t.Fatal(err)
		}
		defer os.RemoveAll(dir)
		path := filepath.Join(dir, "j")
		truth := map[int]string{}
		for range rapid.IntRange(1, 4).Draw(t, "runs") {
			j := open(t, path, "k")
			kept := map[int]string{}
			for range rapid.IntRange(0, 6).Draw(t, "steps") {
				n := rapid.IntRange(0, 3).Draw(t, "source")
				e, ok := j.ByID(entry(n, "").ID)
				switch rapid.IntRange(0, 2).Draw(t, "do") {
				case 0:
					content := rapid.StringMatching(`[a-z]{0,9}`).Draw(t, "content")
					add(t, j, n, content)
					kept[n] = content
				case 1:
					if ok {
						if _, err := j.Renew(entry(n, truth[n]), &e); err != nil {
							t.Fatal(err)
						}
						kept[n] = truth[n]
					}
				case 2:
					if _, again := kept[n]; ok && !again {
						j.Keep(&e)
						kept[n] = truth[n]
					}
				}
			}
			if rapid.Bool().Draw(t, "finish") {
				if err := j.rewrite(j.live()); err != nil {
					t.Fatal(err)
				}
				truth = kept
			}
			for n, content := range kept {
				truth[n] = content
			}
			j.Close()
		}
		j := open(t, path, "k")
		defer j.Close()
		if len(j.byID) != len(truth) {
			t.Fatalf("%d sources, want %d", len(j.byID), len(truth))
		}
		for n, content := range truth {
			holds(t, j, n, content)
		}
	})
}

// fataler is a *testing.T or a *rapid.T.
type fataler interface {
	Helper()
	Fatal(...any)
	Errorf(string, ...any)
}
