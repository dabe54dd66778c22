// Command extract reads Chinese work reports and writes their figures as
// tables. See internal/cli for its parts and README.md for its use.
package main

import (
	"os"

	"github.com/zhaibao/zhaibao/corpus"
	"github.com/zhaibao/zhaibao/export"
	"github.com/zhaibao/zhaibao/export/parquet"
	"github.com/zhaibao/zhaibao/export/sqlite"
	"github.com/zhaibao/zhaibao/export/xlsx"
	"github.com/zhaibao/zhaibao/internal/cli"
)

// formats are the output formats beside CSV and JSONL.
var formats = []export.Format{xlsx.Format, parquet.Format, sqlite.Format}

// readers are the input formats beside plain text and zip archives; the first
// that takes a file reads it.
var readers = []corpus.Reader{}

func main() { os.Exit(cli.Main(os.Args[1:], cli.System(), readers, formats...)) }
