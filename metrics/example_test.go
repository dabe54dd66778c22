package metrics_test

import (
	"bytes"
	"context"
	"fmt"
	"log"
	"strings"

	"github.com/zhaibao/zhaibao/corpus"
	"github.com/zhaibao/zhaibao/extract"
	"github.com/zhaibao/zhaibao/extract/catalog"
	"github.com/zhaibao/zhaibao/metrics"
)

// aggregate adds up the reports of one stream: files, folders or, as here, a reader.
func aggregate(ex *extract.Extractor, reports string) *metrics.Aggregator {
	agg := metrics.NewAggregator(ex.Catalog())
	options := corpus.Options{Extractor: ex, Stdin: strings.NewReader(reports)}
	_, err := corpus.Run(context.Background(), []string{"-"}, options, func(item *corpus.Item) error {
		if item.Err != nil {
			return item.Err
		}
		agg.Add(item.Report())
		return nil
	})
	if err != nil {
		log.Fatal(err)
	}
	return agg
}

func extractor() *extract.Extractor {
	ex, err := extract.Compile(catalog.Builtin())
	if err != nil {
		log.Fatal(err)
	}
	return ex
}

// A stream of reports becomes a table: what is summed, and what was left out why.
func Example() {
	ex := extractor()
	agg := aggregate(ex, `沙渚县文化馆2019年上半年工作总结
上半年送戏下乡演出120余场，观众3.5万人次，其中儿童8000人次。全年计划演出200场。

桑坪县文化馆2019年上半年工作总结
上半年送戏下乡演出80场，观众2万人次。
`)
	for _, r := range agg.Rows() {
		fmt.Printf("%s %s %s: sum %q %s, from %q to %q; %d facts, left out: %q\n",
			r.Region, r.Period, ex.Catalog().Code(r.Metric), r.Sum, r.Unit, r.Low, r.High, r.Facts, r.LeftOut.String())
	}
	// Output:
	// 桑坪县 2019H1 performance_sessions: sum "80" 场, from "80" to "80"; 1 facts, left out: ""
	// 桑坪县 2019H1 participants: sum "20000" 人次, from "20000" to "20000"; 1 facts, left out: ""
	// 沙渚县 2019H1 performance_sessions: sum "120" 场, from "120" to "130"; 2 facts, left out: "target:1"
	// 沙渚县 2019H1 participants: sum "35000" 人次, from "35000" to "35000"; 2 facts, left out: "part:1"
}

// Machines that had a share of the reports each send what they found as bytes;
// in whichever order it comes, the table has the same bytes as that of one machine.
func ExampleAggregator_Encode() {
	ex := extractor()
	var mail []bytes.Buffer
	for _, share := range []string{
		"沙渚县文化馆2019年上半年工作总结\n上半年演出120场，观众3.5万人次。\n",
		"桑坪县文化馆2019年上半年工作总结\n上半年演出80场。\n",
		"沙渚县文化馆2019年上半年工作总结\n上半年演出15场。\n",
	} {
		var b bytes.Buffer
		if err := aggregate(ex, share).Encode(&b); err != nil {
			log.Fatal(err)
		}
		mail = append(mail, b)
	}
	all := metrics.NewAggregator(ex.Catalog())
	for i := range mail {
		if err := all.Decode(&mail[len(mail)-1-i]); err != nil { // ErrPlan where another version wrote it
			log.Fatal(err)
		}
	}
	for _, r := range all.Rows() {
		fmt.Println(r.Region, r.Period, ex.Catalog().Code(r.Metric), r.Sum, r.Unit, "median", r.Median, "of", r.Count)
	}
	// Output:
	// 桑坪县 2019H1 performance_sessions 80 场 median 80 of 1
	// 沙渚县 2019H1 performance_sessions 135 场 median 67.5 of 2
	// 沙渚县 2019H1 participants 35000 人次 median 35000 of 1
}
