package segment

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// bound is a place where something begins or ends, and what it is.
type bound struct {
	at    int
	kind  Kind
	level uint8
}

// marked is a text whose blocks and sentences were marked by hand.
type marked struct {
	text         string
	blocks, ends map[bound]bool
}

// parseMarked reads the .seg format: ⟦H1⟧ ⟦I4⟧ ⟦P⟧ ⟦T⟧ where a block begins,
// ⟦/⟧ where a sentence ends inside one.
func parseMarked(s string) (m marked, err error) {
	m.blocks, m.ends = map[bound]bool{}, map[bound]bool{}
	var text strings.Builder
	for s != "" {
		before, rest, found := strings.Cut(s, "⟦")
		text.WriteString(before)
		if !found {
			break
		}
		mark, after, closed := strings.Cut(rest, "⟧")
		if !closed {
			return m, fmt.Errorf("mark ⟦%.10s… is not closed", rest)
		}
		s = after
		at := text.Len()
		if at > 0 {
			m.ends[bound{at: endBefore(text.String())}] = true
		}
		if mark == "/" {
			continue
		}
		b, err := parseMark(mark)
		if err != nil {
			return m, err
		}
		b.at = at + len(after) - len(strings.TrimLeft(after, " \t\r\n　>`"))
		m.blocks[b] = true
	}
	m.text = text.String()
	m.ends[bound{at: endBefore(m.text)}] = true
	delete(m.ends, bound{})
	return m, nil
}

func endBefore(s string) int { return len(strings.TrimRight(s, " \t\r\n　>`")) }

func parseMark(mark string) (bound, error) {
	kinds := map[byte]Kind{'P': Paragraph, 'H': Heading, 'I': Item, 'T': Table}
	kind, known := kinds[mark[0]]
	if !known || len(mark) > 2 {
		return bound{}, fmt.Errorf("unknown mark ⟦%s⟧", mark)
	}
	b := bound{kind: kind}
	if len(mark) == 2 {
		b.level = mark[1] - '0'
	}
	return b, nil
}

func boundsOf(d *Document) (blocks, ends map[bound]bool) {
	blocks, ends = map[bound]bool{}, map[bound]bool{}
	for _, b := range d.Blocks {
		blocks[bound{b.Start, b.Kind, b.Level}] = true
	}
	for _, s := range d.Sentences {
		ends[bound{at: s.End}] = true
	}
	return blocks, ends
}

// score counts the bounds found, wanted and common to both.
type score struct{ found, wanted, right int }

func (s *score) add(found, wanted map[bound]bool) {
	s.found += len(found)
	s.wanted += len(wanted)
	for b := range found {
		if wanted[b] {
			s.right++
		}
	}
}

func (s score) f1() float64 { return 2 * float64(s.right) / float64(s.found+s.wanted) }

func (s score) String() string {
	return fmt.Sprintf("F1 %.4f (%d right, %d found, %d wanted)", s.f1(), s.right, s.found, s.wanted)
}

func TestBounds(t *testing.T) {
	files, err := filepath.Glob("../testdata/segment/*.seg")
	if err != nil || len(files) == 0 {
		t.Fatalf("no marked reports in ../testdata/segment: %v", err)
	}
	var blocks, ends score
	for _, file := range files {
		s, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		m, err := parseMarked(string(s))
		if err != nil {
			t.Fatalf("%s: %v", file, err)
		}
		var d Document
		d.Parse(m.text, Span{0, len(m.text)})
		foundBlocks, foundEnds := boundsOf(&d)
		blocks.add(foundBlocks, m.blocks)
		ends.add(foundEnds, m.ends)
		difference(t, file, m.text, foundBlocks, m.blocks)
		difference(t, file, m.text, foundEnds, m.ends)
	}
	t.Logf("%d reports: block bounds %v, sentence bounds %v", len(files), blocks, ends)
	if blocks.f1() < 0.97 || ends.f1() < 0.97 {
		t.Errorf("block bounds %v, sentence bounds %v; want F1 of at least 0.97 each", blocks, ends)
	}
}

// difference logs the bounds that only one side has.
func difference(t *testing.T, file, text string, found, wanted map[bound]bool) {
	for b := range found {
		if !wanted[b] {
			t.Logf("%s: not wanted: %v at …%s", filepath.Base(file), b, around(text, b.at))
		}
	}
	for b := range wanted {
		if !found[b] {
			t.Logf("%s: not found: %v at …%s", filepath.Base(file), b, around(text, b.at))
		}
	}
}

func around(text string, at int) string {
	return strings.ToValidUTF8(text[max(0, at-18):at], "") + "|" + strings.ToValidUTF8(text[at:min(len(text), at+24)], "")
}
