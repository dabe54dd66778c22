package pdf

import (
	"fmt"
	"html"
	"strings"
)

// A source is a report as plain text with a little markup, from which the test
// files are made and with which their text is compared: "# " to "### " are
// headings, "- " is an item of a list, "|a|b|" a row of a table, "> " a signature
// to the right; any other line is a paragraph.

// want is the text that a reader must give of a source. Chromium draws bullets, LibreOffice writes them.
func want(source, bullet string) string {
	var b strings.Builder
	inTable := false
	for _, l := range strings.Split(strings.TrimSpace(source), "\n") {
		row := strings.HasPrefix(l, "|")
		if row != inTable {
			b.WriteString("\n")
		}
		inTable = row
		switch {
		case row:
			b.WriteString(strings.Join(cells(l), "\t"))
		case strings.HasPrefix(l, "#"):
			b.WriteString(strings.TrimLeft(l, "# "))
		case strings.HasPrefix(l, "- "):
			b.WriteString(bullet + l[2:])
		default:
			b.WriteString(l)
		}
		b.WriteString("\n")
	}
	return b.String()
}

func cells(row string) []string { return strings.Split(row[1:len(row)-1], "|") }

// asHTML is the source as a web page for printing, with a running head and a
// foot that counts the pages.
func asHTML(source, css, head, foot string) string {
	var b strings.Builder
	fmt.Fprintf(&b, `<!DOCTYPE html><html lang="zh"><head><meta charset="utf-8"><style>
@page{size:A4;margin:28mm 26mm;@top-center{content:"%s"}@bottom-center{content:%s}}
body{font:12pt "WenQuanYi Zen Hei";line-height:1.7}p{margin:0}h1{font-size:20pt;text-align:center}h2{font-size:15pt}h3{font-size:13.5pt}
table{border-collapse:collapse;width:100%%;margin:1em 0}td{border:1px solid black;padding:2px 5px}
%s</style></head><body>
`, head, foot, css)
	open := ""
	for _, l := range strings.Split(strings.TrimSpace(source), "\n") {
		kind := ""
		switch {
		case strings.HasPrefix(l, "|"):
			kind = "table"
		case strings.HasPrefix(l, "- "):
			kind = "ul"
		}
		if kind != open {
			if open != "" {
				b.WriteString("</" + open + ">\n")
			}
			if kind != "" {
				b.WriteString("<" + kind + ">\n")
			}
			open = kind
		}
		b.WriteString(htmlLine(l) + "\n")
	}
	b.WriteString("</body></html>\n")
	return b.String()
}

func htmlLine(l string) string {
	switch level := len(l) - len(strings.TrimLeft(l, "#")); {
	case strings.HasPrefix(l, "|"):
		out := "<tr>"
		for _, c := range cells(l) {
			out += "<td>" + html.EscapeString(c) + "</td>"
		}
		return out + "</tr>"
	case strings.HasPrefix(l, "- "):
		return "<li>" + html.EscapeString(l[2:]) + "</li>"
	case level > 0:
		return fmt.Sprintf("<h%d>%s</h%d>", level, html.EscapeString(strings.TrimLeft(l, "# ")), level)
	}
	return "<p>" + html.EscapeString(l) + "</p>"
}

// asFODT is the source as a flat OpenDocument text.
func asFODT(source, align, head string) string {
	var b strings.Builder
	fmt.Fprintf(&b, fodtStart, align, head)
	rows := [][]string{}
	flush := func() {
		if len(rows) > 0 {
			b.WriteString(fodtTable(rows))
			rows = nil
		}
	}
	for _, l := range strings.Split(strings.TrimSpace(source), "\n") {
		if strings.HasPrefix(l, "|") {
			rows = append(rows, cells(l))
			continue
		}
		flush()
		level := len(l) - len(strings.TrimLeft(l, "#"))
		text := html.EscapeString(strings.TrimLeft(l, "# "))
		switch {
		case level > 0:
			fmt.Fprintf(&b, `<text:h text:style-name="H%d" text:outline-level="%d">%s</text:h>`+"\n", level, level, text)
		case strings.HasPrefix(l, "- "):
			fmt.Fprintf(&b, `<text:list text:style-name="L1"><text:list-item><text:p text:style-name="Item">%s</text:p></text:list-item></text:list>`+"\n", text[2:])
		case strings.HasPrefix(l, "> "):
			fmt.Fprintf(&b, `<text:p text:style-name="Sign">%s</text:p>`+"\n", html.EscapeString(l[2:]))
		default:
			fmt.Fprintf(&b, `<text:p text:style-name="Body">%s</text:p>`+"\n", text)
		}
	}
	flush()
	b.WriteString("</office:text></office:body></office:document>\n")
	return b.String()
}

func fodtTable(rows [][]string) string {
	var b strings.Builder
	fmt.Fprintf(&b, `<table:table table:name="T"><table:table-column table:number-columns-repeated="%d"/>`, len(rows[0]))
	for _, row := range rows {
		b.WriteString("<table:table-row>")
		for _, c := range row {
			fmt.Fprintf(&b, `<table:table-cell table:style-name="Cell"><text:p text:style-name="InCell">%s</text:p></table:table-cell>`, html.EscapeString(c))
		}
		b.WriteString("</table:table-row>\n")
	}
	return b.String() + "</table:table>\n"
}

const fodtStart = `<?xml version="1.0" encoding="UTF-8"?>
<office:document xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0" xmlns:svg="urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0" office:version="1.3" office:mimetype="application/vnd.oasis.opendocument.text">
<office:font-face-decls><style:font-face style:name="Zen" svg:font-family="'WenQuanYi Zen Hei'"/></office:font-face-decls>
<office:styles>
<style:default-style style:family="paragraph"><style:text-properties style:font-name="Zen" style:font-name-asian="Zen" fo:font-size="12pt" style:font-size-asian="12pt" fo:language="zh" fo:country="CN" style:language-asian="zh" style:country-asian="CN"/></style:default-style>
<style:style style:name="Body" style:family="paragraph"><style:paragraph-properties fo:text-align="%s" fo:text-indent="24pt" fo:line-height="150%%" fo:orphans="1" fo:widows="1"/></style:style>
<style:style style:name="Item" style:family="paragraph"><style:paragraph-properties fo:line-height="150%%"/></style:style>
<style:style style:name="InCell" style:family="paragraph"/>
<style:style style:name="Sign" style:family="paragraph"><style:paragraph-properties fo:text-align="end"/></style:style>
<style:style style:name="H1" style:family="paragraph"><style:paragraph-properties fo:text-align="center" fo:margin-bottom="12pt"/><style:text-properties fo:font-size="20pt" style:font-size-asian="20pt"/></style:style>
<style:style style:name="H2" style:family="paragraph"><style:paragraph-properties fo:margin-top="8pt"/><style:text-properties fo:font-size="15pt" style:font-size-asian="15pt"/></style:style>
<style:style style:name="H3" style:family="paragraph"><style:text-properties fo:font-size="13.5pt" style:font-size-asian="13.5pt"/></style:style>
<style:style style:name="Head" style:family="paragraph"><style:paragraph-properties fo:text-align="center"/><style:text-properties fo:font-size="9pt" style:font-size-asian="9pt"/></style:style>
</office:styles>
<office:automatic-styles>
<style:style style:name="Cell" style:family="table-cell"><style:table-cell-properties fo:border="0.5pt solid #000000" fo:padding="2pt"/></style:style>
<text:list-style style:name="L1"><text:list-level-style-bullet text:level="1" text:bullet-char="•"><style:list-level-properties text:list-level-position-and-space-mode="label-alignment"><style:list-level-label-alignment text:label-followed-by="listtab" fo:text-indent="-18pt" fo:margin-left="36pt"/></style:list-level-properties></text:list-level-style-bullet></text:list-style>
<style:page-layout style:name="A4"><style:page-layout-properties fo:page-width="21cm" fo:page-height="29.7cm" fo:margin-top="2cm" fo:margin-bottom="2cm" fo:margin-left="2.6cm" fo:margin-right="2.6cm"/><style:header-style><style:header-footer-properties fo:min-height="1cm" fo:margin-bottom="0.6cm"/></style:header-style><style:footer-style><style:header-footer-properties fo:min-height="1cm" fo:margin-top="0.6cm"/></style:footer-style></style:page-layout>
</office:automatic-styles>
<office:master-styles><style:master-page style:name="Standard" style:page-layout-name="A4"><style:header><text:p text:style-name="Head">%s</text:p></style:header><style:footer><text:p text:style-name="Head">第<text:page-number text:select-page="current"/>页 共<text:page-count/>页</text:p></style:footer></style:master-page></office:master-styles>
<office:body><office:text>
`
