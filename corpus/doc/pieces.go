package doc

import (
	"context"
	"unicode/utf16"

	"golang.org/x/text/encoding/simplifiedchinese"

	"github.com/zhaibao/zhaibao/corpus/internal/flow"
)

// piece is a stretch of characters that lie together in the WordDocument
// stream ([MS-DOC] 2.9.177 Pcd).
type piece struct {
	start, end int // in characters
	fc         int // where the first lies, in bytes
	wide       bool
	chinese    bool   // one byte each, but in pairs that are GB 2312
	grpprl     []byte // properties of all its characters, of documents saved fast
}

// readPieces reads the piece table (2.9.38 Clx): property lists, then the
// characters' positions and their pieces, of at most limit characters.
func readPieces(ctx context.Context, clx, word []byte, limit int64) ([]piece, error) {
	var lists [][]byte
	for len(clx) >= 3 && clx[0] == 1 {
		n := 3 + int(u16(clx, 1))
		if n > len(clx) {
			return nil, errDamaged
		}
		lists = append(lists, clx[3:n])
		clx = clx[n:]
	}
	if len(clx) < 5 || clx[0] != 2 || int64(u32(clx, 1)) > int64(len(clx)-5) {
		return nil, errDamaged
	}
	plc := clx[5 : 5+int(u32(clx, 1))]
	n := (len(plc) - 4) / 12
	if n < 1 {
		return nil, errDamaged
	}
	if int64(u32(plc, 4*n)) > limit {
		return nil, flow.ErrTooMuch
	}
	pieces := make([]piece, n)
	for i := range pieces {
		if i%checkEvery == 0 && ctx.Err() != nil {
			return nil, ctx.Err()
		}
		pcd := plc[4*(n+1)+8*i:]
		fc := u32(pcd, 2)
		p := piece{start: int(u32(plc, 4*i)), end: int(u32(plc, 4*i+4)), fc: int(fc & (1<<30 - 1)), wide: fc&(1<<30) == 0}
		if !p.wide {
			p.fc /= 2
		}
		size := p.width() * (p.end - p.start)
		if size < 0 || i > 0 && p.start != pieces[i-1].end || p.fc+size > len(word) {
			return nil, errDamaged
		}
		p.grpprl = pieceProperties(u16(pcd, 6), lists)
		p.chinese = !p.wide && isGB(word[p.fc:p.fc+size])
		pieces[i] = p
	}
	if pieces[0].start != 0 {
		return nil, errDamaged
	}
	return pieces, nil
}

// pieceProperties are those that prm stands for: a list, or a single property
// by its short number (2.9.213 Prm0, 2.9.214 Prm1).
func pieceProperties(prm uint16, lists [][]byte) []byte {
	if prm&1 == 1 {
		if n := int(prm >> 1); n < len(lists) {
			return lists[n]
		}
		return nil
	}
	short := map[uint16]uint16{0x18: sprmPFInTable, 0x19: sprmPFTtp, 0x41: sprmCFRMarkDel, 0x5c: sprmCFVanish}
	sprm, ok := short[prm>>1&0x7f]
	if !ok {
		return nil
	}
	return []byte{byte(sprm), byte(sprm >> 8), byte(prm >> 8)}
}

// windows1252 are the characters of compressed text that differ from their
// byte (2.9.73 FcCompressed); the others are Unicode as they are.
var windows1252 = map[byte]rune{
	0x80: '€', 0x82: '‚', 0x83: 'ƒ', 0x84: '„', 0x85: '…', 0x86: '†', 0x87: '‡', 0x88: 'ˆ', 0x89: '‰', 0x8a: 'Š', 0x8b: '‹', 0x8c: 'Œ', 0x8e: 'Ž',
	0x91: '‘', 0x92: '’', 0x93: '“', 0x94: '”', 0x95: '•', 0x96: '–', 0x97: '—', 0x98: '˜', 0x99: '™', 0x9a: 'š', 0x9b: '›', 0x9c: 'œ', 0x9e: 'ž', 0x9f: 'Ÿ',
}

// width is how many bytes a position has.
func (p *piece) width() int {
	if p.wide {
		return 2
	}
	return 1
}

// char is the character at byte at of word and the number of positions that it takes.
func (p *piece) char(word []byte, at int) (r rune, n int) {
	end := p.fc + p.width()*(p.end-p.start)
	if p.wide {
		r, n = rune(u16(word, at)), 1
		if utf16.IsSurrogate(r) {
			n, r = 1, 0xfffd
			if at+4 <= end {
				if pair := utf16.DecodeRune(rune(u16(word, at)), rune(u16(word, at+2))); pair != 0xfffd {
					r, n = pair, 2
				}
			}
		}
		return r, n
	}
	b := word[at]
	if b >= 0x80 && p.chinese && at+2 <= end {
		s, err := simplifiedchinese.GB18030.NewDecoder().Bytes(word[at : at+2])
		if rs := []rune(string(s)); err == nil && len(rs) == 1 {
			return rs[0], 2
		}
	}
	if r, ok := windows1252[b]; ok {
		return r, 1
	}
	return rune(b), 1
}

// isGB reports whether one-byte text is GB 2312 after all, as some converters
// leave it: all bytes above ASCII in pairs of its rows, at least four
// different ones. In text of Windows 1252 such bytes stand alone.
func isGB(b []byte) bool {
	different := map[uint16]bool{}
	for i := 0; i < len(b); i++ {
		if b[i] < 0x80 {
			continue
		}
		if i+1 == len(b) || b[i] < 0xa1 || b[i] > 0xf7 || b[i+1] < 0xa1 || b[i+1] > 0xfe {
			return false
		}
		if len(different) < 4 {
			different[u16(b, i)] = true
		}
		i++
	}
	return len(different) >= 4
}
