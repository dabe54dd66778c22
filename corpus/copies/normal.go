package copies

import "unicode/utf8"

// class says what a character is to a sketch.
type class uint8

const (
	dropped class = iota // blank, punctuation, Latin letters
	word                 // a Chinese character
	numeral              // one that counts: 一 百 〇
	kind                 // one in which names of places end: 县 镇 村
	digit
)

// classes holds the class of each character below U+10000.
var classes = func() *[1 << 16]class {
	t := new([1 << 16]class)
	for r := 0x3400; r < 0xA000; r++ {
		t[r] = word
	}
	for _, r := range "〇零一二两三四五六七八九十百千万亿壹贰叁肆伍陆柒捌玖拾佰仟萬億兩" {
		t[r] = numeral
	}
	for _, r := range "省市县区旗镇乡村州縣區鎮鄉" {
		t[r] = kind
	}
	for r := rune(0); r < 10; r++ {
		t['0'+r], t['０'+r] = digit, digit
	}
	return t
}()

// nameLength is how many characters in front of 县, 镇 and the like are masked.
const nameLength = 2

// number stands for a number in masked text.
const number = '0'

// unit decodes the character at text[i]. Those beyond U+FFFF, rare names, count as 0.
func unit(text string, i int) (r uint16, n int) {
	b := text[i]
	if b < utf8.RuneSelf {
		return uint16(b), 1
	}
	if b&0xF0 == 0xE0 && i+2 < len(text) { // nearly all Chinese
		return uint16(b&0x0F)<<12 | uint16(text[i+1]&0x3F)<<6 | uint16(text[i+2]&0x3F), 3
	}
	c, n := utf8.DecodeRuneInString(text[i:])
	if c > 0xFFFF {
		c = 0
	}
	return uint16(c), n
}

// value is the value of a digit of any width.
func value(r uint16) uint16 {
	if r >= '０' {
		return r - '０'
	}
	return r - '0'
}

// unname masks the end of a name: the last Chinese characters of dst, which 县
// or the like follows. A number before them stays.
func unname(dst []uint16) []uint16 {
	for range nameLength {
		if n := len(dst); n == 0 || classes[dst[n-1]] != word {
			return dst
		} else {
			dst = dst[:n-1]
		}
	}
	return dst
}

// mix is a hash of x: the folded product of wyhash. It is part of what is
// stored between runs, so it never changes.
func mix(x, seed uint64) uint64 {
	x = (x ^ seed ^ 0x9E3779B97F4A7C15) * 0xBF58476D1CE4E5B9
	x = (x ^ x>>32) * 0x94D049BB133111EB
	x = (x ^ x>>29) * 0xD6E8FEB86659FD93
	return x ^ x>>32
}

// hashText is a hash of a text's bytes, eight at a time. zeebo/xxh3 would be
// faster, but every user of the library would carry its assembly along.
func hashText(text string) uint64 {
	h := uint64(len(text))
	for ; len(text) >= 8; text = text[8:] {
		h = (h ^ (uint64(text[0]) | uint64(text[1])<<8 | uint64(text[2])<<16 | uint64(text[3])<<24 |
			uint64(text[4])<<32 | uint64(text[5])<<40 | uint64(text[6])<<48 | uint64(text[7])<<56)) * 0x9E3779B97F4A7C15
		h ^= h >> 32
	}
	var rest uint64
	for i := range len(text) {
		rest = rest<<8 | uint64(text[i])
	}
	return mix(rest, h)
}
