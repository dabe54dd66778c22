package cli

import (
	"context"
	"os"
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
	o.Workers = 1
	stats, err := corpus.Run(ctx, []string{path}, o, func(item *corpus.Item) error {
		if item.Err != nil {
			return item.Err
		}
		return fn(item)
	})
	return a.nothing(err, []string{path}, stats.Skips)
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
