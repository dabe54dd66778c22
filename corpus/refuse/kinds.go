package refuse

import (
	"bytes"

	"github.com/zhaibao/zhaibao/corpus"
)

// Kinds are the formats that are not read, the more special first.
var Kinds = []Kind{
	{"ofd", []string{".ofd"}, corpus.Problem("这是 OFD 版式文档，暂不能读取，请用 OFD 阅读器或 WPS 导出为 PDF 或 Word 再试", "an OFD document, which is not read; export it as PDF or Word from an OFD viewer or WPS"), zipWith("OFD.xml")},
	{"pptx", []string{".pptx", ".pptm", ".ppsx", ".dps"}, slides, zipWith("ppt/presentation.xml")},
	{"ppt", []string{".ppt", ".pps"}, slides, oleWith("PowerPoint Document")},
	{"odp", []string{".odp"}, slides, zipStarts("mimetypeapplication/vnd.oasis.opendocument.presentation")},
	{"works", nil, corpus.Problem("这是微软 Works 文档，暂不能读取，请用 WPS 或 LibreOffice 打开后另存为 .docx 再试", "a Microsoft Works document, which is not read; open it in WPS or LibreOffice and save it as .docx"), works},
	{"caj", []string{".caj", ".kdh", ".nh"}, corpus.Problem("这是知网 CAJ 文件，暂不能读取，请在 CAJViewer 里打印为 PDF 或复制文字再试", "a CAJ file of CNKI, which is not read; print it to PDF from CAJViewer or copy the text"), starts("CAJ\x00", "KDH ", "HN\x00\x00", "\xc8\x00\x00\x00")},
	{"png", []string{".png"}, picture, starts("\x89PNG\r\n\x1a\n")},
	{"jpeg", []string{".jpg", ".jpeg"}, picture, starts("\xff\xd8\xff")},
	{"gif", []string{".gif"}, picture, starts("GIF87a", "GIF89a")},
	{"tiff", []string{".tif", ".tiff"}, picture, starts("II*\x00", "MM\x00*")},
	{"bmp", []string{".bmp"}, picture, bmp},
	{"webp", []string{".webp"}, picture, riff("WEBP")},
	{"heic", []string{".heic"}, picture, at(4, "ftypheic", "ftypheix", "ftypmif1")},
	{"7z", []string{".7z"}, archive, starts("7z\xbc\xaf\x27\x1c")},
	{"rar", []string{".rar"}, archive, starts("Rar!\x1a\x07")},
	{"gzip", []string{".gz", ".tgz"}, archive, starts("\x1f\x8b\x08")},
	{"bzip2", []string{".bz2"}, archive, bzip2},
	{"xz", []string{".xz"}, archive, starts("\xfd7zXZ\x00")},
	{"tar", []string{".tar"}, archive, at(257, "ustar\x00", "ustar  \x00")},
	{"media", []string{".mp3", ".mp4", ".wav", ".avi", ".wma", ".wmv"}, corpus.Problem("这是录音或录像，请先转成文字并存为 .txt", "a recording; turn it into text first and save it as .txt"), media},
	{"program", []string{".exe", ".dll"}, corpus.Problem("这是程序文件，不是报告，请从文件夹里移走", "a program, not a report; take it out of the folder"), starts("\x7fELF", "MZ\x90\x00", "MZP\x00")},
	{"database", []string{".db", ".sqlite", ".mdb", ".accdb"}, corpus.Problem("这是数据库文件，不是报告，请先导出为表格", "a database, not a report; export its tables first"), starts("SQLite format 3\x00", "\x00\x01\x00\x00Standard Jet DB", "\x00\x01\x00\x00Standard ACE DB")},
}

var (
	slides  = corpus.Problem("这是演示文稿 (PPT)，暂不能读取，请在 PowerPoint 或 WPS 里导出为 PDF 或大纲文字再试", "a presentation, which is not read; export it as PDF or as an outline from PowerPoint or WPS")
	picture = corpus.Problem("这是图片，请先做文字识别 (OCR) 并核对数字，存为 .txt 或 .docx 再试", "an image; recognise its text (OCR), check the figures and save it as .txt or .docx")
	archive = corpus.Problem("这种压缩包不能直接读取，请先解压，或改存为 .zip", "an archive of a kind that is not read; unpack it, or pack it as .zip")
)

func starts(magics ...string) func([]byte) bool { return at(0, magics...) }

// at looks for one of magics at an offset.
func at(offset int, magics ...string) func([]byte) bool {
	return func(data []byte) bool {
		for _, m := range magics {
			if len(data) >= offset && bytes.HasPrefix(data[offset:], []byte(m)) {
				return true
			}
		}
		return false
	}
}

// bmp needs more than its two letters: the length of one of its known headers.
func bmp(data []byte) bool {
	return len(data) > 18 && data[0] == 'B' && data[1] == 'M' && bytes.Equal(data[6:10], []byte{0, 0, 0, 0}) &&
		bytes.IndexByte([]byte{12, 40, 52, 56, 64, 108, 124}, data[14]) >= 0 && data[15] == 0
}

func bzip2(data []byte) bool {
	return len(data) > 10 && string(data[:3]) == "BZh" && data[3] >= '1' && data[3] <= '9' && string(data[4:10]) == "1AY&SY"
}

func riff(kind string) func([]byte) bool {
	return func(data []byte) bool { return starts("RIFF")(data) && at(8, kind)(data) }
}

func media(data []byte) bool {
	return starts("ID3", "OggS", "fLaC", "\x30\x26\xb2\x75\x8e\x66\xcf\x11", "\x1a\x45\xdf\xa3", "FLV\x01")(data) ||
		riff("WAVE")(data) || riff("AVI ")(data) || at(4, "ftypisom", "ftypmp4", "ftypM4A", "ftypqt", "ftypavc1")(data)
}
