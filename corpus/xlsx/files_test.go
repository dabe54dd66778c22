package xlsx

import (
	"context"
	"os"
	"testing"

	"github.com/zhaibao/zhaibao/corpus"
)

// TestFile reads a workbook that LibreOffice wrote (testdata/make.sh).
func TestFile(t *testing.T) {
	data, err := os.ReadFile("testdata/tables.xlsx")
	if err != nil {
		t.Fatal(err)
	}
	got, err := Reader.Read(context.Background(), corpus.Source{Data: data})
	if err != nil || got.Text != workbook {
		t.Errorf("%q %v, want %q", got.Text, err, workbook)
	}
	if len(got.Parts) != 2 || got.Parts[0].Title != "收入" || got.Parts[1].Title != "半年小结" || got.Parts[1].Org != "县图书馆" {
		t.Errorf("%+v", got.Parts)
	}
}

const workbook = `收入

青溪县2019年上半年收入表

乡镇	收入（万元）	增速	入库日期	合计
石桥镇	12,345.678	12.3%	2019-06-30	37037.034
柳河镇	-56.70			

上半年共举办讲座26场，参加读者1850人次。
新购图书3200册。
`
