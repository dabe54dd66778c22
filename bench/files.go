package bench

import (
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"

	"github.com/zhaibao/zhaibao/corpus"
	"github.com/zhaibao/zhaibao/corpus/correct"
	"github.com/zhaibao/zhaibao/export"
	"github.com/zhaibao/zhaibao/extract"
)

// writeFacts takes the texts to facts.csv alone.
func writeFacts(c *Corpus, e *extraction, path string) (a Answer, err error) {
	file, err := os.Create(path)
	if err != nil {
		return a, err
	}
	defer file.Close()
	out := export.NewCSVStream(file, export.Options{RuleID: extract.RuleID, Confidence: extract.Confidence})
	for i := range c.Documents {
		err := e.document(&c.Documents[i], func(item *corpus.Item) error {
			a.Count += len(item.Result.Facts)
			return out.Add(item)
		})
		if err != nil {
			return a, err
		}
	}
	if err := errors.Join(out.Close(), file.Close()); err != nil {
		return a, err
	}
	info, err := os.Stat(path)
	if err != nil {
		return a, err
	}
	a.Sum = info.Size()
	return a, nil
}

// writeTables takes the texts to a folder of CSV files as the program writes them
// by default: facts, documents, gaps, tables and codebook.
func writeTables(c *Corpus, e *extraction, dir string) error {
	out, err := export.Create(dir, export.Options{RuleID: extract.RuleID, Confidence: extract.Confidence})
	if err != nil {
		return err
	}
	defer out.Abort()
	for i := range c.Documents {
		d := &c.Documents[i]
		err := e.document(d, func(item *corpus.Item) error {
			item.Format, item.Encoding, item.TextHash = "txt", "utf-8", correct.TextHash(d.Text)
			return out.Add(item)
		})
		if err != nil {
			return err
		}
	}
	return out.Close(export.RunInfo{})
}

// resultsIn is what the run.json in dir says of the facts, and the size of
// facts.csv in bytes.
func resultsIn(dir string) (Answer, error) {
	data, err := os.ReadFile(filepath.Join(dir, "run.json"))
	if err != nil {
		return Answer{}, err
	}
	var run struct{ Counts export.Counts }
	if err := json.Unmarshal(data, &run); err != nil {
		return Answer{}, err
	}
	if run.Counts.Failed > 0 {
		return Answer{}, fmt.Errorf("%s: %d files failed", dir, run.Counts.Failed)
	}
	info, err := os.Stat(filepath.Join(dir, "facts.csv"))
	if err != nil {
		return Answer{}, err
	}
	return Answer{run.Counts.Facts, info.Size()}, nil
}

// program is the command line, built for the measurement.
type program struct{ path string }

// mainModule is the folder of the module that is measured.
func mainModule() (string, error) {
	out, err := exec.Command("go", "list", "-m", "-f", "{{.Dir}}", "github.com/zhaibao/zhaibao").Output()
	if err != nil {
		return "", fmt.Errorf("run this inside bench/: %w", err)
	}
	return strings.TrimSpace(string(out)), nil
}

// buildProgram builds the program into dir.
func buildProgram(dir string) (program, error) {
	main, err := mainModule()
	if err != nil {
		return program{}, err
	}
	p := program{filepath.Join(dir, "extract")}
	build := exec.Command("go", "build", "-o", p.path, "./cmd/extract")
	build.Dir = main
	if said, err := build.CombinedOutput(); err != nil {
		return p, fmt.Errorf("%w\n%s", err, said)
	}
	return p, nil
}

// run does the main job over the files in a folder on so many cores.
func (p program) run(in, out string, cores int) error {
	c := exec.Command(p.path, "--quiet", "-o", out, in)
	c.Env = append(os.Environ(), fmt.Sprintf("GOMAXPROCS=%d", cores), "GOGC=100")
	if said, err := c.CombinedOutput(); err != nil {
		return fmt.Errorf("%w\n%s", err, said)
	}
	return nil
}

// writeTo puts the documents into a folder, as files.
func (c *Corpus) writeTo(dir string) error {
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return err
	}
	for _, d := range c.Documents {
		if err := os.WriteFile(filepath.Join(dir, d.Name), []byte(d.Text), 0o644); err != nil {
			return err
		}
	}
	return nil
}
