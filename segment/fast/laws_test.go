package fast_test

import (
	"testing"

	"github.com/zhaibao/zhaibao/segment/fast"
	"github.com/zhaibao/zhaibao/segment/segmenttest"
)

func TestLaws(t *testing.T) { segmenttest.Run(t, fast.Default()) }

func TestLawsWithUserWords(t *testing.T) {
	s, err := fast.New(fast.Word{Text: "人民生活"}, fast.Word{Text: "1.2万人次"}, fast.Word{Text: "，参加", Frequency: 1e9}, fast.Word{Text: "\x00文"})
	if err != nil {
		t.Fatal(err)
	}
	segmenttest.Run(t, s)
}
