package bench

import (
	_ "embed"
	"fmt"
	"strconv"
	"strings"
)

//go:embed material.txt
var materialText string

// topic is what the clauses of one paragraph are taken from.
type topic struct {
	headlines, openings, plain, figures []string
}

// material is material.txt.
type material struct {
	lists  map[string][]string
	topics []*topic
}

// parseMaterial reads what the head of material.txt describes.
func parseMaterial(text string) (*material, error) {
	m := &material{lists: map[string][]string{}}
	number := 0
	for line := range strings.Lines(text) {
		number++
		kind, rest, _ := strings.Cut(strings.TrimSpace(line), " ")
		if kind != "" && kind[0] != '#' && !m.take(kind, rest) {
			return nil, fmt.Errorf("material.txt:%d: %q is none of @list, @topic, h, o, p, f after a topic", number, kind)
		}
	}
	return m, nil
}

func (m *material) take(kind, rest string) bool {
	switch kind {
	case "@list":
		words := strings.Fields(rest)
		m.lists["<"+words[0]+">"] = words[1:]
		return true
	case "@topic":
		m.topics = append(m.topics, &topic{})
		return true
	}
	if len(m.topics) == 0 {
		return false
	}
	t := m.topics[len(m.topics)-1]
	to := map[string]*[]string{"h": &t.headlines, "o": &t.openings, "p": &t.plain, "f": &t.figures}[kind]
	if to != nil {
		*to = append(*to, rest)
	}
	return to != nil
}

// slot is {unit|low..high}.
type slot struct {
	unit      string
	low, high int
}

// parseSlot reads what stands between the braces.
func parseSlot(text string) (slot, error) {
	unit, bounds, _ := strings.Cut(text, "|")
	from, to, _ := strings.Cut(bounds, "..")
	low, err := strconv.Atoi(from)
	high, err2 := strconv.Atoi(to)
	if err != nil || err2 != nil || low >= high || unit == "" {
		return slot{}, fmt.Errorf("material.txt: {%s} is not {unit|low..high}", text)
	}
	return slot{unit, low, high}, nil
}
