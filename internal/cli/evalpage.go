package cli

import (
	"bytes"
	"cmp"
	"fmt"
	"os"

	"github.com/zhaibao/zhaibao/extract"
	"github.com/zhaibao/zhaibao/internal/gold/browse"
)

// writePage writes the comparison as a page in which every error can be looked at.
func (a *app) writePage(e *evaluation, file, dir string) error {
	in := browse.Input{
		English: a.lang == english, Dir: dir,
		Documents: e.docs, Report: e.report, Traces: e.traces,
	}
	cat, err := a.catalog()
	if err != nil {
		return err
	}
	for _, m := range cat.Metrics {
		in.Metrics = append(in.Metrics, browse.Name{Code: m.Code, Text: a.say(m.Name, m.NameEN)})
	}
	meanings := map[string]string{}
	for _, r := range extract.Rules() {
		meanings[r.ID] = a.say(cmp.Or(r.Zh, r.Doc), r.Doc)
	}
	for _, id := range a.ruleOrder() {
		in.Rules = append(in.Rules, browse.Name{Code: id, Text: meanings[id]})
	}
	var page bytes.Buffer
	if err := browse.Write(&page, in); err != nil {
		return err
	}
	if err := os.WriteFile(file, page.Bytes(), 0o666); err != nil {
		return fmt.Errorf(a.say("网页写不出，请换一个位置：%w", "the page cannot be written, choose another place: %w"), err)
	}
	return nil
}
