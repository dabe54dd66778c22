package cli

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"

	"github.com/zhaibao/zhaibao/corpus"
)

// checkInputs refuses paths that do not exist, before anything is written. A
// pattern that matches something is one that does. A first path that may be
// meant for one of root's commands is answered with that command; root may be nil.
func (a *app) checkInputs(root *cobra.Command, paths ...string) error {
	for i, path := range paths {
		switch {
		case path == "":
			return a.usagef("有一个路径是空的", "one of the paths is empty")
		case exists(path):
			continue
		}
		if i == 0 && root != nil {
			if meant := meantCommand(root, path); meant != "" {
				return a.usagef("找不到 %s：没有这个文件、目录或命令，是不是想用 `extract %s`？没有写出任何结果",
					"%s: no such file, folder or command; did you mean `extract %s`? Nothing was written", path, meant)
			}
		}
		return a.usagef("找不到 %s：没有这个文件或目录，请检查路径。没有写出任何结果",
			"%s: no such file or folder; check the path. Nothing was written", path)
	}
	return nil
}

// exists reports whether path names something. What may not be looked at does:
// reading it will say so.
func exists(path string) bool {
	if path == "-" {
		return true
	}
	_, err := os.Stat(path)
	if err == nil || errors.Is(err, fs.ErrPermission) || corpus.InArchive(path) {
		return true
	}
	matches, err := filepath.Glob(path)
	return err == nil && len(matches) > 0
}

// meantCommand is how a command is called whose name is close to word, "" where none is.
func meantCommand(root *cobra.Command, word string) string {
	if strings.TrimLeft(word, "-/") == "version" {
		return "--version"
	}
	best, distance := "", 3
	for _, sub := range root.Commands() {
		if d := editDistance(strings.ToLower(word), sub.Name()); d < distance && 2*d < len(sub.Name()) {
			best, distance = sub.Name()+" …", d
		}
	}
	return best
}

// editDistance is the number of bytes to insert, delete, replace or swap with
// the next that makes b of a. Long words are far from each other.
func editDistance(a, b string) int {
	if len(a) > 2*len(b) {
		return len(a)
	}
	var before []int
	row := make([]int, len(b)+1)
	for j := range row {
		row[j] = j
	}
	for i := 1; i <= len(a); i++ {
		next := make([]int, len(b)+1)
		next[0] = i
		for j := 1; j <= len(b); j++ {
			next[j] = min(row[j]+1, next[j-1]+1, row[j-1]+differ(a[i-1], b[j-1]))
			if i > 1 && j > 1 && a[i-1] == b[j-2] && a[i-2] == b[j-1] {
				next[j] = min(next[j], before[j-2]+1)
			}
		}
		before, row = row, next
	}
	return row[len(b)]
}

func differ(a, b byte) int {
	if a == b {
		return 0
	}
	return 1
}
