package docx

import (
	"os"
	"path/filepath"
	"strconv"
	"testing"

	"github.com/zhaibao/zhaibao/corpus/internal/readertest"
	"github.com/zhaibao/zhaibao/segment"
)

// TestFiles reads documents that LibreOffice wrote (testdata/make.sh).
func TestFiles(t *testing.T) {
	files, err := filepath.Glob("testdata/*.docx")
	if err != nil || len(files) == 0 {
		t.Fatal("no documents", err)
	}
	for _, f := range files {
		data, err := os.ReadFile(f)
		if err != nil {
			t.Fatal(err)
		}
		got := readText(t, data)
		if got.Text != report {
			t.Errorf("%s: %q, want %q", f, got.Text, report)
		}
		headings := ""
		for _, m := range got.Marks {
			if m.Kind == segment.MarkHeading {
				headings += m.Span.Of(got.Text) + " " + strconv.Itoa(int(m.Level)) + "\n"
			}
		}
		if headings != "一、主要工作 1\n（一）项目建设 2\n（二）民生保障 2\n二、下步打算 1\n" {
			t.Errorf("%s: headings %q", f, headings)
		}
		readertest.Text(t, got)
	}
}

const report = `青溪县2019年上半年工作总结
一、主要工作
（一）项目建设
1. 5个项目开工，完成投资12.35亿元。
2. 新建公路18公里。
（二）民生保障

乡镇	培训	
	场次	人次
石桥镇	12	1,350

此外接待来访260批。
开通热线1条。
二、下步打算
全年培训30场。

[1] 不含续建项目3个。
`
