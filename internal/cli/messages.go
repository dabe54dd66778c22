package cli

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"strings"
	"unicode"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"github.com/zhaibao/zhaibao/corpus"
	"github.com/zhaibao/zhaibao/corpus/archive"
	"github.com/zhaibao/zhaibao/corpus/correct"
	"github.com/zhaibao/zhaibao/export"
	"github.com/zhaibao/zhaibao/extract/catalog"
	"github.com/zhaibao/zhaibao/metrics/compare"
	"github.com/zhaibao/zhaibao/metrics/meta"
)

// told is what a user is told of the error that a command ended with, ""
// where all is said already.
func (a *app) told(err error, c *cobra.Command) string {
	switch {
	case err == nil, errors.Is(err, errSomeFailed), errors.Is(err, errFaulty):
		return ""
	case errors.Is(err, context.Canceled):
		return a.say("已中断；没有写出结果，原有的结果未动", "interrupted; nothing was written and old results are as they were")
	case errors.As(err, new(usageError)):
		return err.Error() + fmt.Sprintf(a.say("。运行 %s --help 查看用法", "; see %s --help"), helpful(c).CommandPath())
	}
	return a.text(err)
}

// helpful is the command whose help is worth reading.
func helpful(c *cobra.Command) *cobra.Command {
	if c.Hidden && c.HasParent() {
		return c.Parent()
	}
	return c
}

// text is an error in the language.
func (l lang) text(err error) string {
	var (
		read    *corpus.Error
		written *export.Error
		wrong   *correct.Error
		other   *meta.Error
		panel   *compare.Error
		own     *catalog.Error
	)
	switch {
	case errors.As(err, &own):
		return l.say(own.Error(), own.English())
	case errors.As(err, &other):
		return l.say(other.Error(), other.English())
	case errors.As(err, &panel):
		return l.say(panel.Error(), panel.English())
	case errors.As(err, &wrong):
		return l.say(wrong.Error(), wrong.English())
	case errors.As(err, &written) && l == english:
		return written.English()
	case errors.As(err, &read):
		return read.File + l.say("：", ": ") + l.cause(read.Err)
	}
	return half(l, err.Error())
}

// cause is why a file could not be read, with the flag that may help.
func (l lang) cause(err error) string {
	switch {
	case errors.Is(err, corpus.ErrTooLarge):
		return l.say("文件太大；请拆分，或用 --max-bytes 提高上限，如 --max-bytes 200M",
			"the file is too large; split it, or raise the limit with --max-bytes, as in --max-bytes 200M")
	case errors.Is(err, corpus.ErrTooSlow):
		return half(l, err.Error()) + l.say("（--doc-timeout，如 5m）", " (--doc-timeout, as in 5m)")
	case errors.Is(err, corpus.ErrUnpacked):
		return half(l, err.Error()) + l.say("（--max-unpacked，如 1G）", " (--max-unpacked, as in 1G)")
	case errors.Is(err, archive.ErrBomb):
		return half(l, err.Error()) + l.say("（--max-ratio，如 1000）", " (--max-ratio, as in 1000)")
	case errors.Is(err, corpus.ErrNested):
		return half(l, err.Error()) + l.say("（或 --max-nesting）", " (or --max-nesting)")
	}
	return half(l, err.Error())
}

// half is the part in the language of a message that says the same in Chinese
// and, in brackets at its end, in English; any other message is left whole.
func half(l lang, message string) string {
	open := openingBracket(message)
	if open < 0 {
		return message
	}
	zh, en := strings.TrimSpace(message[:open]), message[open+1:len(message)-1]
	if !strings.ContainsFunc(zh, isHan) || strings.ContainsFunc(en, isHan) {
		return message
	}
	return l.say(zh, en)
}

// openingBracket is where the bracket opens that closes s, -1 where none does.
func openingBracket(s string) int {
	if !strings.HasSuffix(s, ")") {
		return -1
	}
	depth := 0
	for i := len(s) - 1; i >= 0; i-- {
		switch s[i] {
		case ')':
			depth++
		case '(':
			if depth--; depth == 0 {
				return i
			}
		}
	}
	return -1
}

func isHan(r rune) bool { return unicode.Is(unicode.Han, r) }

// nothing says of a run that found nothing to read what it passed over; other
// errors stay as they are.
func (a *app) nothing(err error, inputs []string, skips []corpus.Skip) error {
	if !errors.Is(err, corpus.ErrNoReports) {
		return err
	}
	message := strings.Join(inputs, " ") + a.say("：", ": ") + half(a.lang, corpus.ErrNoReports.Error()) +
		a.say("，目前读取 ", "; read are ") + a.endings()
	if len(skips) > 0 {
		message += a.say("；", "; ") + a.skipped(skips)
	}
	return errors.New(message)
}

// endings lists what is read.
func (a *app) endings() string { return strings.Join(corpus.Endings(a.readers), a.say("、", ", ")) }

// logged puts the messages of the log that users read into the language.
func (l lang) logged(_ []string, at slog.Attr) slog.Attr {
	if at.Key == slog.MessageKey && l == chinese {
		if zh, ok := logInChinese[at.Value.String()]; ok {
			return slog.String(at.Key, zh)
		}
	}
	return at
}

var logInChinese = map[string]string{
	"bytes that could not be decoded": "有字节无法解码，已代以 U+FFFD",
	"a reader was left behind":        "读取超时，已放弃",
	"a period that is none":           "不认识的报告期，改用正文中的",

	"the cache is not whole, so the next --resume reads more files": "结果已写好，但缓存没有写全，下次续跑会多读一些文件",
	"a record of the cache is damaged and not used":                 "缓存中有一条记录已损坏，没有使用",
}

// flagError says in the language what is wrong with a flag.
func (l lang) flagError(err error) error {
	var (
		unknown *pflag.NotExistError
		lacking *pflag.ValueRequiredError
		wrong   *pflag.InvalidValueError
		garbled *pflag.InvalidSyntaxError
	)
	switch {
	case errors.As(err, &unknown):
		name := strings.TrimLeft(unknown.GetSpecifiedName(), "-")
		return l.usagef("没有 %s 这个选项", "there is no option %s", dashed(name))
	case errors.As(err, &lacking):
		return l.usagef("选项 %s 后面缺少值", "option %s needs a value", dashed(lacking.GetSpecifiedName()))
	case errors.As(err, &garbled):
		return l.usagef("选项 %s 的写法不对", "option %s is badly written", garbled.GetSpecifiedFlag())
	case errors.As(err, &wrong):
		return l.usagef("选项 --%s 的值 %q 不对：%s", "option --%s: wrong value %q: %s",
			wrong.GetFlag().Name, wrong.GetValue(), l.wanted(wrong.GetFlag()))
	}
	return usageError(err.Error())
}

// wanted says what a flag's value must look like.
func (l lang) wanted(f *pflag.Flag) string {
	switch f.Value.Type() {
	case sizeType:
		return l.say("应为字节数，可用 K、M、G 作单位，如 64M、1G 或 1000000", "it is a number of bytes, with K, M or G if you like: 64M, 1G, 1000000")
	case "int", "int64":
		return l.say("应为整数", "it is a whole number")
	case "duration":
		return l.say("应为时间，如 30s、2m", "it is a time: 30s, 2m")
	case "float64":
		return l.say("应为数", "it is a number")
	case "bool":
		return l.say("应为 true 或 false", "it is true or false")
	}
	return l.say("引号没有成对", "a quote is not closed")
}

func dashed(name string) string {
	if len(name) == 1 {
		return "-" + name
	}
	return "--" + name
}
