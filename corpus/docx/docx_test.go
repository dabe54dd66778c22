package docx

import (
	"strings"
	"testing"

	"github.com/zhaibao/zhaibao/corpus/internal/readertest"
)

func fld(kind string) string {
	return `<w:r><w:fldChar w:fldCharType="` + kind + `"/></w:r>`
}

func code(s string) string { return `<w:r><w:instrText>` + s + `</w:instrText></w:r>` }

func box(s string) string {
	return `<wps:wsp><wps:txbx><w:txbxContent>` + s + `</w:txbxContent></wps:txbx></wps:wsp>`
}

func TestText(t *testing.T) {
	const del, ins = `<w:del w:id="1" w:author="a">`, `<w:ins w:id="2" w:author="a">`
	for _, c := range []struct{ name, body, want string }{
		{"a paragraph is a line", p("全年接待12人次。") + p("完成。"), "全年接待12人次。\n完成。\n"},
		{"a number in several runs stays one", `<w:p>` + r("11") + r(".9") + r("0亿元") + `</w:p>`, "11.90亿元\n"},
		{"what was changed is what it was changed to", `<w:p>` + r("投资") + del + `<w:r><w:delText>11.90</w:delText></w:r></w:del>` + ins + r("12.35") + `</w:ins>` + r("亿元。") + `</w:p>`, "投资12.35亿元。\n"},
		{"deleted text goes though it is called t", `<w:p>` + r("投资") + del + r("11.90") + `</w:del>` + ins + r("12.35") + `</w:ins>` + r("亿元。") + `</w:p>`, "投资12.35亿元。\n"},
		{"inserted and deleted again is gone", `<w:p>` + r("共") + ins + del + r("9") + `</w:del></w:ins>` + r("8家") + `</w:p>`, "共8家\n"},
		{"moved text stands where it went", `<w:p><w:moveFrom>` + r("甲5件") + `</w:moveFrom>` + r("乙") + `</w:p><w:p><w:moveTo>` + r("甲5件") + `</w:moveTo></w:p>`, "乙\n甲5件\n"},
		{"a deleted paragraph mark joins", `<w:p><w:pPr><w:rPr><w:del w:id="3"/></w:rPr></w:pPr>` + r("全县共") + `</w:p>` + p("12家。"), "全县共12家。\n"},
		{"a deleted paragraph is gone", p("一") + `<w:p><w:pPr><w:rPr><w:del w:id="3"/></w:rPr></w:pPr>` + del + r("旧5") + `</w:del></w:p>` + p("二"), "一\n二\n"},
		{"a deleted mark at the end loses nothing", `<w:p><w:pPr><w:rPr><w:del w:id="3"/></w:rPr></w:pPr>` + r("共3家") + `</w:p>`, "共3家\n"},
		{"old properties are not read", p("12", `<w:pPrChange><w:pPr><w:outlineLvl w:val="0"/>`+inList("1", "0")+`</w:pPr></w:pPrChange>`), "12\n"},
		{"hidden text goes", `<w:p>` + r("共") + r("9", `<w:vanish/>`) + r("8", `<w:vanish w:val="0"/>`) + r("家") + `</w:p>`, "共8家\n"},
		{"breaks are line ends, tabs are tabs", `<w:p>` + r("甲") + `<w:r><w:br/></w:r>` + r("乙") + `<w:r><w:tab/></w:r>` + r("丙") + `<w:r><w:br w:type="page"/></w:r>` + r("丁") + `</w:p>`, "甲\n乙\t丙\n丁\n"},
		{"a leading tab is an indent", `<w:p><w:r><w:tab/></w:r>` + r("甲 ") + `</w:p>`, "甲\n"},
		{"hyphens", `<w:p>` + r("3") + `<w:r><w:noBreakHyphen/></w:r>` + r("5月办") + `<w:r><w:softHyphen/></w:r>` + r("1&#xad;2场") + `</w:p>`, "3-5月办12场\n"},
		{"blanks that are not preserved go", `<w:p><w:r><w:t>
			12 家 </w:t></w:r></w:p>`, "12 家\n"},
		{"ruby shows its base", `<w:p><w:r><w:ruby><w:rubyPr/><w:rt>` + r("yin") + `</w:rt><w:rubyBase>` + r("鄞") + `</w:rubyBase></w:ruby></w:r>` + r("州") + `</w:p>`, "鄞州\n"},
		{"a field shows its result", `<w:p>` + r("共") + fld("begin") + code(" =SUM(A1) 77 ") + fld("separate") + r("12") + fld("end") + r("家") + `</w:p>`, "共12家\n"},
		{"a field in a field's code is not shown", `<w:p>` + fld("begin") + code("IF ") + fld("begin") + code("X") + fld("separate") + r("9") + fld("end") + fld("separate") + r("12") + fld("end") + `</w:p>`, "12\n"},
		{"pages' numbers are not text", `<w:p>` + r("甲") + fld("begin") + code(" PAGE ") + fld("separate") + r("7") + fld("end") + `<w:fldSimple w:instr=" NUMPAGES ">` + r("9") + `</w:fldSimple><w:fldSimple w:instr="DOCPROPERTY x">` + r("乙") + `</w:fldSimple></w:p>`, "甲乙\n"},
		{"a field that never ends loses nothing", `<w:p>` + r("甲") + fld("begin") + code("PAGE 5") + r("共12家") + `</w:p>`, "甲共12家\n"},
		{"a circled number", `<w:p>` + fld("begin") + code(`eq \o\ac(○,3)`) + fld("end") + r("培训5次") + `</w:p>`, "③培训5次\n"},
		{"a deleted link takes its field along", `<w:p>` + r("甲") + del + fld("begin") + `<w:r><w:delInstrText>LINK 5</w:delInstrText></w:r>` + fld("separate") + r("9") + fld("end") + `</w:del>` + r("乙") + `</w:p>`, "甲乙\n"},
		{"links, smart tags, content controls", `<w:p><w:hyperlink r:id="x">` + r("1") + `</w:hyperlink><w:smartTag><w:smartTag>` + r("2") + `</w:smartTag></w:smartTag><w:sdt><w:sdtPr/><w:sdtContent>` + r("3万") + `</w:sdtContent></w:sdt></w:p><w:sdt><w:sdtContent>` + p("四") + `</w:sdtContent></w:sdt>`, "123万\n四\n"},
		{"what to type is not text", `<w:p>` + r("甲") + `<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>` + r("请输入5") + `</w:sdtContent></w:sdt></w:p>`, "甲\n"},
		{"a table of contents goes", `<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val="Table of Contents"/></w:docPartObj></w:sdtPr><w:sdtContent>` + p("一、概况3") + `</w:sdtContent></w:sdt>` + p("正文"), "正文\n"},
		{"so does one without a style", `<w:p>` + r("一、概况") + `<w:r><w:tab/></w:r>` + fld("begin") + code("PAGEREF _x") + fld("separate") + r("3") + fld("end") + `</w:p><w:p>` + r("见第") + fld("begin") + code("PAGEREF _x") + fld("separate") + r("3") + fld("end") + r("页") + `</w:p>`, "见第3页\n"},
		{"so does the result of its field alone", `<w:p>` + fld("begin") + code(` TOC \o "1-3" `) + fld("separate") + r("一、概况") + `<w:r><w:tab/></w:r>` + r("3") + `</w:p>` + p("二、举办比赛8场……15") + `<w:p>` + r("三、打算") + fld("end") + `</w:p>` + p("二、举办比赛8场"), "二、举办比赛8场\n"},
		{"but not the text behind its end", `<w:p>` + fld("begin") + code(`TOC`) + fld("separate") + r("一、概况") + fld("end") + r("举办比赛8场") + `</w:p>`, "举办比赛8场\n"},
		{"nor the text that slipped into it", `<w:p>` + fld("begin") + code(`TOC`) + fld("separate") + r("一、概况") + `</w:p>` + p("举办比赛8场。") + p("演出3场") + `<w:p>` + fld("end") + `</w:p>`, "举办比赛8场。\n演出3场\n\n"},
		{"nor a table in it", `<w:p>` + fld("begin") + code(`TOC`) + fld("separate") + r("一、概况") + `</w:p>` + tbl(tr(tc("甲"), tc("3"))) + `<w:p>` + fld("end") + `</w:p>`, "甲\t3\n\n\n"},
		{"struck text is taken out by hand", `<w:p>` + r("旧100人", `<w:strike/>`) + r("新200人", `<w:strike w:val="0"/>`) + r("，3万", `<w:dstrike/>`) + r("元", `<w:dstrike w:val="false"/>`) + `</w:p>`, "新200人元\n"},
		{"and closes no number", `<w:p>` + r("10") + r("0", `<w:strike/>`) + r("5人，二") + r("三", `<w:strike/>`) + r("十户，5") + r("户", `<w:strike/>`) + r("人") + `</w:p>`, "10□5人，二□十户，5人\n"},
		{"a struck line end stays one", `<w:p>` + r("甲5") + `<w:r><w:rPr><w:strike/></w:rPr><w:t>乙</w:t><w:br/></w:r>` + r("6") + `</w:p>`, "甲5\n6\n"},
		{"a text box on struck text stays", `<w:p><w:r><w:rPr><w:strike/></w:rPr><w:t>甲</w:t><w:pict><v:shape><v:textbox><w:txbxContent>` + p("框6") + `</w:txbxContent></v:textbox></v:shape></w:pict></w:r></w:p>`, "框6\n"},
		{"a wrapper that nobody knows", `<v:x><w:y>` + p("共5家") + `</w:y></v:x>`, "共5家\n"},
		{"a text box stands once, behind its paragraph", `<w:p>` + r("甲") + `<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wp:anchor>` + box(p("框5")) + `</wp:anchor></w:drawing></mc:Choice><mc:Fallback><w:pict><v:textbox><w:txbxContent>` + p("框5") + `</w:txbxContent></v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>` + r("乙") + `</w:p>`, "甲乙\n框5\n"},
		{"an old text box", `<w:p><w:r><w:pict><v:shape><v:textbox><w:txbxContent>` + p("框6") + `</w:txbxContent></v:textbox></v:shape></w:pict></w:r></w:p>`, "框6\n"},
		{"symbols", `<w:p><w:r><w:sym w:font="Wingdings" w:char="F082"/></w:r>` + r("甲1") + `<w:r><w:sym w:font="Foo" w:char="F031"/></w:r>` + r("2") + `</w:p>`, "②甲1 2\n"},
		{"raised digits do not close up", `<w:p>` + r("10") + r("4", `<w:vertAlign w:val="superscript"/>`) + r("吨，5km") + r("2", `<w:vertAlign w:val="superscript"/>`) + r("，PM") + r("2.5", `<w:vertAlign w:val="subscript"/>`) + `</w:p>`, "10⁴吨，5km²，PM2.5\n"},
		{"formulas", `<w:p>` + r("占3") + `<m:oMath><m:f><m:num><m:r><m:t>1</m:t></m:r></m:num><m:den><m:r><m:t>2</m:t></m:r></m:den></m:f><m:r><m:t>5</m:t></m:r></m:oMath>` + r("，") + `<m:oMathPara><m:oMath><m:sSup><m:e><m:r><m:t>10</m:t></m:r></m:e><m:sup><m:r><m:t>4</m:t></m:r></m:sup></m:sSup></m:oMath></m:oMathPara></w:p>`, "占3□1/2□5，10^4\n"},
		{"comments are not text", `<w:p>` + r("甲") + `<w:commentRangeStart/>` + r("乙") + `<w:commentRangeEnd/><w:r><w:commentReference w:id="0"/></w:r></w:p>`, "甲乙\n"},
		{"an inline object parts numbers", `<w:p>` + r("12") + `<w:r><w:drawing><wp:inline/></w:drawing></w:r>` + r("35") + `</w:p>`, "12□35\n"},
		{"an anchored one does not", `<w:p>` + r("12") + `<w:r><w:drawing><wp:anchor/></w:drawing></w:r>` + r("35") + `</w:p>`, "1235\n"},
	} {
		if got := readText(t, pack(t, c.body, nil)).Text; got != c.want {
			t.Errorf("%s: %q, want %q", c.name, got, c.want)
		}
	}
}

func TestTables(t *testing.T) {
	const restart, goesOn = `<w:vMerge w:val="restart"/>`, `<w:vMerge/>`
	span := func(n string) string { return `<w:gridSpan w:val="` + n + `"/>` }
	numbered := `<w:tc>` + p("", inList("1", "0")) + `</w:tc>`
	numbering := map[string]string{"numbering": `<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>`}
	for _, c := range []struct{ name, body, want string }{
		{"rows are lines", p("表") + tbl(tr(tc("甲"), tc("12")), tr(tc("乙"), tc(""))) + p("后"), "表\n\n甲\t12\n乙\t\n\n后\n"},
		{"merged cells keep the columns", tbl(tr(tc("县", restart), tc("合计", span("2"))), tr(tc("隐9", goesOn), tc("5"), tc("6"))), "县\t合计\t\n\t5\t6\n\n"},
		{"a merged cell without a first is shown", tbl(tr(tc("县", goesOn), tc("5"))), "县\t5\n\n"},
		{"free columns", tbl(`<w:tr><w:trPr><w:gridBefore w:val="1"/><w:gridAfter w:val="1"/></w:trPr>` + tc("5") + tc("6") + `</w:tr>`), "\t5\t6\t\n\n"},
		{"a deleted row is gone", tbl(tr(tc("甲"), tc("1")), `<w:tr><w:trPr><w:del w:id="1"/></w:trPr>`+tc("乙")+tc("2")+`</w:tr>`), "甲\t1\n\n"},
		{"a deleted cell is gone", tbl(tr(tc("甲"), tc("1", `<w:cellDel w:id="1"/>`), tc("2"))), "甲\t2\n\n"},
		{"paragraphs of a cell are one", tbl(tr(tc("甲"), `<w:tc>`+p("1")+p("2")+`</w:tc>`)), "甲\t1 2\n\n"},
		{"one cell a row is layout", tbl(tr(`<w:tc>`+p("标题")+p("共5家。")+`</w:tc>`), tr(tc("完。"))), "标题\n共5家。\n完。\n"},
		{"a tiny table stays in its cell", tbl(tr(tc("甲"), `<w:tc>`+tbl(tr(tc("1"), tc("2")))+p("")+`</w:tc>`)), "甲\t1 2\n\n"},
		{"a larger one follows", tbl(tr(tc("甲"), `<w:tc>`+p("见")+tbl(tr(tc("1"), tc("2")), tr(tc("3"), tc("4")))+p("")+`</w:tc>`), tr(tc("乙"), tc("5"))), "甲\t见\n乙\t5\n\n1\t2\n3\t4\n\n"},
		{"a cell's automatic number is its text", tbl(tr(tc("序号"), tc("甲")), tr(numbered, tc("3")), tr(numbered, tc("4"))), "序号\t甲\n1\t3\n2\t4\n\n"},
		{"a row in a content control", tbl(`<w:sdt><w:sdtContent>` + tr(tc("甲"), `<w:sdt><w:sdtContent>`+tc("1")+`</w:sdtContent></w:sdt>`) + `</w:sdtContent></w:sdt>`), "甲\t1\n\n"},
	} {
		got := readText(t, pack(t, c.body, numbering))
		if got.Text != c.want {
			t.Errorf("%s: %q, want %q", c.name, got.Text, c.want)
		}
		readertest.Text(t, got)
	}
}

func TestHeadings(t *testing.T) {
	styles := `<w:style w:type="paragraph" w:styleId="1"><w:name w:val="heading 1"/></w:style>
		<w:style w:type="paragraph" w:styleId="x"><w:name w:val="我的"/><w:basedOn w:val="1"/></w:style>
		<w:style w:type="paragraph" w:styleId="y"><w:name w:val="标题 3"/><w:basedOn w:val="y"/></w:style>
		<w:style w:type="paragraph" w:styleId="t"><w:name w:val="toc 1"/></w:style>`
	style := func(id string) string { return `<w:pStyle w:val="` + id + `"/>` }
	got := readText(t, pack(t, p("甲", style("1"))+p("乙", style("x"))+p("丙", style("y"))+
		p("丁", `<w:outlineLvl w:val="1"/>`)+p("戊", style("1"), `<w:outlineLvl w:val="9"/>`)+p("", style("1"))+p("己")+
		`<w:p><w:pPr>`+style("t")+`</w:pPr>`+r("甲")+`<w:r><w:tab/></w:r>`+r("3")+`</w:p>`, map[string]string{"styles": styles}))
	var marks []string
	for _, m := range got.Marks {
		marks = append(marks, m.Span.Of(got.Text)+string('0'+rune(m.Level)))
	}
	if s := strings.Join(marks, " "); s != "甲1 乙1 丙3 丁2" {
		t.Errorf("headings %s", s)
	}
	if got.Text != "甲\n乙\n丙\n丁\n戊\n\n己\n" {
		t.Errorf("text %q", got.Text)
	}
}

func TestNotes(t *testing.T) {
	ref := func(kind, id string) string {
		return `<w:r><w:` + kind + `Reference w:id="` + id + `"/></w:r>`
	}
	got := readText(t, pack(t, `<w:p>`+r("12")+ref("footnote", "2")+r("35家")+ref("endnote", "1")+`</w:p><w:p>`+ref("footnote", "1")+`<w:del>`+ref("footnote", "3")+`</w:del></w:p>`, map[string]string{
		"footnotes": `<w:footnote w:type="separator" w:id="0">` + p("x") + `</w:footnote><w:footnote w:id="1">` + p("后注5") + `</w:footnote><w:footnote w:id="2"><w:p><w:r><w:footnoteRef/></w:r>` + r(" 先注6") + `</w:p></w:footnote><w:footnote w:id="3">` + p("删7") + `</w:footnote>`,
		"endnotes":  `<w:endnote w:id="1">` + p("尾注8") + `</w:endnote>`,
	})).Text
	if want := "12□35家\n\n[1] 先注6\n[2] 后注5\n[3] 尾注8\n"; got != want {
		t.Errorf("%q, want %q", got, want)
	}
}

// TestNoteMarks: what marks a note by hand goes, at its reference and in it.
func TestNoteMarks(t *testing.T) {
	got := readText(t, pack(t, `<w:p>`+r("共3场")+`<w:r><w:footnoteReference w:customMarkFollows="1" w:id="1"/><w:t>①</w:t></w:r>`+r("，5人")+`<w:r><w:footnoteReference w:id="2"/></w:r></w:p>`, map[string]string{
		"footnotes": `<w:footnote w:id="1">` + p("① 含线上1场。") + p("另有2场。") + `</w:footnote><w:footnote w:id="2">` + p("*估计数") + `</w:footnote>`,
	})).Text
	if want := "共3场，5人\n\n[1] 含线上1场。 另有2场。\n[2] 估计数\n"; got != want {
		t.Errorf("%q, want %q", got, want)
	}
}

// TestStruckStyle: a style may strike text through, and a run take that back.
func TestStruckStyle(t *testing.T) {
	styles := `<w:style w:type="character" w:styleId="d"><w:rPr><w:strike/></w:rPr></w:style><w:style w:type="character" w:styleId="e"><w:basedOn w:val="d"/></w:style>`
	got := readText(t, pack(t, `<w:p>`+r("甲")+r("旧5人", `<w:rStyle w:val="e"/>`)+r("新6人", `<w:rStyle w:val="e"/><w:strike w:val="0"/>`)+`</w:p>`, map[string]string{"styles": styles})).Text
	if got != "甲新6人\n" {
		t.Errorf("%q", got)
	}
}

func TestStrict(t *testing.T) {
	if got := readText(t, packAs(t, strict, p("全年5场。"), nil)).Text; got != "全年5场。\n" {
		t.Errorf("%q", got)
	}
}
