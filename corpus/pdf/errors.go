package pdf

import (
	"errors"
	"fmt"

	pdfium "github.com/klippa-app/go-pdfium/errors"

	"github.com/zhaibao/zhaibao/corpus"
)

// What a PDF file is refused for.
var (
	// ErrScanned is a file whose pages are images.
	ErrScanned = corpus.Problem("这份 PDF 是扫描件，页面上没有文字，请先做文字识别 (OCR) 再读", "a scanned PDF without text; recognise its text (OCR) first")
	// ErrPassword is a file that opens with a password only.
	ErrPassword = corpus.Problem("这份 PDF 有打开密码，请先去掉密码再读", "the PDF needs a password; remove it first")
	// ErrBroken is a file that pdfium cannot open.
	ErrBroken = corpus.Problem("PDF 文件已损坏或不完整，请重新导出或下载", "the PDF is damaged or incomplete; export or download it again")
	// ErrNoPages is a file without a page.
	ErrNoPages = corpus.Problem("这份 PDF 一页也没有，请重新导出", "the PDF has no pages; export it again")
)

func errEngine(err error) error {
	return corpus.Problem("PDF 组件无法启动："+err.Error(), "the PDF engine does not start: "+err.Error())
}

func errPages(pages, limit int) error {
	return corpus.Problem(fmt.Sprintf("这份 PDF 有 %d 页，上限是 %d 页，请拆分", pages, limit),
		fmt.Sprintf("the PDF has %d pages, the limit is %d; split it", pages, limit))
}

func errPageSize(page int) error {
	return corpus.Problem(fmt.Sprintf("第 %d 页的文字太多，请拆分或检查文件", page),
		fmt.Sprintf("page %d has too much text; split or check the file", page))
}

func errTextSize(limit int64) error {
	return corpus.Problem(fmt.Sprintf("文字超过 %d 字节的上限，请拆分，或提高上限", limit),
		fmt.Sprintf("the text is longer than the limit of %d bytes; split the file or raise the limit", limit))
}

func errUnpacked(limit int64) error {
	return corpus.Problem(fmt.Sprintf("解压后超过 %d 字节的上限，请检查文件，或提高上限", limit),
		fmt.Sprintf("it unpacks to more than the limit of %d bytes; check the file or raise the limit", limit))
}

// errPage is a page that cannot be parsed or needs too much memory.
func errPage(page int) error {
	return corpus.Problem(fmt.Sprintf("第 %d 页无法解析：文件已损坏，或这一页太复杂，请重新导出", page),
		fmt.Sprintf("page %d cannot be parsed: it is damaged or too complex; export the file again", page))
}

func errGarbled(page, bad, all int) error {
	return corpus.Problem(fmt.Sprintf("第 %d 页的字体没有标明文字（%d 个字中有 %d 个无法辨认），请从原文件重新导出，或做文字识别 (OCR)", page, all, bad),
		fmt.Sprintf("the fonts of page %d do not say which characters they draw (%d of %d unknown); export it again from the original or recognise its text (OCR)", page, bad, all))
}

func errNotChinese(page, han, letters int) error {
	return corpus.Problem(fmt.Sprintf("第 %d 页读出的文字不像中文（%d 个字中只有 %d 个像），多半是字体编码不对，请从原文件重新导出，或做文字识别 (OCR)", page, letters, han),
		fmt.Sprintf("the text of page %d does not look Chinese (%d of %d characters do), most likely because of its fonts' encoding; export it again from the original or recognise its text (OCR)", page, han, letters))
}

// openError says why pdfium does not open a file.
func openError(err error) error {
	if errors.Is(err, pdfium.ErrPassword) || errors.Is(err, pdfium.ErrSecurity) {
		return ErrPassword
	}
	return ErrBroken
}
