package corpus

import (
	"errors"
	"io/fs"
)

// Error says which file could not be read or understood, at which step, and
// why; its text names what to do next, in Chinese with the English beside it.
type Error struct {
	File string // as in Meta.File, or the argument as it was given
	Op   string // walk, read, decode, extract
	Err  error
}

// Error implements error: "a.txt：文件是空的……(the file is empty …)".
func (e *Error) Error() string { return e.File + "：" + e.Err.Error() }

// Unwrap returns the cause, for errors.Is and errors.As.
func (e *Error) Unwrap() error { return e.Err }

// problem is a cause in two languages.
type problem struct{ zh, en string }

// Problem makes a cause of an Error for a package that reads files: what is
// wrong and what to do, in Chinese and English.
func Problem(zh, en string) error { return &problem{zh, en} }

func (p *problem) Error() string { return p.zh + " (" + p.en + ")" }

// The causes that callers may want to tell apart.
var (
	ErrEmpty     error = &problem{"文件是空的，请检查是否导出完整", "the file is empty; check that it was exported completely"}
	ErrBinary    error = &problem{"不是文本文件，请另存为 UTF-8 的 .txt 再试", "not a text file; save it as .txt in UTF-8 and try again"}
	ErrHole      error = &problem{"文件中有一段只有空字节，多半是拷贝或下载不完整，内容已经丢失，请重新拷贝", "a piece of the file holds nothing but zeros, most likely for an incomplete copy or download, so its content is lost; copy it again"}
	ErrTooLarge  error = &problem{"文件太大，请拆分，或提高大小上限", "the file is too large; split it or raise the size limit"}
	ErrNotFound  error = &problem{"找不到这个文件或文件夹，请检查路径", "no such file or folder; check the path"}
	ErrForbidden error = &problem{"没有读取权限，请修改权限或复制一份再试", "no permission to read it; change the permission or read a copy"}
	ErrNoReports error = &problem{"没有可读的报告", "nothing readable here"}
	ErrNoText    error = &problem{"里面没有文字，可能是扫描件或图片，请先做文字识别 (OCR) 并存为 .txt", "it holds no text, but perhaps images of it; recognise the text first and save it as .txt"}
	ErrTooSlow   error = &problem{"读取超过了时限，已放弃这一份；请另存一份再试，或提高时限", "reading it took longer than the limit and was given up; save it anew or raise the limit"}
	ErrStuck     error = &problem{"前面有太多文件超时后仍在读取，没有再读这一份；请移走那些文件再运行", "too many files before it are still being read after their time; it was not tried; take those away and run again"}
	ErrNested    error = &problem{"压缩包里套的压缩包层数太多，请先解压", "archives inside archives go too deep; unpack them first"}
	ErrUnpacked  error = &problem{"压缩包解压后总共太大，请先解压，或提高解压大小上限", "the archive is too large when unpacked; unpack it first or raise the limit"}
	ErrNotPacked error = &problem{"压缩包里没有这个文件，请检查路径", "the archive does not hold it; check the path"}
	ErrChanged   error = &problem{"文件在读取时一直在变，没有读取；请等写入结束后再运行", "the file kept changing while it was read, so it was not; run again when it is complete"}
	ErrInternal  error = &problem{"处理这篇报告时程序出错，已跳过，日志里有详情", "the program failed on this report and went on; the log has the details"}
)

// kindError is a file of a known other kind under the name of a text file.
type kindError struct{ problem }

func (e *kindError) Unwrap() error { return ErrBinary }

// pathError gives a file system error one of the causes above where it fits.
func pathError(file, op string, err error) error {
	cause := err
	switch {
	case errors.Is(err, fs.ErrNotExist):
		cause = ErrNotFound
	case errors.Is(err, fs.ErrPermission):
		cause = ErrForbidden
	}
	return &Error{File: file, Op: op, Err: cause}
}
