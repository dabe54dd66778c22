package cli

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"

	"github.com/zhaibao/zhaibao/corpus/correct"
	"github.com/zhaibao/zhaibao/export"
	"github.com/zhaibao/zhaibao/extract"
)

// corrections reads the file that --corrections names; nil where none is named.
func (a *app) corrections(j job, ex *extract.Extractor) (*correct.List, error) {
	if !j.corrects {
		return nil, nil
	}
	data, err := os.ReadFile(j.corrections)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return nil, a.usagef("找不到更正文件 %q，请检查 --corrections 后面的路径。没有写出任何结果", "no corrections file %q; check the path after --corrections. Nothing was written", j.corrections)
	case err != nil:
		return nil, a.usagef("读不了更正文件 %q：%v。没有写出任何结果", "the corrections file %q cannot be read: %v. Nothing was written", j.corrections, err)
	}
	return correct.Read(j.corrections, data, ex)
}

// corrected is what run.json says of the corrections.
func (s *summary) corrected() *export.Corrections {
	if s.corrections == nil {
		return nil
	}
	o := s.stats.Corrections
	return &export.Corrections{
		File: s.corrections.Name, Hash: "sha256:" + s.corrections.Hash,
		Applied: o.Applied, Unmatched: o.Unmatched, Unused: o.Unused,
	}
}

// printMisses warns of every correction that could not be carried out.
func (s *summary) printMisses(w io.Writer) {
	misses := s.stats.Corrections.Misses
	if len(misses) == 0 {
		return
	}
	fmt.Fprintf(w, s.lang.say("警告：%d 条更正没有用上：\n", "warning: %d corrections were not applied:\n"), len(misses))
	for i := range misses {
		m := &misses[i]
		fmt.Fprintf(w, "  %s %s\n", s.corrections.Name, s.lang.say(m.Error(), m.English()))
	}
}

// printCorrections counts the corrections, where there is a file of them.
func (s *summary) printCorrections(w io.Writer) {
	if s.corrections == nil {
		return
	}
	o := s.stats.Corrections
	fmt.Fprintf(w, s.lang.say("更正（%s）：用上 %d 条，没有用上 %d 条，%d 条的正文不在这次的输入中\n",
		"corrections (%s): %d applied, %d not applied, %d of texts that were not read\n"),
		s.corrections.Name, o.Applied, o.Unmatched, o.Unused)
}
