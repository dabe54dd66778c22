package jieba

import (
	"fmt"
	"os"
	"path/filepath"
)

func in(dir string) Files {
	return Files{
		Dict:      filepath.Join(dir, "jieba.dict.utf8"),
		HMM:       filepath.Join(dir, "hmm_model.utf8"),
		User:      filepath.Join(dir, "user.dict.utf8"),
		IDF:       filepath.Join(dir, "idf.utf8"),
		StopWords: filepath.Join(dir, "stop_words.utf8"),
	}
}

// paths are the files in gojieba's order, each of them seen to be a file.
func (f Files) paths() ([]string, error) {
	list := []string{f.Dict, f.HMM, f.User, f.IDF, f.StopWords}
	for i, what := range []string{"dictionary", "HMM model", "user dictionary", "IDF table", "list of stop words"} {
		if list[i] == "" {
			return nil, fmt.Errorf("jieba: no path of the %s is given: name all five files, or use jieba.In(folder)", what)
		}
		if err := readable(list[i]); err != nil {
			return nil, fmt.Errorf("jieba: the %s: %w", what, err)
		}
	}
	return list, nil
}

// readable reports why a file cannot be read; gojieba itself ends the program then.
func readable(path string) error {
	f, err := os.Open(path)
	if err != nil {
		return err
	}
	defer f.Close()
	info, err := f.Stat()
	if err != nil {
		return err
	}
	if !info.Mode().IsRegular() {
		return fmt.Errorf("%s is no file", path)
	}
	return nil
}
