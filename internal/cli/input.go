package cli

import (
	"os/exec"

	"github.com/spf13/pflag"
)

// InputOptions are what the command line says to the readers.
type InputOptions struct {
	TextColumn string // the column or field that holds the texts of .csv, .xlsx and .jsonl; "" finds it
	Soffice    string // the program that old Word files are converted with; "" for none
	NoCache    bool   // keep nothing compiled for PDF between runs
}

func (a *app) inputFlags(f *pflag.FlagSet) {
	f.StringVar(&a.input.TextColumn, "text-column", "", a.say("csv、xlsx、jsonl 中放正文的`列`或字段；不写则自动寻找", "`COLUMN` or field with the texts of csv, xlsx and jsonl; found where it is not given"))
	f.StringVar(&a.input.Soffice, "soffice", "", a.say("读 .doc、.wps 时改用这个 LibreOffice `程序`转换，如 soffice；默认由本程序直接读", "read .doc and .wps through this LibreOffice `PROGRAM`, such as soffice; by default they are read directly"))
	f.BoolVar(&a.input.NoCache, "no-cache", false, a.say("不在缓存目录中保存读 PDF 的编译结果", "keep nothing that was compiled for PDF in the cache folder"))
}

// checkInput finds the program of --soffice.
func (a *app) checkInput() error {
	if a.input.Soffice == "" {
		return nil
	}
	if _, err := exec.LookPath(a.input.Soffice); err != nil {
		return a.usagef("找不到 --soffice 指定的程序 %q", "no program %q, which --soffice names", a.input.Soffice)
	}
	return nil
}
