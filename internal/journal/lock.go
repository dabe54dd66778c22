package journal

import (
	"errors"
	"io"
	"os"
)

// ErrLocked says that another process holds the lock.
var ErrLocked = errors.New("locked by another process")

// Lock takes the file at path, which is made where it is missing, for this
// process alone, until what it returns is closed; it fails with ErrLocked where
// another has it.
func Lock(path string) (io.Closer, error) {
	f, err := os.OpenFile(path, os.O_RDWR|os.O_CREATE, 0o666)
	if err != nil {
		return nil, err
	}
	if lock(f) != nil {
		return nil, errors.Join(ErrLocked, f.Close())
	}
	return f, nil
}
