package docx

import (
	"strings"

	"github.com/zhaibao/zhaibao/corpus/internal/flow"
	"github.com/zhaibao/zhaibao/corpus/internal/ooxml"
)

// note names a foot- or endnote.
type note struct{ kind, id string }

// reference keeps a note that the text refers to; its sign is left out.
func (d *document) reference(p *paragraph) {
	if d.muted == 0 && !d.inCode() {
		p.edge = true
		d.refs = append(d.refs, note{strings.TrimSuffix(d.Name, "Reference"), d.Get("id")})
	}
}

// notes prints the notes of a kind, footnote or endnote, in the order of their
// references, each once, with numbers that run over the file.
func (d *document) notes(pack *ooxml.Package, kind, part string) error {
	wanted := map[string]bool{}
	for _, r := range d.refs {
		if r.kind == kind {
			wanted[r.id] = true
		}
	}
	if len(wanted) == 0 {
		return nil
	}
	texts := map[string][]block{}
	err := pack.Scan(part, func(s *ooxml.Scanner) {
		d.Scanner = s
		for at := s.Depth(); s.Child(at); {
			if id := s.Get("id"); s.Name == kind && wanted[id] {
				var list []block
				d.story(func() {
					d.blocks(func(b block) {
						d.hold(64 + len(b.text))
						list = append(list, b)
					})
				})
				texts[id] = list
			}
		}
	})
	if err != nil {
		return err
	}
	if d.noted == 0 {
		d.page.Blank()
	}
	for i := 0; i < len(d.refs); i++ { // notes may refer to notes
		r := d.refs[i]
		if r.kind == kind {
			d.printNote(texts[r.id])
			delete(texts, r.id)
		}
	}
	return nil
}

// printNote prints a note on one line; its tables follow.
func (d *document) printNote(blocks []block) {
	var paragraphs []string
	for _, b := range blocks {
		paragraphs = append(paragraphs, b.text)
	}
	line := flow.Note(d.noted+1, paragraphs)
	if line != "" {
		d.noted++
		d.print(block{text: line})
	}
	for _, b := range blocks {
		if b.table != nil {
			d.print(b)
		}
	}
}
