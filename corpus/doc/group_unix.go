//go:build unix

package doc

import (
	"os/exec"
	"syscall"
)

// ownGroup puts the program into a process group of its own, which is killed
// as a whole: soffice is a script that starts others.
func ownGroup(cmd *exec.Cmd) {
	cmd.SysProcAttr = &syscall.SysProcAttr{Setpgid: true}
	cmd.Cancel = func() error { return syscall.Kill(-cmd.Process.Pid, syscall.SIGKILL) }
}
