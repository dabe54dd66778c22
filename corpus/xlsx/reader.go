package xlsx

import (
	"context"
	"fmt"
	"strconv"
	"strings"

	"github.com/zhaibao/zhaibao/corpus"
	"github.com/zhaibao/zhaibao/corpus/internal/ooxml"
	"github.com/zhaibao/zhaibao/corpus/internal/page"
	"github.com/zhaibao/zhaibao/corpus/internal/sheet"
)

// Options of the reader; the zero value has its defaults.
type Options struct {
	// Text is the headline of the column that holds the reports' texts; a sheet
	// without it is a table, or an error where it has texts under another headline.
	// "" finds columns called 正文, 内容, 工作总结, text, … or those of long cells.
	Text string
}

// Reader reads with the default options.
var Reader = New(Options{})

// New returns a reader for the .xlsx and .xlsm files of a run; macros are never
// looked at.
func New(o Options) corpus.Reader {
	return corpus.Reader{
		Format:  "xlsx",
		Endings: []string{".xlsx", ".xlsm"},
		Is:      func(data []byte) bool { return ooxml.Is(data, "xl/") },
		Read:    func(ctx context.Context, s corpus.Source) (corpus.Text, error) { return read(ctx, s, o) },
	}
}

// The errors of workbooks.
var (
	errKind = corpus.Problem("不是 Excel 工作簿（xlsx），请检查扩展名，或用 Excel/WPS 打开、另存为 .xlsx 再试",
		"not an Excel workbook (xlsx); check its ending, or open it and save it as .xlsx")
	errBinary = corpus.Problem("这是二进制工作簿（xlsb），请用 Excel/WPS 打开、另存为 .xlsx 再试",
		"a binary workbook (xlsb); open it and save it as .xlsx")
	errMerged = corpus.Problem("合并单元格多得不合常理，不予读取；请打开后另存再试",
		"far too many merged cells to be read; open it and save it anew")
)

// uncomputed is the error of a formula without a result.
func uncomputed(sheet, cell string) error {
	return corpus.Problem(fmt.Sprintf("工作表“%s”的 %s 是没有算过的公式，文件里没有它的数值；请用 Excel 或 WPS 打开、保存一次再试", sheet, cell),
		fmt.Sprintf("%s is a formula without a result, so its number is not in the file; open and save it in a spreadsheet", cell))
}

func read(ctx context.Context, s corpus.Source, o Options) (corpus.Text, error) {
	pack, err := ooxml.Open(ctx, s.Data, s.Limits)
	if err != nil {
		return corpus.Text{}, err
	}
	main, err := pack.Main("xl/workbook.xml")
	if err != nil {
		return corpus.Text{}, err
	}
	switch {
	case strings.HasSuffix(main, ".bin"), pack.Has("xl/workbook.bin"):
		return corpus.Text{}, errBinary
	case !pack.Has(main):
		return corpus.Text{}, errKind
	}
	b := &book{Package: pack, ctx: ctx, budget: s.Limits.Filled().Unpacked}
	if err := b.open(main); err != nil {
		return corpus.Text{}, err
	}
	var sheets []sheet.Sheet
	for _, t := range b.tabs {
		rows, err := b.sheet(t)
		if err != nil {
			return corpus.Text{}, err
		}
		sheets = append(sheets, sheet.Sheet{Name: t.name, Rows: rows})
	}
	return sheet.Write(ctx, s.Limits, sheets, sheet.Options(o))
}

// book is an open workbook.
type book struct {
	*ooxml.Package
	ctx     context.Context
	tabs    []tab
	looks   *looks
	strings []string
	budget  int64 // bytes that cells may still take
}

// tab is a sheet that is to be seen.
type tab struct{ name, part string }

// open reads the list of sheets, the formats and the shared strings.
func (b *book) open(main string) error {
	list, err := b.Relations(main)
	if err != nil {
		return err
	}
	byID, byType := map[string]ooxml.Relation{}, map[string]string{}
	for _, r := range list {
		byID[r.ID] = r
		byType[r.Type] = r.Part
	}
	date1904 := false
	err = b.Scan(main, func(s *ooxml.Scanner) {
		if s.Space != ooxml.Sheet || s.Name != "workbook" {
			s.Fail(errKind)
			return
		}
		for at := s.Depth(); s.Child(at); {
			switch s.Name {
			case "workbookPr":
				date1904 = isTrue(s.Get("date1904"))
			case "sheets":
				for in := s.Depth(); s.Child(in); {
					r := byID[s.Get("id")]
					if r.Part == "" {
						s.Fail(ooxml.ErrDamaged)
					}
					if state := s.Get("state"); r.Type == "worksheet" && state != "hidden" && state != "veryHidden" {
						b.tabs = append(b.tabs, tab{s.Get("name"), r.Part})
					}
				}
			}
		}
	})
	if err != nil {
		return err
	}
	if b.looks, err = readLooks(b.Package, byType["styles"]); err != nil {
		return err
	}
	b.looks.date1904 = date1904
	return b.sharedStrings(byType["sharedStrings"])
}

func isTrue(s string) bool { return s == "1" || s == "true" || s == "on" }

// take counts n bytes that are kept in memory.
func (b *book) take(n int) bool {
	b.budget -= int64(n)
	return b.budget >= 0
}

func (b *book) sharedStrings(part string) error {
	if part == "" {
		return nil
	}
	return b.Scan(part, func(s *ooxml.Scanner) {
		for at := s.Depth(); s.Child(at); {
			if s.Name == "si" {
				text := richText(s)
				if !b.take(len(text) + 16) {
					s.Fail(page.ErrTooLong)
				}
				b.strings = append(b.strings, text)
			}
		}
	})
}

// richText reads a string in one or several runs, without how it is pronounced.
func richText(s *ooxml.Scanner) string {
	var out []byte
	for at := s.Depth(); s.Child(at); {
		switch s.Name {
		case "t":
			out = append(out, s.Text()...)
		case "r":
			for in := s.Depth(); s.Child(in); {
				if s.Name == "t" {
					out = append(out, s.Text()...)
				}
			}
		}
	}
	return unescape(string(out))
}

// unescape reads the characters that XML cannot hold: _x000D_ (ST_Xstring).
func unescape(s string) string {
	if !strings.Contains(s, "_x") {
		return s
	}
	var b strings.Builder
	for {
		i := strings.Index(s, "_x")
		if i < 0 || len(s) < i+7 {
			b.WriteString(s)
			return b.String()
		}
		r, err := strconv.ParseUint(s[i+2:i+6], 16, 16)
		if err != nil || s[i+6] != '_' {
			b.WriteString(s[:i+2])
			s = s[i+2:]
			continue
		}
		b.WriteString(s[:i])
		if r == '\t' || r >= ' ' {
			b.WriteRune(rune(r)) // U+FFFD for half a character
		} else {
			b.WriteByte('\n')
		}
		s = s[i+7:]
	}
}
