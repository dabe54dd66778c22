// Package sheet turns the rows of spreadsheets and delimited files into text.
//
//  1. A reader hands over sheets: rows of cells with their numbers, in order.
//  2. A sheet whose column holds texts, one report a row, is told by the
//     column's headline (正文, 内容 …) or by the length of its cells (column.go).
//  3. Write makes each of these texts a corpus.Part, with title, place, body and
//     period from columns of such names; cells of other columns are not text
//     then (parts.go).
//  4. All other sheets become tables, row by row under the sheet's name
//     (write.go). Beside a sheet of texts each of them is one Part.
package sheet

import "github.com/zhaibao/zhaibao/corpus"

// Sheet is a sheet as it is seen: hidden rows and columns are not in it.
type Sheet struct {
	Name string // "" where there is none
	Rows []Row
}

// Row is a row with at least one cell that is not empty.
type Row struct {
	Number int          // of the sheet, or its line in the file, from 1
	Apart  bool         // an empty row stands before it
	Cells  []string     // the text of the cells from the first column on; line ends may be in it
	About  *corpus.Part // what is known of the row's text; nil takes it from the other cells
}

// Options choose the column of texts.
type Options struct {
	// Text is the headline of the column that holds the reports' texts; "" finds
	// it by its usual names or its length.
	Text string
}
