package export

import (
	"errors"
	"io"
	"os"
	"path/filepath"
)

// file is a buffered output: lines are appended to buf and written when it is full.
type file struct {
	out  io.Writer
	done func() error
	buf  []byte

	written int64    // bytes that out has
	from    *os.File // of which a stretch is to be copied, before buf
	copied  stretch
}

// flushAt is how much a file gathers before it writes.
const flushAt = 64 << 10

func createFile(folder, name string) (*file, error) {
	f, err := os.Create(filepath.Join(folder, name))
	if err != nil {
		return nil, err
	}
	return &file{out: f, done: f.Close}, nil
}

// flush writes the buffer where it is full.
func (f *file) flush() error {
	if len(f.buf) < flushAt {
		return nil
	}
	return f.write()
}

func (f *file) write() error {
	if err := f.copyNow(); err != nil {
		return err
	}
	n, err := f.out.Write(f.buf)
	f.written += int64(n)
	f.buf = f.buf[:0]
	return err
}

func (f *file) Close() error { return errors.Join(f.write(), f.done()) }
