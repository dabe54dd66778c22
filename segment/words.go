package segment

// Segmenter cuts text into words. The packages gse, jieba and fast below this
// one are backends; segmenttest holds the laws that each of them passes.
// A Segmenter is safe for concurrent use.
type Segmenter interface {
	// AppendWords appends the words of text to dst and returns it. The spans
	// are byte offsets into text, in order, none of them empty; they cover it
	// without gap or overlap, whatever bytes it holds, and the same text has
	// the same words whenever it is cut.
	AppendWords(dst []Span, text string) []Span
}
