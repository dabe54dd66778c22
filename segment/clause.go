package segment

// bracketReach is how far, in bytes, a bracket or quote looks for its partner
// when clauses are cut; one that stays open does not hide what follows it.
const bracketReach = 200

// AppendClauses appends the clauses of span, usually a sentence, to dst.
// It cuts at ， 、 ： ； 。 ！ ？ — …, their western kin and a western full stop, but
// not inside numbers (1,234 8:30 1—6) nor inside brackets and quotes that
// close within 200 bytes. Stretches without text between two delimiters are left out.
func AppendClauses(dst []Clause, text string, span Span) []Clause {
	return AppendClausesAt(dst, text, span, func(i int) int {
		for i < span.End && stepOf[text[i]] != 0 {
			i += int(stepOf[text[i]])
		}
		return i
	})
}

// EndsClause reports whether a rune may end a clause or opens what AppendClauses steps over.
func EndsClause(r rune) bool {
	switch r {
	case '、', '，', ',', '：', ':', '—', '.', '．', '?', '!', ';':
		return true
	}
	return isStop(r) || closerOf(r) != 0
}

// AppendClausesAt is AppendClauses for who knows where the runes of EndsClause
// stand: next is the offset of the first of them at or after offset i, or any after the span.
func AppendClausesAt(dst []Clause, text string, span Span, next func(i int) int) []Clause {
	start := span.Start
	for i := next(span.Start); i < span.End; i = next(i) {
		r, n := runeAt(text, i, span.End)
		if shut := closerOf(r); shut != 0 {
			i = skipBracket(text, i, span.End, bracketReach)
			continue
		}
		if !cutsClause(text, span, r, i, n) {
			i += n
			continue
		}
		dst = appendClause(dst, text, Span{start, i}, r)
		i += n
		start = i
	}
	return appendClause(dst, text, Span{start, span.End}, 0)
}

func appendClause(dst []Clause, text string, span Span, stop rune) []Clause {
	if span = trim(text, span); span.Empty() {
		return dst
	}
	return append(dst, Clause{Span: span, Stop: stop})
}

// cutsClause reports whether the rune r of width n at i ends a clause.
func cutsClause(text string, span Span, r rune, i, n int) bool {
	switch r {
	case '、':
		return true
	case '，', ',':
		return !isThousands(text, span, i, n)
	case '：', ':', '—':
		return !betweenDigits(text, span, i, n)
	case '.', '．':
		return isFullStop(text, span, i)
	case '?', '!', ';':
		return !betweenWords(text, span, i)
	}
	return isStop(r)
}

func betweenDigits(text string, span Span, i, n int) bool {
	before, _ := runeBefore(text, span.Start, i)
	after, _ := runeAt(text, i+n, span.End)
	return isDigit(before) && isDigit(after)
}

// isThousands reports whether the comma of width n at i groups digits: one
// before it and exactly three behind it.
func isThousands(text string, span Span, i, n int) bool {
	if !betweenDigits(text, span, i, n) {
		return false
	}
	digits := 0
	for j := i + n; digits < 4; digits++ {
		r, w := runeAt(text, j, span.End)
		if !isDigit(r) {
			break
		}
		j += w
	}
	return digits == 3
}

// closerOf is the partner of an opening bracket or quote, 0 for any other rune.
func closerOf(r rune) rune {
	switch r {
	case '“':
		return '”'
	case '‘':
		return '’'
	case '《':
		return '》'
	case '（', '(':
		return '）'
	case '「':
		return '」'
	case '『':
		return '』'
	}
	return 0
}

// skipBracket returns the offset behind the partner of the bracket at i, or
// behind the bracket itself when there is none within reach bytes.
func skipBracket(text string, i, end, reach int) int {
	opener, n := runeAt(text, i, end)
	shut, depth := closerOf(opener), 1
	limit := min(end, i+reach)
	for j := i + n; j < limit; {
		r, w := runeAt(text, j, end)
		j += w
		switch {
		case closerOf(r) == shut:
			depth++
		case r == shut, r == ')' && shut == '）':
			if depth--; depth == 0 {
				return j
			}
		}
	}
	return i + n
}
