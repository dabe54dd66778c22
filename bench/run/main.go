// Command run measures zhaibao beside its peers, prints the table and writes it
// to record/DATE.md and to the section of README.md that shows the last record.
// It runs inside bench/:
//
//	go run ./run
//	go run ./run -rounds 1 -flat 0 -dry   a quick look that writes nothing
package main

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"time"

	"github.com/zhaibao/zhaibao/bench"
)

func main() {
	var o bench.Options
	flag.IntVar(&o.Rounds, "rounds", 5, "take the median of `N` rounds")
	flag.IntVar(&o.Documents, "documents", 320, "documents of each corpus in memory")
	flag.IntVar(&o.Files, "files", 1000, "files of each corpus for the program")
	flag.IntVar(&o.Patterns, "patterns", 40, "documents of each corpus for the regular expressions")
	flat := flag.Int("flat", 100_000, "also measure the time per byte, up to `N` files; 0 is not at all")
	dry := flag.Bool("dry", false, "print the record, write nothing")
	flag.Parse()
	if err := run(o, *flat, *dry); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

func run(o bench.Options, flat int, dry bool) error {
	report, err := bench.Run(o)
	if err != nil {
		return err
	}
	if flat > 0 {
		if report.Flat, err = bench.Flat(flat); err != nil {
			return err
		}
	}
	now := time.Now()
	record := report.Record(now)
	fmt.Print(record)
	if dry {
		return nil
	}
	const readme = "../README.md"
	text, err := os.ReadFile(readme)
	if err != nil {
		return err
	}
	shown, err := bench.Show(string(text), record)
	if err != nil {
		return err
	}
	if err := os.WriteFile(filepath.Join("record", now.Format(time.DateOnly)+".md"), []byte(record), 0o644); err != nil {
		return err
	}
	return os.WriteFile(readme, []byte(shown), 0o644)
}
