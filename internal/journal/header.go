package journal

import (
	"encoding/binary"
	"hash/crc32"
)

// Sum names something: the first half of a SHA-256.
type Sum [16]byte

// Stat is how a source looked when it was read.
type Stat struct {
	Size int64
	Time int64 // of its last change, Unix nanoseconds
}

// Entry is a record without its payload.
type Entry struct {
	ID      Sum // of the source, whatever is in it
	Content Sum // of what was in it
	Stat
	Read int64 // when it was read, Unix nanoseconds

	at  int64 // of the payload in the journal
	n   uint32
	sum uint32 // of the payload
}

// granularity is how coarse times of files may be, in nanoseconds: FAT has 2 s.
const granularity = 2e9

// Racy reports that the source was changed so shortly before it was read that a
// further change may not show in its time.
func (e *Entry) Racy() bool { return e.Time > e.Read-granularity }

// Quick reports whether a source that looks like s is what was read, as far as
// its size and time can tell.
func (e *Entry) Quick(s Stat) bool { return e.Stat == s && !e.Racy() }

// Sum names the source together with what was in it.
func (e *Entry) Sum() (s Sum) {
	for i := range s {
		s[i] = e.ID[i] ^ e.Content[i]
	}
	return s
}

// A header is 80 bytes: its own checksum, the payload's length and checksum, a
// reserved word, then three times, two sums and the payload's place.
const headerSize = 80

var castagnoli = crc32.MakeTable(crc32.Castagnoli)

func (e *Entry) header() (h [headerSize]byte) {
	b := binary.LittleEndian
	b.PutUint32(h[4:], e.n)
	b.PutUint32(h[8:], e.sum)
	b.PutUint64(h[16:], uint64(e.Size))
	b.PutUint64(h[24:], uint64(e.Time))
	b.PutUint64(h[32:], uint64(e.Read))
	copy(h[40:], e.ID[:])
	copy(h[56:], e.Content[:])
	b.PutUint64(h[72:], uint64(e.at))
	b.PutUint32(h[0:], crc32.Checksum(h[4:], castagnoli))
	return h
}

// parse reads a header; ok is false where its checksum is wrong.
func (e *Entry) parse(h []byte) (ok bool) {
	b := binary.LittleEndian
	e.n, e.sum = b.Uint32(h[4:]), b.Uint32(h[8:])
	e.Size, e.Time, e.Read = int64(b.Uint64(h[16:])), int64(b.Uint64(h[24:])), int64(b.Uint64(h[32:]))
	copy(e.ID[:], h[40:])
	copy(e.Content[:], h[56:])
	e.at = int64(b.Uint64(h[72:]))
	return b.Uint32(h) == crc32.Checksum(h[4:headerSize], castagnoli)
}
