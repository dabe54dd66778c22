package xlsx

import (
	"archive/zip"
	"errors"
	"io"
	"os"
	"path/filepath"
	"strconv"

	"github.com/zhaibao/zhaibao/export"
)

// Format writes extract.xlsx.
var Format = export.Format{Name: "xlsx", File: fileName, Open: open}

const fileName = "extract.xlsx"

// What a sheet can hold.
const (
	maxRows    = 1 << 20 // with the header
	maxColumns = 1 << 14
)

type book struct {
	folder string
	rows   int // most rows of a sheet
	sheets []*sheet
	spools int
}

func open(folder string) (export.Book, error) {
	return &book{folder: folder, rows: maxRows}, nil
}

// Table starts the table's sheet.
func (b *book) Table(s export.Schema) (export.Writer, error) {
	if len(s.Columns) > maxColumns {
		return nil, errors.New(s.Name + ": 列数超过工作表的上限 16384，请去掉 --format 中的 xlsx (more columns than the 16384 of a sheet; leave xlsx out of --format)")
	}
	first, err := b.spool(s, s.Name)
	if err != nil {
		return nil, err
	}
	b.sheets = append(b.sheets, first)
	return &table{book: b, schema: s, sheet: first}, nil
}

// spool starts a sheet in a file of its own.
func (b *book) spool(s export.Schema, name string) (*sheet, error) {
	b.spools++
	f, err := os.Create(filepath.Join(b.folder, fileName+"."+strconv.Itoa(b.spools)))
	if err != nil {
		return nil, err
	}
	return newSheet(f, name, s.Columns), nil
}

// table writes a table's rows, over several sheets where one is full.
type table struct {
	book   *book
	schema export.Schema
	sheet  *sheet
	parts  int // sheets that are full
}

func (t *table) Write(row []export.Cell) error {
	if t.sheet.rows == t.book.rows {
		if err := t.next(); err != nil {
			return err
		}
	}
	return t.sheet.write(row)
}

// next closes the sheet and goes on in another, which stands behind it.
func (t *table) next() error {
	if err := t.sheet.close(); err != nil {
		return err
	}
	t.parts++
	s, err := t.book.spool(t.schema, t.schema.Name+"_"+strconv.Itoa(t.parts+1))
	if err != nil {
		return err
	}
	t.sheet.after = s
	t.sheet = s
	return nil
}

func (t *table) Close() error { return t.sheet.close() }

// Close packs the sheets into the workbook and removes their files.
func (b *book) Close() error {
	b.sheets = b.all()
	f, err := os.Create(filepath.Join(b.folder, fileName))
	if err != nil {
		return errors.Join(err, b.Abort())
	}
	z := zip.NewWriter(f)
	err = writeParts(z, b.sheets)
	for i, s := range b.sheets {
		if err == nil {
			err = s.pack(z, sheetPath(i))
		}
	}
	err = errors.Join(err, z.Close(), f.Close(), b.Abort())
	for _, s := range b.sheets {
		err = errors.Join(err, os.Remove(s.spool.Name()))
	}
	return err
}

// all are the sheets in the order of their tables, each followed by those that continue it.
func (b *book) all() []*sheet {
	var all []*sheet
	for _, s := range b.sheets {
		for ; s != nil; s = s.after {
			all = append(all, s)
		}
	}
	return all
}

// Abort closes the sheets' files.
func (b *book) Abort() error {
	var errs []error
	for _, s := range b.all() {
		if err := s.spool.Close(); !errors.Is(err, os.ErrClosed) {
			errs = append(errs, err)
		}
	}
	return errors.Join(errs...)
}

// pack copies the compressed sheet into the archive.
func (s *sheet) pack(z *zip.Writer, path string) error {
	size, err := s.spool.Seek(0, io.SeekCurrent)
	if err != nil {
		return err
	}
	w, err := z.CreateRaw(&zip.FileHeader{
		Name: path, Method: zip.Deflate,
		CRC32: s.crc.Sum32(), CompressedSize64: uint64(size), UncompressedSize64: s.size,
	})
	if err != nil {
		return err
	}
	if _, err = s.spool.Seek(0, io.SeekStart); err == nil {
		_, err = io.Copy(w, s.spool)
	}
	return err
}
