//go:build unix

package journal

import (
	"os"
	"syscall"
)

// lock keeps other processes from locking the same file, until it is closed or
// the process ends in any way.
func lock(f *os.File) error { return syscall.Flock(int(f.Fd()), syscall.LOCK_EX|syscall.LOCK_NB) }
