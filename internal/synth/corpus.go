package synth

import (
	"cmp"
	"fmt"
	"hash/fnv"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"golang.org/x/text/encoding/simplifiedchinese"
)

// Options say what is generated. The zero value is 40 counties × the four
// half-years of 2022 and 2023 × three bureaus, without copies.
type Options struct {
	Seed     uint64
	Counties int      // 40 where 0
	Periods  []string // 2022, 2022H1, 2022H2
	Bureaus  int      // reports of each county and period, 3 where 0
	Copies   int      // one report in so many is copied under another path; 0 none
}

func (o Options) withDefaults() Options {
	o.Counties = cmp.Or(o.Counties, 40)
	o.Bureaus = cmp.Or(o.Bureaus, 3)
	if len(o.Periods) == 0 {
		o.Periods = []string{"2022H1", "2022H2", "2023H1", "2023H2"}
	}
	return o
}

// File is one generated file: a report, or the reports of a county and period
// one after another.
type File struct {
	Name    string // 清溪县-2022H1-民政.txt
	Text    string
	GB18030 bool // how it is stored, else UTF-8
	Reports []Report
	CopyOf  string // the file it is a copy of, "" none; the truth counts only that one
}

// Corpus is generated files in the order of their names.
type Corpus struct {
	Options
	Files []File
}

const (
	perReport = 8 // frames of a report, at most
	oneFile   = 8 // one county and period in so many has its reports in one file
	otherCode = 9 // one file in so many is GB18030
)

// Generate writes a corpus. The same frames and options give the same bytes.
func (f *Frames) Generate(o Options) (*Corpus, error) {
	o = o.withDefaults()
	names, err := counties(o.Counties)
	if err != nil {
		return nil, err
	}
	if o.Bureaus > len(f.bureaus) {
		return nil, fmt.Errorf("there are frames of %d bureaus, not %d: ask for fewer", len(f.bureaus), o.Bureaus)
	}
	c := &Corpus{Options: o}
	for i, name := range names {
		for k, p := range o.Periods {
			when, err := parseSpan(p)
			if err != nil {
				return nil, err
			}
			if err := c.add(f, name, when, i*len(o.Periods)+k); err != nil {
				return nil, err
			}
		}
	}
	slices.SortFunc(c.Files, func(a, b File) int { return cmp.Compare(a.Name, b.Name) })
	return c, nil
}

// add writes the reports of a county and period; n is the number of both.
func (c *Corpus) add(f *Frames, county string, when span, n int) error {
	var group []File
	for b := range c.Bureaus {
		bureau := f.bureaus[(n*c.Bureaus+b)%len(f.bureaus)]
		file := File{Name: fmt.Sprintf("%s-%s-%s.txt", county, when.period, bureau)}
		rng := c.rng(file.Name)
		text, r, err := f.write(rng, county, bureau, when, f.choose(rng, bureau))
		if err != nil {
			return err
		}
		file.Text, file.Reports = text, []Report{r}
		file.GB18030 = rng.IntN(otherCode) == 0
		group = append(group, file)
	}
	if n%oneFile == oneFile-1 {
		group = []File{joined(fmt.Sprintf("%s-%s-汇编.txt", county, when.period), group)}
	}
	for i, file := range group {
		c.Files = append(c.Files, file)
		if c.Copies > 0 && (n*c.Bureaus+i)%c.Copies == 0 {
			file.CopyOf, file.Name = file.Name, "转发-"+file.Name
			c.Files = append(c.Files, file)
		}
	}
	return nil
}

// rng is the source of one file's report, whatever was written before it.
func (c *Corpus) rng(name string) *rand.Rand {
	h := fnv.New64a()
	h.Write([]byte(name))
	return rand.New(rand.NewPCG(c.Seed, h.Sum64()))
}

// choose draws frames of a bureau, one of a subject at most.
func (f *Frames) choose(rng *rand.Rand, bureau string) []*Frame {
	var list []*Frame
	subjects := map[string]bool{}
	var own []int
	for i := range f.List {
		if f.List[i].Bureau == bureau {
			own = append(own, i)
		}
	}
	rng.Shuffle(len(own), func(i, k int) { own[i], own[k] = own[k], own[i] })
	for _, i := range own {
		frame := &f.List[i]
		if len(list) == perReport {
			break
		}
		if !subjects[frame.Subject] {
			subjects[frame.Subject] = true
			list = append(list, frame)
		}
	}
	return list
}

// joined puts the reports of several files into one.
func joined(name string, group []File) File {
	all := File{Name: name}
	var text strings.Builder
	for _, g := range group {
		at := text.Len()
		text.WriteString(g.Text)
		for _, r := range g.Reports {
			r.Start, r.End = r.Start+at, r.End+at
			for i := range r.Facts {
				r.Facts[i].Start += at
				r.Facts[i].End += at
			}
			for i := range r.Places {
				r.Places[i].Start += at
				r.Places[i].End += at
			}
			all.Reports = append(all.Reports, r)
		}
	}
	all.Text = text.String()
	return all
}

// Single writes a report of one frame alone, for draw n.
func (f *Frames) Single(frame *Frame, n int) (File, error) {
	when, err := parseSpan([...]string{"2023H1", "2022H2"}[n%2])
	if err != nil {
		return File{}, err
	}
	c := Corpus{Options: Options{Seed: uint64(n)}}
	file := File{Name: frame.ID + ".txt"}
	var r Report
	file.Text, r, err = f.write(c.rng(file.Name), county(n), frame.Bureau, when, []*Frame{frame})
	file.Reports = []Report{r}
	return file, err
}

// Write stores the files in folder, which is made where it is missing, and
// returns their paths in the order of Files.
func (c *Corpus) Write(folder string) ([]string, error) {
	if err := os.MkdirAll(folder, 0o777); err != nil {
		return nil, err
	}
	var paths []string
	for _, f := range c.Files {
		data := []byte(f.Text)
		if f.GB18030 {
			var err error
			if data, err = simplifiedchinese.GB18030.NewEncoder().Bytes(data); err != nil {
				return nil, fmt.Errorf("%s: %w", f.Name, err)
			}
		}
		path := filepath.Join(folder, f.Name)
		if err := os.WriteFile(path, data, 0o666); err != nil {
			return nil, err
		}
		paths = append(paths, path)
	}
	return paths, nil
}
