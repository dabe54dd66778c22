package doc

import "github.com/zhaibao/zhaibao/corpus"

// others are the files that share the container with Word, told by what lies
// in their root.
var others = []struct {
	name string
	err  error
}{
	{"EncryptedPackage", errEncrypted},
	{"Workbook", errExcel}, {"Book", errExcel},
	{"PowerPoint Document", corpus.Problem("这是 PowerPoint 演示文稿，不是 Word 文档，请另存为 .docx 或文本再试",
		"a PowerPoint presentation, not a Word document; save its text as .docx or .txt")},
	{"MatOST", errWorks}, {"CONTENTS", errWorks},
	{"VisioDocument", corpus.Problem("这是 Visio 图，不是 Word 文档", "a Visio drawing, not a Word document")},
	{"__properties_version1.0", corpus.Problem("这是 Outlook 邮件，不是 Word 文档，请把正文或附件另存出来再试",
		"an Outlook message, not a Word document; save its text or its attachments")},
	{"Quill", corpus.Problem("这是 Publisher 文档，不是 Word 文档，请另存为 .docx 再试", "a Publisher file, not a Word document; save it as .docx")},
}

var (
	errExcel = corpus.Problem("这是旧版 Excel 工作簿 (.xls)，不是 Word 文档，请另存为 .xlsx 再试",
		"an old Excel workbook (.xls), not a Word document; save it as .xlsx")
	errWorks = corpus.Problem("这是微软 Works 的 .wps 文档，不是 WPS Office 的，读不了，请用 LibreOffice 等另存为 .docx 再试",
		"a .wps of Microsoft Works, not of WPS Office; it cannot be read: save it as .docx, for instance with LibreOffice")
	errEncrypted = corpus.Problem("文档有密码，请去掉密码另存再试", "the document has a password; save it without and try again")
	errOld       = corpus.Problem("这是 Word 95 或更早的文档，请用 Word、WPS 或 LibreOffice 另存为 .docx 再试",
		"a document of Word 95 or before; save it as .docx in Word, WPS or LibreOffice")
	errOther = corpus.Problem("这不是 Word 或 WPS 文档，虽然容器格式相同，请检查文件", "not a Word or WPS document, though it has the same container; check the file")
)

// check says why c holds no Word document, nil where it does.
func (c *container) check() error {
	if c.has("WordDocument") {
		return nil
	}
	for _, o := range others {
		if c.has(o.name) {
			return o.err
		}
	}
	if len(c.entries) == 0 {
		return errDamaged
	}
	return errOther
}
