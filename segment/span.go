package segment

// Span is a half-open range of byte offsets into a Document's text.
// It is the only way places are named inside the library; exported files
// carry code points, converted once by an OffsetTable.
type Span struct{ Start, End int }

// Len is the number of bytes the span covers.
func (s Span) Len() int { return s.End - s.Start }

// Empty reports whether the span covers nothing.
func (s Span) Empty() bool { return s.End <= s.Start }

// Of returns the text the span covers. It panics when the span does not lie in text.
func (s Span) Of(text string) string { return text[s.Start:s.End] }

// Contains reports whether other lies wholly inside s.
func (s Span) Contains(other Span) bool { return s.Start <= other.Start && other.End <= s.End }

// Overlaps reports whether the two spans share at least one byte.
func (s Span) Overlaps(other Span) bool { return s.Start < other.End && other.Start < s.End }
