package docx

import (
	"strings"

	"github.com/zhaibao/zhaibao/corpus/internal/ooxml"
)

// note names a foot- or endnote.
type note struct{ kind, id string }

// reference keeps a note that the text refers to; its sign is left out.
func (d *document) reference(p *paragraph) {
	p.edge = true
	if d.muted == 0 && !d.inCode() {
		d.refs = append(d.refs, note{strings.TrimSuffix(d.Name, "Reference"), d.Get("id")})
	}
}

// notes prints the notes of a kind, footnote or endnote, in the order of their
// references, each once.
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
	d.page.Blank()
	for i := 0; i < len(d.refs); i++ { // notes may refer to notes
		r := d.refs[i]
		for _, b := range texts[r.id] {
			if r.kind == kind && (b.table != nil || strings.TrimSpace(b.text) != "") {
				d.print(b)
			}
		}
		if r.kind == kind {
			delete(texts, r.id)
		}
	}
	return nil
}
