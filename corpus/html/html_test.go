package html_test

import (
	"context"
	"strings"
	"testing"
	"unicode/utf16"

	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/simplifiedchinese"
	"golang.org/x/text/encoding/traditionalchinese"

	"github.com/zhaibao/zhaibao/corpus"
	"github.com/zhaibao/zhaibao/corpus/html"
)

func TestText(t *testing.T) {
	for _, test := range []struct{ says, page, want string }{
		{"runs of one number join", `<p>1,2<span>34</span>人</p>`, "1,234人\n"},
		{"so do Word's runs", `<p class=MsoNormal><span lang=EN-US>1,2</span><span class=GramE>34</span>人<o:p></o:p></p>`, "1,234人\n"},
		{"spans of classes unknown do not make a number", `<p><span class="n">12</span><span class="n">34</span></p>`, "12 34\n"},
		{"unless the page's style sheet says they are plain", `<style>.T1 {color:red} .T2 { font-weight:bold }</style><p><span class="T1">12</span><span class="T2">34</span>人</p>`, "1234人\n"},
		{"inline blocks stand apart", `<style>.b{display:inline-block}</style><p><i class=b>12</i><i class=b>34</i></p>`, "12 34\n"},
		{"floats and flex items too", `<p><span style="float:left">12</span><span style="float:left">34</span></p><div style="display:flex"><div>5</div><div>6</div></div>`, "12 34\n5\n6\n"},
		{"spans shown as blocks are lines", `<span style="display:block">12</span><span style="display:block">34</span>`, "12\n34\n"},
		{"links beside each other stand apart", `<p><a href=1>1</a><a href=2>2</a>页</p>`, "1 2页\n"},
		{"a number ends with its link", `<p><a href=1>投入46</a>2023-12-01</p>`, "投入46 2023-12-01\n"},
		{"white space collapses", "<p>  培训 \n\t 12   人 </p>", "培训 12 人\n"},
		{"a line end of the source between Han is none", "<p>共培训农\r\n  民12人</p>", "共培训农民12人\n"},
		{"one between digits is a blank", "<p>12\n34</p>", "12 34\n"},
		{"a no-break space is a space", "<p>12&nbsp;34</p>", "12 34\n"},
		{"invisible characters do not part a number", "<p>1&shy;2&#8203;3&zwnj;4人</p>", "1234人\n"},
		{"entities", "<p>&lt;12&gt; &amp; &#x4E2D;&#25991; &plusmn;3</p>", "<12> & 中文 ±3\n"},
		{"br is a line", "<p>12<br>34<br/>56</p>", "12\n34\n56\n"},
		{"pre keeps its lines", "<pre>12\n34   5</pre>", "12\n34   5\n"},
		{"blocks never fuse", "<div>12<div>34</div>56</div><p>7<p>8<ul><li>9<li>10</ul>", "12\n34\n56\n7\n8\n9\n10\n"},
		{"a paragraph with a stray end tag", "12</p>34</div>56", "12\n34 56\n"},
		{"what is hidden is no text", `<p>1<span style="DISPLAY : none">2</span>人</p><p hidden>3</p><p style="visibility:hidden">4</p><p style="mso-hide:all">5</p>`, "1人\n"},
		{"what screen readers skip is seen", `<p aria-hidden=true>12人</p>`, "12人\n"},
		{"scripts and their like are no text", `<script>var a=12</script><style>p{1}</style><noscript>3</noscript><template>4</template><!-- 5 --><p>6</p><iframe>7</iframe>`, "6\n"},
		{"deleted text is none, inserted is", `<p>11.90<del>11.90</del><s>1</s><strike>2</strike><ins>亿元</ins><span style="text-decoration:line-through">9</span></p>`, "11.90亿元\n"},
		{"deletion ends before its paragraph does", `<s><p>12</s>34</p>`, "34\n"},
		{"deletion goes on in the next paragraph", `<p><s>12<p>34</s>56`, "56\n"},
		{"square metres", `<p>450m<sup>2</sup> 3米<sup>3</sup></p>`, "450m² 3米³\n"},
		{"ten's powers", `<p>1.2×10<sup>4</sup>亩</p>`, "1.2×10⁴亩\n"},
		{"references to notes go", `<p>24期<sup>1</sup>，30期<sup>[2]</sup>，5期<a href="#_ftn1" name="_ftnref1"><span class=MsoFootnoteReference>[1]</span></a>，1250<sup>3</sup>人</p>`, "24期，30期，5期，1250人\n"},
		{"a subscript is text", `<p>PM<sub>2.5</sub> 12<sub>3</sub></p>`, "PM2.5 12 3\n"},
		{"a note stands on its line", `<p>培训<a href="#_ftn1">[1]</a>12人</p><div id=ftn1><p><a href="#_ftnref1">[1]</a>2023年数据</p></div>`, "培训12人\n2023年数据\n"},
		{"ordered lists have their numbers", `<ol start=3><li>12人<li>13人<li value=9>14人</ol>`, "3. 12人\n4. 13人\n9. 14人\n"},
		{"letters, Roman and Chinese too", `<ol type=a><li>x</ol><ol type=I start=4><li>y</ol><ol style="list-style-type:cjk-ideographic" start=12><li>z</ol>`, "a. x\nIV. y\n十二、z\n"},
		{"a list that numbers itself", `<ol><li>1、12人</li><li>（2）13人</li></ol><ol style="list-style:none"><li>14人</ol>`, "1、12人\n（2）13人\n14人\n"},
		{"Word's list marks stay", `<p class=MsoListParagraph><!--[if !supportLists]--><span>1.<span style='font:7.0pt'>&nbsp;&nbsp; </span></span><!--[endif]-->培训12人</p>`, "1.  培训12人\n"},
		{"Word's settings do not", `<!--[if gte mso 9]><xml><w:Zoom>100</w:Zoom></xml><![endif]--><xml><w:Zoom>100</w:Zoom></xml><p>12<![if !vml]>人<![endif]></p>`, "12人\n"},
		{"fields show their values", `<table><tr><td>人数<td><input value="120"><td><select><option>8<option selected>9</select></table>`, "人数\t120\t9\n"},
		{"a list to choose from ends its options", `<div><p>公厕6座<select><option>a<option>b</select><p>活动326场</p></div>`, "公厕6座\n活动326场\n"},
		{"and stands apart", `12<select><option>3</select>4`, "12 4\n"},
		{"a button ends what is open in it", `<button><p>1</button><p>326场</p>`, "326场\n"},
		{"deletion ends in the middle of a cell's paragraphs", `<table><tr><td><s>1<p>2</s>3</p>4<tr><td>5</table>`, "3\n4\n5\n"},
		{"hidden fields do not", `<p>1<input type=hidden value=2>人<input type=submit value=3></p>`, "1 人\n"},
		{"headings between text", `<h2>一、做法</h2>12人`, "一、做法\n12人\n"},
		{"ruby", `<p><ruby>青<rp>(<rt>qing1<rp>)</ruby>禾</p>`, "青禾\n"},
	} {
		t.Run(test.says, func(t *testing.T) {
			if got := read(t, []byte("<html><body>"+test.page+"</body></html>")).Text; got != test.want {
				t.Errorf("%s\n got %q\nwant %q", test.page, got, test.want)
			}
		})
	}
}

// TestLayout reads tables that lay out pages: what is of the article stays.
func TestLayout(t *testing.T) {
	const article = `<h1>青禾县科协2023年工作总结</h1><p>全年培训46场次，受训1234人次。</p><p>发放资料8600份。</p>`
	const want = "青禾县科协2023年工作总结\n全年培训46场次，受训1234人次。\n发放资料8600份。\n"
	for _, test := range []struct{ says, page, want string }{
		{"rankings left and right go, linked or not", `<table><tr><td>点击排行<br>植树5000株<td>` + article + `<td>最新推荐<br>慰问80户</table>`, want},
		{"a figure beside the article stays", `<table><tr><td>` + article + `<td>科普大篷车行程1800公里</table>`, want + "科普大篷车行程1800公里\n"},
		{"a table of the article about a site stays", `<div>` + article + `<table><tr><td>访问统计<td>万次<tr><td>全年<td>35</table><p>共采用信息200条。</p></div>`,
			want + "\n访问统计\t万次\n全年\t35\n\n共采用信息200条。\n"},
		{"a table of figures below the article's cell keeps its unit and headlines", `<table><tr><td>` + article + `<tr><td>附表：投入情况<br>单位：万元<table><tr><td>乡镇<td>投入<tr><td>城关镇<td>35<tr><td>河东乡<td>21</table></table>`,
			want + "附表：投入情况\n单位：万元\n\n乡镇\t投入\n城关镇\t35\n河东乡\t21\n"},
		{"a ranking with the article itself goes", `<table><tr><td>点击排行<br>青禾县科协2023年工作总结<br>植树5000株<td>` + article + `</table>`, want},
		{"a form with a title keeps its cells", `<table><tr><td colspan=2><h1>青禾县科协2023年工作总结</h1><tr><td>培训场次<td>46<tr><td>做法<td>下乡培训。发放资料。</table>`,
			"青禾县科协2023年工作总结\t\n培训场次\t46\n做法\t下乡培训。发放资料。\n"},
		{"how often an attachment was loaded is no figure", article + `<p>附件：1.统计表.xls（32.5KB）（下载12次）</p><p>下载附件（已下载45次）</p>`, want + "附件：1.统计表.xls\n"},
		{"how often the article's programme was loaded is one", article + `<p>推广农技程序，已下载45次</p><p>农技程序（已下载45次）</p><p>经验被转发12次。</p>`, want + "推广农技程序，已下载45次\n农技程序（已下载45次）\n经验被转发12次。\n"},
		{"counters below the article go", article + `<p>下载：45次</p><p>已有12人评论 赞(3) 收藏 8</p>`, want},
		{"the same words in the middle of it stay", article + `<p>评论：120条</p><p>下载量：450次</p><p>效果良好，受到12个乡镇好评。</p>`, want + "评论：120条\n下载量：450次\n效果良好，受到12个乡镇好评。\n"},
	} {
		t.Run(test.says, func(t *testing.T) {
			page := "<html><title>青禾县科协2023年工作总结</title><body>" + test.page + "</body></html>"
			if got := read(t, []byte(page)).Text; got != test.want {
				t.Errorf("%s\n got %q\nwant %q", page, got, test.want)
			}
		})
	}
}

func TestTables(t *testing.T) {
	for _, test := range []struct{ says, page, want string }{
		{"cells are parted by tabs", `<tr><td>12</td><td>34</td></tr><tr><td>5<td>6`, "12\t34\n5\t6\n"},
		{"empty cells stay", `<tr><td>a<td><td>c<tr><td><td>e<td>`, "a\t\tc\n\te\t\n"},
		{"merged across", `<tr><td colspan=2>a<td>b<tr><td>1<td>2<td>3`, "a\t\tb\n1\t2\t3\n"},
		{"merged down", `<tr><td rowspan=2>a<td>b<td rowspan="2">c<tr><td>2<tr><td>3<td>4<td>5`, "a\tb\tc\n\t2\t\n3\t4\t5\n"},
		{"merged both ways", `<tr><td rowspan=2 colspan=2>a<td>b<tr><td>c<tr><td>1<td>2<td>3`, "a\t\tb\n\t\tc\n1\t2\t3\n"},
		{"merged beyond the last column", `<tr><td colspan=99>题<td style="display:none">x<tr><td>1<td>2`, "题\t\n1\t2\n"},
		{"paragraphs and lines in a cell", `<tr><td><p>12</p><p>34</p><td>5<br>6`, "12 34\t5 6\n"},
		{"head first and foot last", `<tfoot><tr><td>计<td>3</tfoot><tbody><tr><td>甲<td>3</tbody><thead><tr><td>乡<td>人</thead>`, "乡\t人\n甲\t3\n计\t3\n"},
		{"one cell for each row is text", `<tr><td><p>12</p><p>34</p></td></tr><tr><td>56</td></tr>`, "12\n34\n56\n"},
		{"text between the rows", `<caption>表1</caption><tr><td>1<td>2</td>散文<tr><td>3<td>4`, "表1\n散文\n\n1\t2\n3\t4\n"},
		{"a form between the rows", `<form><tr><td>1<td>2</tr></form><tr><td>3<td>4`, "1\t2\n3\t4\n"},
		{"a tiny table in a cell", `<tr><td>a<td><table><tr><td>1<td>2</table><tr><td>3<td>4`, "a\t1 2\n3\t4\n"},
		{"white space of any kind", "<tr><td>\n 12\u3000\n</td>\n<td>\t3 4\n</td>", "12\t3 4\n"},
	} {
		t.Run(test.says, func(t *testing.T) {
			got := read(t, []byte("<html><body><table>"+test.page+"</table></body></html>"))
			if got.Text != test.want {
				t.Errorf("%s\n got %q\nwant %q", test.page, got.Text, test.want)
			}
		})
	}
}

func TestCharsets(t *testing.T) {
	const said = "<html><head><meta http-equiv='Content-Type' content='text/html; charset=%'></head><body><p>培训１２人，约1,234人次。</p></body></html>"
	gb, _ := simplifiedchinese.GB18030.NewEncoder().String(said)
	b5, _ := traditionalchinese.Big5.NewEncoder().String("<html><meta charset=big5><p>培訓12人</p></html>")
	latin, _ := charmap.Windows1252.NewEncoder().String("<html><meta charset=windows-1252><p>&#22521;&#35757;12\u00a0\u201334</p></html>")
	wide := func(s string) string {
		out := []byte{}
		for _, u := range utf16.Encode([]rune(s)) {
			out = append(out, byte(u), byte(u>>8))
		}
		return string(out)
	}
	as := func(s, charset string) string { return strings.Replace(s, "%", charset, 1) }
	for _, test := range []struct{ says, data, want, encoding string }{
		{"gb2312", as(gb, "gb2312"), "培训１２人，约1,234人次。\n", corpus.GB18030},
		{"gbk", as(gb, "GBK"), "培训１２人，约1,234人次。\n", corpus.GB18030},
		{"nothing said", as(gb, ""), "培训１２人，约1,234人次。\n", corpus.GB18030},
		{"utf-8 said, GB18030 written", as(gb, "utf-8"), "培训１２人，约1,234人次。\n", corpus.GB18030},
		{"gb2312 said, UTF-8 written", as(said, "gb2312"), "培训１２人，约1,234人次。\n", corpus.UTF8},
		{"utf-8 with a mark", "\xef\xbb\xbf" + as(said, "gb2312"), "培训１２人，约1,234人次。\n", corpus.UTF8},
		{"utf-16 with a mark", "\xff\xfe" + wide(as(said, "unicode")), "培训１２人，约1,234人次。\n", corpus.UTF16LE},
		{"utf-16 without", wide(as(said, "utf-16")), "培训１２人，约1,234人次。\n", corpus.UTF16LE},
		{"Big5", b5, "培訓12人\n", "big5"},
		{"Western letters with references", latin, "培训12 –34\n", "windows-1252"},
	} {
		t.Run(test.says, func(t *testing.T) {
			got := read(t, []byte(test.data))
			if got.Text != test.want || got.Encoding != test.encoding {
				t.Errorf("got %q in %s", got.Text, got.Encoding)
			}
		})
	}
}

func TestIs(t *testing.T) {
	for _, test := range []struct {
		data string
		want bool
	}{
		{"<!DOCTYPE html>", true},
		{"\xef\xbb\xbf \r\n\r\n<!-- a --><!-- b -->\n<HTML>", true},
		{"<?xml version=\"1.0\"?>\n<!DOCTYPE html PUBLIC", true},
		{"<meta charset=gb2312><p>", true},
		{"<p>培训12人</p>", true},
		{"<\x00h\x00t\x00m\x00l\x00>\x00", true},
		{"<?xml version=\"1.0\"?><w:wordDocument>", false},
		{"人数<12的乡镇", false},
		{"<12人的乡镇", false},
		{"<通知>全县", false},
		{"<phone>", false},
		{"PK\x03\x04", false},
		{"", false},
		{"<!-- 没有结束", false},
		{"%PDF-1.4 <html>", false},
	} {
		if got := html.Is([]byte(test.data)); got != test.want {
			t.Errorf("Is(%q) = %v", test.data, got)
		}
	}
}

func TestErrors(t *testing.T) {
	for _, test := range []struct{ says, data, want string }{
		{"nothing but a script", "<html><body><div id=app></div><script>load()</script></body></html>", "没有文字"},
		{"frames", "<html><frameset cols='20%,80%'><frame src=a.htm><frame src=b.htm></frameset></html>", "只是框架"},
		{"a page of links", "<html><body><a href=1>首页</a> <a href=2>动态</a> <a href=3>公开</a><ul><li><a href=4>全县培训46场次</a> 12-01<li><a href=5>发放资料8600份</a> 11-21</ul><div class=footer>版权所有 邮编646100</div></body></html>", "只有链接"},
		{"cut in the text", "<html><body><p>共培训12", "不完整"},
		{"cut in a tag", "<html><body><p>共培训12人</p><p al", "不完整"},
		{"cut in a comment", "<html><body><p>共培训12人</p><!-- ", "不完整"},
		{"cut in a table", "<html><body><table><tr><td>12</td>\n", "不完整"},
		{"a comment that swallows the rest", "<html><body><p>12人</p><!-- <p>34人</p></body></html>", "不完整"},
		{"too deep", "<html>" + strings.Repeat("<div>", 300) + "12</html>", "嵌套太深"},
		{"spans without end", "<html><table>" + strings.Repeat("<tr><td rowspan=9999 colspan=1000>1<td>1", 3000) + "</table></html>", "合并单元格过多"},
		{"bytes of no encoding", "<html><meta charset=utf-8><p>" + strings.Repeat("\xff1\x80\xfe2", 50) + "</p></html>", "无法识别"},
	} {
		t.Run(test.says, func(t *testing.T) {
			got, err := html.Reader.Read(context.Background(), corpus.Source{Name: "a.html", Data: []byte(test.data)})
			if err == nil || !strings.Contains(err.Error(), test.want) {
				t.Errorf("got %q, error %v, want one with %s", got.Text, err, test.want)
			}
		})
	}
}

func TestMayOmitEndTags(t *testing.T) {
	for _, page := range []string{"<html><body><p>12人</body>", "<html><ul><li>12人</html>\n", "<!doctype html><p>12人</p>", "<p>12人\n"} {
		if got := read(t, []byte(page)).Text; got != "12人\n" {
			t.Errorf("%s: %q", page, got)
		}
	}
}

func TestCancelled(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	_, err := html.Reader.Read(ctx, corpus.Source{Data: []byte("<html><p>12</p></html>")})
	if err != context.Canceled {
		t.Error(err)
	}
}
