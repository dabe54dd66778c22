package terms

import (
	"errors"
	"fmt"
	"path/filepath"
	"strings"
	"unicode/utf8"

	"go.yaml.in/yaml/v3"

	"github.com/zhaibao/zhaibao/internal/fold"
	"github.com/zhaibao/zhaibao/segment"
)

// Dictionary is a user's groups of words.
type Dictionary struct {
	groups  []string
	words   map[string]int // by its group's place in groups
	longest int            // bytes of a word
}

// Groups are the names of the groups, in the order of the file.
func (d *Dictionary) Groups() []string { return d.groups }

// ReadDictionary reads groups of words: a YAML file (.yaml, .yml) that gives
// each group a list of words, or a CSV in UTF-8 with the columns group and word,
// a word a row. A word belongs to one group only. Every error is a FileError.
func ReadDictionary(file string, data []byte) (*Dictionary, error) {
	d := &Dictionary{words: map[string]int{}}
	var err error
	switch strings.ToLower(filepath.Ext(file)) {
	case ".yaml", ".yml":
		err = d.readYAML(file, data)
	default:
		err = d.readCSV(file, data)
	}
	if err == nil && len(d.words) == 0 {
		err = &FileError{file, 0, "没有一个词", "it holds no word"}
	}
	if err != nil {
		return nil, err
	}
	return d, nil
}

func (d *Dictionary) readCSV(file string, data []byte) error {
	rows, err := readColumns(file, data, "group", "word")
	for _, r := range rows {
		err = errors.Join(err, d.add(file, r.line, r.cells[0], r.cells[1]))
	}
	return err
}

func (d *Dictionary) readYAML(file string, data []byte) (err error) {
	var doc yaml.Node
	if !utf8.Valid(data) {
		return errNotUTF8(file)
	}
	if err := yaml.Unmarshal(data, &doc); err != nil {
		return &FileError{file, 0, "不是规范的 YAML：" + err.Error(), "it is no valid YAML: " + err.Error()}
	}
	if len(doc.Content) == 0 {
		return nil
	}
	top := doc.Content[0]
	if top.Kind != yaml.MappingNode {
		return &FileError{file, top.Line, "应为 组名: [词, 词]", "want GROUP: [WORD, WORD]"}
	}
	for i := 0; i+1 < len(top.Content); i += 2 {
		name, list := top.Content[i], top.Content[i+1]
		if name.Kind != yaml.ScalarNode || list.Kind != yaml.SequenceNode {
			err = errors.Join(err, &FileError{file, name.Line, name.Value + " 后面应为词的列表", name.Value + " needs a list of words"})
			continue
		}
		for _, word := range list.Content {
			if word.Kind != yaml.ScalarNode {
				err = errors.Join(err, &FileError{file, word.Line, "应为一个词", "this is no word"})
				continue
			}
			err = errors.Join(err, d.add(file, word.Line, name.Value, word.Value))
		}
	}
	return err
}

// add puts a word into a group. A word holds letters alone, since it is looked for among words.
func (d *Dictionary) add(file string, line int, group, word string) error {
	group, word = strings.TrimSpace(group), strings.TrimSpace(word)
	if group == "" || word == "" {
		return &FileError{file, line, "组名或词是空的", "a group's name or a word is empty"}
	}
	for i, r := range word {
		if !isLetter(r, utf8.RuneLen(r)) {
			return &FileError{file, line, fmt.Sprintf("%q 中的 %q 不是文字；数字和标点不在词里", word, word[i:i+utf8.RuneLen(r)]),
				fmt.Sprintf("%q of %q is no letter; numbers and marks are not part of words", word[i:i+utf8.RuneLen(r)], word)}
		}
	}
	at := -1
	for i, name := range d.groups {
		if name == group {
			at = i
		}
	}
	if at < 0 {
		at = len(d.groups)
		d.groups = append(d.groups, group)
	}
	if other, ok := d.words[word]; ok {
		return &FileError{file, line, fmt.Sprintf("%s 已在 %s 组中", word, d.groups[other]), fmt.Sprintf("%s is in the group %s already", word, d.groups[other])}
	}
	d.words[word] = at
	d.longest = max(d.longest, len(word))
	return nil
}

// simple is d with its words as texts have them.
func (d *Dictionary) simple(t *fold.Table) *Dictionary {
	if d == nil {
		return nil
	}
	s := &Dictionary{groups: d.groups, words: map[string]int{}}
	for word, group := range d.words {
		word = simple(t, word)
		if other, ok := s.words[word]; !ok || group < other { // of 廣場舞 and 广场舞 the group that comes first
			s.words[word] = group
		}
		s.longest = max(s.longest, len(word))
	}
	return s
}

// count counts the mentions in s, which words cut, by group: from left to right
// the longest run of whole words that the dictionary has. So 产业 is not found in
// 生产业务, and 群众文化 is found where the segmenter cut 群众 and 文化.
func (d *Dictionary) count(shares []int, s string, words []segment.Span) {
	for i := 0; i < len(words); {
		next := i + 1
		found := -1
		for k := i; k < len(words) && words[k].End-words[i].Start <= d.longest; k++ {
			if g, ok := d.words[s[words[i].Start:words[k].End]]; ok {
				found, next = g, k+1
			}
		}
		if found >= 0 {
			shares[found]++
		}
		i = next
	}
}
