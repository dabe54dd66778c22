package flow

import (
	"errors"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"github.com/zhaibao/zhaibao/corpus"
	"github.com/zhaibao/zhaibao/segment"
)

func p(text string) Block { return Block{Text: text} }

// row is a row of cells with these texts; edges are all edges, or none.
func row(texts string, edges ...int) Row {
	var r Row
	for i, text := range strings.Split(texts, "|") {
		c := Cell{Blocks: []Block{p(text)}}
		if edges != nil {
			c.Left, c.Right = edges[i], edges[i+1]
		}
		r = append(r, c)
	}
	return r
}

func table(rows ...Row) Block { return Block{Table: &Table{Rows: rows}} }

func TestWriter(t *testing.T) {
	below, beside := row("a|b"), row("a||c")
	below[0].Below, beside[1].Beside = true, true
	inner := table(row("1|2|3"), row("4|5|6"))
	tests := []struct {
		name   string
		blocks []Block
		want   string
	}{
		{"paragraphs are lines without blanks at their ends", []Block{p("a 　"), p("b\t\nc ")}, "a\nb\nc\n"},
		{"of empty paragraphs one stays, none at the ends", []Block{p(""), p("a"), p(""), p(" "), p("b"), p("")}, "a\n\nb\n"},
		{"a table stands apart", []Block{p("a"), table(row("1|2"), row("3|4")), p("b")}, "a\n\n1\t2\n3\t4\n\nb\n"},
		{"empty cells keep their place, empty rows do not", []Block{table(row("|2"), row("|"), row("3|"))}, "\t2\n3\t\n"},
		{"what a merged cell hides is left out", []Block{table(row("1|2"), below)}, "1\t2\n\tb\n"},
		{"a wide cell takes as many columns as it covers", []Block{table(row("x|y", 0, 10, 3000), row("1|2|3", 0, 10, 1500, 3000))}, "x\ty\t\n1\t2\t3\n"},
		{"a row that begins further right", []Block{table(row("1|2|3", 0, 1000, 2000, 3000), row("4|5", 1000, 2000, 3000))}, "1\t2\t3\n\t4\t5\n"},
		{"borders dragged a little are one", []Block{table(row("1|2|3", 0, 1000, 2000, 3000), row("4|5|6", 10, 1120, 2150, 3000))}, "1\t2\t3\n4\t5\t6\n"},
		{"two rows that share no border have columns of their own", []Block{table(row("1|2", 0, 1000, 3000), row("3|4", 0, 2000, 3000))}, "1\t2\t\n3\t\t4\n"},
		{"a row that does not say where its cells are", []Block{table(row("1|2", 0, 1000, 3000), row("3|4|5"))}, "1\t2\n3\t4\t5\n"},
		{"cells of one row that are one are a frame's", []Block{table(row("a"), row("b\nc"))}, "a\nb\nc\n"},
		{"merged to one, too", []Block{table(Row{beside[0], beside[1]})}, "a\n"},
		{"paragraphs in a cell are parted by a space", []Block{table(Row{{Blocks: []Block{p(" 1 "), p(""), p("2\t3\n4")}}, {}})}, "1 2 3 4\t\n"},
		{"a tiny table in a cell is part of it", []Block{table(Row{{Blocks: []Block{p("a"), table(row("1|2"))}}, {}})}, "a 1 2\t\n"},
		{"a larger one follows", []Block{table(Row{{Blocks: []Block{p("a"), inner}}, {}}), p("b")}, "a\t\n\n1\t2\t3\n4\t5\t6\n\nb\n"},
	}
	for _, test := range tests {
		w := New(corpus.Source{})
		for _, b := range test.blocks {
			if err := w.Add(b); err != nil {
				t.Fatal(err)
			}
		}
		text, err := w.Text("utf-8")
		if err != nil || text.Text != test.want {
			t.Errorf("%s: got %q, %v; want %q", test.name, text.Text, err, test.want)
		}
	}
}

// TestUnalignedRows: a table of rows that have nothing to do with each other
// does not blow up.
func TestUnalignedRows(t *testing.T) {
	var rows []Row
	for i := range 100 {
		rows = append(rows, row("1|2", 0, 1000+200*i, 50000))
	}
	w := New(corpus.Source{})
	if err := w.Add(table(rows...)); err != nil {
		t.Fatal(err)
	}
	text, _ := w.Text("utf-8")
	if want := "\n" + strings.Repeat("1\t2\n", 100); "\n"+text.Text != want {
		t.Errorf("got %q", text.Text)
	}
}

func TestLimits(t *testing.T) {
	w := New(corpus.Source{Limits: corpus.Limits{Unpacked: 5}})
	if err := w.Add(p("1234")); err != nil {
		t.Error(err)
	}
	if err := w.Add(p("1")); !errors.Is(err, ErrTooMuch) {
		t.Errorf("7 bytes of 5: %v", err)
	}
	if _, err := New(corpus.Source{}).Text("utf-8"); !errors.Is(err, ErrNoText) {
		t.Errorf("no text: %v", err)
	}
	if got := Budget(corpus.Source{Data: make([]byte, 1<<20)}); got != 200<<20 {
		t.Errorf("budget of 1 MiB: %d", got)
	}
}

// TestMarks: whatever a table is like, its marks lie in order and its row's
// cells are what stands between the tabs.
func TestMarks(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		w := New(corpus.Source{})
		for range rapid.IntRange(1, 4).Draw(t, "blocks") {
			b := p(rapid.SampledFrom([]string{"", "a", "a\nb", " 3 "}).Draw(t, "text"))
			b.Level = rapid.IntRange(0, 2).Draw(t, "level")
			if rapid.Bool().Draw(t, "table") {
				b = drawTable(t, 2)
			}
			if err := w.Add(b); err != nil {
				t.Fatal(err)
			}
		}
		text, err := w.Text("utf-8")
		if err != nil {
			return
		}
		check(t, text)
	})
}

func drawTable(t *rapid.T, depth int) Block {
	var rows []Row
	for range rapid.IntRange(0, 4).Draw(t, "rows") {
		var r Row
		at := rapid.IntRange(-300, 900).Draw(t, "left")
		for range rapid.IntRange(0, 4).Draw(t, "cells") {
			right := at + rapid.IntRange(-10, 900).Draw(t, "width")
			c := Cell{Left: at, Right: right, Below: rapid.Bool().Draw(t, "below")}
			at = right
			c.Blocks = []Block{p(rapid.SampledFrom([]string{"", "1", "2\t3", "\n"}).Draw(t, "text"))}
			if depth > 0 && rapid.IntRange(0, 5).Draw(t, "inner") == 0 {
				c.Blocks = append(c.Blocks, drawTable(t, depth-1))
			}
			r = append(r, c)
		}
		rows = append(rows, r)
	}
	return table(rows...)
}

func check(t *rapid.T, text corpus.Text) {
	var cells []string
	last := 0
	for i, m := range text.Marks {
		if m.Start < last || m.End > len(text.Text) {
			t.Fatalf("mark %+v after %d", m, last)
		}
		last = m.Start
		s := text.Text[m.Start:m.End]
		switch m.Kind {
		case segment.MarkRow:
			cells = strings.Split(s, "\t")
		case segment.MarkCell:
			if s != cells[0] {
				t.Fatalf("mark %d is %q, want %q", i, s, cells[0])
			}
			cells = cells[1:]
		}
	}
}

func TestNumbered(t *testing.T) {
	tests := []struct{ number, text, want string }{
		{"一、", " 概况", "一、概况"}, {"（一）", "概况", "（一）概况"}, {"1.", "5万元", "1. 5万元"}, {"一", "万人", "一 万人"},
		{"第一章", "总则", "第一章总则"}, {"1.\t", "概况", "1. 概况"}, {"1.", " ", " "}, {"", " 概况", " 概况"},
	}
	for _, test := range tests {
		if got := Numbered(test.number, test.text); got != test.want {
			t.Errorf("%q before %q is %q, want %q", test.number, test.text, got, test.want)
		}
	}
}
