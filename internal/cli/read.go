package cli

import (
	"context"
	"os"
	"path/filepath"
	"strings"

	"github.com/zhaibao/zhaibao/corpus"
)

// eachReport reads one file, or standard input for -, as the main job does and
// calls fn for each of its reports. What fails is an error.
func (a *app) eachReport(ctx context.Context, path string, o corpus.Options, fn func(*corpus.Item) error) error {
	if err := a.checkInputs(nil, path); err != nil {
		return err
	}
	if info, err := os.Stat(path); err == nil && info.IsDir() {
		return a.usagef("%s 是目录，这个命令读取单个文件", "%s is a folder; this command reads one file", path)
	}
	if list := corpus.Walk([]string{path}, a.readers...); len(list.Files) > 1 {
		return a.oneOf(path, list.Files[0].Name)
	}
	o.Workers = 1
	name := ""
	stats, err := corpus.Run(ctx, []string{path}, o, func(item *corpus.Item) error {
		switch {
		case item.Err != nil:
			return item.Err
		case name != "" && name != item.File: // of an archive in an archive
			return a.oneOf(path, name)
		}
		name = item.File
		return fn(item)
	})
	return a.nothing(err, []string{path}, stats.Skips)
}

// oneOf asks for one of the files in the archive, such as the one of that name.
func (a *app) oneOf(path, name string) error {
	inside := filepath.ToSlash(filepath.Join(filepath.Dir(path), filepath.FromSlash(name)))
	if corpus.InArchive(path) {
		inside = name
	}
	return a.usagef("%s 里有多个文件，这个命令读取单个文件，请写明是哪一个，如 %s", "%s holds several files and this command reads one; name it, as in %s", path, inside)
}

// readText is the decoded text of a file, the one that offsets refer to.
func (a *app) readText(ctx context.Context, path string) (string, error) {
	text := ""
	err := a.eachReport(ctx, path, a.corpusOptions(ctx, false), func(item *corpus.Item) error {
		text = item.Document.Text
		return nil
	})
	return text, err
}

// fromString makes the options read text where standard input would be read.
func fromString(o corpus.Options, text string) corpus.Options {
	o.Stdin = strings.NewReader(text)
	return o
}
