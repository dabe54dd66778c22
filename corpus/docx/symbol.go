package docx

import (
	"strconv"
	"strings"
)

// symbol is the character of w:sym: that of the font's own table where we know
// it, the code point outside the private area, else a blank, since what it
// shows is not known and two numbers beside it must not close up.
func symbol(font, char string) string {
	code, err := strconv.ParseUint(char, 16, 32)
	if err != nil {
		return " "
	}
	private := code >= 0xf000 && code <= 0xf0ff
	if private {
		code -= 0xf000
	}
	switch font = strings.ToLower(font); {
	case strings.HasPrefix(font, "wingdings 2"):
		return cmpOr(wingdings2[code])
	case strings.HasPrefix(font, "wingdings"):
		if code >= 0x81 && code <= 0x8a {
			return string(rune('①' + code - 0x81))
		}
		if code >= 0x8c && code <= 0x95 {
			return string(rune('❶' + code - 0x8c))
		}
		return cmpOr(wingdings[code])
	case font == "symbol":
		if s, ok := symbols[code]; ok {
			return s
		}
		if code >= '0' && code <= '9' {
			return string(rune(code))
		}
		return " "
	}
	if private || code < ' ' || code >= 0xd800 && code <= 0xf8ff || code > 0x10ffff {
		return " "
	}
	return string(rune(code))
}

func cmpOr(s string) string {
	if s == "" {
		return " "
	}
	return s
}

// From the tables of the Unicode mappings of these fonts, signs that reports use.
var (
	wingdings  = map[uint64]string{0xfc: "✓", 0xfb: "✗", 0xfe: "☑", 0xfd: "☒", 0xa8: "□", 0x6f: "□", 0x6e: "■", 0x6c: "●", 0xe0: "→", 0xe1: "↑", 0xe2: "↓", 0xab: "★"}
	wingdings2 = map[uint64]string{0x50: "✓", 0x4f: "✗", 0x52: "☑", 0x54: "☒", 0xa3: "□", 0x2a: "□"}
	symbols    = map[uint64]string{0x25: "%", 0x28: "(", 0x29: ")", 0x2b: "+", 0x2c: ",", 0x2d: "−", 0x2e: ".", 0x2f: "/", 0xa3: "≤", 0xb0: "°", 0xb1: "±", 0xb3: "≥", 0xb4: "×", 0xb7: "•", 0xb8: "÷", 0xb9: "≠", 0xbb: "≈", 0xad: "↑", 0xae: "→", 0xaf: "↓", 0x53: "Σ", 0x6d: "μ"}
)
