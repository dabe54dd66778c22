package extract

// distribution is one use of 分别: the names before it and the figures after
// it belong together in order.
type distribution struct {
	at      int       // rune of 分别
	names   []stretch // reused
	members int       // figures after it
}

// stretch is a range of runes.
type stretch struct{ from, to int }

// distribute binds names to figures for every 分别 in the block: 非遗项目、传承人
// 分别为76项和112人. Where the counts do not match nothing is bound and the
// first figure is noted as a gap.
func (w *Worker) distribute() {
	if len(w.cands) == 0 {
		return
	}
	b := &w.block
	for _, h := range b.allHits() {
		if b.text.At(h.start) != '分' || b.text.At(h.start+1) != '别' {
			continue
		}
		after := w.candidatesIn(h.end, min(h.end+reach, b.text.Len()))
		figures := listLength(after)
		members := groups(after[:figures])
		if members < 2 {
			continue
		}
		w.dist.at, w.dist.members = h.start, members
		w.findNames(h.start)
		switch k := len(w.dist.names); {
		case k == members:
			for i := range figures {
				after[i].name = w.dist.names[groups(after[:i+1])-1]
				after[i].shared = stretch{w.dist.names[0].from, h.start}
			}
		case k > 1 && k != figures && !w.followsFigures(h.start, members):
			after[0].mismatch = true
			for i := range figures {
				after[i].unnamed = true
			}
		}
	}
}

// listLength is how many of the candidates form one list from the first on.
func listLength(list []candidate) int {
	if len(list) == 0 {
		return 0
	}
	n := 1
	for n < len(list) && list[n].sentence() == list[0].sentence() && list[n].listed {
		n++
	}
	return n
}

// groups is how many members a list of figures has: figures without a mark
// between them are one, 7216户1.43万人.
func groups(list []candidate) int {
	n := 0
	for i := range list {
		if i == 0 || list[i].m.First > list[i-1].m.End {
			n++
		}
	}
	return n
}

// findNames splits the words before 分别 at the list marks, back to the last figure or mark of the sentence.
func (w *Worker) findNames(at int) {
	b := &w.block
	w.dist.names = w.dist.names[:0]
	from := at
	limit := max(b.lead, at-reach/3)
	depth := 0
scan:
	for ; from > limit; from-- {
		switch b.text.At(from - 1) {
		case '”', '》', '）', ')':
			depth++
		case '“', '《', '（', '(':
			depth--
		case '，', '。', '；', '：', ',', ';', ':', '！':
			if depth <= 0 {
				break scan
			}
		}
	}
	start := from
	for i := from; i <= at; i++ {
		r := b.text.At(i)
		switch {
		case r == '“' || r == '《' || r == '（':
			depth++
		case r == '”' || r == '》' || r == '）':
			depth--
		}
		if i == at || depth <= 0 && (r == '、' || r == '和' || r == '与' || r == '及') {
			if i-start >= 2 {
				w.dist.names = append(w.dist.names, stretch{start, i})
			}
			start = i + 1
		}
	}
}

// followsFigures reports whether the sentence states as many figures before 分别 as after it, to which those refer.
func (w *Worker) followsFigures(at, members int) bool {
	b := &w.block
	k := b.clauseOf(at)
	if k < 0 {
		return false
	}
	return len(w.candidatesIn(max(b.sentenceStart(k), at-reach), at)) >= members
}
