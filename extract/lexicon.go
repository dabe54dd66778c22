package extract

import (
	"fmt"
	"strings"

	"github.com/zhaibao/zhaibao/extract/catalog"
	"github.com/zhaibao/zhaibao/extract/quantity"
	"github.com/zhaibao/zhaibao/internal/fold"
	"github.com/zhaibao/zhaibao/internal/trie"
	"github.com/zhaibao/zhaibao/period"
	"github.com/zhaibao/zhaibao/segment"
)

// classSet is a set of unit classes, one bit each in the order of catalog.Classes.
type classSet uint32

func classBit(c catalog.Class) classSet {
	for i, k := range catalog.Classes {
		if k == c {
			return 1 << i
		}
	}
	return 0
}

// Sets of unit classes that rules speak of.
var (
	people    = classBit(catalog.People)
	household = classBit(catalog.Household)
	session   = classBit(catalog.Session)
	money     = classBit(catalog.Money)
	ratio     = classBit(catalog.Ratio)
	area      = classBit(catalog.Area)
	length    = classBit(catalog.Length)
	volume    = classBit(catalog.Volume)
	hours     = classBit(catalog.Time)
	place     = classBit(catalog.Place)
	thing     = classBit(catalog.Thing)
	team      = classBit(catalog.Team)
	copies    = classBit(catalog.Copy)
	bare      = classBit(catalog.None)
	anyClass  = ^classSet(0)
	persons   = people | household
	counts    = people | household | session | place | thing | team | copies
)

// strength orders the kinds of vocabulary.
type strength uint8

const (
	strongNoun strength = iota
	weakNoun
	verb
)

// sense is what a word of the catalogue points to, for quantities of some classes.
type sense struct {
	metric   catalog.Metric
	classes  classSet
	strength strength
}

// word is an entry of the lexicon: senses from the catalogue, cues from the grammar.
type word struct {
	senses []sense
	cues   cue
	noun   bool // has a noun sense for some class
}

// lexicon is the compiled vocabulary of the extractor.
type lexicon struct {
	quantity  *quantity.Lexicon
	trie      trie.Trie
	words     []word
	unitClass []classSet
	unitHint  []catalog.Metric // by unit; other where the unit suggests nothing
	metric    metrics
	states    *trie.Trie // words of completion
	occasions *trie.Trie // feasts and the like
	generic   *trie.Trie // nouns that name nothing alone
	heads     *trie.Trie // words of headlines, their values are bits
	handlers  *trie.Trie // verbs that stand before what is counted and name none of it
}

// The values of words in lexicon.handlers.
const (
	handlerVerb int32 = iota
	pureVerb
	longVerb
	modifierVerb
)

func compileLexicon(c *catalog.Catalog) (*lexicon, error) {
	if err := c.Check(); err != nil {
		return nil, err
	}
	q, err := quantity.Compile(c)
	if err != nil {
		return nil, err
	}
	l := &lexicon{quantity: q, states: compileStates(q.Fold.Append), heads: compileHeads(q.Fold.Append), handlers: &trie.Trie{}, occasions: &trie.Trie{}, generic: &trie.Trie{}}
	for i, w := range occasions {
		l.occasions.Add(q.Fold.Append(nil, w), int32(i))
	}
	for _, w := range genericHeads {
		l.generic.Add(q.Fold.Append(nil, w), 1)
	}
	for w := range strings.FieldsSeq(handlerWords) {
		l.handlers.Add(q.Fold.Append(nil, w), handlerVerb)
	}
	for w := range strings.FieldsSeq(pureVerbs) {
		l.handlers.Add(q.Fold.Append(nil, w), pureVerb)
	}
	for w := range strings.FieldsSeq(longVerbs) {
		l.handlers.Add(q.Fold.Append(nil, w), longVerb)
	}
	for w := range strings.FieldsSeq(modifierVerbs) {
		l.handlers.Add(q.Fold.Append(nil, w), modifierVerb)
	}
	if err := l.metric.resolve(c); err != nil {
		return nil, err
	}
	for _, u := range q.Units {
		l.unitClass = append(l.unitClass, classBit(u.Class))
		hint, ok := c.Lookup(u.Metric)
		if !ok {
			hint = l.metric.other
		}
		l.unitHint = append(l.unitHint, hint)
	}
	for _, t := range []*trie.Trie{l.states, l.handlers} { // the others are asked seldom, and a packed one has a table of all runes
		t.Pack()
	}
	if err := l.loadWords(c, storedWords); err != nil { // another catalogue than the built-in one
		l.compileWords(c)
	}
	l.fillSets(q.Fold)
	return l, nil
}

// fillSets tells the folding which runes the stages look for.
func (l *lexicon) fillSets(table *fold.Table) {
	second := secondRunes(table.Append)
	table.Fill(func(r uint16) fold.Set {
		begins := l.states.Begins(r)
		return fold.Word.If(l.trie.Begins(r)) | fold.Completion.If(begins) | fold.Second.If(second[r]) |
			fold.Alone.If(begins && l.states.Get([]uint16{r}) != trie.None)
	})
	table.FillRaw(func(r rune) fold.Set {
		return fold.Dated.If(period.Begins(r)) | fold.Stop.If(segment.EndsClause(r))
	})
}

// compileWords makes the words and their trie of the catalogue and the grammar.
func (l *lexicon) compileWords(c *catalog.Catalog) {
	l.trie, l.words = trie.Trie{}, nil
	for w := range strings.FieldsSeq(neutralWords) {
		l.entry(w)
	}
	for _, w := range c.Words {
		l.addWords(c, w)
	}
	for _, g := range cueWords {
		for w := range strings.FieldsSeq(g.words) {
			l.entry(w).cues |= g.cue
		}
	}
	l.dropNouns()
	l.inherit(c)
	l.trie.Pack()
}

// dropNouns keeps words that are only grammar, 计划 and 户均, from being counted.
func (l *lexicon) dropNouns() {
	for _, g := range cueWords {
		if g.cue&(cuePlan|cueMean) == 0 {
			continue
		}
		for w := range strings.FieldsSeq(g.words) {
			e := l.entry(w)
			e.senses, e.noun = nil, false
		}
	}
}

// inherit lets longer words share what the words inside them are: a cue such
// as 实际放映 points where 放映 points, a noun such as 人均藏书量 is per unit as 人均 is.
func (l *lexicon) inherit(c *catalog.Catalog) {
	for _, g := range cueWords {
		for w := range strings.FieldsSeq(g.words) {
			if e := l.entry(w); len(e.senses) == 0 {
				e.senses, e.noun = l.suffix(w)
			}
		}
	}
	for _, def := range c.Words {
		for _, list := range [][]string{def.Nouns, def.Weak, def.Verbs} {
			for _, w := range list {
				l.fromHead(w)
				l.entry(w).cues |= l.partCues(w)
			}
		}
	}
}

// fromHead gives a compound the senses of its head for the classes of unit it
// has none for: Chinese compounds end in their head.
func (l *lexicon) fromHead(w string) {
	e := l.entry(w)
	var covered classSet
	for _, s := range e.senses {
		covered |= s.classes
	}
	senses, _ := l.suffix(w)
	for _, s := range senses {
		if open := s.classes &^ covered; open != 0 && s.classes != anyClass && s.strength != verb {
			e.senses = append(e.senses, sense{s.metric, open, s.strength})
		}
	}
}

// suffix returns the senses of the longest word that w ends with.
func (l *lexicon) suffix(w string) ([]sense, bool) {
	folded := l.quantity.Fold.Append(nil, w)
	for i := 1; i+2 <= len(folded); i++ {
		if id := l.trie.Get(folded[i:]); id != trie.None && len(l.words[id].senses) > 0 {
			return l.words[id].senses, l.words[id].noun
		}
	}
	return nil, false
}

// partCues returns the cues that a word of the catalogue has from the words
// it begins or ends with: 人均藏书量, 年度任务, 同比增长.
func (l *lexicon) partCues(w string) cue {
	folded := l.quantity.Fold.Append(nil, w)
	e := l.entry(w)
	var moves, cues cue
	for _, s := range e.senses {
		switch s.metric {
		case l.metric.change:
			moves = cueUp | cueDown | cueTo | cueMore
		case l.metric.completion:
			cues |= cueDone
		}
	}
	for _, mean := range [...]string{"人均", "户均", "平均", "亩均", "每"} {
		if strings.Contains(w, mean) {
			cues |= cueEach | cueMean
		}
	}
	for i := 1; i < len(folded); i++ {
		if id := l.trie.Get(folded[:i]); id != trie.None {
			if i > 1 {
				cues |= l.words[id].cues & (cueEach | cueResult | cueStock)
			}
			if moves != 0 {
				cues |= l.words[id].cues & cueCompare
			}
		}
		if id := l.trie.Get(folded[i:]); id != trie.None {
			cues |= l.words[id].cues & moves
			if len(folded)-i > 1 {
				cues |= l.words[id].cues & (cueYardstick | cueStock)
				if last := folded[len(folded)-1]; last != '划' { // 营养改善计划 is a name
					cues |= l.words[id].cues & cueGoal
				}
			}
		}
	}
	return cues
}

func (l *lexicon) addWords(c *catalog.Catalog, def catalog.WordDef) {
	m, _ := c.Lookup(def.Metric)
	var classes classSet
	for _, class := range def.Units {
		if class == catalog.Any {
			classes = anyClass
		}
		classes |= classBit(class)
	}
	for s, list := range [...][]string{strongNoun: def.Nouns, weakNoun: def.Weak, verb: def.Verbs} {
		for _, w := range list {
			e := l.entry(w)
			e.senses = append(e.senses, sense{m, classes, strength(s)})
			e.noun = e.noun || strength(s) != verb
		}
	}
}

// entry returns the lexicon's entry of a word, made where there is none.
func (l *lexicon) entry(w string) *word {
	folded := l.quantity.Fold.Append(nil, w)
	id := l.trie.Get(folded)
	if id == trie.None {
		id = int32(len(l.words))
		l.words = append(l.words, word{})
		l.trie.Add(folded, id)
	}
	return &l.words[id]
}

// class is the class of a quantity's unit.
func (l *lexicon) class(q *quantity.Quantity) classSet {
	if q.UnitID == quantity.NoUnit {
		if q.Unit == "%" {
			return ratio
		}
		return bare
	}
	return l.unitClass[q.UnitID]
}

// metrics are the metrics that rules name.
type metrics struct {
	activities, performances, films, trainings, lectures      catalog.Metric
	participants, visits, trainees, beneficiaries, workforce  catalog.Metric
	invested, received, disbursed, revenue                    catalog.Metric
	facilities, area, infrastructure, equipment, books, loans catalog.Metric
	cards, publicity, hours, heritage, works, inspections     catalog.Metric
	tourism, projects, places, coverage, completion, change   catalog.Metric
	status, other                                             catalog.Metric
}

// isEvent reports whether the metric counts shows, films, courses or lectures.
func (m *metrics) isEvent(x catalog.Metric) bool {
	return x == m.performances || x == m.films || x == m.trainings || x == m.lectures
}

func (m *metrics) resolve(c *catalog.Catalog) error {
	for code, at := range map[string]*catalog.Metric{
		"activity_sessions": &m.activities, "performance_sessions": &m.performances, "film_screenings": &m.films,
		"training_sessions": &m.trainings, "exhibition_lectures": &m.lectures, "participants": &m.participants,
		"facility_visits": &m.visits, "trainees": &m.trainees, "beneficiaries": &m.beneficiaries, "workforce": &m.workforce,
		"funds_invested": &m.invested, "funds_received": &m.received, "funds_disbursed": &m.disbursed, "revenue": &m.revenue,
		"facilities": &m.facilities, "facility_area": &m.area, "infrastructure": &m.infrastructure, "equipment": &m.equipment,
		"books": &m.books, "book_loans": &m.loans, "reader_cards": &m.cards, "publicity_items": &m.publicity,
		"service_hours": &m.hours, "heritage_items": &m.heritage, "works_awards": &m.works, "inspections": &m.inspections,
		"tourism_visits": &m.tourism, "projects": &m.projects, "places_covered": &m.places, "coverage_rate": &m.coverage,
		"completion_rate": &m.completion, "change": &m.change, "completion_status": &m.status, "other": &m.other,
	} {
		found, ok := c.Lookup(code)
		if !ok {
			return fmt.Errorf("the catalogue has no metric %q, which the rules need", code)
		}
		*at = found
	}
	return nil
}
