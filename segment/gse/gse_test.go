package gse_test

import (
	"testing"

	"github.com/zhaibao/zhaibao/segment/gse"
	"github.com/zhaibao/zhaibao/segment/segmenttest"
)

func TestLaws(t *testing.T) {
	s, err := gse.New()
	if err != nil {
		t.Fatal(err)
	}
	segmenttest.Run(t, s)
}

func TestLoadedOnce(t *testing.T) {
	a, _ := gse.New()
	if b, _ := gse.New(); a != b || a == nil {
		t.Error("loaded twice")
	}
}
