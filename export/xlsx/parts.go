package xlsx

import (
	"archive/zip"
	"encoding/xml"
	"fmt"
	"io"
	"strings"

	"github.com/zhaibao/zhaibao/export"
)

const (
	header     = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>` + "\n"
	sheetML    = `http://schemas.openxmlformats.org/spreadsheetml/2006/main`
	relations  = `http://schemas.openxmlformats.org/officeDocument/2006/relationships`
	packageRel = `http://schemas.openxmlformats.org/package/2006/relationships`
	types      = `http://schemas.openxmlformats.org/package/2006/content-types`
	ofType     = `application/vnd.openxmlformats-officedocument.spreadsheetml.`
)

// The styles of cells, by their place in cellXfs.
const (
	styleHeader  = 1 // bold, on grey
	styleText    = 2 // number format 49: text
	styleInteger = 3 // number format 1: 0
	styleDecimal = 4 // as many decimals as there are
)

const styles = header + `<styleSheet xmlns="` + sheetML + `">` +
	`<fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts>` +
	`<fills count="3"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill>` +
	`<fill><patternFill patternType="solid"><fgColor rgb="FFE7E6E6"/></patternFill></fill></fills>` +
	`<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>` +
	`<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>` +
	`<cellXfs count="5"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>` +
	`<xf numFmtId="49" fontId="1" fillId="2" borderId="0" xfId="0" applyNumberFormat="1" applyFont="1" applyFill="1"/>` +
	`<xf numFmtId="49" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/>` +
	`<xf numFmtId="1" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/>` +
	`<xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/></cellXfs>` +
	`<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>`

func sheetPath(i int) string { return fmt.Sprintf("xl/worksheets/sheet%d.xml", i+1) }

// writeParts writes all of the workbook but its sheets.
func writeParts(z *zip.Writer, sheets []*sheet) error {
	var overrides, entries, names, links strings.Builder
	for i, s := range sheets {
		name := quoted(s.name)
		fmt.Fprintf(&overrides, `<Override PartName="/%s" ContentType="%sworksheet+xml"/>`, sheetPath(i), ofType)
		fmt.Fprintf(&entries, `<sheet name="%s" sheetId="%d" r:id="rId%d"/>`, name, i+1, i+1)
		fmt.Fprintf(&names, `<definedName name="_xlnm._FilterDatabase" localSheetId="%d" hidden="1">'%s'!%s</definedName>`, i, name, s.area("$"))
		fmt.Fprintf(&links, `<Relationship Id="rId%d" Type="%s/worksheet" Target="worksheets/sheet%d.xml"/>`, i+1, relations, i+1)
	}
	for _, part := range []struct{ name, content string }{
		{"[Content_Types].xml", header + `<Types xmlns="` + types + `"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>` +
			`<Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="` + ofType + `sheet.main+xml"/>` +
			`<Override PartName="/xl/styles.xml" ContentType="` + ofType + `styles+xml"/>` + overrides.String() + `</Types>`},
		{"_rels/.rels", header + `<Relationships xmlns="` + packageRel + `"><Relationship Id="rId1" Type="` + relations + `/officeDocument" Target="xl/workbook.xml"/></Relationships>`},
		{"xl/workbook.xml", header + `<workbook xmlns="` + sheetML + `" xmlns:r="` + relations + `"><sheets>` + entries.String() + `</sheets><definedNames>` + names.String() + `</definedNames></workbook>`},
		{"xl/_rels/workbook.xml.rels", header + `<Relationships xmlns="` + packageRel + `">` + links.String() +
			fmt.Sprintf(`<Relationship Id="rId%d" Type="%s/styles" Target="styles.xml"/></Relationships>`, len(sheets)+1, relations)},
		{"xl/styles.xml", styles},
	} {
		w, err := z.Create(part.name)
		if err == nil {
			_, err = io.WriteString(w, part.content)
		}
		if err != nil {
			return err
		}
	}
	return nil
}

// quoted is a text inside an XML attribute.
func quoted(s string) string {
	var b strings.Builder
	xml.EscapeText(&b, []byte(s)) // a Builder takes all
	return b.String()
}

// appendHead appends what stands before the rows: the header stays in sight,
// columns of text are in text format.
func appendHead(dst []byte, columns []export.Column, widths []int) []byte {
	dst = append(dst, header+`<worksheet xmlns="`+sheetML+`"><sheetViews><sheetView workbookViewId="0">`+
		`<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><cols>`...)
	for i, c := range columns {
		style := 0
		if c.Kind == export.Text {
			style = styleText
		}
		w := min(max(widths[i]+2, minWidth), maxWidth)
		dst = fmt.Appendf(dst, `<col min="%d" max="%d" width="%d" style="%d" customWidth="1"/>`, i+1, i+1, w, style)
	}
	return append(dst, "</cols><sheetData>"...)
}
