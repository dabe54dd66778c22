package export

import (
	"encoding/json"
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"

	"github.com/zhaibao/zhaibao/internal/journal"
)

// cacheEnding is that of the folder beside an output folder which keeps what a
// run came to, for the next.
const cacheEnding = ".cache"

// CacheFolder is the folder beside dir that keeps what runs into dir came to,
// dir.cache; it is made where it is missing. One that is not ours is refused.
func CacheFolder(dir string) (string, error) {
	dir, err := realFolder(dir)
	if err != nil {
		return "", err
	}
	cache := dir + cacheEnding
	err = os.MkdirAll(filepath.Dir(cache), 0o777)
	if err == nil {
		err = os.Mkdir(cache, 0o777)
	}
	if err == nil {
		err = (manifest{}).write(cache) // marks it as ours
	} else if errors.Is(err, fs.ErrExist) {
		if err = nil; !ownCache(cache) {
			return "", errPartial(cache)
		}
	}
	if err != nil {
		return "", errUnwritable(filepath.Dir(cache), dir, err)
	}
	return cache, nil
}

// ownCache reports whether the folder is ours: it has our run.json, or a run
// that was killed had just made it.
func ownCache(cache string) bool {
	if _, ours := readManifest(cache); ours {
		return true
	}
	entries, err := os.ReadDir(cache)
	if err != nil || len(entries) > 1 || len(entries) == 1 && entries[0].Name() != runName+".new" {
		return false
	}
	return (manifest{}).write(cache) == nil
}

// Kept is what a run into a folder leaves for the next: which outputs it wrote,
// and where in them the rows of each report stand.
type Kept struct {
	Folder string // beside the output folder
	dir    string
	key    string    // all that the rows of a report hang on beside its facts
	state  state     // the last run's; zero where there is none
	logs   []keptLog // of this run
	lock   io.Closer // keeps other runs away
}

// keptLog is a log that is being written.
type keptLog struct {
	logState
	log *rowLog
}

// state says which outputs a run left, and of what.
type state struct {
	Key     string        `json:"key"`  // all that the outputs hang on
	Rows    string        `json:"rows"` // Kept.key
	Logs    []logState    `json:"logs"`
	Outputs []outputState `json:"outputs"`
	Failed  int           `json:"failed"` // files and reports
}

// logState tells of a file that says where rows stand.
type logState struct {
	Name    string   `json:"name"`
	Key     string   `json:"key"` // what its rows hang on besides
	Sum     string   `json:"sum"` // its checksum
	Outputs []string `json:"outputs"`
}

// outputState is how an output looked when it was finished.
type outputState struct {
	Name string `json:"name"`
	Size int64  `json:"size"`
	Time int64  `json:"time"` // Unix nanoseconds
}

const (
	stateName  = "state.json"
	reportsLog = "reports.rows" // of facts and gaps
	placesLog  = "places.rows"  // of the two tables
)

// OpenKept looks at what earlier runs into dir left beside it. key is all that
// the rows of a report hang on beside its facts: the program and its catalogue.
func OpenKept(dir, key string) (*Kept, error) {
	folder, err := CacheFolder(dir)
	if err != nil {
		return nil, err
	}
	k := &Kept{Folder: folder, key: key}
	if k.lock, err = journal.Lock(filepath.Join(folder, "lock")); errors.Is(err, journal.ErrLocked) {
		return nil, errBusy(dir)
	} else if err != nil {
		return nil, errUnwritable(filepath.Dir(folder), dir, err)
	}
	if k.dir, err = realFolder(dir); err != nil {
		return nil, err
	}
	if err := newPlace(k.dir).recover(); err != nil {
		return nil, errWrite(k.dir, err)
	}
	data, err := os.ReadFile(filepath.Join(folder, stateName))
	if err != nil || json.Unmarshal(data, &k.state) != nil {
		k.state = state{}
	}
	return k, nil
}

// Close lets other runs into the folder.
func (k *Kept) Close() error { return k.lock.Close() }

// Failed is how many files and reports failed in the last run.
func (k *Kept) Failed() int { return k.state.Failed }

// Unchanged reports whether the outputs are of that key and look as they did
// when they were written.
func (k *Kept) Unchanged(key string) bool {
	now, err := k.outputs()
	return err == nil && k.state.Key == key && len(now) > 0 && slices.Equal(now, k.state.Outputs)
}

// outputs looks at what the run.json in the output folder names.
func (k *Kept) outputs() (list []outputState, err error) {
	m, ok := readManifest(k.dir)
	if !ok {
		return nil, fs.ErrNotExist
	}
	for _, name := range m.Files {
		info, err := os.Stat(filepath.Join(k.dir, filepath.FromSlash(name)))
		if err != nil {
			return nil, err
		}
		list = append(list, outputState{name, info.Size(), info.ModTime().UnixNano()})
	}
	return list, nil
}

// Done puts down that the outputs, which Dir.Close has put into their place, are
// of that key, and how many files and reports failed.
func (k *Kept) Done(key string, failed int) (err error) {
	k.state = state{Key: key, Rows: k.key, Failed: failed}
	if k.state.Outputs, err = k.outputs(); err != nil {
		return err
	}
	for _, l := range k.logs {
		if l.Sum, err = l.log.finish(filepath.Join(k.Folder, l.Name)); err != nil {
			return err
		}
		k.state.Logs = append(k.state.Logs, l.logState)
	}
	k.logs = nil
	data, err := json.Marshal(k.state)
	if err != nil {
		return err
	}
	return writeWhole(filepath.Join(k.Folder, stateName), data)
}

// source opens an output of the last run that still looks as it did.
func (k *Kept) source(name string) *os.File {
	i := slices.IndexFunc(k.state.Outputs, func(o outputState) bool { return o.Name == name })
	if i < 0 {
		return nil
	}
	f, err := os.Open(filepath.Join(k.dir, name))
	if err != nil {
		return nil
	}
	info, err := f.Stat()
	if o := k.state.Outputs[i]; err != nil || info.Size() != o.Size || info.ModTime().UnixNano() != o.Time {
		f.Close()
		return nil
	}
	return f
}
