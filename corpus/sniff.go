package corpus

import "bytes"

// sniff names the kind of file that data's first bytes give away, nil for text.
// It is asked of what no Reader of the run takes.
func sniff(data []byte) error {
	for i := range magics {
		if bytes.HasPrefix(data, []byte(magics[i].magic)) {
			return &magics[i].kindError
		}
	}
	return nil
}

var magics = []struct {
	magic string
	kindError
}{
	{"PK\x03\x04", kind("这是 Word/Excel 文档或压缩包 (docx/xlsx/zip)，请改回原来的扩展名，或在 Word 里另存为 UTF-8 纯文本", "a docx, xlsx or zip file; restore its ending or save it as plain text in UTF-8")},
	{"\xd0\xcf\x11\xe0", kind("这是旧版 Word/WPS 文档 (doc/wps/xls)，请在 Word 或 WPS 里另存为 UTF-8 纯文本", "an old Word, WPS or Excel file; save it as plain text in UTF-8")},
	{"%PDF", kind("这是 PDF，请先导出为文本", "a PDF; export its text first")},
	{"{\\rtf", kind("这是 RTF 文档，请在 Word 里另存为 UTF-8 纯文本", "an RTF file; save it as plain text in UTF-8")},
	{"\x89PNG", image}, {"\xff\xd8\xff", image}, {"GIF8", image}, {"II*\x00", image}, {"MM\x00*", image},
	{"\x1f\x8b", packedFile}, {"Rar!", packedFile}, {"7z\xbc\xaf", packedFile},
	{"\x7fELF", program}, {"MZ\x90\x00", program},
	{"SQLite format 3\x00", kind("这是数据库文件，不是报告", "a database, not a report")},
}

// errDocument is a zip that is a document inside, of a format that is not read.
var errDocument error = &kindError{problem{"这是 Office 等程序的文档 (docx/xlsx/pptx/odt/ofd)，这种格式不读，请用原程序打开，另存为 UTF-8 纯文本",
	"a document of an office program (docx, xlsx, pptx, odt, ofd) of a kind that is not read; open it in its own program and save it as plain text in UTF-8"}}

var (
	image      = kind("这是图片，请先做文字识别 (OCR) 并存为 .txt", "an image; recognise its text first and save it as .txt")
	packedFile = kind("这是 zip 以外的压缩包 (rar、7z、gz)，请先解压，或改存为 zip", "an archive other than zip (rar, 7z, gz); unpack it first or make a zip of it")
	program    = kind("这是程序文件，不是报告", "a program, not a report")
)

func kind(zh, en string) kindError { return kindError{problem{zh, en}} }
