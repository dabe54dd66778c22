package archive

import (
	"archive/zip"
	"compress/flate"
	"context"
	"errors"
	"io"
)

// Free is how many bytes a member may have before the ratio is looked at.
const Free = 1 << 20

// Read unpacks the member, which may have most bytes, and from Free on ratio
// bytes for each that is packed. It fails with Err, ErrLarge, ErrBomb or
// ErrDamaged, with ctx's error once that is done, or with what the archive's
// file failed with.
func (m *Member) Read(ctx context.Context, most, ratio int64) ([]byte, error) {
	if m.Err != nil {
		return nil, m.Err
	}
	if err := m.bounded(m.Size, most, ratio); err != nil {
		return nil, err
	}
	in, err := m.file.Open()
	if err != nil {
		return nil, damaged(err)
	}
	defer in.Close()
	data := make([]byte, 0, m.Size+512) // within the bounds
	for {
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		if len(data) == cap(data) {
			data = append(data, 0)[:len(data)]
		}
		n, err := in.Read(data[len(data):min(cap(data), len(data)+1<<16)])
		data = data[:len(data)+n]
		if err := m.bounded(int64(len(data)), most, ratio); err != nil {
			return nil, err
		}
		switch {
		case err == io.EOF:
			return data, nil
		case err != nil:
			return nil, damaged(err)
		}
	}
}

// bounded is the error of a member of size bytes, nil where it keeps within the bounds.
func (m *Member) bounded(size, most, ratio int64) error {
	switch {
	case size > Free && size/ratio > m.Packed:
		return ErrBomb
	case size > most:
		return ErrLarge
	}
	return nil
}

// damaged is ErrDamaged for what is wrong with the data, err for anything else.
func damaged(err error) error {
	var corrupt flate.CorruptInputError
	if errors.As(err, &corrupt) || errors.Is(err, io.ErrUnexpectedEOF) || errors.Is(err, io.EOF) ||
		errors.Is(err, zip.ErrFormat) || errors.Is(err, zip.ErrChecksum) {
		return ErrDamaged
	}
	return err
}
