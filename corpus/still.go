package corpus

import (
	"os"
	"time"

	"github.com/zhaibao/zhaibao/internal/journal"
)

// look is how a file looked when it was read.
type look struct {
	stat journal.Stat
	at   time.Time // before it was opened
}

// stat is how the file, or the archive that holds it, looked to Walk.
func (f *File) stat() journal.Stat {
	if f.member != nil {
		return journal.Stat{Size: f.whole, Time: f.time}
	}
	return journal.Stat{Size: f.Size, Time: f.time}
}

// stillTries is how often a file that changes is read before it is given up.
const stillTries = 3

// readStill reads a file that does not change meanwhile: its size and time are
// the same before and after, and it has as many bytes as its size says. One that
// keeps changing fails with ErrChanged. The bytes are put into dst's memory where that is enough.
func readStill(dst []byte, path string, most int64) (data []byte, seen look, err error) {
	for range stillTries {
		var still bool
		if data, seen, still, err = readOnce(dst, path, most); still || err != nil {
			return data, seen, err
		}
	}
	return nil, seen, ErrChanged
}

// betweenReads is called in tests between a file's first look and its bytes.
var betweenReads = func(path string) {}

func readOnce(dst []byte, path string, most int64) (data []byte, seen look, still bool, err error) {
	seen.at = time.Now()
	file, err := os.Open(path)
	if err != nil {
		return nil, seen, false, err
	}
	defer file.Close()
	before, err := file.Stat()
	if err != nil {
		return nil, seen, false, err
	}
	seen.stat = journal.Stat{Size: before.Size(), Time: before.ModTime().UnixNano()}
	betweenReads(path)
	if data, err = upTo(dst[:0], file, most, before.Size()); err != nil {
		return nil, seen, false, err
	}
	after, err := file.Stat()
	if err != nil {
		return nil, seen, false, err
	}
	still = !before.Mode().IsRegular() || // a pipe or a device has no size
		after.Size() == before.Size() && after.ModTime().Equal(before.ModTime()) && int64(len(data)) == before.Size()
	return data, seen, still, nil
}
