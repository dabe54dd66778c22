package segment

// AppendKept appends the words of text as s cuts it, but for the spans of kept,
// each of which is one word whatever is in it: numbers with their units, say, which
// are found before words. They are byte offsets into text, in order; one that is
// empty, overlaps the one before or lies outside text counts nothing.
func AppendKept(dst []Span, s Segmenter, text string, kept []Span) []Span {
	done := 0
	cut := func(end int) {
		if done == end {
			return
		}
		n := len(dst)
		dst = s.AppendWords(dst, text[done:end])
		for i := n; i < len(dst); i++ {
			dst[i].Start += done
			dst[i].End += done
		}
		done = end
	}
	for _, k := range kept {
		if k.Empty() || k.Start < done || k.End > len(text) {
			continue
		}
		cut(k.Start)
		dst, done = append(dst, k), k.End
	}
	cut(len(text))
	return dst
}
