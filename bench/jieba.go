//go:build cgo

package bench

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync"

	"github.com/yanyiwu/gojieba"
)

// loadJieba loads gojieba from the dictionaries of its module, once. They are
// looked for before, since it panics where one is absent.
var loadJieba = sync.OnceValues(func() (*gojieba.Jieba, error) {
	const module = "github.com/yanyiwu/gojieba"
	dir, err := exec.Command("go", "list", "-m", "-f", "{{.Dir}}", module).Output()
	if err != nil {
		return nil, fmt.Errorf("where is %s: %w", module, err)
	}
	var paths []string
	for _, name := range []string{"jieba.dict.utf8", "hmm_model.utf8", "user.dict.utf8", "idf.utf8", "stop_words.utf8"} {
		path := filepath.Join(strings.TrimSpace(string(dir)), "deps", "cppjieba", "dict", name)
		if _, err := os.Stat(path); err != nil {
			return nil, err
		}
		paths = append(paths, path)
	}
	return gojieba.NewJieba(paths...), nil
})

// jiebaCutter is gojieba's Cut without the HMM; nil where the program is built
// without cgo.
func jiebaCutter() (cutter, error) {
	j, err := loadJieba()
	if err != nil {
		return nil, err
	}
	return func(text string) []string { return j.Cut(text, false) }, nil
}
