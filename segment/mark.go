package segment

// Mark is what a file's own structure says of a stretch of its text: a Word
// heading, a row of a table and its cells. Marks are in order of Start, the
// larger first; a row's cells lie inside it and the stretches of one kind do
// not overlap otherwise.
type Mark struct {
	Span
	Kind  MarkKind
	Level uint8 // of a heading, from 1 for the highest; 0 for the rest
}

// MarkKind says what a Mark marks.
type MarkKind uint8

// The kinds of mark.
const (
	MarkHeading MarkKind = iota + 1 // a heading's line, its automatic number included
	MarkRow                         // a table row: one line of the text, its cells parted by tabs
	MarkCell                        // a cell of a row, empty where the cell is
)
