package terms_test

import (
	"fmt"
	"log"

	"github.com/zhaibao/zhaibao/metrics"
	"github.com/zhaibao/zhaibao/metrics/terms"
	"github.com/zhaibao/zhaibao/segment"
	"github.com/zhaibao/zhaibao/segment/fast"
)

// What two counties speak of. Reports of a corpus come from corpus.Run, whose
// items have the Document and what the key is made of.
func Example() {
	groups, err := terms.ReadDictionary("groups.yaml", []byte("群众文化: [文化, 演出]\n产业: [产业, 招商]\n"))
	if err != nil {
		log.Fatal(err)
	}
	a, err := terms.Compile(terms.Options{
		Segmenter:  fast.Default(),
		StopWords:  terms.ReadStopWords(terms.BuiltinStopWords),
		Dictionary: groups,
		MinCount:   3,
	})
	if err != nil {
		log.Fatal(err)
	}
	table, worker := a.NewTable(), a.NewWorker() // a worker for each goroutine
	var counts terms.Counts
	for _, r := range []struct{ region, text string }{
		{"青河县", "2019年演出120场，文化演出20场，观众3.5万人次。"},
		{"青河县", "群众文化演出丰富，观众满意。"},
		{"白沙县", "招商项目12个，产业项目5个，产业园区建成。"},
	} {
		var doc segment.Document
		doc.Parse(r.text, segment.Span{End: len(r.text)})
		worker.Count(terms.Report{
			ReportKey: metrics.ReportKey{Region: r.region, Period: "2019"},
			Text:      r.text,
			Sentences: doc.Sentences,
		}, &counts)
		table.Add(&counts)
	}
	table.Keyness(1, func(r *terms.KeyRow) error {
		if r.Over() {
			fmt.Printf("%s: %s %d times, elsewhere %d; G2 %.2f, p %.3f, q %.3f\n", r.Region, r.Text, r.Count, r.RestCount, r.G2, r.P, r.Q)
		}
		return nil
	})
	table.Shares(func(r *terms.ShareRow) error {
		fmt.Printf("%s: %s %d of %d\n", r.Region, r.Name, r.Count, r.AllCount)
		return nil
	})
	// Output:
	// 青河县: 演出 3 times, elsewhere 0; G2 3.63, p 0.057, q 0.057
	// 白沙县: 群众文化 0 of 3
	// 白沙县: 产业 3 of 3
	// 青河县: 群众文化 5 of 5
	// 青河县: 产业 0 of 5
}
