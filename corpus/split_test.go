package corpus

import (
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/zhaibao/zhaibao/segment"
)

// reports reads the single reports under a folder relative to this package,
// sorted by name; it skips the test where the folder is absent.
func reports(t testing.TB, dir string) map[string]string {
	t.Helper()
	paths, _ := filepath.Glob(filepath.Join(dir, "*.txt"))
	if len(paths) == 0 {
		t.Skipf("%s holds no reports", dir)
	}
	out := map[string]string{}
	for _, p := range paths {
		data, err := os.ReadFile(p)
		if err != nil {
			t.Fatal(err)
		}
		out[filepath.Base(p)] = string(data)
	}
	return out
}

const (
	devDir  = "../../shared/gold/dev"
	seedDir = "../../shared/gold/seed"
	ownDir  = "../testdata/reports"
)

func TestSplitKeepsASingleReportWhole(t *testing.T) {
	for _, dir := range []string{devDir, seedDir, ownDir} {
		t.Run(filepath.Base(dir), func(t *testing.T) {
			for name, text := range reports(t, dir) {
				for _, s := range Split(text)[1:] {
					t.Errorf("%s is split before %q", name, firstLine(text[s.Start:]))
				}
			}
		})
	}
}

func firstLine(s string) string { return strings.SplitN(strings.TrimSpace(s), "\n", 2)[0] }

func TestSplitFindsTheBoundsOfConcatenations(t *testing.T) {
	for _, dir := range []string{devDir, ownDir} {
		t.Run(filepath.Base(dir), func(t *testing.T) {
			all := reports(t, dir)
			names := slices.Sorted(func(yield func(string) bool) {
				for n := range all {
					if !yield(n) {
						return
					}
				}
			})
			right, wrong := 0, 0
			for seed := range uint64(60) {
				text, want := concatenate(rand.New(rand.NewPCG(seed, 7)), all, names)
				missed, extra := compare(text, want, Split(text))
				right += len(want) - len(missed)
				wrong += len(missed) + len(extra)
				for _, at := range missed {
					t.Logf("seed %d: missed %q", seed, firstLine(text[at:]))
				}
				for _, at := range extra {
					t.Logf("seed %d: extra %q", seed, firstLine(text[at:]))
				}
			}
			if share := float64(right) / float64(right+wrong); share < 0.95 {
				t.Errorf("%d bounds right, %d wrong", right, wrong)
			}
		})
	}
}

// concatenate joins two to six reports and returns where each but the first starts.
func concatenate(r *rand.Rand, all map[string]string, names []string) (string, []int) {
	var b strings.Builder
	var starts []int
	picked := r.Perm(len(names))[:min(2+r.IntN(5), len(names))]
	for k, i := range picked {
		if k > 0 {
			b.WriteString([]string{"", "\n", "\n\n\n", "\r\n"}[r.IntN(4)])
			starts = append(starts, b.Len())
		}
		b.WriteString(all[names[i]])
	}
	return b.String(), starts
}

func compare(text string, want []int, got []segment.Span) (missed, extra []int) {
	starts := map[int]bool{}
	for _, s := range got[1:] {
		starts[s.Start] = true
	}
	for _, w := range want {
		if !starts[w] {
			missed = append(missed, w)
		}
		delete(starts, w)
	}
	for s := range starts {
		extra = append(extra, s)
	}
	return missed, extra
}

func TestSplitTheRealFile(t *testing.T) {
	text, err := os.ReadFile("../../shared/reports/wenhua-huimin-half-year.txt")
	bounds, err2 := os.ReadFile(filepath.Join(seedDir, "boundaries.json"))
	if err != nil || err2 != nil {
		t.Skip("the real file is not here")
	}
	var want []struct{ Start, End int }
	if err := json.Unmarshal(bounds, &want); err != nil {
		t.Fatal(err)
	}
	var got []struct{ Start, End int }
	for _, s := range Split(string(text)) {
		start := len([]rune(string(text[:s.Start])))
		got = append(got, struct{ Start, End int }{start, start + len([]rune(string(text[s.Start:s.End])))})
	}
	if fmt.Sprint(got) != fmt.Sprint(want) {
		t.Errorf("got %v, want %v", got, want)
	}
}

// The reports of the table: short, each with what makes it a report.
const (
	bureau   = "松河县民政局2021年工作总结\n2021年，在县委的领导下，我局各项工作有序推进。现将情况汇报如下：\n一、主要做法\n发放救助金120万元，惠及群众300户。\n二、存在问题\n人手不足，设备老化，基层力量薄弱。\n三、下一步打算\n继续抓好救助工作，确保全年任务完成。\n"
	untitled = "今年以来，在镇党委的领导下，我镇文化工作扎实推进。现将上半年情况汇报如下：\n一、工作开展情况\n举办活动12场，放映电影30场，群众满意。\n二、下一步打算\n办好文化节，再添两处书屋，让群众满意。\n"
	plain    = "一、基本情况\n我校现有学生1200名，教师86名，班级24个。\n二、主要做法\n开展家访300余次，资助困难学生26名。\n"
	signed   = "关于文化活动的汇报\n县政府：\n我馆全年举办活动66场，观众5万人次，现汇报如下。\n专此汇报。\n松河县文化馆\n2021年12月8日\n"
)

func TestSplit(t *testing.T) {
	for _, c := range []struct {
		name  string
		parts []string
	}{
		{"one report", []string{bureau}},
		{"a title opens the next report", []string{untitled, bureau}},
		{"a report without title opens with its first paragraph", []string{bureau, untitled}},
		{"a report of numbered sections alone opens with 一、", []string{bureau, plain}},
		{"a signature with its date ends a report", []string{signed, "今年，我站放映电影54场，观众八千余人次，群众满意。\n"}},
		{"blank lines belong to the report before them", []string{bureau + "\n\n", bureau}},
		{"篇一 and 篇二 open reports", []string{"篇一：民政工作总结\n" + untitled, "篇二：教育工作总结\n" + untitled}},
		{"so do brackets", []string{"【篇1】\n" + untitled, "【篇2】\n" + untitled}},
		{"and numbered titles, with what follows glued to them", []string{"文化工作总结12021年上半年我县举办活动12场，放映电影30场...\n" + untitled, "文化工作总结2\n" + untitled}},
		{"a name above a title belongs to it", []string{bureau, "云溪县总工会\n2021年工作总结\n" + untitled}},
		{"a motto above a subtitle belongs to it", []string{bureau, "用心用情 为民服务\n——云溪县总工会2021年工作总结\n" + untitled}},
		{"a title glued to the last sentence opens a report", []string{strings.TrimSpace(bureau), bureau}},
		{"or glued to the date of a signature", []string{strings.TrimSpace(signed), bureau}},
		{"a plan under its own headline stays inside", []string{bureau + "2022年工作计划\n一、抓好救助\n发放救助金130万元，惠及群众。\n二、抓好养老\n新建养老中心2处，改造敬老院1所。\n"}},
		{"an annex stays inside", []string{bureau + "附件：松河县民政局2021年自评报告\n一、基本情况\n项目资金120万元，全部到位，专款专用。\n"}},
		{"a title that is only cited stays inside", []string{bureau + "《松河县民政局2020年工作总结》\n"}},
		{"a headline that the numbering goes on after stays inside", []string{strings.Replace(bureau, "三、", "松河县2021年救助工作总结\n三、", 1)}},
	} {
		text := strings.Join(c.parts, "")
		var got []string
		for _, s := range Split(text) {
			got = append(got, s.Of(text))
		}
		if !slices.Equal(got, c.parts) {
			t.Errorf("%s: split into %d, want %d:\n%s", c.name, len(got), len(c.parts), strings.Join(got, "-----\n"))
		}
	}
}

func FuzzSplit(f *testing.F) {
	f.Add(bureau + untitled + plain + signed)
	f.Add("篇一\r\n\n【篇2】一、\r二、\n一、\xff")
	f.Add("工作总结12019年\n——\n2023年10月8日\n")
	f.Fuzz(func(t *testing.T, text string) {
		end := 0
		spans := Split(text)
		for _, s := range spans {
			if s.Start != end || s.End < s.Start || s.Empty() && len(text) > 0 {
				t.Fatalf("span %v after %d of %d", s, end, len(text))
			}
			end = s.End
			Describe(text, s, "a/2019.txt")
		}
		if end != len(text) {
			t.Fatalf("the spans end at %d of %d", end, len(text))
		}
	})
}
