package export

import (
	"bufio"
	"encoding/binary"
	"encoding/hex"
	"errors"
	"fmt"
	"hash"
	"hash/crc32"
	"io"
	"os"

	"github.com/zhaibao/zhaibao/corpus"
)

// rowKey names the rows of a report: two runs in which it is the same write the
// same bytes, all else that they hang on being the same (Kept.key).
type rowKey struct {
	corpus.Record
	late byte // what the ordered writer decided of the report; see report.late
}

// stretch is where rows stand in an output.
type stretch struct {
	at   int64
	n    int64 // bytes
	rows int
}

// rowLog writes down where rows stand, a report after another, as they are written.
type rowLog struct {
	file *os.File
	out  *bufio.Writer
	sum  hash.Hash32
	buf  []byte
}

var castagnoli = crc32.MakeTable(crc32.Castagnoli)

func newRowLog(path string) (*rowLog, error) {
	f, err := os.Create(path)
	if err != nil {
		return nil, err
	}
	l := &rowLog{file: f, sum: crc32.New(castagnoli)}
	l.out = bufio.NewWriterSize(io.MultiWriter(f, l.sum), 1<<16)
	return l, nil
}

func (l *rowLog) add(k rowKey, stretches []stretch) error {
	b := append(l.buf[:0], k.Sum[:]...)
	b = append(binary.AppendUvarint(b, uint64(k.Item)), k.late)
	for _, s := range stretches {
		b = binary.AppendUvarint(binary.AppendUvarint(binary.AppendUvarint(b, uint64(s.at)), uint64(s.n)), uint64(s.rows))
	}
	l.buf = b
	_, err := l.out.Write(b)
	return err
}

// finish puts the log to its place and returns its checksum.
func (l *rowLog) finish(path string) (sum string, err error) {
	if err := errors.Join(l.out.Flush(), l.file.Close()); err != nil {
		return "", err
	}
	return hex.EncodeToString(l.sum.Sum(nil)), os.Rename(l.file.Name(), path)
}

// readRows reads a log with that checksum, of so many outputs.
func readRows(path, sum string, outputs int) (index map[rowKey]int, places []stretch, err error) {
	data, err := os.ReadFile(path)
	if err != nil {
		return nil, nil, err
	}
	if got := fmt.Sprintf("%08x", crc32.Checksum(data, castagnoli)); got != sum {
		return nil, nil, errors.New("the file of rows is not that of the last run")
	}
	number := func() uint64 {
		n, size := binary.Uvarint(data)
		data = data[max(size, 0):]
		return n
	}
	index = map[rowKey]int{}
	for len(data) > 16 {
		var k rowKey
		data = data[copy(k.Sum[:], data):]
		k.Item = int(number())
		if len(data) > 0 {
			k.late, data = data[0], data[1:]
		}
		index[k] = len(places)
		for range outputs {
			places = append(places, stretch{int64(number()), int64(number()), int(number())})
		}
	}
	return index, places, nil
}
