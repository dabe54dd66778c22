// Command gen writes a generated corpus for demonstrations and measurements:
//
//	go run ./internal/synth/gen -o DIR -counties 40 -periods 2022H1,2022H2
//
// DIR/reports holds the reports, DIR/truth_facts.tsv every figure in them and
// DIR/truth_cells.tsv what table.csv must say. See package synth.
package main

import (
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"

	"github.com/zhaibao/zhaibao/internal/synth"
)

func main() {
	if err := run(os.Args[1:], os.Stdout); err != nil {
		if !errors.Is(err, flag.ErrHelp) {
			fmt.Fprintln(os.Stderr, "gen:", err)
		}
		os.Exit(2)
	}
}

func run(args []string, out io.Writer) error {
	var o synth.Options
	flags := flag.NewFlagSet("gen", flag.ContinueOnError)
	folder := flags.String("o", "", "the `folder` to write into; it must be empty or new")
	flags.Uint64Var(&o.Seed, "seed", 1, "the same seed gives the same bytes")
	flags.IntVar(&o.Counties, "counties", 40, "counties")
	periods := flags.String("periods", "2022H1,2022H2,2023H1,2023H2", "`list` of 2022, 2022H1, 2022H2")
	flags.IntVar(&o.Bureaus, "bureaus", 3, "reports of each county and period")
	flags.IntVar(&o.Copies, "copies", 0, "copy one file in so many under another name; 0 none")
	if err := flags.Parse(args); err != nil {
		return err
	}
	switch {
	case *folder == "":
		return errors.New("name a folder with -o")
	case o.Counties < 1 || o.Bureaus < 1 || o.Copies < 0:
		return errors.New("-counties and -bureaus start at 1, -copies at 0")
	}
	o.Periods = strings.Split(*periods, ",")
	if old, err := os.ReadDir(*folder); err == nil && len(old) > 0 {
		return fmt.Errorf("%s is not empty: name a new folder", *folder)
	}
	frames, err := synth.Builtin()
	if err != nil {
		return err
	}
	c, err := frames.Generate(o)
	if err != nil {
		return err
	}
	return write(c, *folder, out)
}

// write stores the reports and the truth beside them.
func write(c *synth.Corpus, folder string, out io.Writer) error {
	if _, err := c.Write(filepath.Join(folder, "reports")); err != nil {
		return err
	}
	for name, put := range map[string]func(io.Writer) error{"truth_facts.tsv": c.WriteFacts, "truth_cells.tsv": c.WriteCells} {
		f, err := os.Create(filepath.Join(folder, name))
		if err != nil {
			return err
		}
		if err := errors.Join(put(f), f.Close()); err != nil {
			return err
		}
	}
	fmt.Fprintf(out, "%d files in %s\n", len(c.Files), filepath.Join(folder, "reports"))
	return nil
}
