package xlsx

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
	sheetNS = `xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"`
	relNS   = `xmlns="http://schemas.openxmlformats.org/package/2006/relationships"`
	relType = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
)

// pack makes a workbook of sheets, given as XML within worksheet; a name that
// begins with - is hidden.
func pack(t testing.TB, styles, shared string, sheets ...string) []byte {
	t.Helper()
	tabs, rels := "", ""
	parts := map[string]string{
		"[Content_Types].xml":  `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>`,
		"_rels/.rels":          `<Relationships ` + relNS + `><Relationship Id="r1" Type="` + relType + `officeDocument" Target="/xl/workbook.xml"/></Relationships>`,
		"xl/styles.xml":        `<styleSheet ` + sheetNS + `>` + styles + `</styleSheet>`,
		"xl/sharedStrings.xml": `<sst ` + sheetNS + `>` + shared + `</sst>`,
	}
	for i := 0; i+1 < len(sheets); i += 2 {
		id := string('a' + rune(i))
		state := ""
		name, hidden := strings.CutPrefix(sheets[i], "-")
		if hidden {
			state = ` state="hidden"`
		}
		tabs += `<sheet name="` + name + `" sheetId="1" r:id="` + id + `"` + state + `/>`
		rels += `<Relationship Id="` + id + `" Type="` + relType + `worksheet" Target="worksheets/` + id + `.xml"/>`
		parts["xl/worksheets/"+id+".xml"] = `<worksheet ` + sheetNS + `>` + sheets[i+1] + `</worksheet>`
	}
	parts["xl/workbook.xml"] = `<workbook ` + sheetNS + `><workbookPr/><sheets>` + tabs + `</sheets></workbook>`
	parts["xl/_rels/workbook.xml.rels"] = `<Relationships ` + relNS + `>` + rels + `<Relationship Id="s" Type="` + relType + `styles" Target="styles.xml"/><Relationship Id="t" Type="` + relType + `sharedStrings" Target="sharedStrings.xml"/></Relationships>`
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	for _, name := range slices.Sorted(maps.Keys(parts)) {
		w, err := z.Create(name)
		if err != nil {
			t.Fatal(err)
		}
		w.Write([]byte(parts[name]))
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func rows(list ...string) string { return `<sheetData>` + strings.Join(list, "") + `</sheetData>` }

func n(ref, value string) string { return `<c r="` + ref + `"><v>` + value + `</v></c>` }

func s(ref, text string) string {
	return `<c r="` + ref + `" t="inlineStr"><is><t>` + text + `</t></is></c>`
}

func row(cells ...string) string { return `<row>` + strings.Join(cells, "") + `</row>` }

func rowAt(number, cells string) string { return `<row r="` + number + `">` + cells + `</row>` }

const styles = `<numFmts><numFmt numFmtId="164" formatCode="0.0%"/></numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="164"/><xf numFmtId="3"/></cellXfs>`

func TestTables(t *testing.T) {
	shared := `<si><t>鄞州</t></si><si><r><t>白</t></r><r><t>沙_x000D_镇_x41_b</t></r><rPh><t>bai</t></rPh></si>`
	for _, c := range []struct{ name, sheet, want string }{
		{"strings and numbers", rows(row(`<c t="s"><v>0</v></c>`, s("B1", "人数")), row(`<c t="s"><v>1</v></c>`, `<c t="n"><v>0.30000000000000004</v></c>`)), "鄞州\t人数\n白沙 镇_x41_b\t0.3\n\n"},
		{"formats", rows(row(`<c s="1"><v>43646</v></c>`, `<c s="2"><v>0.1234</v></c>`, `<c s="3"><v>1234567</v></c>`)), "2019-06-30\t12.3%\t1,234,567\n\n"},
		{"formulas show their results", rows(row(`<c><f>1+1</f><v>2</v></c>`, `<c t="str"><f>A1</f><v>甲</v></c>`, `<c t="str"><f>A9</f><v></v></c>`)), "2\t甲\n\n"},
		{"truth, errors, dates of strict files", rows(row(`<c t="b"><v>1</v></c>`, `<c t="e"><v>#DIV/0!</v></c>`, `<c t="d"><v>2019-06-30T00:00:00Z</v></c>`)), "TRUE\t#DIV!\t2019-06-30\n\n"},
		{"columns stay in line, free ones around go", rows(rowAt("2", s("B2", "甲")+n("D2", "5")), rowAt("3", s("B3", "乙")+n("C3", "6"))), "甲\t\t5\n乙\t6\t\n\n"},
		{"a free row parts", rows(rowAt("1", s("A1", "甲")+n("B1", "5")), rowAt("3", s("A3", "乙")+n("B3", "6"))), "甲\t5\n\n乙\t6\n\n"},
		{"hidden rows and columns", `<cols><col min="2" max="2" hidden="1"/><col min="2" max="3" hidden="true"/></cols>` + rows(row(s("A1", "甲"), n("B1", "5"), n("C1", "6"), n("D1", "7")), `<row hidden="1">`+s("A2", "乙")+`</row>`, row(s("A3", "丙"), n("D3", "8"))), "甲\t7\n丙\t8\n\n"},
		{"merged areas show their first cell", rows(row(s("A1", "合计"), n("B1", "9"), n("C1", "5")), row(s("A2", "隐"), n("B2", "9"), n("C2", "6"))) + `<mergeCells><mergeCell ref="A1:B2"/></mergeCells>`, "合计\t\t5\n\t\t6\n\n"},
		{"also where their first row is hidden", rows(`<row hidden="1">`+s("A1", "鄞")+n("B1", "5")+`</row>`, row(n("B2", "6")), row(n("B3", "7"))) + `<mergeCells><mergeCell ref="A1:A3"/></mergeCells>`, "鄞\t6\n\t7\n\n"},
		{"one column is lines", rows(row(s("A1", "标题")), row(s("A2", "共5家。"))), "标题\n共5家。\n\n"},
		{"line ends in cells", rows(row(s("A1", "甲&#10;乙"), n("B1", "5"))), "甲 乙\t5\n\n"},
		{"a column called 内容 with short cells is a table", rows(row(s("A1", "内容"), s("B1", "数量")), row(s("A2", "修路"), n("B2", "5"))), "内容\t数量\n修路\t5\n\n"},
	} {
		text, err := read(context.Background(), corpus.Source{Data: pack(t, styles, shared, "Sheet1", c.sheet)}, Options{})
		if err != nil || text.Text != c.want || text.Parts != nil {
			t.Errorf("%s: %q %v %v, want %q", c.name, text.Text, text.Parts, err, c.want)
		}
	}
}

func TestSheets(t *testing.T) {
	one := rows(row(s("A1", "甲"), n("B1", "5")))
	data := pack(t, "", "", "收入", one, "-藏", one, "支出", one)
	if !Reader.Is(data) {
		t.Error("not taken for a workbook")
	}
	text, err := Reader.Read(context.Background(), corpus.Source{Data: data})
	if want := "收入\n\n甲\t5\n\n支出\n\n甲\t5\n\n"; err != nil || text.Text != want {
		t.Errorf("%q %v, want %q", text.Text, err, want)
	}
	if m := text.Marks; len(m) != 8 || m[0].Span.Of(text.Text) != "收入" || m[0].Level != 1 {
		t.Errorf("marks %v", m)
	}
}

func TestParts(t *testing.T) {
	long := strings.Repeat("全县各项工作有序推进，", 12)
	reports := rows(row(s("A1", "各地报送情况")), row(s("A2", "县区"), s("B2", "报告期"), s("C2", "标题"), s("D2", "正文"), s("E2", "填报单位")),
		row(s("A3", "鄞州"), n("B3", "2019"), s("C3", "总结"), s("D3", "全年共接待游客12人次，其中老人5人次。&#10;完。"), s("E3", "文旅局")),
		row(s("A4", "慈溪"), s("D4", "")), row(s("A5", "慈溪"), s("D5", long)))
	text, err := Reader.Read(context.Background(), corpus.Source{Data: pack(t, "", "", "Sheet1", reports, "附表", rows(row(s("A1", "甲"), n("B1", "5"))))})
	if err != nil || len(text.Parts) != 3 {
		t.Fatalf("%v %+v", err, text.Parts)
	}
	p := text.Parts[0]
	if p.Row != 3 || p.Title != "总结" || p.Region != "鄞州" || p.Org != "文旅局" || p.Period != "2019" || p.Span.Of(text.Text) != "全年共接待游客12人次，其中老人5人次。\n完。\n" {
		t.Errorf("%+v %q", p, p.Span.Of(text.Text))
	}
	if p := text.Parts[1]; p.Row != 5 || p.Region != "慈溪" || p.Span.Of(text.Text) != long+"\n" {
		t.Errorf("%+v", p)
	}
	if p := text.Parts[2]; p.Title != "附表" || p.Span.Of(text.Text) != "附表\n\n甲\t5\n\n" {
		t.Errorf("%+v %q", p, p.Span.Of(text.Text))
	}
	unnamed := rows(row(s("A1", "序号"), s("B1", "说明")), row(n("A2", "1"), s("B2", long)), row(n("A3", "2"), s("B3", long)))
	if text, err = Reader.Read(context.Background(), corpus.Source{Data: pack(t, "", "", "x", unnamed)}); err != nil || len(text.Parts) != 2 {
		t.Errorf("a column of long texts: %v %+v", err, text.Parts)
	}
	named := New(Options{Text: "备注"})
	data := pack(t, "", "", "x", rows(row(s("A1", "县"), s("B1", "备注")), row(s("A2", "鄞州"), s("B2", "共5家"))))
	if text, err = named.Read(context.Background(), corpus.Source{Data: data}); err != nil || len(text.Parts) != 1 || text.Text != "共5家\n" {
		t.Errorf("a column by its name: %v %q", err, text.Text)
	}
	if text, err = New(Options{Text: "没有"}).Read(context.Background(), corpus.Source{Data: data}); err != nil || text.Text != "x\n\n县\t备注\n鄞州\t共5家\n\n" {
		t.Errorf("a table without the column: %q %v", text.Text, err)
	}
	data = pack(t, "", "", "x", unnamed)
	if _, err = New(Options{Text: "没有"}).Read(context.Background(), corpus.Source{Data: data}); err == nil || !strings.Contains(err.Error(), "序号、说明") {
		t.Errorf("texts without the column: %v", err)
	}
}

func TestErrors(t *testing.T) {
	one := row(s("A1", "甲"))
	for _, c := range []struct{ name, sheet, want string }{
		{"a formula without a result", rows(row(s("A1", "甲"), `<c r="B1"><f>SUM(A1)</f><v/></c>`)), "B1 是没有算过的公式"},
		{"rows out of order", rows(rowAt("2", ""), rowAt("1", s("A1", "甲")), rowAt("2", s("A2", "乙")), rowAt("1", s("A1", "甲"))), "已损坏"},
		{"a shared string that is not there", rows(row(`<c t="s"><v>7</v></c>`)), "已损坏"},
		{"no number", rows(row(`<c><v>1,2</v></c>`)), "已损坏"},
		{"nothing", rows(), "没有可见的内容"},
		{"a cell beyond the last column", rows(row(n("XFE1", "1"))), "已损坏"},
		{"XML that does not end", rows(one) + "<x>", "已损坏"},
	} {
		text, err := Reader.Read(context.Background(), corpus.Source{Data: pack(t, styles, "", "Sheet1", c.sheet)})
		if err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%s: %q, %v", c.name, text.Text, err)
		}
	}
}

// FuzzXlsx changes a sheet, the styles and the shared strings of a workbook, and
// reads its own bytes as one.
func FuzzXlsx(f *testing.F) {
	f.Add([]byte(""), rows(row(`<c t="s"><v>0</v></c>`, n("B1", "0.5")))+`<mergeCells><mergeCell ref="A1:B2"/></mergeCells>`, styles, `<si><t>甲_x0041_</t></si>`)
	f.Add(pack(f, "", "", "a", rows(row(n("A1", "1")))), `<cols><col min="1" max="2" hidden="1"/></cols>`+rows(row(`<c s="1"><v>43646</v></c>`, s("C1", "正文"))), styles, "")
	f.Add([]byte(""), rows(row(`<c s="0"><v>-1234.5</v></c>`)), `<numFmts><numFmt numFmtId="164" formatCode="[&gt;=1]0!.0,&quot;万&quot;;[Red](#,##0.0#);@"/></numFmts><cellXfs><xf numFmtId="164"/></cellXfs>`, "")
	f.Fuzz(func(t *testing.T, data []byte, sheet, styles, shared string) {
		Reader.Is(data)
		for _, d := range [][]byte{data, pack(t, styles, shared, "表", sheet)} {
			text, err := Reader.Read(context.Background(), corpus.Source{Data: d, Limits: corpus.Limits{Unpacked: 1 << 20}})
			if err != nil {
				continue
			}
			if strings.ToValidUTF8(text.Text, "") != text.Text || strings.Contains(text.Text, "\x00") || !strings.HasSuffix(text.Text, "\n") {
				t.Fatalf("text %q", text.Text)
			}
			at := 0
			for _, m := range text.Marks {
				if m.Start < at || m.End < m.Start || m.End > len(text.Text) || strings.Contains(m.Span.Of(text.Text), "\n") {
					t.Fatalf("mark %v of %q", m, text.Text)
				}
				at = m.Start
			}
		}
	})
}
