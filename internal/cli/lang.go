package cli

import "strings"

// lang is the language that users are spoken to in.
type lang bool

const (
	chinese lang = false
	english lang = true
)

// say picks the text in the language.
func (l lang) say(zh, en string) string {
	if l == english {
		return en
	}
	return zh
}

// languageOf is the language that --lang asks for, else the environment's:
// English in an English locale, Chinese in any other. It looks before the
// arguments are parsed, since help and errors of parsing speak it too.
func languageOf(args []string, env func(string) string) lang {
	for i, arg := range args {
		if arg == "--" {
			break
		}
		if arg == "--lang" && i+1 < len(args) {
			return args[i+1] == "en"
		}
		if value, ok := strings.CutPrefix(arg, "--lang="); ok {
			return value == "en"
		}
	}
	for _, name := range []string{"LC_ALL", "LC_MESSAGES", "LANG"} {
		if value := env(name); value != "" {
			return lang(strings.HasPrefix(value, "en"))
		}
	}
	return chinese
}
