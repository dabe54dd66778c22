package doc

import (
	"context"

	"github.com/zhaibao/zhaibao/corpus"
	"github.com/zhaibao/zhaibao/corpus/internal/flow"
)

// document is an opened Word document.
type document struct {
	word    []byte
	fib     *fib
	pieces  []piece
	chars   []run
	paras   []run
	styles  []style
	byStyle map[uint16]paragraph
	looks   map[uint16]look // by style
	notes   [2]notes        // foot- and endnotes
	lists   *lists
	boxes   []*box
	anchors map[int][]*box
	data    func() []byte // the Data stream, nil where there is none
	out     *flow.Writer
	budget  int64 // bytes that may still be gathered
	depth   int   // of fields
}

// readDocument reads the binary document in c.
func readDocument(ctx context.Context, s corpus.Source, c *container) (corpus.Text, error) {
	d := &document{byStyle: map[uint16]paragraph{}, looks: map[uint16]look{}, out: flow.New(s), budget: flow.Budget(s), depth: flow.Depth(s)}
	if err := d.open(ctx, c); err != nil {
		return corpus.Text{}, err
	}
	if err := d.write(ctx); err != nil {
		return corpus.Text{}, err
	}
	return d.out.Text(corpus.UTF16LE)
}

func (d *document) open(ctx context.Context, c *container) (err error) {
	if d.word, err = c.stream("WordDocument"); err != nil {
		return err
	}
	if d.fib, err = readFIB(d.word); err != nil {
		return err
	}
	table, err := c.stream(d.fib.table)
	if err != nil {
		return err
	}
	if d.pieces, err = readPieces(ctx, d.fib.part(table, fcClx), d.word, d.budget); err != nil {
		return err
	}
	_, end := d.fib.story(numStories - 1)
	if end > d.pieces[len(d.pieces)-1].end || d.fib.ccp[storyMain] == 0 {
		return errDamaged
	}
	chpx, papx := d.fib.part(table, fcBteChpx), d.fib.part(table, fcBtePapx)
	if len(chpx) < 12 || len(papx) < 12 {
		return errDamaged
	}
	if d.chars, err = readRuns(ctx, chpx, d.word, chpxSize); err != nil {
		return err
	}
	if d.paras, err = readRuns(ctx, papx, d.word, papxSize); err != nil {
		return err
	}
	if d.styles, err = readStyles(d.fib.part(table, fcStshf)); err != nil {
		return err
	}
	d.lists = readLists(d.fib, table)
	d.boxes, d.anchors = readBoxes(d.fib.part(table, fcTxbxTxt), d.fib.part(table, fcSpaMom))
	d.notes = [2]notes{
		readNotes(d.fib.part(table, fcFootRef), d.fib.part(table, fcFootTxt)),
		readNotes(d.fib.part(table, fcEndRef), d.fib.part(table, fcEndTxt)),
	}
	d.data = lazily(func() []byte {
		data, _ := c.stream("Data")
		return data
	})
	return nil
}

func lazily(read func() []byte) func() []byte {
	var data []byte
	done := false
	return func() []byte {
		if !done {
			data, done = read(), true
		}
		return data
	}
}

// write writes the body with its text boxes, the boxes that hang nowhere,
// then the notes. Headers, macros and comments are left out.
func (d *document) write(ctx context.Context) error {
	if err := d.writeStory(ctx, storyMain); err != nil {
		return err
	}
	for _, b := range d.boxes {
		if err := d.writeBox(ctx, b); err != nil {
			return err
		}
	}
	return d.writeNotes(ctx)
}

func (d *document) writeStory(ctx context.Context, story int) error {
	start, end := d.fib.story(story)
	w := newWalker(ctx, d)
	w.main = story == storyMain
	return w.walk(start, end)
}

// box is a text box of the body ([MS-DOC] 2.8.32 PlcftxbxTxt, 2.9.102 FTXBXS).
type box struct {
	start, end int // in the story of the boxes
	written    bool
}

const (
	ftxbxsSize = 22
	spaSize    = 26
	mostBoxes  = 1 << 14
)

// readBoxes reads where the boxes' texts are and, from the anchors of shapes
// (2.8.37 PlcfSpa, 2.9.253 Spa), on which characters of the body they hang.
// The last of the boxes is none.
func readBoxes(texts, spa []byte) (boxes []*box, anchors map[int][]*box) {
	at := map[uint32]int{} // anchors by shape
	for i, n := 0, (len(spa)-4)/(4+spaSize); i < n && i < mostBoxes; i++ {
		at[u32(spa, 4*(n+1)+spaSize*i)] = int(u32(spa, 4*i))
	}
	anchors = map[int][]*box{}
	n := (len(texts) - 4) / (4 + ftxbxsSize)
	for i := 0; i < n-1 && i < mostBoxes; i++ {
		b := &box{start: int(u32(texts, 4*i)), end: int(u32(texts, 4*i+4))}
		boxes = append(boxes, b)
		shape := u32(texts, 4*(n+1)+ftxbxsSize*i+14)
		if anchor, ok := at[shape]; ok {
			anchors[anchor] = append(anchors[anchor], b)
		}
	}
	return boxes, anchors
}

// writeBox writes the text of b, once.
func (d *document) writeBox(ctx context.Context, b *box) error {
	if b.written {
		return nil
	}
	b.written = true
	start, end := d.fib.story(storyBoxes)
	from, to := start+b.start, min(start+b.end, end)
	if from >= to {
		return nil
	}
	return newWalker(ctx, d).walk(from, to)
}

// spend counts n bytes that are about to be gathered.
func (d *document) spend(n int) error {
	if d.budget -= int64(n); d.budget < 0 {
		return flow.ErrTooMuch
	}
	return nil
}
