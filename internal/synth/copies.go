package synth

import (
	"fmt"
	"math/rand/v2"
	"regexp"
	"strings"

	"golang.org/x/text/encoding/simplifiedchinese"
)

// Kin says how a report of Copies came about.
type Kin string

// The kinds. Only the first four share a Cluster with another report.
const (
	Source    Kin = "source"         // may have copies
	Twin      Kin = "same bytes"     // the source's bytes under another name
	Recoded   Kin = "same text"      // its text in another encoding
	Near      Kin = "near copy"      // another place's names, some figures, sentences and headings changed
	Form      Kin = "form"           // the template of a source filled in by another office
	Sibling   Kin = "other period"   // the same office's report of another year from the same template
	Reissued  Kin = "other year"     // word for word the source, but for the year it names
	MaskedOwn Kin = "masked sibling" // Sibling whose years are masked: 20XX年
)

// CopyFile is one generated report and what is true of it.
type CopyFile struct {
	Name    string
	Data    []byte
	Text    string
	Kin     Kin
	Cluster int    // reports that are copies of one another have one number
	Family  int    // reports of one template have one number
	Period  string // as the text states it, XXXXH1 where its years are masked
}

// CopyOptions say how much a near copy differs.
type CopyOptions struct {
	Seed     uint64
	Files    int
	Figures  int // of a hundred figures, how many are changed: 20 where 0
	Sections int // of a hundred sentences, how many are dropped, and as many added: 10 where 0
}

// Copies writes reports of which some are copies. Half of them are sources and
// copies, the other half forms and reports of other years, from the same
// templates. Names say nothing of what a file is.
func (f *Frames) Copies(o CopyOptions) ([]CopyFile, error) {
	if o.Figures == 0 {
		o.Figures = 20
	}
	if o.Sections == 0 {
		o.Sections = 10
	}
	names, err := counties(600)
	if err != nil {
		return nil, err
	}
	g := &copier{frames: f, opts: o, names: names, rng: rand.New(rand.NewPCG(o.Seed, 8))}
	for len(g.files) < o.Files {
		if err := g.family(); err != nil {
			return nil, err
		}
	}
	g.files = g.files[:o.Files]
	for i, k := range g.rng.Perm(len(g.files)) {
		g.files[i].Name = fmt.Sprintf("%03d/%06d.txt", k/1000, k)
	}
	return g.files, nil
}

// copier is the state of Copies.
type copier struct {
	frames *Frames
	opts   CopyOptions
	names  []string
	rng    *rand.Rand
	files  []CopyFile
	count  int // families
}

const (
	baseYear   = 2022
	basePlace  = "甲乙县"
	formsEach  = 3 // of a template
	yearsEarly = 5 // before and behind baseYear
)

// family writes a template, the offices that fill it in and the copies of them.
func (g *copier) family() error {
	bureau := g.frames.bureaus[g.count%len(g.frames.bureaus)]
	when, err := parseSpan([...]string{"2022H1", "2022H2", "2022"}[g.count%3])
	if err != nil {
		return err
	}
	g.count++
	rng := rand.New(rand.NewPCG(g.opts.Seed, uint64(g.count)))
	text, _, err := g.frames.write(rng, basePlace, bureau, when, g.frames.choose(rng, bureau))
	if err != nil {
		return err
	}
	for i := range 1 + formsEach {
		office := strings.ReplaceAll(text, basePlace, g.name())
		office = shiftYears(g.renumber(office, 100), g.rng.IntN(yearsEarly))
		kin := Form
		if i == 0 {
			kin = Source
		}
		source := g.add(kin, office, when, len(g.files))
		if i == 0 {
			g.copies(office, source, when)
		}
		if i == 1 {
			g.siblings(office, when)
		}
	}
	return nil
}

func (g *copier) name() string { return g.names[g.rng.IntN(len(g.names))] }

// add adds a report and returns its cluster.
func (g *copier) add(kin Kin, text string, when span, cluster int) int {
	g.files = append(g.files, CopyFile{Data: []byte(text), Text: text, Kin: kin, Cluster: cluster, Family: g.count, Period: periodOf(text, when)})
	return cluster
}

// copies adds one or two copies of a source.
func (g *copier) copies(text string, cluster int, when span) {
	if g.rng.IntN(2) == 0 {
		g.add(Twin, text, when, cluster)
	} else {
		g.add(Recoded, text, when, cluster)
		last := &g.files[len(g.files)-1]
		if data, err := simplifiedchinese.GB18030.NewEncoder().Bytes([]byte(text)); err == nil {
			last.Data = data
		}
	}
	g.add(Near, g.near(text), when, cluster)
	g.add(Reissued, shiftYears(text, yearsEarly+1), when, len(g.files))
}

// siblings adds the same office's reports of other years.
func (g *copier) siblings(text string, when span) {
	for i := range 2 {
		g.add(Sibling, shiftYears(g.renumber(text, 60+20*i), yearsEarly+2+i), when, len(g.files))
	}
	for range 2 {
		g.add(MaskedOwn, years.ReplaceAllString(g.renumber(text, 80), "20XX年"), when, len(g.files))
	}
}

// near is the text as another office passes it off for its own.
func (g *copier) near(text string) string {
	place := text[:strings.Index(text, "县")+len("县")]
	for _, n := range g.names {
		if strings.Contains(text, n) {
			place = n
			break
		}
	}
	text = strings.ReplaceAll(text, place, g.name())
	lines := strings.SplitAfter(text, "\n")
	for i, line := range lines {
		switch {
		case i > 1 && strings.Contains(line, "、") && len(line) < 80 && !strings.Contains(line, "。"): // a heading
			if before, _, ok := strings.Cut(line, "、"); ok && g.rng.IntN(2) == 0 {
				lines[i] = before + "、" + pick(g.rng, otherHeadings) + "\n"
			}
		case i > 1:
			lines[i] = g.edit(line)
		}
	}
	return g.renumber(strings.Join(lines, ""), g.opts.Figures)
}

var otherHeadings = []string{"工作开展情况", "主要做法", "取得的成效", "重点工作推进情况", "亮点工作"}

// edit drops some sentences and adds others.
func (g *copier) edit(line string) string {
	var b strings.Builder
	for s := range strings.SplitAfterSeq(line, "。") {
		if strings.HasSuffix(s, "。") && g.rng.IntN(100) < g.opts.Sections {
			continue
		}
		b.WriteString(s)
		if strings.HasSuffix(s, "。") && g.rng.IntN(100) < g.opts.Sections {
			b.WriteString(pick(g.rng, g.frames.fillers["*"]))
		}
	}
	return b.String()
}

var (
	years   = regexp.MustCompile(`20\d\d年`)
	figures = regexp.MustCompile(`[0-9０-９]([0-9０-９,.．，]*[0-9０-９])?`)
	dated   = regexp.MustCompile(`^(年|月|日|、|[.](\D|$)|）|\))`)
)

// shiftYears moves every year of the text by n back.
func shiftYears(text string, n int) string {
	return years.ReplaceAllStringFunc(text, func(y string) string {
		var year int
		fmt.Sscanf(y, "%d", &year)
		return fmt.Sprintf("%d年", year-n)
	})
}

// periodOf is the period that the text states: when with the year it names first.
func periodOf(text string, when span) string {
	year := "XXXX"
	if y := years.FindString(text); y != "" {
		year = y[:4]
	}
	return year + when.period[4:]
}

// renumber draws new figures for so many of a hundred in the text, each with as
// many digits as before. Dates and list numbers stay.
func (g *copier) renumber(text string, percent int) string {
	var b strings.Builder
	end := 0
	for _, m := range figures.FindAllStringIndex(text, -1) {
		old := text[m[0]:m[1]]
		if dated.MatchString(text[m[1]:]) || g.rng.IntN(100) >= percent {
			continue
		}
		b.WriteString(text[end:m[0]])
		end = m[1]
		for i, c := range old {
			switch {
			case i > 0 && (c == '0' || c == '０'): // round ones stay round
			case c >= '0' && c <= '9':
				c = rune('1' + g.rng.IntN(9))
			case c >= '０' && c <= '９':
				c = rune('１' + g.rng.IntN(9))
			}
			b.WriteRune(c)
		}
	}
	b.WriteString(text[end:])
	return b.String()
}
