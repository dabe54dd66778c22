package html

import (
	"strconv"
	"strings"

	"github.com/zhaibao/zhaibao/internal/lazy"
)

var (
	noNumber  = lazy.Regexp(`(?i)list-style(-type)?\s*:[^;]*\b(none|disc|circle|square)`)
	styleType = lazy.Regexp(`(?i)list-style(?:-type)?\s*:[^;]*?(decimal|lower-alpha|upper-alpha|lower-latin|upper-latin|lower-roman|upper-roman|cjk-ideographic|simp-chinese-informal|trad-chinese-informal)`)
	ownNumber = lazy.Regexp(`^([（(【\[]?([0-9０-９]{1,3}|[一二三四五六七八九十]{1,3})[）)】\]、．.：:]|第[一二三四五六七八九十]+|[①-⓿])`)
)

// ordinal is the number that a browser shows in front of the list item n: "3. ",
// "" where it shows none or the item says its number itself.
func (d *document) ordinal(n *node) string {
	list := n.parent
	for list != nil && list.tag != "ol" && list.tag != "ul" && list.tag != "menu" {
		list = list.parent
	}
	if list == nil || list.tag != "ol" {
		return ""
	}
	v := list.nextNumber(n)
	style := n.attr("style") + ";" + list.attr("style")
	if noNumber().MatchString(style) || ownNumber().MatchString(strings.TrimSpace(strings.ReplaceAll(text(n, 60), "\u3000", " "))) {
		return ""
	}
	kind := list.attr("type")
	if t := n.attr("type"); t != "" {
		kind = t
	}
	if m := styleType().FindStringSubmatch(style); m != nil {
		kind = m[1]
	}
	switch strings.ToLower(kind) {
	case "cjk-ideographic", "simp-chinese-informal", "trad-chinese-informal":
		if v > 0 && v < 100 {
			return chinese(v) + "、"
		}
	case "a", "lower-alpha", "upper-alpha", "lower-latin", "upper-latin":
		return cased(letters(v), kind == "A" || strings.HasPrefix(kind, "upper")) + ". "
	case "i", "lower-roman", "upper-roman":
		return cased(roman(v), kind == "I" || strings.HasPrefix(kind, "upper")) + ". "
	}
	return strconv.Itoa(v) + ". "
}

// nextNumber is the number of the item n of the list, whose items are asked for in
// their order; the count is kept in the list.
func (list *node) nextNumber(n *node) int {
	if list.numbers == nil {
		c := &counter{step: 1, next: 1}
		if v, err := strconv.Atoi(strings.TrimSpace(list.attr("start"))); err == nil {
			c.next = v
		}
		if list.has("reversed") {
			c.step = -1
			if !list.has("start") {
				for i := list.first; i != nil; i = i.next {
					if i.tag == "li" {
						c.next++
					}
				}
				c.next--
			}
		}
		list.numbers = c
	}
	c := list.numbers
	if v, err := strconv.Atoi(strings.TrimSpace(n.attr("value"))); err == nil {
		c.next = v
	}
	v := c.next
	c.next += c.step
	return v
}

// counter numbers the items of a list.
type counter struct{ next, step int }

func cased(s string, upper bool) string {
	if upper {
		return strings.ToUpper(s)
	}
	return s
}

func letters(v int) string {
	if v <= 0 || v > 1e6 {
		return strconv.Itoa(v)
	}
	s := ""
	for ; v > 0; v = (v - 1) / 26 {
		s = string(rune('a'+(v-1)%26)) + s
	}
	return s
}

func roman(v int) string {
	if v <= 0 || v >= 4000 {
		return strconv.Itoa(v)
	}
	s := ""
	for i, n := range []int{1000, 900, 500, 400, 100, 90, 50, 40, 10, 9, 5, 4, 1} {
		for ; v >= n; v -= n {
			s += []string{"m", "cm", "d", "cd", "c", "xc", "l", "xl", "x", "ix", "v", "iv", "i"}[i]
		}
	}
	return s
}

func chinese(v int) string {
	digits := []string{"", "一", "二", "三", "四", "五", "六", "七", "八", "九"}
	switch {
	case v < 10:
		return digits[v]
	case v < 20:
		return "十" + digits[v-10]
	}
	return digits[v/10] + "十" + digits[v%10]
}
