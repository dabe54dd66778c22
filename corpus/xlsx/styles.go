package xlsx

import (
	"strconv"

	"github.com/zhaibao/zhaibao/corpus/internal/ooxml"
)

// looks are the number formats of a workbook's cells.
type looks struct {
	codes    map[int]string // of numFmtId
	ids      []int          // of the cell styles
	compiled map[int]*format
	date1904 bool
}

// builtin are the formats that files do not spell out (18.8.30), those from 27
// on and from 50 on as Chinese programs have them.
var builtin = map[int]string{
	0: "General", 1: "0", 2: "0.00", 3: "#,##0", 4: "#,##0.00",
	5: `"¥"#,##0;"¥"-#,##0`, 6: `"¥"#,##0;"¥"-#,##0`, 7: `"¥"#,##0.00;"¥"-#,##0.00`, 8: `"¥"#,##0.00;"¥"-#,##0.00`,
	9: "0%", 10: "0.00%", 11: "0.00E+00", 12: "# ?/?", 13: "# ??/??",
	14: "yyyy/m/d", 15: "d-mmm-yy", 16: "d-mmm", 17: "mmm-yy", 18: "h:mm AM/PM", 19: "h:mm:ss AM/PM", 20: "h:mm", 21: "h:mm:ss", 22: "yyyy/m/d h:mm",
	27: `yyyy"年"m"月"`, 28: `m"月"d"日"`, 29: `m"月"d"日"`, 30: "m-d-yy", 31: `yyyy"年"m"月"d"日"`, 32: "h:mm", 33: "h:mm:ss", 34: "h:mm", 35: "h:mm:ss", 36: `yyyy"年"m"月"`,
	37: "#,##0;-#,##0", 38: "#,##0;-#,##0", 39: "#,##0.00;-#,##0.00", 40: "#,##0.00;-#,##0.00",
	41: `#,##0;-#,##0;"-";@`, 42: `"¥"#,##0;"¥"-#,##0;"-";@`, 43: `#,##0.00;-#,##0.00;"-";@`, 44: `"¥"#,##0.00;"¥"-#,##0.00;"-";@`,
	45: "mm:ss", 46: "[h]:mm:ss", 47: "mm:ss.0", 48: "##0.0E+0", 49: "@",
	50: `yyyy"年"m"月"`, 51: `m"月"d"日"`, 52: `yyyy"年"m"月"`, 53: `m"月"d"日"`, 54: `m"月"d"日"`, 55: "h:mm", 56: "h:mm:ss", 57: `yyyy"年"m"月"`, 58: `m"月"d"日"`,
}

func readLooks(pack *ooxml.Package, part string) (*looks, error) {
	l := &looks{codes: map[int]string{}, compiled: map[int]*format{}}
	if part == "" {
		return l, nil
	}
	return l, pack.Scan(part, func(s *ooxml.Scanner) {
		for at := s.Depth(); s.Child(at); {
			switch s.Name {
			case "numFmts":
				for in := s.Depth(); s.Child(in); {
					if id, err := strconv.Atoi(s.Get("numFmtId")); err == nil {
						l.codes[id] = s.Get("formatCode")
					}
				}
			case "cellXfs":
				for in := s.Depth(); s.Child(in); {
					if s.Name == "xf" {
						id, _ := strconv.Atoi(s.Get("numFmtId"))
						l.ids = append(l.ids, id)
					}
				}
			}
		}
	})
}

// of is the format of cells of a style.
func (l *looks) of(style string) *format {
	id := 0
	if n, err := strconv.Atoi(style); err == nil && n >= 0 && n < len(l.ids) {
		id = l.ids[n]
	}
	f := l.compiled[id]
	if f == nil {
		code, ok := l.codes[id]
		if !ok {
			code = builtin[id]
		}
		if code == "" {
			code = "General"
		}
		f = compile(code)
		l.compiled[id] = f
	}
	return f
}
