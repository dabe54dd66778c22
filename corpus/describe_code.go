package corpus

import (
	"path"
	"strings"

	"github.com/zhaibao/zhaibao/region"
)

// locate fills in the code and path of the place m reports on. Namesakes are
// told apart by what the report's heading and signature name, by what its
// opening says it belongs to, and by its folders and file name. Where these
// contradict the place's name, or the text has it behind a larger place that
// does not exist (灵川市湖滨区), code and path stay empty.
func (p *parts) locate(m *Meta) {
	if m.Region == "" || !region.Known(m.Region) {
		return
	}
	year := 0
	if m.Period != "" && !m.Period.IsMasked() {
		year = m.Period.Year()
	}
	p.named = p.appendChains(p.named[:0], m.Region)
	for _, c := range p.named {
		if outer := c[:len(c)-len(m.Region)]; isChain(outer) && region.ResolveAt(year, c).By != region.Chain {
			return
		}
	}
	p.named = p.appendEvidence(p.named, m.File)
	r := region.ResolveAt(year, m.Region, p.named...)
	m.RegionCode, m.RegionPath = r.Code(), r.Path()
}

// isChain reports whether s is nothing but names of places.
func isChain(s string) bool {
	n, ok := region.Head(s)
	return ok && n.End == len(s)
}

// appendEvidence appends the texts that name the larger places of the one reported on.
func (p *parts) appendEvidence(out []string, file string) []string {
	for _, l := range p.heading {
		out = append(out, l.text[:runeFloor(l.text, evidenceBytes)])
	}
	for _, l := range p.signature {
		out = append(out, l.text[:runeFloor(l.text, evidenceBytes)])
	}
	for _, l := range p.first {
		out = appendLedBy(out, l.text)
	}
	for folder := range strings.SplitSeq(strings.TrimSuffix(file, path.Ext(file)), "/") {
		if folder != "" {
			out = append(out, folder)
		}
	}
	return out
}

// evidenceBytes is how much of a heading's or signature's line is read.
const evidenceBytes = 600

// appendLedBy appends the places under whose lead a line says the report's body works,
// and in which it lies: 在南京市委、市政府的坚强领导下, 地处江苏省南京市.
func appendLedBy(out []string, s string) []string {
	for i := 0; i+len("在") <= len(s); i++ {
		if c := s[i+1]; c != '\x9c' && c != '\xbd' && c != '\x9a' && c != '\x9d' { // of 在 地, 位, 隶, 坐
			continue
		}
		n := liesWords.begins(s[i:])
		if n == 0 {
			continue
		}
		after := s[i+n:]
		if n == len("在") && !underLead(after) {
			continue
		}
		after = strings.TrimPrefix(stripLead(after), "于")
		if n, ok := region.Head(after); ok {
			out = append(out, n.Of(after))
		}
	}
	return out
}

// liesWords are the words behind which a body's larger places stand.
var liesWords = prefixes("在", "位于", "地处", "隶属", "坐落于", "坐落在")

// underLead reports whether s, which follows 在, goes on with 领导下 or the like
// before its clause ends.
func underLead(s string) bool {
	clause := s[:runeFloor(s, 120)]
	if i := strings.IndexAny(clause, "，。；"); i >= 0 {
		clause = clause[:i]
	}
	return containsAny(clause, "领导下", "领导和", "指导下", "支持下", "关心下", "关怀下", "帮助下", "部署下", "領導下", "指導下")
}

// appendChains appends the chains of names in the first paragraphs and the signature
// that end in the place: 南京市鼓楼区 for 鼓楼区.
func (p *parts) appendChains(out []string, place string) []string {
	for _, lines := range [...][]line{p.first, p.signature} {
		for _, l := range lines {
			for i := strings.Index(l.text, place); i >= 0; i = indexFrom(l.text, place, i+len(place)) {
				from := runeCeil(l.text, i-chainReach)
				p.names = region.AppendNames(p.names[:0], l.text[from:i+len(place)])
				for _, n := range p.names {
					if n.End == i+len(place)-from && n.Start < i-from {
						out = append(out, n.Of(l.text[from:]))
					}
				}
			}
		}
	}
	return out
}

// chainReach is how far in front of a place its larger ones are looked for, in bytes.
const chainReach = 60
