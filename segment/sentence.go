package segment

// quoteReach is how far, in bytes, a quote or bracket looks for its partner
// when sentences are cut.
const quoteReach = 300

// stepOf is how many bytes to go on from a byte of the text; 0 where a mark
// may begin that has to be looked at. Lead bytes of invalid UTF-8 may skip a
// mark but never end a span inside a character.
var stepOf = func() (t [256]uint8) {
	for b := range t {
		switch {
		case b >= 0xC2 && b <= 0xDF:
			t[b] = 2
		case b >= 0xE0 && b <= 0xEF:
			t[b] = 3
		case b >= 0xF0 && b <= 0xF4:
			t[b] = 4
		default:
			t[b] = 1
		}
	}
	for _, b := range []byte(".!?;:,\"(\xE2\xE3\xEF") {
		t[b] = 0
	}
	return t
}()

// sentences is the byte pass over one stretch of text: it ends sentences at
// stops and blocks where a list number begins.
func (p *parser) sentences(span Span) {
	p.scope = span
	i := p.open(span.Start, lineStart)
	for i < span.End {
		if step := stepOf[p.text[i]]; step != 0 {
			i += int(step)
			continue
		}
		i = p.mark(i)
	}
	p.close(span.End, p.followingLine())
}

// mark deals with the punctuation mark at i and returns where to go on.
func (p *parser) mark(i int) int {
	r, n := runeAt(p.text, i, p.scope.End)
	switch r {
	case '，', ',', '、':
		return p.tryMarker(i+n, afterComma)
	case '：', ':':
		return p.tryMarker(i+n, afterColon)
	case '。', '！', '？', '｡':
		return p.endSentence(i+n, afterStop)
	case '；':
		return p.endSentence(i+n, afterColon)
	case '!', '?', ';':
		if betweenWords(p.text, p.scope, i) {
			return i + n
		}
		return p.endSentence(i+n, afterColon)
	case '…':
		return p.ellipsis(i)
	case '.', '．':
		return p.fullStop(i, n)
	case '"':
		p.quoted = !p.quoted
		return i + n
	}
	if '①' <= r && r <= '⑳' {
		return max(p.tryMarker(i, afterWord), i+n)
	}
	if closerOf(r) != 0 {
		if p.inHeadline(r) {
			if j := p.tryMarker(i, afterTitle); j > i {
				return j
			}
		}
		return p.quotation(i, r)
	}
	return i + n
}

// inHeadline reports whether the bracket r may be the （一） that is glued to a
// headline of level 1 without a stop.
func (p *parser) inHeadline(r rune) bool {
	return r == '（' && p.numbered && p.marker.level == 1 && p.from == p.number.Start
}

// quotation passes over a quote or bracket. The sentence ends behind it when
// the last character inside is a stop; titles 《》 never end one.
func (p *parser) quotation(i int, opener rune) int {
	_, n := runeAt(p.text, i, p.scope.End)
	j := skipBracket(p.text, i, p.scope.End, quoteReach)
	if j == i+n || opener == '《' {
		return j
	}
	_, w := runeBefore(p.text, i, j)
	if r, _ := runeBefore(p.text, i, j-w); isStop(r) {
		return p.endSentence(j, afterStop)
	}
	return j
}

// ellipsis ends a sentence at a run of … unless a weaker mark follows it.
func (p *parser) ellipsis(i int) int {
	for {
		r, n := runeAt(p.text, i, p.scope.End)
		switch r {
		case '…':
			i += n
			continue
		case '，', '、', ',':
			return i
		}
		return p.endSentence(i, afterStop)
	}
}

// fullStop ends a sentence at a western full stop or a run of three dots.
func (p *parser) fullStop(i, n int) int {
	j := i
	for j < p.scope.End && p.text[j] == '.' {
		j++
	}
	if j-i >= 3 || isFullStop(p.text, p.scope, i) || p.western && p.stopsBeforeDigit(i, n) {
		return p.endSentence(max(j, i+n), afterStop)
	}
	return max(j, i+n)
}

// stopsBeforeDigit reports a western full stop with a digit behind it, in a
// report without 。; in others a figure has lost its whole part (投资.3万元).
func (p *parser) stopsBeforeDigit(i, n int) bool {
	before, _ := runeBefore(p.text, p.scope.Start, i)
	after, _ := runeAt(p.text, i+n, p.scope.End)
	return before > 0x7f && !isDigit(before) && !isBlank(before) && isDigit(after)
}

// isFullStop reports whether the '.' or '．' at i ends a sentence: not inside a
// number, an address or a word, and not where a figure was lost (架设光缆.公里).
func isFullStop(text string, span Span, i int) bool {
	_, n := runeAt(text, i, span.End)
	before, _ := runeBefore(text, span.Start, i)
	after, _ := runeAt(text, i+n, span.End)
	switch {
	case before == 0, isBlank(before), before == '.':
		return false
	case after == 0:
		return true
	case isASCIIWord(after), isDigit(after), after == '/', after == ',', after == '，', after == '、':
		return false
	case isBlank(after) && isDigit(before): // 3.⏎6亿元
		next, _ := runeAt(text, skipBlank(text, i+n, span.End), span.End)
		return !isDigit(next)
	case isBlank(after), isCloser(after):
		return !isASCIIWord(before) || isDigit(before)
	}
	return !isInitial(text, span.Start, i) && !startsUnit(text, i+n, span.End)
}

// isInitial reports a single letter before i, as in A.文化馆.
func isInitial(text string, start, i int) bool {
	letter, n := runeBefore(text, start, i)
	before, _ := runeBefore(text, start, i-n)
	return isASCIIWord(letter) && !isDigit(letter) && !isASCIIWord(before)
}

// betweenWords reports whether the ASCII mark at i stands inside a web address or the like.
func betweenWords(text string, span Span, i int) bool {
	before, _ := runeBefore(text, span.Start, i)
	after, _ := runeAt(text, i+1, span.End)
	return isASCIIWord(before) && isASCIIWord(after)
}

// endSentence ends the sentence at i, behind its stop, with the stops and
// closing quotes that follow, and looks for a list number there.
func (p *parser) endSentence(i int, glue glue) int {
	for {
		r, n := runeAt(p.text, i, p.scope.End)
		switch {
		case r == '"' && p.quoted:
			p.quoted = false
		case !isStop(r) && !isCloser(r):
			p.addSentence(i)
			return p.tryMarker(i, glue)
		}
		i += n
	}
}

// addSentence appends the sentence from the last one's end up to end.
func (p *parser) addSentence(end int) {
	span := trim(p.text, Span{p.from, end})
	p.from = end
	if !span.Empty() {
		p.d.Sentences = append(p.d.Sentences, Sentence{Span: span, Block: len(p.d.Blocks)})
	}
}
