package xlsx

import (
	"bytes"
	"compress/flate"
	"hash"
	"hash/crc32"
	"os"
	"strconv"
	"unicode/utf8"

	"github.com/zhaibao/zhaibao/export"
)

// flushAt is how much of a sheet is gathered before it is compressed; the
// columns' widths are those that the first such part needs.
const flushAt = 64 << 10

// The widest and the narrowest column, in characters.
const (
	minWidth = 8
	maxWidth = 60
)

// sheet is one sheet of the workbook, compressed into its spool.
type sheet struct {
	name    string
	columns []export.Column
	letters []string // A, B, … AA
	rows    int      // written, with the header
	after   *sheet   // continues it
	closed  bool

	buf    []byte
	number []byte
	widths []int // until the head is written
	spool  *os.File
	packed *flate.Writer
	crc    hash.Hash32
	size   uint64
}

func newSheet(spool *os.File, name string, columns []export.Column) *sheet {
	s := &sheet{name: name, columns: columns, spool: spool, crc: crc32.NewIEEE(), widths: make([]int, len(columns))}
	s.packed, _ = flate.NewWriter(spool, flate.BestSpeed) // the level is valid
	s.startRow()
	for i, c := range columns {
		s.letters = append(s.letters, letters(i))
		s.text(i, c.Name, styleHeader)
	}
	s.buf = append(s.buf, "</row>"...)
	return s
}

// letters names the column with that number, from 0.
func letters(n int) string {
	name := string(rune('A' + n%26))
	if n < 26 {
		return name
	}
	return letters(n/26-1) + name
}

func (s *sheet) startRow() {
	s.rows++
	s.buf = append(s.buf, `<row r="`...)
	s.buf = strconv.AppendInt(s.buf, int64(s.rows), 10)
	s.buf = append(s.buf, `">`...)
}

func (s *sheet) write(row []export.Cell) error {
	s.startRow()
	for i, c := range row {
		switch {
		case c.None():
		case s.columns[i].Kind == export.Text:
			s.text(i, c.Text(), styleText)
		default:
			s.numeric(i, c)
		}
	}
	s.buf = append(s.buf, "</row>"...)
	if len(s.buf) < flushAt {
		return nil
	}
	return s.flush()
}

// numeric writes a number, as text where a float64 would change it.
func (s *sheet) numeric(i int, c export.Cell) {
	s.number = c.AppendNumber(s.number[:0])
	if export.Significant(s.number) > export.FloatDigits {
		s.text(i, string(s.number), styleText)
		return
	}
	style := byte(styleInteger)
	if bytes.IndexByte(s.number, '.') >= 0 {
		style = styleDecimal
	}
	s.widen(i, len(s.number))
	s.startCell(i, style)
	s.buf = append(s.buf, "><v>"...)
	s.buf = append(s.buf, s.number...)
	s.buf = append(s.buf, "</v></c>"...)
}

// text writes a string; an empty one leaves the cell empty.
func (s *sheet) text(i int, text string, style byte) {
	if text == "" {
		return
	}
	s.widen(i, width(text))
	s.startCell(i, style)
	s.buf = append(s.buf, ` t="inlineStr"><is><t xml:space="preserve">`...)
	s.buf = appendText(s.buf, text)
	s.buf = append(s.buf, "</t></is></c>"...)
}

func (s *sheet) startCell(i int, style byte) {
	s.buf = append(s.buf, `<c r="`...)
	s.buf = append(s.buf, s.letters[i]...)
	s.buf = strconv.AppendInt(s.buf, int64(s.rows), 10)
	s.buf = append(s.buf, `" s="`...)
	s.buf = append(s.buf, '0'+style, '"')
}

func (s *sheet) widen(i, n int) {
	if s.widths != nil {
		s.widths[i] = max(s.widths[i], n)
	}
}

// width is how many columns of a terminal, and about as many digits' widths of
// a sheet, a text takes in its longest line: Chinese characters take two.
func width(text string) int {
	n, longest := 0, 0
	for at := 0; at < len(text) && n <= maxWidth; {
		r, size := utf8.DecodeRuneInString(text[at:])
		at += size
		switch {
		case r == '\n':
			n = 0
		case r >= 0x1100:
			n += 2
		default:
			n++
		}
		longest = max(longest, n)
	}
	return longest
}

// flush compresses what was gathered, the head before the first part.
func (s *sheet) flush() error {
	if s.widths != nil {
		if err := s.pour(appendHead(nil, s.columns, s.widths)); err != nil {
			return err
		}
		s.widths = nil
	}
	err := s.pour(s.buf)
	s.buf = s.buf[:0]
	return err
}

func (s *sheet) pour(data []byte) error {
	s.crc.Write(data)
	s.size += uint64(len(data))
	_, err := s.packed.Write(data)
	return err
}

// close ends the sheet; a second call does nothing.
func (s *sheet) close() error {
	if s.closed {
		return nil
	}
	s.closed = true
	s.buf = append(s.buf, `</sheetData><autoFilter ref="`...)
	s.buf = append(s.buf, s.area("")...)
	s.buf = append(s.buf, `"/></worksheet>`...)
	if err := s.flush(); err != nil {
		return err
	}
	return s.packed.Close()
}

// area is the range of all cells, with a sign before each letter and number.
func (s *sheet) area(sign string) string {
	last := s.letters[len(s.letters)-1]
	return sign + "A" + sign + "1:" + sign + last + sign + strconv.Itoa(s.rows)
}
