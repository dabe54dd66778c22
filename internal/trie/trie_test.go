package trie

import (
	"fmt"
	"math/rand/v2"
	"testing"
)

func runes(s string) (out []uint16) {
	for _, r := range s {
		out = append(out, uint16(r))
	}
	return out
}

func TestLongest(t *testing.T) {
	var tr Trie
	for i, w := range []string{"文化", "文化馆", "馆", "文化站长"} {
		tr.Add(runes(w), int32(i))
	}
	for _, c := range []struct {
		text   string
		length int
		value  int32
	}{
		{"文化馆长", 3, 1}, {"文化站", 2, 0}, {"文化站长", 4, 3}, {"馆", 1, 2}, {"图书", 0, None}, {"", 0, None},
	} {
		if n, v := tr.Longest(runes(c.text)); n != c.length || v != c.value {
			t.Errorf("%s: %d, %d; want %d, %d", c.text, n, v, c.length, c.value)
		}
	}
	if tr.Get(runes("文")) != None {
		t.Error("a prefix is no word")
	}
}

func TestZeroTrieFindsNothing(t *testing.T) {
	var tr Trie
	if n, v := tr.Longest(runes("文化")); n != 0 || v != None || tr.Value(0) != None {
		t.Error("the zero Trie finds a word")
	}
}

// TestAgainstMap adds many words and looks every one of them up, in each form of the trie.
func TestAgainstMap(t *testing.T) {
	for _, form := range []struct {
		name string
		of   func(*Trie)
	}{
		{"as built", func(*Trie) {}},
		{"packed", (*Trie).Pack},
		{"loaded", func(tr *Trie) {
			data := tr.AppendBinary([]byte("before"))
			rest, err := tr.Load(append(data, "behind"...)[len("before"):])
			if err != nil || string(rest) != "behind" {
				t.Fatalf("%q, %v", rest, err)
			}
		}},
	} {
		t.Run(form.name, func(t *testing.T) { againstMap(t, form.of) })
	}
}

func againstMap(t *testing.T, form func(*Trie)) {
	rng := rand.New(rand.NewPCG(1, 2))
	var tr Trie
	want := map[string]int32{}
	for i := range 20000 {
		w := make([]uint16, 1+rng.IntN(5))
		for k := range w {
			w[k] = uint16(0x4E00 + rng.IntN(400))
		}
		tr.Add(w, int32(i))
		want[fmt.Sprint(w)] = int32(i)
	}
	form(&tr)
	for range 50000 {
		w := make([]uint16, 1+rng.IntN(5))
		for k := range w {
			w[k] = uint16(0x4E00 + rng.IntN(400))
		}
		v, ok := want[fmt.Sprint(w)]
		if !ok {
			v = None
		}
		if got := tr.Get(w); got != v {
			t.Fatalf("%v: %d, want %d", w, got, v)
		}
		length, value := 0, int32(None)
		for n := 1; n <= len(w); n++ {
			if v, ok := want[fmt.Sprint(w[:n])]; ok {
				length, value = n, v
			}
		}
		if n, v := tr.Longest(w); n != length || v != value {
			t.Fatalf("%v: longest %d, %d; want %d, %d", w, n, v, length, value)
		}
	}
}

func TestLoadRefusesWhatIsCutOff(t *testing.T) {
	var tr Trie
	tr.Add(runes("文化馆"), 1)
	data := tr.AppendBinary(nil)
	for n := range data {
		var o Trie
		if _, err := o.Load(data[:n]); err == nil {
			t.Errorf("%d of %d bytes load", n, len(data))
		}
	}
}
