package pdf

import (
	"strings"
	"unicode/utf8"

	"github.com/zhaibao/zhaibao/internal/lazy"
)

// listMarker is the number or bullet that a list item or a numbered heading
// begins with: 一、 （二） 3. 4、 (5) ⑥ 第七章 • 一是.
var listMarker = lazy.Regexp(`^(?:` +
	`[一二三四五六七八九十]{1,3}[、．.]|` +
	`[（(](?:[一二三四五六七八九十]{1,3}|\d{1,2})[）)]|` +
	`\d{1,2}(?:[、)）]|[.．](?:[^\d０-９]|$))|` +
	`\d{1,2}(?:\.\d{1,2}){1,3} |` +
	`[①-⑳⑴-⒇㈠-㈩•●○■□◆◇▪–]|` +
	`第[一二三四五六七八九十]{1,3}[章节条部分]|` +
	`附[件表：:]|[*>-] )`)

// headingNumber is the number of a heading or a paragraph; numbersInARow are
// words that begin like one: 一、二、三产业 三、四季度 3、4月份.
var (
	headingNumber = lazy.Regexp(`^(?:[一二三四五六七八九十]{1,3}[、．.]|[（(][一二三四五六七八九十]{1,3}[）)]|\d{1,2}(?:、|[.．](?:[^\d０-９]|$))|第[一二三四五六七八九十]{1,3}[章节条部分])`)
	numbersInARow = lazy.Regexp(`^(?:[一二三四五六七八九十]+、[一二三四五六七八九十]+|\d+、\d+)(?:[、和及与至季月号产级类线期批年]|$)`)
)

// startsNumbered reports whether a line begins a paragraph with a number, behind a
// line that ended a sentence.
func startsNumbered(before, text string) bool {
	end := lastRune(strings.TrimRight(before, "⁰¹²³⁴⁵⁶⁷⁸⁹[]”’）)"))
	return end != "" && strings.Contains("。！？；：", end) && headingNumber().MatchString(text) && !numbersInARow().MatchString(text)
}

var onlyMarker = lazy.Regexp(`^(?:[一二三四五六七八九十]{1,3}[、．.]|[（(](?:[一二三四五六七八九十]{1,3}|\d{1,2})[）)]|\d{1,2}[、.．)）]|\d{1,2}(?:\.\d{1,2}){2,3}\.?|[①-⑳•●○■□◆◇▪–*>-]|第[一二三四五六七八九十]{1,3}[章节条])$`)

// isMarker reports whether text is a list number alone.
func isMarker(text string) bool { return onlyMarker().MatchString(text) }

func startsWithMarker(text string) bool { return listMarker().MatchString(text) }

var noteStart = lazy.Regexp(`^(?:\[\d{1,2}\]|【\d{1,2}】|［\d{1,2}］|注(?:[：:]|释)|[①-⑳※])`)

// startsNote reports whether a line begins with a note's mark and is not the
// middle of a sentence: behind the mark stands no punctuation, and a mark that
// may also number items within a sentence stands behind one that ended.
func startsNote(before, text string) bool {
	mark := noteStart().FindString(text)
	if mark == "" {
		return false
	}
	next, _ := utf8.DecodeRuneInString(text[len(mark):])
	if closes(next) {
		return false
	}
	return !strings.ContainsAny(mark, "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳") || strings.ContainsAny(lastRune(before), "。；！？.;")
}
