package segment

// Parse segments the report that span covers in text into blocks and
// sentences, replacing what d held and reusing its memory.
func (d *Document) Parse(text string, span Span) {
	d.Text, d.Span = text, span
	d.Blocks, d.Sentences = d.Blocks[:0], d.Sentences[:0]
}

// AppendClauses appends the clauses of span, usually a sentence, to dst.
func AppendClauses(dst []Clause, text string, span Span) []Clause { return dst }
