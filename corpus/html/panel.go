package html

import (
	"strings"
	"unicode"

	"github.com/zhaibao/zhaibao/internal/lazy"
)

// column finds the article on a page that tables lay out: the smallest cell
// with the headline and five sixths of the sentences; nil where none has both.
func (d *document) column() *node {
	for _, lead := range d.leads() {
		for n := lead.parent; n != nil && d.root.stops > 0; n = n.parent {
			if n.tag == "td" && n.stops*6 >= d.root.stops*5 {
				d.lead = squeeze(text(lead, 400))
				return n
			}
		}
	}
	return nil
}

const maxLeads = 64

// leads are the elements that may be the headline: those that say what the
// page's title says, then the headings.
func (d *document) leads() (leads []*node) {
	want := squeeze(d.headline)
	if want == "" {
		want = squeeze(d.title)
	}
	var grave []*node
	for n := range d.root.each {
		if n.drop || n.runes < 6 || n.runes > 100 || n.links*2 > n.han || len(leads)+len(grave) > maxLeads {
			continue
		}
		switch t := squeeze(text(n, 400)); {
		case len(t) >= 24 && strings.Contains(want, t):
			leads = append(leads, n)
		case n.tag == "h1" || n.tag == "h2" || n.tag == "h3":
			grave = append(grave, n)
		}
	}
	return append(leads, grave...)
}

// panels are the titles of boxes beside an article, lines of their own.
var panels = lazy.Regexp(`^[\s【\[<>«»·■◆▶|]*(((本|今|昨|一|上)?(周|日|月|年|天|栏目?|类|站)|24小时)?(点击|阅读|浏览|人气|访问|下载|评论|热点|热门|新闻|文章|信息)排(行榜?|名)|` +
	`(热门|热点|精彩|精选|本类|本栏|栏目|编辑|站长)?推荐(文章|新闻|信息|阅读|内容)|(最新|本类|本站|本栏)(热点|推荐|热门|固顶|更新)|最新(信息|文章|新闻|发布)|(热门|热点)(文章|新闻|信息|推荐|点击|阅读|标签|关键词|下载)|` +
	`相关(新闻|链接|信息|阅读|文章|稿件|报道|推荐|内容)|延伸阅读|猜你喜欢|图片新闻|友情链接|栏目导航|站内(搜索|导航)|用户登录|会员登录|(访问|网站|流量)统计|网友评论|最新评论)[】\]：:\s>»|]*((更多|more|MORE)[>».…\s]*)?$`)

// panel reports whether n is a box beside the article: it has no sentence and a
// panel's title first, in a cell outside of the article anywhere; inside the
// article, which may have a table 访问统计 of its own, only the title of related news.
func (d *document) panel(n *node, inside bool) bool {
	if n.stops > 0 || n.runes > 2000 || inside && d.lead != "" && strings.Contains(squeeze(text(n, 8000)), d.lead) {
		return false
	}
	most := 1
	if n.tag == "td" && !inside {
		most = 40
	}
	for _, s := range pieces(n, most) {
		if relates().MatchString(s) || !inside && panels().MatchString(s) {
			return true
		}
	}
	return false
}

// pieces are the first lines of n, most at most, as far as its elements tell them.
func pieces(n *node, most int) (lines []string) {
	var b strings.Builder
	end := func() {
		if s := strings.TrimFunc(b.String(), unicode.IsSpace); s != "" && len(lines) < most {
			lines = append(lines, s)
		}
		b.Reset()
	}
	var walk func(*node)
	walk = func(n *node) {
		apart := n.tag == "br" || blocks[n.tag] || cellular(n.tag)
		if apart {
			end()
		}
		b.WriteString(n.text)
		for c := n.first; c != nil && len(lines) < most; c = c.next {
			if !c.drop {
				walk(c)
			}
		}
		if apart {
			end()
		}
	}
	walk(n)
	end()
	return lines
}

var (
	attachment = lazy.Regexp(`(?i)^\s*(附件|下载|点击下载|相关附件|相关下载)|\.(docx?|xlsx?|pptx?|pdf|wps|et|zip|rar|txt|ofd)`)
	// weight is what a site says of an attachment in brackets: how often it was
	// loaded, how many bytes it has.
	weight = lazy.Regexp(`(?i)\s*[（(\[【]\s*((已|共|累计)?(下载|点击)(次数|量)?\s*[：:]?\s*[\d,]+\s*次?|(大小\s*[：:]?\s*)?\d+(\.\d+)?\s*(KB|MB|K|M|字节|bytes))\s*[)）\]】]`)
)

// bare is the line of an attachment without its weight.
func bare(t string) string {
	if len(t) > 300 || sentence(t) || !attachment().MatchString(t) {
		return t
	}
	return strings.TrimRight(weight().ReplaceAllString(t, ""), " \t\u3000")
}
