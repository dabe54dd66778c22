package pdf

import (
	"flag"
	"fmt"
	"net/http"
	"net/http/httptest"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

var makeFiles = flag.Bool("make", false, "make testdata/*.pdf with LibreOffice and Chromium")

const counted = `"- " counter(page) " -"`

// made are the test files: what they are made of, by which program, in which style.
var made = []struct {
	name, source string
	office       bool
	style, head  string // CSS, or the alignment of an office text
	foot         string
}{
	{"annual-office", "annual", true, "justify", "青石县人民政府文件", ""},
	{"annual-chromium", "annual", false, "p{text-indent:2em;text-align:justify}", "青石县人民政府文件", counted},
	{"annual-ragged", "annual", false, "p{text-indent:2em}", "", `counter(page) "/" counter(pages)`},
	{"annual-anywhere", "annual", false, "p{text-indent:2em;text-align:justify;word-break:break-all}", "", `counter(page)`},
	{"annual-narrow", "annual", false, "p{text-indent:2em;word-break:break-all}body{font-size:10.5pt}@page{margin:30mm 45mm}", "", `counter(page)`},
	{"annual-columns", "annual", false, "p{text-indent:2em;text-align:justify}body{columns:2;font-size:9pt}h1{column-span:all}h3{font-size:11pt}h2{font-size:13pt}", "", counted},
	{"annual-unruled", "annual", false, "p{text-indent:2em}td{border:0;padding:2px 1em;white-space:nowrap}", "", counted},
	{"poverty-office", "poverty", true, "start", "柳河县扶贫开发领导小组", ""},
	{"poverty-chromium", "poverty", false, "p{margin:.8em 0}", "柳河县扶贫开发领导小组", `"第" counter(page) "页 共" counter(pages) "页"`},
}

// TestMake writes the test files: go test ./corpus/pdf -run Make -make. It needs
// soffice, chromium and the font WenQuanYi Zen Hei (fonts-wqy-zenhei).
func TestMake(t *testing.T) {
	if !*makeFiles {
		t.Skip("only with -make")
	}
	for _, m := range made {
		source, err := os.ReadFile("testdata/src/" + m.source + ".txt")
		if err != nil {
			t.Fatal(err)
		}
		if m.office {
			office(t, m.name, asFODT(string(source), m.style, m.head))
		} else {
			chromium(t, m.name, asHTML(string(source), m.style, m.head, m.foot))
		}
	}
}

// TestMakeCases prints the pages that are web pages in testdata/src, and a
// locked copy of a report.
func TestMakeCases(t *testing.T) {
	if !*makeFiles {
		t.Skip("only with -make")
	}
	for _, name := range []string{"cases", "scan", "breaks"} {
		page, err := os.ReadFile("testdata/src/" + name + ".html")
		if err != nil {
			t.Fatal(err)
		}
		chromium(t, name, string(page))
	}
	locked := `pdf:writer_pdf_Export:{"EncryptFile":{"type":"boolean","value":"true"},"DocumentOpenPassword":{"type":"string","value":"geheim"}}`
	officeAs(t, locked, "locked", asFODT("# 上锁的报告\n完成投资12亿元。\n", "start", "某县"))
	source := "# 带脚注的报告\n全年完成投资12亿元{1}，比上年增长5.2%。\n下一年计划投资15亿元{2}。\n全县上下紧扣年度目标，攻坚克难，新建农村公路66公里，改造危桥10座，惠及168个行政村5.94万人，群众满意度达到98.5%。\n"
	fodt := asFODT(source, "start", "某县")
	for i, note := range []string{"2019年口径作过调整，按当年价格计算。", "见《计划》第3章。"} {
		fodt = strings.Replace(fodt, fmt.Sprintf("{%d}", i+1), footnote(i+1, "Head", note), 1)
	}
	office(t, "notes", fodt)
}

// TestMakeBreaks prints a report on small pages, whose table goes on over a
// page's end, with footnotes in the body's print: with the title as running
// head, and with a headline that the table says again on the second page.
func TestMakeBreaks(t *testing.T) {
	if !*makeFiles {
		t.Skip("only with -make")
	}
	source, err := os.ReadFile("testdata/src/breaks.txt")
	if err != nil {
		t.Fatal(err)
	}
	notes, err := os.ReadFile("testdata/src/breaks.notes")
	if err != nil {
		t.Fatal(err)
	}
	fodt := asFODT(string(source), "justify", "松溪县水利局2021年工作总结")
	fodt = strings.NewReplacer(`fo:page-width="21cm"`, `fo:page-width="14.8cm"`, `fo:page-height="29.7cm"`, `fo:page-height="21cm"`).Replace(fodt)
	for i, note := range strings.Split(strings.TrimSpace(string(notes)), "\n") {
		fodt = strings.Replace(fodt, fmt.Sprintf("{%d}", i+1), footnote(i+1, "InCell", note), 1)
	}
	office(t, "breaks-office", fodt)
	first := strings.Index(fodt, "<table:table-row>")
	end := first + strings.Index(fodt[first:], "</table:table-row>") + len("</table:table-row>")
	fodt = fodt[:first] + "<table:table-header-rows>" + fodt[first:end] + "</table:table-header-rows>" + fodt[end:]
	office(t, "breaks-repeated", fodt)
}

// TestMakeRules prints a table with rules at its top, below its head and at its
// end only, whose first cells are broken, over a page's end, with a correction;
// and such tables as a web page, whose address Chromium prints at its foot.
func TestMakeRules(t *testing.T) {
	if !*makeFiles {
		t.Skip("only with -make")
	}
	source := "# 松溪县文化馆2021年统计\n共有文化站{d}12{/d}21个。\n|单位|演出（场）|观众（人次）|资金（万元）|\n"
	for i := range 50 {
		name := fmt.Sprintf("第%d镇", i+1)
		if i%4 == 2 {
			name = fmt.Sprintf("第%d镇综合文化服务中心（含分馆及服务点）", i+1)
		}
		source += fmt.Sprintf("|%s|%d|%d|%d.%d|\n", name, i+11, (i+3)*137, i+7, i%10)
	}
	fodt := asFODT(source+"注：资金含上级补助120万元。\n", "start", "内部资料 共印80份")
	edge := func(name, border string) string {
		return `<style:style style:name="` + name + `" style:family="table-cell"><style:table-cell-properties ` + border + ` fo:padding="2pt"/></style:style>`
	}
	fodt = strings.Replace(fodt, `fo:border="0.5pt solid #000000"`, `fo:border="none"`, 1)
	fodt = strings.Replace(fodt, "<text:list-style", edge("First", `fo:border-top="1.5pt solid #000000" fo:border-bottom="0.75pt solid #000000"`)+edge("Last", `fo:border-bottom="1.5pt solid #000000"`)+
		`<style:style style:name="Struck" style:family="text"><style:text-properties style:text-line-through-style="solid" style:text-line-through-type="single" fo:color="#c9211e"/></style:style><text:list-style`, 1)
	fodt = strings.NewReplacer("{d}", `<text:span text:style-name="Struck">`, "{/d}", "</text:span>").Replace(fodt)
	rows := strings.Split(fodt, "<table:table-row>")
	rows[1] = strings.ReplaceAll(rows[1], `"Cell"`, `"First"`)
	rows[len(rows)-1] = strings.ReplaceAll(rows[len(rows)-1], `"Cell"`, `"Last"`)
	page, err := os.ReadFile("testdata/src/rules.html")
	if err != nil {
		t.Fatal(err)
	}
	served(t, "rules", page)
	office(t, "rules-office", strings.Join(rows, "<table:table-row>"))
}

func footnote(n int, style, text string) string {
	return fmt.Sprintf(`<text:note text:id="n%d" text:note-class="footnote"><text:note-citation>%d</text:note-citation><text:note-body><text:p text:style-name="%s">%s</text:p></text:note-body></text:note>`, n, n, style, text)
}

func office(t *testing.T, name, fodt string) { officeAs(t, "pdf", name, fodt) }

func officeAs(t *testing.T, format, name, fodt string) {
	dir := t.TempDir()
	in := filepath.Join(dir, name+".fodt")
	if err := os.WriteFile(in, []byte(fodt), 0o600); err != nil {
		t.Fatal(err)
	}
	run(t, "soffice", "-env:UserInstallation=file://"+filepath.Join(os.TempDir(), "soffice-pdf-test"), "--convert-to", format, "--outdir", "testdata", in)
}

func chromium(t *testing.T, name, page string) {
	in := filepath.Join(t.TempDir(), name+".html")
	if err := os.WriteFile(in, []byte(page), 0o600); err != nil {
		t.Fatal(err)
	}
	run(t, "chromium", "--headless", "--no-sandbox", "--disable-gpu", "--print-to-pdf=testdata/"+name+".pdf", in)
}

// served prints a page as one of a site's, not to show a path of this machine.
func served(t *testing.T, name string, page []byte) {
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) { _, _ = w.Write(page) }))
	defer server.Close()
	at := strings.TrimPrefix(server.URL, "http://")
	run(t, "chromium", "--headless", "--no-sandbox", "--disable-gpu", "--no-proxy-server", "--host-resolver-rules=MAP county.example:80 "+at, "--print-to-pdf=testdata/"+name+".pdf", "http://county.example/"+name+".html")
}

func run(t *testing.T, name string, args ...string) {
	if out, err := exec.Command(name, args...).CombinedOutput(); err != nil {
		t.Fatalf("%s: %v\n%s", name, err, out)
	}
}
