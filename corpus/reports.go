package corpus

import "github.com/zhaibao/zhaibao/segment"

// Reports splits texts into reports and reads what each says of itself, as Split
// and Describe do, and reads the lines of a text once for both. It keeps its
// memory from text to text, and is not safe for concurrent use. The zero value
// works.
type Reports struct {
	lines    []line
	spans    []segment.Span
	splitter splitter
	parts    parts
}

// Split returns the reports of text; see Split. The spans are valid until the next call.
func (r *Reports) Split(text string) []segment.Span {
	r.spans = r.appendSplit(r.spans[:0], text)
	return r.spans
}

func (r *Reports) appendSplit(dst []segment.Span, text string) []segment.Span {
	r.lines = appendLines(r.lines[:0], text, 0)
	return r.splitter.split(dst, text, r.lines)
}

// Describe reads what the report says of itself that span covers in the text
// that was split last; see Describe.
func (r *Reports) Describe(span segment.Span, name string) Meta {
	return r.parts.describe(linesIn(r.lines, span), name)
}

// describeSpan is Describe for a span of a text that was not split.
func (r *Reports) describeSpan(text string, span segment.Span, name string) Meta {
	r.lines = appendLines(r.lines[:0], span.Of(text), span.Start)
	return r.parts.describe(r.lines, name)
}
