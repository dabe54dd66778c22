// Command gen writes zh.bin, the dictionary of package fast, from the one of
// simplified Chinese in the module github.com/go-ego/gse, in the version that
// go.mod names:
//
//	go generate ./segment/fast
package main

import (
	"fmt"
	"os"

	"github.com/zhaibao/zhaibao/segment/fast/internal/source"
)

func main() {
	stored, err := source.Stored()
	if err == nil {
		err = os.WriteFile("zh.bin", stored, 0o644)
	}
	if err != nil {
		fmt.Fprintln(os.Stderr, "gen:", err)
		os.Exit(1)
	}
}
