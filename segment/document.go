package segment

// Kind says what a block of a report is.
type Kind uint8

// The kinds of block, in the order in which they usually occur.
const (
	Paragraph Kind = iota // running text
	Heading               // a title or a numbered headline, its text alone
	Item                  // a list item: marker and text (（1）救助…, 一是…, ①…)
	Table                 // one line of a flattened table
)

// Block is a stretch of a document between two block bounds: a headline, a
// list item, a paragraph or a line of a flattened table. Blocks are in order,
// do not overlap and cover everything but blank space.
type Block struct {
	Span
	Kind Kind
	// Level is the depth of the numbering: 0 none or a title, 1 一、 2 （一）
	// 3 1. 4 （1） 5 ① 6 一是 / 首先 / 第一，. A headline without a number that the
	// file itself marks has the level of the mark, 5 at most.
	Level uint8
	// Marker is the list number with its punctuation (一、 （二） 3. 一是); empty where there is none.
	Marker Span
	// Ordinal is the value of the list number, 0 where there is none.
	Ordinal int
	// Parent is the index of the innermost headline or item that governs this block, -1 at the top.
	Parent int
	// FirstSentence and EndSentence delimit the block's sentences in Document.Sentences.
	FirstSentence, EndSentence int
}

// Sentence ends at 。！？； (or a full stop that is no decimal point) or at its block's end.
type Sentence struct {
	Span
	Block int // index into Document.Blocks
}

// Clause is a stretch of a sentence between two of ， 、 ： ； and their kin.
// Thousands separators, decimal points and brackets inside a number do not end one.
type Clause struct {
	Span
	// Stop is the delimiter after the clause; 0 at the sentence's end without one.
	Stop rune
}

// Document is the structure of one report: a span of a file's decoded text.
// All offsets are into the whole file's Text; a report is never a new string.
type Document struct {
	Text      string // the whole file's text
	Span      Span   // the report inside it
	Blocks    []Block
	Sentences []Sentence
	Marks     []Mark // those inside the report, as ParseMarked was given them

	lines []line // scratch of Parse
}
