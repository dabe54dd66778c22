package extract

import "strings"

// parentOf is the total that part i hangs under: the one named with 中 (脱贫人口中
// 女性40人), that of the list the part goes on, the part before where a second
// 其中 opens inside the first, else the nearest total before that is large enough.
func (w *Worker) parentOf(i int) int {
	if k := w.namedTotal(i); k != None {
		return k
	}
	anew := hasAny(w.leadOf(i), partWords)
	if !anew {
		if k := w.listTotal(i); k != None {
			return k
		}
	} else if k := w.outerPart(i); k != None {
		return k
	}
	return w.nearestTotal(i, anew)
}

// partWords open a list of parts.
var partWords = []string{"其中", "包括", "包含", "含"}

// leadOf is the text between the figure before i and i, at most a reach long.
func (w *Worker) leadOf(i int) string {
	at := w.dst.Facts[i].Start
	from := max(0, at-reach)
	for k := i - 1; k >= 0; k-- {
		if p := &w.dst.Facts[k]; p.Metric != w.ex.lex.metric.status {
			from = max(from, p.End)
			break
		}
	}
	if from >= at {
		return ""
	}
	return w.report.Doc.Text[from:at]
}

// hangsUnder reports whether fact k is i or hangs under it; also where its totals
// are nested too deep to tell, so that no chain of totals ever comes back or grows long.
func (w *Worker) hangsUnder(k, i int) bool {
	for range maxMembers {
		if k == i {
			return true
		}
		if k = w.dst.Facts[k].Parent; k == None {
			return false
		}
	}
	return true
}

// holds reports whether fact k may be the total of part i: counted in the same unit and large enough.
func (w *Worker) holds(k, i int) bool {
	t, f := &w.dst.Facts[k], &w.dst.Facts[i]
	return w.comparable(k, i) && !w.hangsUnder(k, i) && (!f.Quantity.HasValue || f.Quantity.BaseValue.Cmp(t.Quantity.BaseValue) <= 0)
}

func (w *Worker) comparable(k, i int) bool {
	t, f := &w.dst.Facts[k], &w.dst.Facts[i]
	return t.Quantity.HasValue && t.Quantity.BaseUnit == f.Quantity.BaseUnit && t.Basis != Each && t.Metric != w.ex.lex.metric.change
}

// namedTotal is the figure whose label stands before 中 in front of part i.
func (w *Worker) namedTotal(i int) int {
	lead := w.leadOf(i)
	at := strings.LastIndex(lead, "中")
	if at <= 0 || strings.HasSuffix(lead[:at], "其") {
		return None
	}
	f := &w.dst.Facts[i]
	for k := i - 1; k >= max(0, i-maxMembers) && f.Sentence-w.dst.Facts[k].Sentence <= 1; k-- {
		label, name := w.labelOf(k), lastWords(w.leadOf(k))
		if (label != "" && strings.HasSuffix(lead[:at], label) || name != "" && strings.HasSuffix(lead[:at], name)) && w.holds(k, i) {
			return k
		}
	}
	return None
}

// lastWords is what follows the last mark or 其中 in text, "" where it is shorter than three characters.
func lastWords(text string) string {
	if at := strings.LastIndexAny(text, "，、；：。"); at >= 0 {
		text = text[at+len("，"):]
	}
	if text = strings.TrimPrefix(text, "其中"); len(text) < len("本科生") {
		return ""
	}
	return text
}

// listTotal is the total of the part before i in the same sentence, whose list i goes on.
func (w *Worker) listTotal(i int) int {
	f := &w.dst.Facts[i]
	for k := i - 1; k >= max(0, i-maxMembers) && w.dst.Facts[k].Sentence == f.Sentence; k-- {
		p := &w.dst.Facts[k]
		if p.Basis == Part && p.Parent != None && p.Metric == f.Metric && p.Quantity.BaseUnit == f.Quantity.BaseUnit {
			if w.holds(p.Parent, i) {
				return p.Parent
			}
			return None
		}
		if hasAny(w.leadOf(k), partWords) {
			return None
		}
	}
	return None
}

// outerPart is the part before i that a further 其中 divides: 其中困难人员86人，其中残疾人12人.
func (w *Worker) outerPart(i int) int {
	f := &w.dst.Facts[i]
	if i == 0 || strings.ContainsAny(w.leadOf(i), "；;。") {
		return None
	}
	p := &w.dst.Facts[i-1]
	if p.Basis == Part && p.Sentence == f.Sentence && p.Metric == f.Metric && w.holds(i-1, i) {
		return i - 1
	}
	return None
}

// nearestTotal is the nearest total before part i that is large enough to hold
// it, in the same metric and unit; where none is, the nearest, which then is a
// gap. Where 其中 announces the part, a total of another metric will do.
func (w *Worker) nearestTotal(i int, announced bool) int {
	f := &w.dst.Facts[i]
	nearest, aim, other := None, None, None
	for k := i - 1; k >= max(0, i-maxMembers) && f.Sentence-w.dst.Facts[k].Sentence <= 1; k-- {
		t := &w.dst.Facts[k]
		if t.Basis == Part || !w.comparable(k, i) || w.hangsUnder(k, i) {
			continue
		}
		if t.Parent != None && t.Sentence != f.Sentence && w.holds(t.Parent, i) {
			continue // 调解纠纷86起，成功80起。其中邻里纠纷40起
		}
		if t.Metric != f.Metric {
			if t.Sentence == f.Sentence && t.Role == f.Role && w.holds(k, i) {
				other = firstSet(other, k)
			}
			continue
		}
		if t.Role != f.Role { // 放映3912场，完成任务3900场；其中上半年1752场
			aim = firstSet(aim, k)
			continue
		}
		if w.holds(k, i) {
			return k
		}
		nearest = firstSet(nearest, k)
	}
	if announced || w.goesOn(i) {
		aim = firstSet(other, aim)
	}
	return firstSet(nearest, aim)
}

// firstSet is a, or b where a is None.
func firstSet(a, b int) int {
	if a == None {
		return b
	}
	return a
}

// goesOn reports whether a part only goes on a list: nothing but its name stands between.
func (w *Worker) goesOn(i int) bool {
	return i > 0 && w.dst.Facts[i-1].Basis == Part && strings.HasPrefix(w.leadOf(i), "、")
}

func (w *Worker) labelOf(i int) string { return w.dst.Facts[i].Label.Of(w.report.Doc.Text) }

// block is the index of the block that holds fact i.
func (w *Worker) blockOf(i int) int { return w.report.Doc.Sentences[w.dst.Facts[i].Sentence].Block }
