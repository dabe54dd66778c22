package journal

import (
	"bufio"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"hash/crc32"
	"io"
	"math"
	"os"
	"sync"
)

// Journal is an open journal. It is safe for concurrent use; only one process
// may have it open.
type Journal struct {
	path, title string
	file        *os.File
	old         []Entry       // those of earlier runs
	byID        map[Sum]int32 // the last of each
	contentOnce sync.Once
	byContent   map[Sum]int32

	mu   sync.Mutex
	used []bool  // of old, in this run
	own  []Entry // of this run
	end  int64
	err  error // after it nothing is written
}

// ErrDamaged says that a record is not as it was written.
var ErrDamaged = errors.New("a damaged record in the journal")

// Open opens the journal at path for records of that key, or makes one.
func Open(path, key string) (*Journal, error) {
	sum := sha256.Sum256([]byte(key))
	j := &Journal{path: path, title: "zhaibao journal 1 " + hex.EncodeToString(sum[:]) + "\n", byID: map[Sum]int32{}}
	f, err := os.OpenFile(path, os.O_RDWR|os.O_CREATE, 0o666)
	if err != nil {
		return nil, err
	}
	j.file = f
	if err := j.load(); err != nil {
		return nil, errors.Join(err, f.Close())
	}
	return j, nil
}

// load reads the headers and cuts off what is no whole record.
func (j *Journal) load() error {
	info, err := j.file.Stat()
	if err != nil {
		return err
	}
	title := make([]byte, len(j.title))
	if _, err := io.ReadFull(j.file, title); err != nil || string(title) != j.title {
		j.end = int64(len(j.title))
		if err := j.file.Truncate(0); err != nil {
			return err
		}
		_, err := j.file.WriteAt([]byte(j.title), 0)
		return err
	}
	j.end = int64(len(title))
	if err := j.scan(info.Size()); err != nil {
		return err
	}
	j.used = make([]bool, len(j.old))
	return j.file.Truncate(j.end)
}

// scan reads records up to size, or to the first that is not whole.
func (j *Journal) scan(size int64) error {
	in := bufio.NewReaderSize(io.NewSectionReader(j.file, j.end, size-j.end), 1<<16)
	var h [headerSize]byte
	for {
		var e Entry
		if _, err := io.ReadFull(in, h[:]); err == io.EOF || err == io.ErrUnexpectedEOF {
			return nil
		} else if err != nil {
			return err
		}
		if !e.parse(h[:]) {
			return nil
		}
		next := j.end + headerSize
		if e.at == next {
			next += int64(e.n)
			if _, err := in.Discard(int(e.n)); err == io.EOF {
				return nil
			} else if err != nil {
				return err
			}
		}
		if next > size || e.at+int64(e.n) > next || len(j.old) == math.MaxInt32 {
			return nil
		}
		j.byID[e.ID] = int32(len(j.old))
		j.old, j.end = append(j.old, e), next
	}
}

// Path is where the journal lies.
func (j *Journal) Path() string { return j.path }

// Len is how many records earlier runs left.
func (j *Journal) Len() int { return len(j.old) }

// ByID is the last record of a source in earlier runs.
func (j *Journal) ByID(id Sum) (Entry, bool) { return j.of(j.byID, id) }

// ByContent is a record of earlier runs whose source held the same.
func (j *Journal) ByContent(content Sum) (Entry, bool) {
	j.contentOnce.Do(func() {
		j.byContent = make(map[Sum]int32, len(j.old))
		for i := range j.old {
			j.byContent[j.old[i].Content] = int32(i)
		}
	})
	return j.of(j.byContent, content)
}

func (j *Journal) of(index map[Sum]int32, sum Sum) (Entry, bool) {
	i, ok := index[sum]
	if !ok {
		return Entry{}, false
	}
	return j.old[i], true
}

// Read is the payload of e, in buf's memory where it has room. It fails with
// ErrDamaged, or with what the file failed with.
func (j *Journal) Read(e *Entry, buf []byte) ([]byte, error) {
	if cap(buf) < int(e.n) {
		buf = make([]byte, e.n, e.n+e.n/4)
	}
	buf = buf[:e.n]
	if _, err := j.file.ReadAt(buf, e.at); err != nil {
		return nil, fmt.Errorf("%w: %w", ErrDamaged, err)
	}
	if crc32.Checksum(buf, castagnoli) != e.sum {
		return nil, ErrDamaged
	}
	return buf, nil
}

// Keep says that the record of e, which ByID gave, serves this run as well.
func (j *Journal) Keep(e *Entry) {
	j.mu.Lock()
	defer j.mu.Unlock()
	if i, ok := j.byID[e.ID]; ok {
		j.used[i] = true
	}
}

// Renew puts down that the payload of old serves e's source, as it looks now.
func (j *Journal) Renew(e Entry, old *Entry) (Entry, error) {
	e.at, e.n, e.sum = old.at, old.n, old.sum
	j.mu.Lock()
	defer j.mu.Unlock()
	return e, j.write(e, nil)
}

// Append puts down a record; what it is read back by is in the result.
func (j *Journal) Append(e Entry, payload []byte) (Entry, error) {
	if len(payload) > math.MaxInt32 {
		return e, errors.New("too long a record")
	}
	e.n, e.sum = uint32(len(payload)), crc32.Checksum(payload, castagnoli)
	j.mu.Lock()
	defer j.mu.Unlock()
	e.at = j.end + headerSize
	return e, j.write(e, payload)
}

// write puts a record at the end; the caller has locked. After an error nothing
// more is written, since the end is not known to be whole.
func (j *Journal) write(e Entry, payload []byte) error {
	if j.err != nil {
		return j.err
	}
	h := e.header()
	record := append(h[:], payload...)
	if _, err := j.file.WriteAt(record, j.end); err != nil {
		j.err = err
		return err
	}
	j.end += int64(len(record))
	j.own = append(j.own, e)
	return nil
}

// Close closes the file; what was written stays.
func (j *Journal) Close() error { return j.file.Close() }
