package region

import (
	"slices"
	"strings"
	"unicode/utf8"
)

// mentioned lists the divisions down to a level that a context names, without
// those in which another one that it names lies (江苏省 beside 南京市). A place
// that is only visited, helped or compared with is none. Names of two characters
// and names without rank count only where their left end is certain.
func (t *tree) mentioned(context string, down Level) []sense {
	s := simplify(context)
	var found []sense
	edge := true // a name may begin here
	away := -1   // where the last name of a place that is not meant ends
	for i := 0; i < len(s); {
		n, senses := t.mentionAt(s[i:], edge, down)
		if n == 0 {
			r, w := utf8.DecodeRuneInString(s[i:])
			edge = !nameRune(r) || hardStop(r)
			i += w
			continue
		}
		if away == i || elsewhere(s[:i], s[i+n:]) {
			away = i + n
		} else {
			found = append(found, senses...)
		}
		edge = true
		i += n
	}
	return t.innermost(found)
}

// mentionAt is the name of a division at the start of s and what it may mean.
func (t *tree) mentionAt(s string, edge bool, down Level) (int, []sense) {
	n, senses := t.lookup(t.names, s)
	if n > 0 {
		_, level := t.level(senses)
		last, _ := utf8.DecodeLastRuneInString(s[:n])
		switch {
		case followsAsWord(string(last), s[n:]), !edge && (n < 3*len("市") || level == County):
			n = 0
		case level > down:
			return n, nil
		}
	}
	if n == 0 && edge {
		if n, senses = t.lookup(t.bare, s); n > 0 && strings.HasPrefix(s[n:], "久安") { // 长治久安
			n = 0
		}
	}
	return n, senses
}

// elsewhere reports whether the text around a name shows that it is not where
// the report comes from: 赴浙江省学习, 对口支援西藏.
func elsewhere(before, after string) bool {
	for _, w := range []string{"赴", "到", "往", "与", "和", "同", "援", "支援", "帮扶", "协作", "学习", "考察", "来自", "向", "跟"} {
		if strings.HasSuffix(before, w) {
			return true
		}
	}
	for _, w := range []string{"考察", "学习", "调研", "招商", "协作", "对口", "经验", "籍", "商会", "模式"} {
		if strings.HasPrefix(after, w) {
			return true
		}
	}
	return false
}

// innermost leaves the senses in which no other one lies.
func (t *tree) innermost(found []sense) []sense {
	return slices.DeleteFunc(slices.Clone(found), func(o sense) bool {
		return slices.ContainsFunc(found, func(s sense) bool { return t.belongs(s, []sense{o}) })
	})
}
