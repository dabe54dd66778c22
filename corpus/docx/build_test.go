package docx

import (
	"archive/zip"
	"bytes"
	"context"
	"maps"
	"slices"
	"strings"
	"testing"

	"github.com/zhaibao/zhaibao/corpus"
)

const (
	transitional = `xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" xmlns:v="urn:schemas-microsoft-com:vml" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"`
	strict       = `xmlns:w="http://purl.oclc.org/ooxml/wordprocessingml/main"`
	relNS        = `xmlns="http://schemas.openxmlformats.org/package/2006/relationships"`
	relType      = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
)

// pack makes a package of a body and further parts by their kind: styles, numbering, footnotes.
func pack(t testing.TB, body string, more map[string]string) []byte {
	t.Helper()
	return packAs(t, transitional, body, more)
}

func packAs(t testing.TB, ns, body string, more map[string]string) []byte {
	t.Helper()
	rels := ""
	parts := map[string]string{
		"[Content_Types].xml": `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>`,
		"_rels/.rels":         `<Relationships ` + relNS + `><Relationship Id="r1" Type="` + relType + `officeDocument" Target="word/document.xml"/></Relationships>`,
		"word/document.xml":   `<?xml version="1.0" encoding="UTF-8"?><w:document ` + ns + `><w:body>` + body + `</w:body></w:document>`,
	}
	for kind, content := range more {
		root := map[string]string{"styles": "styles", "numbering": "numbering", "footnotes": "footnotes", "endnotes": "endnotes"}[kind]
		parts["word/"+kind+".xml"] = `<w:` + root + ` ` + ns + `>` + content + `</w:` + root + `>`
		rels += `<Relationship Id="` + kind + `" Type="` + relType + kind + `" Target="` + kind + `.xml"/>`
	}
	parts["word/_rels/document.xml.rels"] = `<Relationships ` + relNS + `>` + rels + `</Relationships>`
	return zipped(t, parts)
}

func zipped(t testing.TB, parts map[string]string) []byte {
	t.Helper()
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	for _, name := range slices.Sorted(maps.Keys(parts)) {
		w, err := z.Create(name)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := w.Write([]byte(parts[name])); err != nil {
			t.Fatal(err)
		}
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func readText(t testing.TB, data []byte) corpus.Text {
	t.Helper()
	if !Reader.Is(data) {
		t.Fatal("not taken for a docx")
	}
	text, err := Reader.Read(context.Background(), corpus.Source{Name: "a.docx", Data: data})
	if err != nil {
		t.Fatal(err)
	}
	return text
}

// p is a paragraph of one run; properties stand in front of it.
func p(text string, properties ...string) string {
	return `<w:p><w:pPr>` + strings.Join(properties, "") + `</w:pPr>` + r(text) + `</w:p>`
}

func r(text string, properties ...string) string {
	return `<w:r><w:rPr>` + strings.Join(properties, "") + `</w:rPr><w:t xml:space="preserve">` + text + `</w:t></w:r>`
}

func inList(id, level string) string {
	return `<w:numPr><w:ilvl w:val="` + level + `"/><w:numId w:val="` + id + `"/></w:numPr>`
}

func tr(cells ...string) string { return `<w:tr>` + strings.Join(cells, "") + `</w:tr>` }

func tc(text string, properties ...string) string {
	return `<w:tc><w:tcPr>` + strings.Join(properties, "") + `</w:tcPr>` + p(text) + `</w:tc>`
}

func tbl(rows ...string) string {
	return `<w:tbl><w:tblPr/><w:tblGrid/>` + strings.Join(rows, "") + `</w:tbl>`
}
