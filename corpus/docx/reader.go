package docx

import (
	"cmp"
	"context"
	"path"

	"github.com/zhaibao/zhaibao/corpus"
	"github.com/zhaibao/zhaibao/corpus/internal/ooxml"
	"github.com/zhaibao/zhaibao/corpus/internal/page"
)

// Reader reads .docx and .docm; macros are never looked at. Locked Office files
// of any kind are taken too, to say what is the matter with them.
var Reader = corpus.Reader{
	Format:  "docx",
	Endings: []string{".docx", ".docm"},
	Is:      func(data []byte) bool { return ooxml.Is(data, "word/") || ooxml.Encrypted(data) },
	Read:    read,
}

// The errors of documents.
var (
	errEmpty = corpus.Problem("文档里没有文字（可能全是图片），请先做文字识别 (OCR)",
		"no text in the document, perhaps only pictures; recognise their text first")
	errKind = corpus.Problem("不是 Word 文档（docx），请检查扩展名，或用 Word/WPS 打开、另存为 .docx 再试",
		"not a Word document (docx); check its ending, or open it and save it as .docx")
	errEmbedded = corpus.Problem("文档里嵌有另一份文档 (altChunk/subDoc)，读不全；请用 Word 打开、另存为 .docx 再试",
		"the document embeds another one (altChunk or subDoc), which is not read; open it in Word and save it as .docx")
)

func read(ctx context.Context, s corpus.Source) (corpus.Text, error) {
	t, broken, err := attempt(ctx, s, false)
	if broken && err == nil {
		t, _, err = attempt(ctx, s, true)
	}
	return t, err
}

// attempt reads the document; broken says that its fields do not end where they
// should, so that text may have been taken for a field's code: it is then read
// again with the text of all fields kept.
func attempt(ctx context.Context, s corpus.Source, keep bool) (t corpus.Text, broken bool, err error) {
	pack, err := ooxml.Open(ctx, s.Data, s.Limits)
	if err != nil {
		return t, false, err
	}
	name, err := pack.Main("word/document.xml")
	if err != nil {
		return t, false, err
	}
	if !pack.Has(name) {
		return t, false, errKind
	}
	parts, err := related(pack, name)
	if err != nil {
		return t, false, err
	}
	d := &document{page: page.New(s.Limits), limit: s.Limits.Filled().Unpacked, keepFields: keep}
	if d.styles, err = readStyles(pack, parts["styles"]); err != nil {
		return t, false, err
	}
	if d.numbers, err = readNumbering(pack, parts["numbering"], d.styles); err != nil {
		return t, false, err
	}
	if err = pack.Scan(name, d.body); err != nil {
		return t, false, err
	}
	for _, kind := range []string{"footnote", "endnote"} {
		if err = d.notes(pack, kind, parts[kind+"s"]); err != nil {
			return t, false, err
		}
	}
	t, err = d.page.Done(errEmpty)
	return t, d.broken, err
}

// related are the parts that the main part names, by the last step of their
// type. It fails where the list of them is lost: numbers would be, too.
func related(pack *ooxml.Package, name string) (map[string]string, error) {
	list, err := pack.Relations(name)
	parts := map[string]string{}
	if dir, _ := path.Split(name); list == nil && (pack.Has(dir+"numbering.xml") || pack.Has(dir+"styles.xml")) {
		return nil, cmp.Or(err, ooxml.ErrDamaged)
	}
	for _, r := range list {
		if _, known := parts[r.Type]; !known && r.Part != "" {
			parts[r.Type] = r.Part
		}
	}
	return parts, err
}

// document is a document while it is read.
type document struct {
	*ooxml.Scanner // of the present part
	page           *page.Page
	styles         styles
	numbers        *numbering
	fields         []field // open in the present story, outermost first
	keepFields     bool
	broken         bool
	muted          int    // > 0 inside what was deleted, hidden or left out
	refs           []note // of the notes in the order of their references
	noted          int    // notes printed
	tcPr           func() // reads the properties of the cell that begins
	held, limit    int64  // bytes kept until they are printed, and the most
}

func (d *document) body(s *ooxml.Scanner) {
	d.Scanner = s
	if s.Space != ooxml.Word || s.Name != "document" {
		s.Fail(errKind)
		return
	}
	for at := s.Depth(); s.Child(at); {
		if s.Name == "body" {
			d.story(func() { d.blocks(d.print) })
		}
	}
}

// story walks a text in which fields begin and end by themselves.
func (d *document) story(walk func()) {
	outer := d.fields
	d.fields = nil
	walk()
	if len(d.fields) > 0 {
		d.broken = true
	}
	d.fields = outer
}

// print writes a block of the body.
func (d *document) print(b block) {
	d.held = 0
	switch {
	case d.page.Full():
		d.Fail(page.ErrTooLong)
	case b.table != nil:
		b.table.print(d.page)
	default:
		d.page.Paragraph(b.text, b.level)
	}
}
