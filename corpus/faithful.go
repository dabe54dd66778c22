package corpus

import (
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/zhaibao/zhaibao/segment"
)

const (
	// maxUnreadable is the share of characters that stand for none (U+FFFD, or
	// private ones of a font without a table) from which a text is refused, in
	// percent. A sound document has none, or some rare names of people that old
	// fonts put there: at most a few in a thousand. Where a font's table is lost,
	// whole lines are gone, and with them figures.
	maxUnreadable = 1
	// mostUnreadable is that of plain text, which shows where it is damaged: a
	// numeral beside such a character has no value.
	mostUnreadable = 20
	// minHan is the least share of Chinese characters among the letters, in
	// percent, from manyLetters on. Reports have more than 90; a table of names
	// and codes still has more than 20. Text of a PDF whose fonts were read with a
	// wrong table is Latin letters all over.
	minHan      = 5
	manyLetters = 200
	// maxAsked is the share of question marks, in percent and from manyAsked on,
	// that programs leave of Chinese characters where they write them in a Western
	// encoding. Reports have next to none.
	maxAsked  = 20
	manyAsked = 50
)

// check is what is wrong with the text that r made of a file, nil where nothing
// is: it keeps to the form of Text, and it is what people wrote.
func (w *worker) check(t *Text, r *Reader, name string) error {
	if flaw := malformed(t); flaw != "" {
		w.opts.Log.Error("a reader's text is not as it must be", "file", name, "format", r.Format, "flaw", flaw)
		return ErrInternal
	}
	if strings.TrimFunc(t.Text, isBlank) == "" {
		return ErrNoText
	}
	return faithful(t.Text, manyLetters, maxUnreadable)
}

// faithful refuses a text that lost characters, or is not what people wrote:
// where it has more letters than least, some must be Chinese.
func faithful(text string, least, most int) error {
	others, unreadable, letters, han, asked := 0, 0, 0, 0, 0
	bullet := true // a private character here is a list's bullet
	for i := 0; i < len(text); {
		if isCommonHan(text[i:]) {
			han++
			bullet = false
			i += len("一")
			continue
		}
		r, n := utf8.DecodeRuneInString(text[i:])
		i += n
		switch {
		case r == '\n':
			bullet = true
			continue
		case unicode.IsSpace(r):
			continue
		}
		others++
		switch {
		case r == '?':
			asked++
		case isMark(r):
		case r == utf8.RuneError || unicode.Is(unicode.Co, r) && !bullet:
			unreadable++
		case unicode.Is(unicode.Han, r):
			han++
			others--
		case unicode.IsLetter(r):
			letters++
		}
		bullet = false
	}
	all := others + han
	letters += han
	switch {
	case unreadable*100 > all*most:
		return Problem(fmt.Sprintf("%d 个字符中有 %d 个认不出（多半是字体缺少对照表），数字可能已经丢失，没有采用；请用原程序打开，另存为 UTF-8 纯文本", all, unreadable),
			fmt.Sprintf("of %d characters %d cannot be read, mostly for want of a font's table; figures may be lost, so it was not used; open it in its own program and save it as plain text in UTF-8", all, unreadable))
	case asked > manyAsked && asked*100 > all*maxAsked:
		return Problem(fmt.Sprintf("%d 个字符中有 %d 个是问号，汉字已在转换编码时丢失，没有采用；请从原文件重新导出", all, asked),
			fmt.Sprintf("of %d characters %d are question marks, which a conversion put for Chinese ones, so it was not used; export it again from the original", all, asked))
	case letters > least && han*100 < letters*minHan:
		return Problem(fmt.Sprintf("%d 个字母中只有 %d 个汉字，不是中文报告，或文字没有读对，没有采用；请用原程序打开，另存为 UTF-8 纯文本", letters, han),
			fmt.Sprintf("of %d letters only %d are Chinese: it is no report in Chinese, or it was not read as it stands, so it was not used; open it in its own program and save it as plain text in UTF-8", letters, han))
	}
	return nil
}

// isCommonHan reports whether valid UTF-8 text begins with one of the characters
// U+4E00 to U+9FFF, as most characters of a report are.
func isCommonHan(s string) bool {
	return len(s) >= 3 && s[0] >= 0xE4 && s[0] <= 0xE9 && (s[0] > 0xE4 || s[1] >= 0xB8)
}

// isMark reports whether r is one of the common digits and punctuation marks,
// which are no letters.
func isMark(r rune) bool {
	switch {
	case r < utf8.RuneSelf:
		return !('a' <= r && r <= 'z' || 'A' <= r && r <= 'Z')
	case r >= '\u2010' && r <= '\u2027', r >= '、' && r <= '〃', r >= '〈' && r <= '】', r >= '！' && r <= '＠':
		return true
	}
	return false
}

// malformed says where a text does not have the form that Reader promises, ""
// where it has. Marks and parts that lie outside the text would end in panics.
func malformed(t *Text) string {
	switch {
	case t.Encoding == "":
		return "no encoding"
	case !utf8.ValidString(t.Text):
		return "not UTF-8"
	case strings.IndexByte(t.Text, 0) >= 0:
		return "a NUL"
	}
	end, row := [4]int{}, segment.Span{} // by kind, where the last stretch ends
	start := 0
	for i, m := range t.Marks {
		if !within(t.Text, m.Span) || m.Start < start || m.Kind < segment.MarkHeading || m.Kind > segment.MarkCell {
			return fmt.Sprintf("mark %d is out of order or outside the text", i)
		}
		if m.Start < end[m.Kind] || m.Kind == segment.MarkCell && !row.Contains(m.Span) {
			return fmt.Sprintf("mark %d overlaps another or its row", i)
		}
		if m.Kind == segment.MarkRow {
			row = m.Span
		}
		start, end[m.Kind] = m.Start, m.End
	}
	at := 0
	for i, p := range t.Parts {
		if !within(t.Text, p.Span) || p.Start < at {
			return fmt.Sprintf("part %d is out of order or outside the text", i)
		}
		at = p.End
	}
	return ""
}

// within reports whether span is one of text and cuts no character.
func within(text string, span segment.Span) bool {
	bound := func(i int) bool { return i == len(text) || utf8.RuneStart(text[i]) }
	return 0 <= span.Start && span.Start <= span.End && span.End <= len(text) && bound(span.Start) && bound(span.End)
}
