package doc

import (
	"context"
	"slices"

	"github.com/zhaibao/zhaibao/corpus/internal/flow"
)

// note is a foot- or endnote.
type note struct {
	ref        int  // the character that refers to it
	own        bool // its mark was chosen by hand and stands at ref
	start, end int  // its text, in the story of the notes
}

// notes are in the order of their references.
type notes []note

const (
	frdSize   = 2
	mostNotes = 1 << 16
)

// readNotes reads where notes are referred to ([MS-DOC] 2.8.18 PlcffndRef,
// 2.8.15 PlcfendRef, 2.9.78 FRD) and where their texts are (2.8.19 PlcffndTxt,
// 2.8.16 PlcfendTxt); nil where the two do not agree.
func readNotes(refs, texts []byte) notes {
	n := (len(refs) - 4) / (4 + frdSize)
	if n < 1 || n > mostNotes || len(texts) < 4*(n+1) {
		return nil
	}
	list := make(notes, n)
	for i := range list {
		list[i] = note{ref: int(u32(refs, 4*i)), own: u16(refs, 4*(n+1)+frdSize*i) == 0,
			start: int(u32(texts, 4*i)), end: int(u32(texts, 4*i+4))}
		if list[i].end < list[i].start || i > 0 && list[i].ref < list[i-1].ref {
			return nil
		}
	}
	return list
}

// writeNotes writes the footnotes, then the endnotes, each on a line of its own.
func (d *document) writeNotes(ctx context.Context) error {
	written := 0
	for i, story := range [2]int{storyFootnotes, storyEndnotes} {
		start, end := d.fib.story(story)
		list := d.notes[i]
		if n := len(list); start == end {
			continue
		} else if n == 0 || list[0].start != 0 || list[n-1].end > end-start || list[n-1].end < end-start-2 {
			list = notes{{ref: -1, end: end - start}} // where one ends is lost; no text is
		}
		for _, n := range list {
			blocks, err := d.noteBlocks(ctx, n, start)
			if err != nil {
				return err
			}
			if blocks = flow.NoteBlocks(written+1, blocks); len(blocks) == 0 {
				continue
			}
			if written++; written == 1 {
				blocks = slices.Insert(blocks, 0, flow.Block{})
			}
			for _, b := range blocks {
				if err := d.out.Add(b); err != nil {
					return err
				}
			}
		}
	}
	return nil
}

// noteBlocks reads a note of the story that begins at start; it is empty where
// the reference is deleted.
func (d *document) noteBlocks(ctx context.Context, n note, start int) (blocks []flow.Block, err error) {
	w := newWalker(ctx, d)
	if n.ref >= 0 && w.takenOut(n.ref) {
		return nil, nil
	}
	w.story.Emit = func(b flow.Block) error {
		blocks = append(blocks, b)
		return nil
	}
	err = w.walk(start+n.start, start+n.end)
	return blocks, err
}

// takenOut reports whether the character at is deleted, hidden or struck through.
func (w *walker) takenOut(at int) bool {
	i, found := slices.BinarySearchFunc(w.d.pieces, at, func(p piece, at int) int { return p.end - 1 - at })
	if !found && i == len(w.d.pieces) || w.d.pieces[i].start > at {
		return false
	}
	p := &w.d.pieces[i]
	fc := p.fc + p.width()*(at-p.start)
	return w.gone(p, fc) || w.seen.struck
}

// refersAt reports whether at is a reference to a note, and whether its mark
// was chosen by hand.
func (d *document) refersAt(at int) (refers, own bool) {
	for _, list := range d.notes {
		i, found := slices.BinarySearchFunc(list, at, func(n note, at int) int { return n.ref - at })
		if found {
			return true, list[i].own
		}
	}
	return false, false
}
