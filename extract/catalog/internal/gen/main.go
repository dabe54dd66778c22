// Command gen writes zcatalog.go, the built-in catalogue as a Go table, from
// the YAML files under data. Run it with `go generate ./extract/catalog`.
package main

import (
	"log"
	"os"

	"github.com/zhaibao/zhaibao/extract/catalog"
)

func main() {
	c, err := catalog.ReadData(os.DirFS("data"))
	if err != nil {
		log.Fatal(err)
	}
	src, err := catalog.Source(c)
	if err != nil {
		log.Fatal(err)
	}
	if err := os.WriteFile("zcatalog.go", src, 0o644); err != nil {
		log.Fatal(err)
	}
}
