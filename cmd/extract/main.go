// Command extract reads Chinese work reports and writes their figures as
// tables. See internal/cli for its parts and README.md for its use.
package main

import (
	"os"

	"github.com/zhaibao/zhaibao/corpus"
	"github.com/zhaibao/zhaibao/corpus/csv"
	"github.com/zhaibao/zhaibao/corpus/doc"
	"github.com/zhaibao/zhaibao/corpus/docx"
	"github.com/zhaibao/zhaibao/corpus/html"
	"github.com/zhaibao/zhaibao/corpus/jsonl"
	"github.com/zhaibao/zhaibao/corpus/mht"
	"github.com/zhaibao/zhaibao/corpus/pdf"
	"github.com/zhaibao/zhaibao/corpus/refuse"
	"github.com/zhaibao/zhaibao/corpus/rtf"
	"github.com/zhaibao/zhaibao/corpus/xlsx"
	"github.com/zhaibao/zhaibao/export"
	"github.com/zhaibao/zhaibao/export/parquet"
	"github.com/zhaibao/zhaibao/export/sqlite"
	workbook "github.com/zhaibao/zhaibao/export/xlsx"
	"github.com/zhaibao/zhaibao/internal/cli"
)

// formats are the output formats beside CSV and JSONL.
var formats = []export.Format{workbook.Format, parquet.Format, sqlite.Format}

// readers are the input formats beside plain text and zip archives; the first
// that takes a file reads it.
func readers(o cli.InputOptions) []corpus.Reader {
	return []corpus.Reader{
		docx.Reader,
		xlsx.New(xlsx.Options{Text: o.TextColumn}),
		pdf.New(pdf.Options{NoCache: o.NoCache}),
		refuse.Reader, // before doc, which takes any file of its container
		doc.New(doc.Options{Soffice: o.Soffice, Docx: docx.Reader}),
		rtf.Reader,
		mht.Reader,
		html.Reader,
		csv.New(csv.Options{Text: o.TextColumn}),
		jsonl.New(jsonl.Options{Text: o.TextColumn}),
	}
}

func main() { os.Exit(cli.Main(os.Args[1:], cli.System(), readers, formats...)) }
