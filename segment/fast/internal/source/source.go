// Package source reads gse's dictionary for the generator and for the test that
// says whether the stored form is stale.
package source

import (
	"bufio"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/zhaibao/zhaibao/segment/fast/internal/dict"
)

// Path is where gse's dictionary of simplified Chinese lies. It needs the go
// command, and the module in its cache.
func Path() (string, error) {
	const module = "github.com/go-ego/gse"
	dir, err := exec.Command("go", "list", "-m", "-f", "{{.Dir}}", module).Output()
	root := strings.TrimSpace(string(dir))
	if err != nil || root == "" {
		return "", fmt.Errorf("the module %s is not in the module cache: run go mod download %s", module, module)
	}
	return filepath.Join(root, "data", "dict", "zh", "s_1.txt"), nil
}

// Words are gse's words with the frequencies that gse.Cut counts with: that of
// a single character is 2, and words below 2 are left out.
func Words() (words []dict.Word, err error) {
	path, err := Path()
	if err != nil {
		return nil, err
	}
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	lines := bufio.NewScanner(f)
	for n := 1; lines.Scan(); n++ {
		fields := strings.Fields(lines.Text())
		if len(fields) < 2 {
			continue
		}
		w := dict.Word{Text: fields[0]}
		if w.Frequency, err = strconv.ParseFloat(fields[1], 64); err != nil {
			return nil, fmt.Errorf("%s:%d: %w", path, n, err)
		}
		if len(fields) > 2 {
			w.Tag = fields[2]
		}
		if w.Frequency < 2 {
			continue
		}
		if utf8.RuneCountInString(w.Text) < 2 {
			w.Frequency = 2
		}
		words = append(words, w)
	}
	return words, lines.Err()
}

// Stored is the dictionary as it is stored.
func Stored() ([]byte, error) {
	words, err := Words()
	if err != nil {
		return nil, err
	}
	d, err := dict.Build(words)
	if err != nil {
		return nil, err
	}
	return d.Append(nil), nil
}
