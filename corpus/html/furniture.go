package html

import (
	"strings"

	"github.com/zhaibao/zhaibao/internal/lazy"
)

// reason says why an element is the page's furniture and no text of a report.
type reason uint8

const (
	none   reason = iota
	named         // its name says so: nav, id="footer", class="share"
	linked        // it is a list of links
	beside        // a box of rankings, related news or counters
	record        // the table of 索引号, 发文机关, 成文日期 above a document
)

// names are the words of ids and classes that are given to furniture, as parts
// of longer names or as words of their own.
var names = lazy.Regexp(`footer|copyright|bottomnav|navbar|navi|menu|sidebar|breadcrumb|crumb|dqwz|weizhi|share|jiathis|relat|xgxx|xgwj|xglj|xgwz|xgxw|xiangguan|friend|yqlj|links|search|login|toolbar|qrcode|erweima|weather|tianqi|visit|counter|pagination|prenext|banner|recommend|hotnews|rank|dianji|topbar|` +
	`(^|[^a-z])(nav|foot|side|aside|location|position|hot|print|tools|ewm|pager?|page-?nav|tuijian|copy|logo|header|top|bottom|bdsharebuttonbox|comment|left|right)([^a-z]|$)`)

// reason judges an element that does not hold the article. Outside of the
// article its name is enough; inside, and where there are figures, it needs
// the links to prove it.
func (d *document) reason(n *node) reason {
	if d.office || n == d.root || n.holds(d.article) || n.runes == 0 {
		return none
	}
	inside := d.article.holds(n)
	if n.tag == "nav" || outside[n.tag] && !inside {
		return named
	}
	if id := strings.ToLower(n.attr("id") + " " + n.attr("class")); id != " " && names().MatchString(id) && !strings.Contains(id, "footnote") {
		if !inside || n.links*2 >= n.han && n.han > 0 && !attached(n) {
			return named
		}
	}
	if d.panel(n, inside) {
		return beside
	}
	if n.tag == "table" && n.runes < 800 && isRecord(text(n, 3000)) {
		return record
	}
	if n.anchors >= 3 && n.figures <= n.anchors && n.links*10 >= n.han*6 && (!inside || d.article == d.root || n.anchors >= 5 && n.links*10 >= n.han*9) && !attached(n) {
		return linked
	}
	return none
}

// attached reports whether the links are those of attachments, which belong to the report.
func attached(n *node) bool { return strings.Contains(text(n, 2000), "附件") }

func isRecord(t string) bool {
	return strings.Contains(t, "索引号") || strings.Contains(t, "索 引 号") || strings.Contains(t, "信息分类") && strings.Contains(t, "发布机构")
}

const (
	value = `\s*[：:]?\s*`
	when  = `[\[【(（]?\s*(\d{4}[-年/.]\d{1,2}[-月/.]\d{1,2}日?)?([\sT]*\d{1,2}:\d{2}(:\d{2})?)?\s*[\]】)）]?`
)

// Fragments of the line under a headline. Strong ones make a line such a line;
// it goes if they and the weak ones explain it to the last character.
var (
	strong = lazy.Regexp(`(发布|发稿|更新|公开|录入|添加|上传|编辑|生成|创建|稿件)(时间|日期)` + value + when +
		`|(已?(浏览|点击|阅读|访问|查看|点阅|人气))(次数|总数|量|数|率)?` + value + `[\[（(]?\s*[\d,]*\s*次?\s*[\])）]?` +
		`|(字体|字号|文字|正文大小)(大小)?` + value + `[\[【(（]?\s*(特大|超大|大|中|小|默认|\s|[|/、·])*[\]】)）]?` +
		`|(点赞|赞|踩|在看|评论|转发|收藏|跟帖|留言)(数|量)?` + value + `[\[（(]?\s*\d+\s*[条次]?\s*[\])）]?` +
		`|[\[【(（]?(我要)?(打印|关闭|收藏|保存|纠错|返回)(本页|本文|页面|窗口|此页|该页|正文|顶部)?[\]】)）]?` +
		`|(下载附件|附件下载)?[（(]?(已|共)?下载(次数|量)?` + value + `[\d,]+\s*次?[)）]?` +
		`|(共|已)?有?\s*\d+\s*[条人位](网友)?(评论|跟帖|留言)|[（(]只显示最新\d+条.*?[)）]|(网友评论|验证码)\s*[：:]|(发表|我要|查看|全部)评论` +
		`|(分享到?|分享至|转发)(微信|微博|QQ|朋友圈|空间|新浪|腾讯|\s|[、：:|])*` +
		`|(责任编辑|责编|信息员|信息来源|文章来源|稿源|来源单位|供稿单位|发布机构|发布单位|发布人|信息审核|网站编辑|文章编辑|审核人?|编辑|作者|文章录入|录入者?|责任校对)\s*[：:]\s*[^\s：:]{0,24}`)
	weak    = lazy.Regexp(`(来源|日期|时间|撰稿|供稿|初审|复审|终审|校对|编审|通讯员|记者|摄影)\s*[：:]\s*([^\s：:\d]{0,24}|` + when + `)` + `|\d{4}[-年/.]\d{1,2}[-月/.]\d{1,2}日?([\sT]+\d{1,2}:\d{2}(:\d{2})?)?|\d{1,2}:\d{2}(:\d{2})?|[\[【(（]\s*[大中小\s|/]*[\]】)）]|[大中小]\s+[大中小]\s+[小中大]|发表于\S{2,8}|视力保护色|微信|微博|QQ空间|扫一扫|手机(查看|浏览|版)|语音播报|无障碍|下载附件|附件下载|点击下载|告诉好友`)
	crumb   = lazy.Regexp(`^[\s【\[]*(您?(现在|当前|目前)的?(所在)?的?(位置|栏目)|当前所在|所在位置|首页\s*[>»›/→\-—])`)
	turning = lazy.Regexp(`^[\s【\[<>«»]*((上|下|前|后)一?(篇|条|页|则)(文章|信息|新闻|文|：|:|】|\]|\s|$)|扫一扫.{0,30}(手机|微信|打开|分享))`)
	paging  = lazy.Regexp(`^(共\s*\d+\s*(页|条)|首页|上一页|下一页|尾页|末页|第\s*\d+\s*页|当前|转到|跳转|\d+(/\d+)?|[\s|,，/>»<«.…])+$`)
	relates = lazy.Regexp(`^[\s【\[<>«»·]*(相关(新闻|链接|信息|阅读|文章|稿件|解读|文档|报道|推荐|内容)|推荐(阅读|信息|文章)|热点(新闻|推荐|排行)|点击排行|阅读排行|延伸阅读|友情链接|最新(信息|文章|新闻|更新)|猜你喜欢|栏目导航)[】\]：:\s>»]*(更多)?[>»+\s]*$`)
	counted = lazy.Regexp(`(浏览|点击|阅读|访问)(次数|量|数|人数|人次)?\s*[：:]\s*[\d,]+\s*(人次|人|次)?$`)
	clock   = lazy.Regexp(`今天是|现在是|\d{4}年\d{1,2}月\d{1,2}日\s*星期[一二三四五六日天]|天气|气温|℃`)
	legal   = lazy.Regexp(`版权所有|版权归|ICP备|ICP证|公网安备|网安备|网站标识码|技术支持|建议使用|分辨率|您是第|本站(访问|浏览|总)|总访问量|访问总量|今日访问|在线人数|访问人次|页面执行时间|设为首页|联系站长|(?i:copyright|all rights reserved)|©`)
	hosts   = lazy.Regexp(`邮编|邮政编码|主办|承办|传真|网址|维护`)
	imprint = lazy.Regexp(`(邮编|邮政编码|电话|传真|热线|地址|邮箱|E-?mail|电子邮件|主办(单位)?|承办(单位)?|协办|维护|网址|网站地图|联系我们|关于我们|网站声明|党政机关|事业单位)`)
)

// explained reports whether a line is that of date, source, clicks and buttons, to the last character.
func explained(t string) bool {
	if len(t) > 600 || !anyOf(t, strongWords) || !strong().MatchString(t) {
		return false
	}
	return nothingElse(t)
}

// nothingElse reports whether t holds but fragments of such a line.
func nothingElse(t string) bool {
	rest := weak().ReplaceAllString(strong().ReplaceAllString(t, " "), " ")
	return len(t) <= 600 && strings.Trim(rest, " \t\u3000|｜/、,，：:·-—[]【】()（）<>»+大中小次打印收藏关闭分享保存") == ""
}

// strongWords are what strong needs at least, so that most lines are told fast.
var strongWords = strings.Fields("时间 日期 浏览 点击 阅读 访问 查看 点阅 人气 字体 字号 文字 正文大小 打印 关闭 收藏 保存 纠错 返回 分享 转发 编辑 责编 信息员 信息来源 文章来源 稿源 来源单位 供稿单位 发布 信息审核 审核 作者 赞 踩 评论 跟帖 留言 下载 录入 验证码")

func anyOf(t string, words []string) bool {
	for _, w := range words {
		if strings.Contains(t, w) {
			return true
		}
	}
	return false
}

// sentence reports whether t reads as running text.
func sentence(t string) bool { return len(t) >= 45 && strings.ContainsAny(t, "。；！？") }
