package bench

import (
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"time"
)

// Point is what a byte takes at some size.
type Point struct {
	What        string
	Bytes       int // in all
	Nanoseconds float64
}

// Flat measures what a byte takes in documents of 1 kB to 20 MB, text to facts
// on one core, and in 10 files to so many, by the program on two.
func Flat(files int) ([]Point, error) {
	ex, err := compiled()
	if err != nil {
		return nil, err
	}
	var points []Point
	by := []*extraction{newExtraction(ex)}
	// Sections are what makes documents of these sizes; as many documents as make 2 MB.
	for _, size := range []struct {
		name                string
		sections, documents int
	}{{"1 kB", 1, 2000}, {"10 kB", 12, 200}, {"100 kB", 125, 20}, {"1 MB", 1250, 2}, {"20 MB", 25_000, 1}} {
		kind := Kinds[0]
		kind.Sections = size.sections
		c, err := Generate(kind, size.documents)
		if err != nil {
			return nil, err
		}
		took, err := best(1, func() error { facts(c, by); return nil })
		if err != nil {
			return nil, err
		}
		points = append(points, point("documents of "+size.name, c, took))
	}
	more, err := flatFiles(files)
	return append(points, more...), err
}

// flatFiles runs the program over 10 files of 1 kB, 100, and so on.
func flatFiles(most int) ([]Point, error) {
	dir, err := os.MkdirTemp("", "zhaibao-flat-")
	if err != nil {
		return nil, err
	}
	defer os.RemoveAll(dir)
	p, err := buildProgram(dir)
	if err != nil {
		return nil, err
	}
	kind := Kinds[0]
	kind.Sections = 1
	var points []Point
	for n := 10; n <= most; n *= 10 {
		c, err := Generate(kind, n)
		if err != nil {
			return nil, err
		}
		in := filepath.Join(dir, fmt.Sprint(n))
		if err := c.writeTo(in); err != nil {
			return nil, err
		}
		took, err := best(2, func() error { return p.run(in, filepath.Join(dir, "out"), 2) })
		if err != nil {
			return nil, err
		}
		points = append(points, point(fmt.Sprintf("the program over %s files", thousands(int64(n))), c, took))
	}
	return points, nil
}

func point(what string, c *Corpus, took time.Duration) Point {
	return Point{what, c.Bytes, float64(took.Nanoseconds()) / float64(c.Bytes)}
}

// best is the best of three times on so many cores.
func best(cores int, work func() error) (time.Duration, error) {
	defer runtime.GOMAXPROCS(runtime.GOMAXPROCS(cores))
	least := time.Duration(1<<63 - 1)
	for range 3 {
		runtime.GC()
		start := time.Now()
		if err := work(); err != nil {
			return 0, err
		}
		least = min(least, time.Since(start))
	}
	return least, nil
}
