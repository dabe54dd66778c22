package cli

import (
	"errors"
	"os"
	"strings"
	"time"

	"github.com/zhaibao/zhaibao/extract/pattern"
	"github.com/zhaibao/zhaibao/metrics/terms"
)

// readTermsFiles reads the user's files and checks them before anything else is read.
func (a *app) readTermsFiles(j *termsJob) error {
	var texts []string
	for _, name := range j.stopWords {
		switch name = strings.TrimSpace(name); name {
		case "":
		case "builtin":
			texts = append(texts, terms.BuiltinStopWords)
		default:
			data, err := a.termsFile("stop-words", name)
			if err != nil {
				return err
			}
			texts = append(texts, string(data))
		}
	}
	j.opts.StopWords = terms.ReadStopWords(texts...)
	for _, k := range j.keywords {
		if k = strings.TrimSpace(k); k != "" {
			j.opts.Keywords = append(j.opts.Keywords, k)
		}
	}
	if j.dictionary != "" {
		data, err := a.termsFile("dictionary", j.dictionary)
		if err != nil {
			return err
		}
		if j.opts.Dictionary, err = terms.ReadDictionary(j.dictionary, data); err != nil {
			return a.wrongFile(err)
		}
	}
	j.opts.Engine = func(expr string, limit time.Duration) (terms.Finder, error) { return pattern.Find(expr, limit) }
	if j.patterns != "" {
		data, err := a.termsFile("patterns", j.patterns)
		if err != nil {
			return err
		}
		if j.opts.Patterns, err = terms.ReadPatterns(j.patterns, data, j.opts.Engine); err != nil {
			return a.wrongFile(err)
		}
	}
	return nil
}

func (a *app) termsFile(flag, name string) ([]byte, error) {
	data, err := os.ReadFile(name)
	if err != nil {
		return nil, a.usagef("读不了 --%s 文件 %q：%v。没有写出任何结果", "the --%s file %q cannot be read: %v. Nothing was written", flag, name, err)
	}
	return data, nil
}

// wrongFile lists every error of a user's file, in the language.
func (a *app) wrongFile(err error) error {
	var lines []string
	for _, e := range errorsIn(err) {
		var f *terms.FileError
		if errors.As(e, &f) {
			lines = append(lines, half(a.lang, a.say(f.Error(), f.English())))
		} else {
			lines = append(lines, e.Error())
		}
	}
	return usageError(strings.Join(lines, "\n"))
}

// errorsIn are the errors that were joined.
func errorsIn(err error) []error {
	joined, ok := err.(interface{ Unwrap() []error })
	if !ok {
		return []error{err}
	}
	var all []error
	for _, e := range joined.Unwrap() {
		all = append(all, errorsIn(e)...)
	}
	return all
}
