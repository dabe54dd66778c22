package jieba_test

import (
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/zhaibao/zhaibao/segment/jieba"
	"github.com/zhaibao/zhaibao/segment/segmenttest"
)

// dictionaries is the folder of gojieba's module, or skips the test.
func dictionaries(t *testing.T) string {
	dir, err := exec.Command("go", "list", "-m", "-f", "{{.Dir}}", "github.com/yanyiwu/gojieba").Output()
	root := strings.TrimSpace(string(dir))
	if err != nil || root == "" {
		t.Skip("the module gojieba is not in the module cache")
	}
	return filepath.Join(root, "deps", "cppjieba", "dict")
}

func TestLaws(t *testing.T) {
	s, err := jieba.New(jieba.In(dictionaries(t)))
	if errors.Is(err, jieba.ErrNoCgo) {
		t.Skip(err)
	}
	if err != nil {
		t.Fatal(err)
	}
	segmenttest.Run(t, s)
}

func TestFilesAreChecked(t *testing.T) {
	dir := t.TempDir()
	complete := jieba.In(dir)
	for _, path := range []string{complete.Dict, complete.HMM, complete.User, complete.StopWords} {
		if err := os.WriteFile(path, []byte("文化 3 n\n"), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	folder := complete
	folder.Dict = dir
	for _, row := range []struct {
		what  string
		files jieba.Files
		want  string
	}{
		{"a file that is not there", complete, "jieba: the IDF table: open " + complete.IDF},
		{"a path that is not given", jieba.Files{Dict: complete.Dict}, "jieba: no path of the HMM model is given"},
		{"a folder", folder, "jieba: the dictionary: " + dir + " is no file"},
		{"nothing", jieba.Files{}, "jieba: no path of the dictionary is given"},
	} {
		if s, err := jieba.New(row.files); s != nil || err == nil || !strings.HasPrefix(err.Error(), row.want) {
			t.Errorf("%s: %v, want %s", row.what, err, row.want)
		}
	}
}
