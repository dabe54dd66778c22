package bench

import (
	"fmt"
	"path/filepath"
	"sync"

	"github.com/zhaibao/zhaibao/extract"
)

// stage holds what the contenders work with.
type stage struct {
	options    Options
	dir        string // for files
	extractor  *extract.Extractor
	program    program
	gse, jieba cutter // jieba is nil without cgo
	list       []contender
}

func newStage(o Options, dir string) (s *stage, err error) {
	s = &stage{options: o, dir: dir}
	if s.extractor, err = compiled(); err != nil {
		return nil, err
	}
	if s.gse, err = gseCutter(); err != nil {
		return nil, err
	}
	if s.jieba, err = jiebaCutter(); err != nil {
		return nil, err
	}
	s.program, err = buildProgram(dir)
	return s, err
}

// add takes a contender whose work gives its answer.
func (s *stage) add(name string, c *Corpus, cores int, work func() (Answer, error)) {
	var a Answer
	s.list = append(s.list, contender{
		name: name, corpus: c, cores: cores,
		work:   func() (err error) { a, err = work(); return err },
		answer: func() (Answer, error) { return a, nil },
	})
}

// corpus adds all contenders over documents of a kind.
func (s *stage) corpus(kind Kind) error {
	all, err := Generate(kind, max(s.options.Documents, s.options.Files))
	if err != nil {
		return err
	}
	c := all.First(s.options.Documents)
	s.segmenters(c)
	s.extraction(c)
	if err := s.regexps(c.First(s.options.Patterns)); err != nil {
		return err
	}
	if err := s.files(c, all.First(s.options.Files)); err != nil {
		return err
	}
	return s.aggregation(c)
}

func (s *stage) segmenters(c *Corpus) {
	for _, peer := range []struct {
		name string
		cut  cutter
	}{{"gse", s.gse}, {"gojieba", s.jieba}} {
		if peer.cut == nil {
			continue
		}
		s.add(peer.name, c, 1, func() (Answer, error) { return whole(c, peer.cut.words(c)) })
	}
	s.fast(c)
	s.add("gse", c, 2, func() (Answer, error) { return whole(c, s.gse.together(c, 2)) })
}

// whole refuses words that are not all bytes of the corpus.
func whole(c *Corpus, a Answer) (Answer, error) {
	if a.Sum != int64(c.Bytes) {
		return a, fmt.Errorf("the words have %d bytes, the corpus has %d", a.Sum, c.Bytes)
	}
	return a, nil
}

// enough refuses an answer of fewer than percent of the corpus's figures.
func enough(c *Corpus, percent int, a Answer) (Answer, error) {
	if a.Count*100 < c.Figures*percent {
		return a, fmt.Errorf("%d were found, the corpus has %d figures", a.Count, c.Figures)
	}
	return a, nil
}

func (s *stage) extraction(c *Corpus) {
	for _, cores := range []int{1, 2} {
		var workers []*extraction
		for range cores {
			workers = append(workers, newExtraction(s.extractor))
		}
		s.add("extract", c, cores, func() (Answer, error) { return enough(c, 99, facts(c, workers)) })
	}
}

func (s *stage) regexps(c *Corpus) error {
	list, err := loadPatterns()
	if err != nil {
		return err
	}
	for _, p := range []*patterns{{list: list}, {list: list, prefilter: true}} {
		name := "regexp2"
		if p.prefilter {
			name = "regexp2 prefiltered"
		}
		s.add(name, c, 1, func() (Answer, error) {
			a, err := p.matches(c)
			if err != nil {
				return a, err
			}
			return enough(c, 90, a)
		})
	}
	return nil
}

// files adds the ways that end on disk: the library over texts, the program
// over files.
func (s *stage) files(texts, files *Corpus) error {
	e := newExtraction(s.extractor)
	s.add("csv", texts, 1, func() (Answer, error) {
		a, err := writeFacts(texts, e, filepath.Join(s.dir, texts.Name+"-facts.csv"))
		if err != nil {
			return a, err
		}
		return enough(texts, 99, a)
	})
	out := filepath.Join(s.dir, texts.Name+"-tables")
	s.list = append(s.list, contender{
		name: "tables", corpus: texts, cores: 1,
		work:   func() error { return writeTables(texts, e, out) },
		answer: func() (Answer, error) { return resultsIn(out) },
	})
	in := filepath.Join(s.dir, files.Name)
	if err := files.writeTo(in); err != nil {
		return err
	}
	for _, cores := range []int{1, 2} {
		out := filepath.Join(s.dir, fmt.Sprintf("%s-cli-%d", files.Name, cores))
		s.list = append(s.list, contender{
			name: "cli", corpus: files, cores: cores,
			work:   func() error { return s.program.run(in, out, cores) },
			answer: func() (Answer, error) { return resultsIn(out) },
		})
	}
	return nil
}

// aggregation adds package metrics and the plain way over the same figures;
// Bytes of their results mean the corpus that the figures come from.
func (s *stage) aggregation(c *Corpus) error {
	values, err := countedValues(c, newExtraction(s.extractor))
	if err != nil || len(values) < 1000 {
		return err
	}
	plain, ours := plainly(values), aggregate(values)
	if plain != ours {
		return fmt.Errorf("over %s the plain aggregation says %v, package metrics %v", c.Name, plain, ours)
	}
	s.add("metrics", c, 1, func() (Answer, error) { return aggregate(values), nil })
	s.add("plain", c, 1, func() (Answer, error) { return plainly(values), nil })
	return nil
}

// together cuts with so many goroutines.
func (cut cutter) together(c *Corpus, n int) Answer {
	answers := make([]Answer, n)
	var wg sync.WaitGroup
	for i := range n {
		wg.Go(func() {
			for at := i; at < len(c.Documents); at += n {
				answers[i].add(cut.one(c.Documents[at].Text))
			}
		})
	}
	wg.Wait()
	var all Answer
	for _, a := range answers {
		all.add(a)
	}
	return all
}
