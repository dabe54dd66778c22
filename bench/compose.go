package bench

import (
	"fmt"
	"math/rand/v2"
	"strings"
)

// writer writes one report.
type writer struct {
	*material
	kind    Kind
	random  *rand.Rand
	text    []byte
	figures []Figure
}

// report writes title, opening, sections of a headline, which have numbers up to
// 99, and two paragraphs, and the signature.
func (w *writer) report() error {
	county, bureau := w.pick(w.lists["<县>"]), w.pick(w.lists["<局>"])
	year := 2012 + w.random.IntN(12)
	period, end := "年", "12月"
	if w.random.IntN(3) == 0 {
		period, end = "年上半年", "6月"
	}
	w.add(fmt.Sprintf("%s%s%d%s工作总结\n", county, bureau, year, period))
	w.add(fmt.Sprintf("%d%s，%s%s%s%s，%s%s，各项工作%s。现将有关情况总结如下：\n", year, period, county, bureau,
		w.pick(w.lists["<动词>"]), w.pick(w.lists["<对象词>"]), w.pick(w.lists["<动词>"]), w.pick(w.lists["<对象词>"]), w.pick(w.lists["<成效>"])))
	order := w.random.Perm(len(w.topics))
	for i := range w.kind.Sections {
		t := w.topics[order[i%len(order)]]
		if i < 99 {
			w.add(chinese(int64(i+1)) + "、")
		}
		w.add(w.headline(t) + "\n")
		for k := range 2 {
			if err := w.paragraph(t, k+1); err != nil {
				return err
			}
		}
	}
	w.add(fmt.Sprintf("%s%s\n%d年%s%d日\n", county, bureau, year, end, 10+w.random.IntN(21)))
	return nil
}

// headline is one of the topic's, or a general one of a word or two mottos.
func (w *writer) headline(t *topic) string {
	switch way := w.random.IntN(100); {
	case way < 14:
		return w.pick(t.headlines)
	case way < 30:
		return w.pick(w.lists["<对象词>"])
	default:
		return w.motto() + "，" + w.motto()
	}
}

func (w *writer) motto() string { return w.pick(w.lists["<动词>"]) + w.pick(w.lists["<对象词>"]) }

// paragraph writes a number, mostly with a run-in headline, and two to four
// sentences.
func (w *writer) paragraph(t *topic, number int) error {
	w.add(fmt.Sprintf("（%s）", chinese(int64(number))))
	switch way := w.random.IntN(100); {
	case way < 22:
		w.add(w.pick(w.lists["<对象词>"]) + "。")
	case way < 44:
		w.add(w.motto() + "。")
	case way < 68:
		w.add(w.motto() + "，" + w.motto() + "。")
	}
	used := map[string]bool{}
	for range 2 + w.random.IntN(3) {
		if err := w.sentence(t, used); err != nil {
			return err
		}
	}
	w.add("\n")
	return nil
}

// lengths are how many clauses sentences have; one is taken at random.
var lengths = []int{1, 1, 2, 2, 2, 2, 3, 3, 3, 3, 4, 4, 4, 5, 5, 6, 7, 9}

// sentence writes clauses joined by commas. No figure clause stands twice in a
// paragraph.
func (w *writer) sentence(t *topic, used map[string]bool) error {
	n := lengths[w.random.IntN(len(lengths))]
	for i := range n {
		from := t.plain
		switch {
		case w.random.IntN(1000) < w.kind.Figures:
			from = t.figures
		case i == 0 && n > 1:
			from = t.openings
		}
		clause := w.pick(from)
		for range 20 {
			if !used[clause] {
				break
			}
			clause = w.pick(from)
		}
		if used[clause] {
			clause = w.motto()
		}
		used[clause] = true
		if i > 0 {
			w.add("，")
		}
		if err := w.clause(clause); err != nil {
			return err
		}
	}
	w.add("。")
	return nil
}

// clause writes a clause with its lists and slots filled in.
func (w *writer) clause(text string) error {
	if before, rest, found := strings.Cut(text, "<"); found {
		name, after, _ := strings.Cut(rest, ">")
		words := w.lists["<"+name+">"]
		if words == nil {
			return fmt.Errorf("material.txt: there is no @list %s", name)
		}
		text = before + w.pick(words) + after
	}
	for {
		before, rest, found := strings.Cut(text, "{")
		w.add(before)
		if !found {
			return nil
		}
		inside, after, _ := strings.Cut(rest, "}")
		s, err := parseSlot(inside)
		if err != nil {
			return err
		}
		var f Figure
		w.text, f = appendFigure(w.text, s, w.random)
		w.figures = append(w.figures, f)
		text = after
	}
}

func (w *writer) add(text string) { w.text = append(w.text, text...) }

func (w *writer) pick(words []string) string { return words[w.random.IntN(len(words))] }
