package corpus

import (
	"bytes"
	"context"
	"fmt"
	"strings"
	"time"

	"github.com/zhaibao/zhaibao/segment"
)

// toy reads a format made for tests: "TOY" and a line end, then lines of text.
// "# " begins a heading, "|" a row whose cells bars part, "@ " a part with its
// region, period and title, parted by commas. A line "panic", "hang", "slow",
// "broken" or "malformed" has the reader do so.
var toy = Reader{
	Format:  "toy",
	Endings: []string{".toy"},
	Is:      func(data []byte) bool { return bytes.HasPrefix(data, []byte("TOY\n")) },
	Read:    readToy,
}

func readToy(ctx context.Context, s Source) (Text, error) {
	t := Text{Encoding: UTF8}
	var b strings.Builder
	for l := range strings.Lines(string(s.Data[len("TOY\n"):])) {
		l = strings.TrimSuffix(l, "\n")
		start := b.Len()
		switch {
		case l == "panic":
			panic("a broken toy")
		case l == "hang":
			select {} // whatever ctx says
		case l == "slow":
			<-ctx.Done()
			return Text{}, ctx.Err()
		case l == "broken":
			return Text{}, Problem("玩具坏了，请换一个", "the toy is broken; take another")
		case l == "malformed":
			t.Marks = append(t.Marks, segment.Mark{Span: segment.Span{Start: 9, End: 1 << 20}, Kind: segment.MarkRow})
			continue
		case strings.HasPrefix(l, "@ "):
			given := append(strings.Split(l[2:], ","), "", "", "")
			t.Parts = append(t.Parts, Part{Span: segment.Span{Start: start, End: start}, Row: len(t.Parts) + 1, Region: given[0], Period: given[1], Title: given[2]})
			continue
		case strings.HasPrefix(l, "# "):
			b.WriteString(l[2:])
			t.Marks = append(t.Marks, segment.Mark{Span: segment.Span{Start: start, End: b.Len()}, Kind: segment.MarkHeading, Level: 1})
		case strings.HasPrefix(l, "|"):
			t.Marks = appendRow(t.Marks, &b, l[1:])
		default:
			b.WriteString(l)
		}
		b.WriteByte('\n')
		if n := len(t.Parts); n > 0 {
			t.Parts[n-1].End = b.Len()
		}
	}
	t.Text = b.String()
	if int64(len(t.Text)) > s.Limits.Unpacked {
		return Text{}, fmt.Errorf("%d bytes, more than %d", len(t.Text), s.Limits.Unpacked)
	}
	return t, nil
}

func appendRow(marks []segment.Mark, b *strings.Builder, row string) []segment.Mark {
	at := len(marks)
	start := b.Len()
	marks = append(marks, segment.Mark{Kind: segment.MarkRow})
	for i, cell := range strings.Split(row, "|") {
		if i > 0 {
			b.WriteByte('\t')
		}
		from := b.Len()
		b.WriteString(cell)
		marks = append(marks, segment.Mark{Span: segment.Span{Start: from, End: b.Len()}, Kind: segment.MarkCell})
	}
	marks[at].Span = segment.Span{Start: start, End: b.Len()}
	return marks
}

// withToy are options that read toys, in a short time.
func withToy() Options {
	return Options{Readers: []Reader{toy}, DocTimeout: 50 * time.Millisecond}
}
