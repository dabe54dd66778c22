package export

import (
	"errors"
	"fmt"
	"syscall"
)

// Error says what is wrong with the output and what to do. Error is in
// Chinese, English in English.
type Error struct {
	Path   string // the file or folder it is about
	zh, en string
	Err    error // the cause, may be nil
}

func (e *Error) Error() string   { return e.with(e.zh, "：") }
func (e *Error) English() string { return e.with(e.en, ": ") }
func (e *Error) Unwrap() error   { return e.Err }

func (e *Error) with(message, colon string) string {
	if e.Err == nil {
		return message
	}
	return message + colon + e.Err.Error()
}

func errNotOurs(dir string) error {
	return &Error{Path: dir,
		zh: fmt.Sprintf("输出目录 %s 不是空的，也没有本程序写的 run.json，不会覆盖；请用 -o 另选目录，或先把它清空", dir),
		en: fmt.Sprintf("output folder %s is not empty and has no run.json of ours, so it is left alone; choose another with -o or empty it first", dir)}
}

func errNoFolder(dir string) error {
	return &Error{Path: dir,
		zh: fmt.Sprintf("输出位置 %s 已是一个文件，不是目录；请用 -o 另选目录", dir),
		en: fmt.Sprintf("output %s is a file, not a folder; choose another with -o", dir)}
}

func errPartial(partial string) error {
	return &Error{Path: partial,
		zh: fmt.Sprintf("临时目录 %s 已存在，且不是本程序留下的；请移走它，或用 -o 另选目录", partial),
		en: fmt.Sprintf("%s exists and was not left by this program; move it away or choose another folder with -o", partial)}
}

func errBusy(dir string) error {
	return &Error{Path: dir,
		zh: fmt.Sprintf("另一个 extract 正在往 %s 里写；请等它结束，或用 -o 另选目录", dir),
		en: fmt.Sprintf("another extract is writing into %s; wait for it to end or choose another folder with -o", dir)}
}

func errUnwritable(parent, dir string, cause error) error {
	return &Error{Path: parent, Err: cause,
		zh: fmt.Sprintf("不能在目录 %s 中写入（结果先写到 %s.partial）；请用 -o 指定可写的位置，或修改该目录的权限", parent, dir),
		en: fmt.Sprintf("cannot write in folder %s (results go to %s.partial first); choose a writable place with -o or change the folder's permissions", parent, dir)}
}

func errConflict(path string) error {
	return &Error{Path: path,
		zh: fmt.Sprintf("%s 不是本程序写的，不会覆盖；请把它移走，或用 -o 另选目录", path),
		en: fmt.Sprintf("%s was not written by this program and is left alone; move it away or choose another folder with -o", path)}
}

func errWrite(dir string, cause error) error {
	if errors.Is(cause, syscall.ENOSPC) || errors.Is(cause, syscall.EDQUOT) {
		return &Error{Path: dir, Err: cause,
			zh: fmt.Sprintf("磁盘满了，%s 没有写成，原有的结果没有改动；请腾出空间或用 -o 换一处，再运行（原来用了 --resume 的会接着读）", dir),
			en: fmt.Sprintf("the disk is full: %s was not written, and old results are as they were; make room or choose another place with -o and run again (with --resume it goes on)", dir)}
	}
	return &Error{Path: dir, Err: cause,
		zh: fmt.Sprintf("写入 %s 失败，未留下结果；请检查磁盘空间和权限", dir),
		en: fmt.Sprintf("writing %s failed, nothing was kept; check disk space and permissions", dir)}
}
