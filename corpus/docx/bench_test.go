package docx

import (
	"context"
	"strconv"
	"strings"
	"testing"

	"github.com/zhaibao/zhaibao/corpus"
)

// BenchmarkRead reads a long report as Word writes it; MB/s are those of its file,
// ns/xmlbyte those of its markup.
func BenchmarkRead(b *testing.B) {
	var body strings.Builder
	for i := range 60000 {
		n := strconv.Itoa(i * 7919 % 100003)
		body.WriteString(`<w:p w:rsidR="00` + n + `" w:rsidRDefault="00A77B3E"><w:pPr><w:ind w:firstLineChars="200" w:firstLine="640"/><w:rPr><w:rFonts w:ascii="仿宋_GB2312" w:eastAsia="仿宋_GB2312"/><w:sz w:val="32"/></w:rPr></w:pPr>` +
			r("全县共实施项目", `<w:rFonts w:hint="eastAsia"/><w:sz w:val="32"/>`) + r(n, `<w:sz w:val="32"/>`) + r("个，完成投资"+strconv.Itoa(i*31%977)+"."+strconv.Itoa(i%100)+"亿元，受益群众"+strconv.Itoa(i*i%1000003)+"人次。") + `</w:p>`)
	}
	data := pack(b, body.String(), nil)
	b.SetBytes(int64(len(data)))
	for b.Loop() {
		if _, err := Reader.Read(context.Background(), corpus.Source{Data: data}); err != nil {
			b.Fatal(err)
		}
	}
	b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N)/float64(body.Len()), "ns/xmlbyte")
}
