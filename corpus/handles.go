package corpus

import (
	"errors"
	"io/fs"
	"os"
	"slices"
	"sync"
)

// maxHandles is how many archives are open at a time, besides those being read.
const maxHandles = 16

// handles keeps archives open for the workers that read from them.
type handles struct {
	mu   sync.Mutex
	open []*sharedFile // with a handle, the one used last at the end
}

// sharedFile is a file that is opened when it is read from. It is safe for
// concurrent use.
type sharedFile struct {
	all   *handles
	path  string
	info  fs.FileInfo // as it was when it was listed
	file  *os.File    // nil while closed
	users int
}

var errChanged = Problem("压缩包在读取时改变了，请重新运行", "the archive changed while it was read; run again")

// ReadAt implements io.ReaderAt.
func (s *sharedFile) ReadAt(p []byte, at int64) (int, error) {
	f, err := s.acquire()
	if err != nil {
		return 0, err
	}
	defer s.release()
	return f.ReadAt(p, at)
}

func (s *sharedFile) acquire() (*os.File, error) {
	s.all.mu.Lock()
	defer s.all.mu.Unlock()
	if s.file == nil {
		f, err := os.Open(s.path)
		if err != nil {
			return nil, err
		}
		info, err := f.Stat()
		if err == nil && (info.Size() != s.info.Size() || !info.ModTime().Equal(s.info.ModTime())) {
			err = errChanged
		}
		if err != nil {
			return nil, errors.Join(err, f.Close())
		}
		s.file = f
		s.all.open = append(s.all.open, s)
	} else if last := len(s.all.open) - 1; s.all.open[last] != s {
		s.all.open = append(slices.DeleteFunc(s.all.open, func(o *sharedFile) bool { return o == s }), s)
	}
	s.users++
	s.all.trim(maxHandles)
	return s.file, nil
}

func (s *sharedFile) release() {
	s.all.mu.Lock()
	s.users--
	s.all.mu.Unlock()
}

// trim closes files that nobody reads until at most n are open.
func (h *handles) trim(n int) {
	h.open = slices.DeleteFunc(h.open, func(s *sharedFile) bool {
		if len(h.open) <= n || s.users > 0 {
			return false
		}
		n++ // one less to close
		s.file.Close()
		s.file = nil
		return true
	})
}

// close closes all files that nobody reads; they are opened again when needed.
func (h *handles) close() {
	h.mu.Lock()
	defer h.mu.Unlock()
	h.trim(0)
}
