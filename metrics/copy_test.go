package metrics

import (
	"testing"

	"github.com/zhaibao/zhaibao/extract"
)

// A copy adds neither figures nor gaps to its row; its facts are left out for copy.
func TestGapsOfACopyDoNotCount(t *testing.T) {
	facts := []extract.Fact{fact(sessions, "12", "场")}
	r := Report{ReportKey: ReportKey{Region: "青河县", Period: "2019"}, Facts: facts, Gaps: []extract.Gap{{Kind: extract.GapDoubtful, Fact: 0}}}
	a := NewAggregator(testCatalog)
	a.Add(r)
	r.Copy = true
	a.Add(r)
	rows := a.Rows()
	if len(rows) != 1 || rows[0].Gaps != 1 || rows[0].Docs != 1 || rows[0].Facts != 2 || rows[0].Sum != "12" || rows[0].LeftOut.String() != "copy:1" {
		t.Errorf("%+v", rows)
	}
}
