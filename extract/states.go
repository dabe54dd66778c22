package extract

import (
	"strings"

	"github.com/zhaibao/zhaibao/extract/quantity"
	"github.com/zhaibao/zhaibao/internal/fold"
	"github.com/zhaibao/zhaibao/internal/trie"
	"github.com/zhaibao/zhaibao/segment"
)

// phrase is a phrase of completion found in the block, with the fact it becomes.
type phrase struct {
	start, end int // runes
	subject    int // where the words of its subject start in the clause
	clause     int
	status     Status
	all        bool // 均 全部 都: said of every member of a list
	before     bool // stands as a verb before its number: 已建成22个
	money      bool // said of money: 发放到位
	emitted    bool
	loose      bool         // read from its adverb alone: needs a work or a figure for its subject
	label      segment.Span // of the row whose cell it is
	fact       Fact
}

// state is what a word of completion contributes to a phrase.
type state uint16

const (
	stateDone    state = 1 << iota // 已 均已: with a verb of completion, done
	stateOngoing                   // 正在 仍在
	stateUndone                    // 尚未 未
	stateAll                       // 均 全部: every member
	stateManner                    // 提前 顺利: says how
	verbEnd                        // 完成 竣工: completion
	verbStart                      // 启动 开工: begun and not done
	verbOn                         // 建设 施工 审核: what may be going on
	verbMoney                      // 发放 拨付: completion of payments
	tail                           // 到位 使用: goes with the verb before it
	alone                          // needs no adverb: 在建
	whole                          // says by itself that something is finished: 建成通车
)

var stateWords = []struct {
	state state
	words string
}{
	{stateDone, "总算 已经全部 已 已经 均已 都已 现已 业已 已全部 均已全部 全部已 已基本 已正式 已于 也已 且已 已按 已按期 已如期 已顺利 已对外 已成功 已陆续"},
	{stateOngoing, "正在 正 仍在 还在 尚在 正加快 正抓紧 正在加快 正在抓紧 正有序 正按"},
	{stateUndone, "尚未 还未 仍未 未 暂未 均未 没有 未能 尚没有 还没有 目前未 暂缓 没 还没 至今未 至今没 一直未"},
	{stateAll | stateManner, "均 全部 都 全面 悉数 全数 全"},
	{stateManner, "全线 迟迟 提前 超额 按期 如期 顺利 圆满 足额 按时 及时 正式 基本 对外 成功 陆续 相继 按月 打卡 竣工并 建成并 完工并 一次性 完全 实质性 按计划 同步 同时 高质量"},
	{verbEnd, "批复 出院 康复 康复出院 整治 整治到位 治理 处置 处置到位 销号 著录 动迁 清淤 打卡 打卡到户 到户 归还 返还 退回 补办 到账 拨付到账 开拍 拍摄完毕 盖好 修好 修通 办好 建好 装好 放完 打通 结束 完成 完工 竣工 建成 投用 投产 投运 启用 开放 通车 运行 运营 办结 整改 整改完成 整改到位 落实 落实到位 安装 安装完毕 完毕 验收 通过验收 竣工验收 通过竣工验收 通过省级验收 通过市级验收 交付 交付使用 入住 结案 销号 达标 投入使用 投入运营 投入运行 投入营运 建成投用 建成投运 建成投产 建成开放 建成通车 建成使用 建成运营 竣工入住 竣工投用 竣工验收 挂牌 上线 上线运行 搬迁 解决 化解 兑付 移交 配备 配备到位 清零 脱贫 摘帽 出列 完成验收 完成建设 完成安装 改造完成 建设完成 通水 通气 通电 并网 贯通 合龙 完结 结题 归档 修复 修缮完成 搬入 迁入 回迁 分配 分配到位 联网 建档 送达 采购到位 安置 安置到位 完成任务 达到序时进度 验收合格 接通 试运行 试运营 营业 开馆 开园"},
	{verbMoney, "发放 拨付 发放到位 拨付到位 兑现 兑现到位 打卡发放 发放完毕 拨付完毕 到位 全部到位 足额到位 支付 支付到位 下达 退还 结清"},
	{verbStart, "复工 复产 复工复产 启动 开工 动工 启动建设 开工建设 动工建设 启动实施 进场施工 进场 开工 招标 挂网 立项 开班 推进 铺开 展开 签约 进入收尾 进入收尾阶段 进入施工阶段 进入招标阶段 进入装修阶段"},
	{verbOn, "举办 召开 搞成 举行 建设 施工 实施 进行 审核 办理 装修 改造 调试 推进 招标 治理 施工建设 整改 筹备 筹建 评审 公示 申报 申请 修建 铺设 编制 设计 采购 安装 收尾 验收 洽谈 对接 审批 征地 拆迁 招投标 开展 采集 完善 制定 修订 核查 处理 铺油 跟进 攻坚 拆除 规划 报批 谈判 审计 铺装 搬迁 运行 组织"},
	{alone | verbStart, "在办 在修 在装 在审 在建 收尾 建设中 施工中 推进中 实施中 整改中 办理中 审核中 装修中 处理中 公示中 在建设 在施工 在实施 在推进 在整改 在办理"},
	{whole | verbEnd, "投入试运行 投入试运营 投入试用 投入使用 投入运营 投入运行 建成投用 建成投运 建成投产 建成开放 建成通车 建成使用 建成运营 竣工投用 竣工验收 竣工交付 竣工通车 竣工投产 通过竣工验收 正式运营 正式启用 正式开放 全线贯通 全线通车 顺利通车 建成启用 建成入住 足额到位 全部到位 全部竣工 全部完工 全部完成 全部建成 全面建成 全面完工 全面竣工 全部竣工 如期完工 如期竣工 对外营业"},
	{tail, "开园 开馆 开业 营业 销号 到位 使用 运营 运行 投用 验收 入住 通车 建设 实施 完毕 完成 开放 结束 阶段 并网 投产 营运 安装 改造 施工 整改"},
}

func compileStates(fold func([]uint16, string) []uint16) *trie.Trie {
	t := &trie.Trie{}
	for _, g := range stateWords {
		for w := range strings.FieldsSeq(g.words) {
			folded := fold(nil, w)
			was := max(t.Get(folded), 0)
			t.Add(folded, was|int32(g.state))
		}
	}
	return t
}

// secondRunes are the second characters of the words of completion.
func secondRunes(fold func([]uint16, string) []uint16) *[1 << 16]bool {
	var second [1 << 16]bool
	for _, g := range stateWords {
		for w := range strings.FieldsSeq(g.words) {
			if folded := fold(nil, w); len(folded) > 1 {
				second[folded[1]] = true
			}
		}
	}
	return &second
}

// findStates finds the phrases of completion of the block and gives their state to the figures they speak of.
func (w *Worker) findStates() {
	b := &w.block
	w.phrases = w.phrases[:0]
	if w.inTable(b.index) {
		w.findCellStates()
		return
	}
	for k := range b.clauses {
		c := &b.clauses[k]
		from := max(c.start, b.lead)
		for i := b.text.Next(from, fold.Completion); i < c.end; i = b.text.Next(i, fold.Completion) {
			if b.text.Sets[i]&fold.Alone == 0 && (i+1 >= c.end || b.text.Sets[i+1]&fold.Second == 0) {
				i++
				continue
			}
			p, ok := b.phraseAt(i, k)
			if !ok {
				i++
				continue
			}
			i = p.end
			if w.admit(&p) {
				w.phrases = append(w.phrases, p)
			}
		}
	}
	for i := range w.phrases {
		w.spread(i)
	}
}

// phraseAt reads a phrase of completion at rune i of clause k: adverbs, a verb, what goes with the verb.
func (b *block) phraseAt(i, k int) (phrase, bool) {
	end := b.clauses[k].end
	if b.text.At(i) == '均' {
		switch b.text.At(i - 1) {
		case '人', '户', '日', '月', '年', '亩', '场', '平':
			return phrase{}, false
		}
	}
	var adverbs state
	at := i
	for {
		n, v := b.lex.states.Longest(b.text.R[at:end])
		if n == 0 {
			break
		}
		s := state(v)
		const adverb = stateDone | stateOngoing | stateUndone | stateAll | stateManner
		if s&adverb != 0 && s&(verbEnd|verbMoney|verbStart|verbOn) == 0 {
			adverbs |= s & adverb
			at += n
			if b.text.At(at-1) == '于' {
				at = b.skipDate(at, end) // 已于10月|通水
			}
			continue
		}
		if s&verbOn != 0 && adverbs&stateDone != 0 && b.ended(at+n, end) {
			s |= verbEnd // 已改造|完毕
		}
		return b.verbPhrase(i, at, at+n, k, adverbs, s)
	}
	if adverbs&(stateDone|stateAll) != 0 && at > i {
		return b.distantEnd(i, at, k, adverbs)
	}
	if adverbs&stateOngoing != 0 && at > i && at < end {
		return b.openPhrase(i, at, k)
	}
	if adverbs&stateUndone != 0 {
		return b.unbegun(i, at, k)
	}
	return phrase{}, false
}

// ended reports whether a word that ends any work stands at rune i: 完毕, 结束.
func (b *block) ended(i, end int) bool {
	if i+1 >= end {
		return false
	}
	switch x, y := b.text.At(i), b.text.At(i+1); {
	case x == '完' && (y == '毕' || y == '成' || y == '工'), x == '结' && y == '束', x == '到' && y == '位':
		return true
	}
	return false
}

// unbegun reads 尚未 or 还没 with a verb of any kind up to the clause's end: 还没演成, 尚未发包.
// It states something of works and of what figures count alone.
func (b *block) unbegun(start, at, k int) (phrase, bool) {
	const verb = 4 // runes
	end := b.clauses[k].end
	if x, y := b.text.At(start), b.text.At(start+1); x != '尚' && x != '还' && x != '仍' || y != '未' && y != '没' || at-start != 2 || end-at > verb || end == at || b.text.At(end-1) == '来' {
		return phrase{}, false
	}
	for i := at; i < end; i++ {
		if !b.isHan(i) {
			return phrase{}, false
		}
	}
	switch b.text.At(at) {
	case '有', '发', '形', '建', '健', '完', '实', '理', '达', '得', '充', '真', '根', '出', '消', '调', '能', '到':
		if x, y := b.text.At(at), b.text.At(at+1); x != '发' || y != '包' && y != '放' && y != '货' {
			return phrase{}, false // 尚未形成, 还没有, 尚未建立
		}
	}
	return phrase{start: start, end: end, clause: k, status: Undone, loose: true}, true
}

// skipDate is the rune behind a date that stands at rune i, i where none does.
func (b *block) skipDate(i, end int) int {
	const date = 12 // runes
	stop := i
	for k := i; k < min(end, i+date); k++ {
		switch r := b.text.At(k); {
		case r == '年' || r == '月' || r == '日' || r == '底' || r == '初' || r == '旬' || r == '末' || r == '份':
			stop = k + 1
		case r >= '0' && r <= '9' || r == '上' || r == '中' || r == '下' || r == '一' || r == '二' || r == '三' || r == '四' || r == '五' || r == '六' || r == '七' || r == '八' || r == '九' || r == '十':
		default:
			return stop
		}
	}
	return stop
}

// distantEnd reads an adverb and a word of completion with a few runes between them: 均已社会化发放到位, 全部配送到位.
func (b *block) distantEnd(start, at, k int, adverbs state) (phrase, bool) {
	const words = 5
	end := b.clauses[k].end
	for i := at + 1; i <= at+words && i < end && b.isHan(i); i++ {
		n, v := b.lex.states.Longest(b.text.R[i:end])
		if b.text.At(i) == '完' && i+1 == end && i <= at+3 {
			return phrase{start: start, end: end, clause: k, status: Done, all: adverbs&stateAll != 0}, true // 已经做完
		}
		if n == 2 && state(v)&tail != 0 && i+n == end && (b.text.At(i) == '到' || b.text.At(i) == '完' || b.text.At(i) == '结') {
			return phrase{start: start, end: i + n, clause: k, status: Done, all: adverbs&stateAll != 0}, true
		}
	}
	return phrase{}, false
}

// verbPhrase judges adverbs and verb together; ok is false where they make no statement of completion.
func (b *block) verbPhrase(start, verbStarts, at, k int, adverbs, verb state) (phrase, bool) {
	end := b.clauses[k].end
	p := phrase{start: start, end: at, clause: k, all: adverbs&stateAll != 0, money: verb&verbMoney != 0}
	switch {
	case (adverbs|verb)&stateUndone != 0 && verb&(verbEnd|verbMoney|verbStart|verbOn) != 0:
		p.status = Undone
	case adverbs&stateOngoing != 0:
		return b.openPhrase(start, verbStarts, k)
	case verb&alone != 0:
		p.status = Ongoing
	case adverbs&stateDone != 0 && verb&(verbEnd|verbMoney) != 0:
		p.status = Done
	case adverbs&stateDone != 0 && verb&verbStart != 0:
		p.status = Ongoing
	case adverbs&stateAll == 0 && adverbs&stateManner != 0 && verb&verbMoney == 0 && b.numberAt(at):
		return phrase{}, false // 成功化解7件
	case adverbs&(stateAll|stateManner) != 0 && verb&(verbEnd|verbMoney) != 0:
		p.status = Done
	case verb&whole != 0:
		p.status = Done
	case adverbs&stateAll != 0 && verb&verbStart != 0:
		if b.text.At(verbStarts) == '推' || b.text.At(verbStarts) == '铺' || b.text.At(verbStarts) == '展' {
			return phrase{}, false // 乡村振兴全面推进
		}
		p.status = Ongoing
	case verb&(verbEnd|verbStart) != 0 && adverbs == 0 && (b.afterCount(start) || at == end && (verb&verbEnd != 0 && b.worked(start, k) || b.dated(start, k) || b.afterCounted(start, k))):
		p.status = Done
		if verb&verbEnd == 0 {
			p.status = Ongoing
		}
	default:
		return phrase{}, false
	}
	for p.end < end {
		n, v := b.lex.states.Longest(b.text.R[p.end:end])
		if n == 0 || state(v)&tail == 0 {
			break
		}
		p.end += n
	}
	if b.text.At(p.end) == '了' {
		p.end++
	}
	return p, true
}

// openPhrase takes 正在 with whatever is going on, up to the clause's end or a figure.
func (b *block) openPhrase(start, at, k int) (phrase, bool) {
	end := b.clauses[k].end
	n, v := b.lex.states.Longest(b.text.R[at:end])
	stop := at + n
	known := n > 0 && state(v)&(verbOn|verbStart|verbEnd|verbMoney) != 0
	if b.text.At(start) == '正' && b.text.At(start+1) != '在' && !known {
		return phrase{}, false
	}
	for i := at; i < min(end, at+15); i++ {
		if r := b.text.At(i); b.numberAt(i) || r == '的' || r == '（' || r == '(' {
			end = i
			break
		}
	}
	if end-at > 14 && !known {
		return phrase{}, false
	}
	if end-at <= 14 && !b.numberAt(end) {
		stop = end
	}
	if stop == at {
		return phrase{}, false
	}
	return phrase{start: start, end: stop, clause: k, status: Ongoing}, true
}

// numberAt reports whether a figure starts at rune i.
func (b *block) numberAt(i int) bool {
	k := b.mentionAt(i)
	return k < len(b.mentions) && b.mentions[k].First == i && b.mentions[k].Reason == quantity.Plain
}

// afterCount reports whether a figure ends directly at rune i: 4个完工.
func (b *block) afterCount(i int) bool {
	k := b.mentionAt(i) - 1
	return k >= 0 && b.mentions[k].End == i && b.mentions[k].Reason == quantity.Plain
}

// dated reports whether a day or month stands directly before rune i of clause k: 4月18日|开工建设.
func (b *block) dated(i, k int) bool {
	start := max(b.clauses[k].start, i-10)
	for j := start; j < i; j++ {
		if stop := b.skipDate(j, i); stop == i {
			r := b.text.At(j - 1)
			return j == b.clauses[k].start || r == '于' || r == '年'
		}
	}
	return false
}

// afterCounted reports whether a figure and the noun it counts end directly at rune i of clause k: 3个项目完工.
func (b *block) afterCounted(i, k int) bool {
	if !b.countEndsIn(max(b.clauses[k].start, i-8), i) {
		return false
	}
	hits := b.hitsIn(max(b.clauses[k].start, i-8), i)
	return len(hits) > 0 && hits[len(hits)-1].end == i && b.word(hits[len(hits)-1]).noun && b.afterCount(hits[len(hits)-1].start)
}

// countEndsIn reports whether a numeral ends in the runes [from, to).
func (b *block) countEndsIn(from, to int) bool {
	for k := b.mentionAt(to) - 1; k >= 0 && b.mentions[k].End >= from; k-- {
		if b.mentions[k].End < to {
			return true
		}
	}
	return false
}

// worked reports whether a work is named directly before rune i of clause k: 文昌阁修缮|竣工.
func (b *block) worked(i, k int) bool {
	if i-b.clauses[k].start < 4 || b.text.At(i) != '竣' && b.text.At(i) != '完' || b.text.At(i+1) != '工' {
		return false
	}
	for _, w := range taskWords {
		if b.endsWith(i, w) {
			return true
		}
	}
	return b.endsWith(i, "工程") || b.endsWith(i, "项目") || b.endsWith(i, "新馆")
}
