package extract

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/zhaibao/zhaibao/extract/catalog"
	"github.com/zhaibao/zhaibao/segment"
)

// describe writes the facts of a text as "surface metric attributes; …".
// Attributes at their default are left out.
func describe(e *Extractor, text string) string {
	return describeMarked(e, text, nil)
}

// describeMarked is describe for a text whose file marks its structure.
func describeMarked(e *Extractor, text string, marks []segment.Mark) string {
	var doc segment.Document
	doc.ParseMarked(text, segment.Span{End: len(text)}, marks)
	var res Result
	e.NewWorker().Extract(Report{Doc: &doc, Period: "2023"}, &res)
	var out []string
	for i := range res.Facts {
		f := &res.Facts[i]
		s := f.Of(text) + " " + e.cat.Code(f.Metric)
		if f.Missing {
			s += " missing"
		}
		if f.Role != Actual {
			s += " " + f.Role.String()
		}
		if f.Basis != Total {
			s += " " + f.Basis.String()
		}
		if f.Status != NoStatus {
			s += " " + f.Status.String()
		}
		out = append(out, s)
	}
	return strings.Join(out, "; ")
}

func mustCompile(t testing.TB) *Extractor {
	t.Helper()
	e, err := Compile(catalog.Builtin())
	if err != nil {
		t.Fatal(err)
	}
	return e
}

func TestRulesAreDocumented(t *testing.T) {
	seen := map[string]bool{}
	for _, r := range rules {
		if r.ID == "" || r.Doc == "" || r.Zh == "" || r.Needs == "" || r.NeedsZh == "" || len(r.Examples) == 0 || r.decide == nil {
			t.Errorf("rule %q lacks an ID, a sentence in one of the languages, an example or its function", r.ID)
		}
		if seen[r.ID] {
			t.Errorf("rule %q stands twice", r.ID)
		}
		seen[r.ID] = true
	}
	if len(rules) >= CorrectionRule {
		t.Errorf("%d rules leave no number for corrections, the table and the states", len(rules))
	}
}

// TestRuleExamples holds every rule to its examples, and every example to its
// rule: without the rule it must come out otherwise.
func TestRuleExamples(t *testing.T) {
	e := mustCompile(t)
	for i, r := range rules {
		for _, ex := range r.Examples {
			if got := describe(e, ex.Text); got != ex.Want {
				t.Errorf("%s: %s\n got %s\nwant %s", r.ID, ex.Text, got, ex.Want)
			}
		}
		without := *e
		without.rules = slices.Clone(rules)
		without.rules[i].decide = func(*candidate) (catalog.Metric, bool) { return 0, false }
		needed := false
		for _, ex := range r.Examples {
			needed = needed || describe(&without, ex.Text) != ex.Want
		}
		if !needed {
			t.Errorf("%s: no example of the rule needs it", r.ID)
		}
	}
}

// TestChoices holds the choices of role and basis to their examples in the same way.
func TestChoices(t *testing.T) {
	e := mustCompile(t)
	holdChoices(t, e, roleChoices)
	holdChoices(t, e, basisChoices)
}

func holdChoices[T any](t *testing.T, e *Extractor, list []choice[T]) {
	t.Helper()
	for i := range list {
		c := &list[i]
		if c.id == "" || c.doc == "" || len(c.examples) == 0 {
			t.Errorf("choice %q lacks an id, a doc sentence or an example", c.id)
		}
		for _, ex := range c.examples {
			if got := describe(e, ex.Text); got != ex.Want {
				t.Errorf("%s: %s\n got %s\nwant %s", c.id, ex.Text, got, ex.Want)
			}
		}
		holds, needed := c.holds, false
		c.holds = func(*candidate) bool { return false }
		for _, ex := range c.examples {
			needed = needed || describe(e, ex.Text) != ex.Want
		}
		c.holds = holds
		if !needed {
			t.Errorf("%s: no example of the choice needs it", c.id)
		}
	}
}

// sentences are read as a second careful reader would read them. Each kind of
// construct has sentences it must get right and sentences it must leave alone.
var sentences = []struct{ kind, text, want string }{
	{"part", "全馆职工34人，其中高级职称5人，中级职称13人。",
		"34人 workforce; 5人 workforce part; 13人 workforce part"},
	{"part", "共筹集资金80万元，其中：上级补助50万元，自筹30万元。",
		"80万元 funds_received; 50万元 funds_received part; 30万元 funds_received part"},
	{"part", "现有藏书6万册，其中少儿读物约占两成。",
		"6万册 books; 两成 coverage_rate part"},
	{"part", "从三百多名选手中选出12名，代表我县参赛。",
		"三百多名 participants; 12名 participants part"},
	{"no part", "开展活动12场，参加群众3000人，其中既有老人也有孩子。",
		"12场 activity_sessions; 3000人 participants"},
	{"no part", "举办讲座8场、展览3场。",
		"8场 exhibition_lectures; 3场 exhibition_lectures"},
	{"no part", "新增图书500册，其他各项工作也有序开展。",
		"500册 books"},
	{"target", "力争全年送戏下乡100场，放映电影1200场。",
		"100场 performance_sessions target; 1200场 film_screenings target"},
	{"target", "计划新建文化广场12个，已建成8个，正在建设4个。",
		"12个 facilities target; 已建成 completion_status done; 8个 facilities part done; 正在建设 completion_status ongoing; 4个 facilities part ongoing"},
	{"target", "全年目标任务60场，上半年完成32场，占年度任务的53%。",
		"60场 activity_sessions target; 32场 activity_sessions; 53% completion_rate"},
	{"target", "要求每个社区每月开展活动不少于2次。",
		"2次 activity_sessions target each"},
	{"target", "预计全年接待游客120万人次，实现旅游收入6亿元。",
		"120万人次 tourism_visits target; 6亿元 revenue target"},
	{"no target", "1-9月完成投资2.3亿元，占年度计划的76%。",
		"2.3亿元 funds_invested; 76% completion_rate"},
	{"no target", "将12个村纳入全域旅游规划。",
		"12个 places_covered"},
	{"no target", "“百千万”培训计划培训学员300人。",
		"300人 trainees"},
	{"reference", "贫困发生率由2.7%下降到0.4%。",
		"2.7% coverage_rate reference; 0.4% coverage_rate"},
	{"reference", "比去年同期的45场增加18场。",
		"45场 activity_sessions reference; 18场 change"},
	{"reference", "补助标准为每人每月600元。",
		"600元 funds_disbursed reference each"},
	{"reference", "满意率比全省平均水平的91%高2个百分点。",
		"91% coverage_rate reference; 2个百分点 other"},
	{"no reference", "从县财政争取资金50万元。",
		"50万元 funds_received"},
	{"no reference", "由文化馆牵头举办培训班4期。",
		"4期 training_sessions"},
	{"no reference", "去年以来共建成书屋30家。",
		"30家 facilities"},
	{"each", "每场观众二三百人。",
		"二三百人 participants each"},
	{"each", "发放补贴30万元，户均1500元。",
		"30万元 funds_disbursed; 1500元 funds_disbursed each"},
	{"each", "在9个村各放映电影2场。",
		"9个 places_covered; 2场 film_screenings each"},
	{"each", "平均每家书屋藏书1200册。",
		"1200册 books each"},
	{"no each", "各类活动共举办63场。",
		"63场 activity_sessions"},
	{"no each", "每年都要开展大型演出，今年演出12场。",
		"12场 performance_sessions"},
	{"no each", "全县各乡镇文化站17个均已免费开放。",
		"17个 facilities"},
	{"change", "观众4.2万人次，同比增长12.5%。",
		"4.2万人次 participants; 12.5% change"},
	{"change", "接待读者8万人次，比上年减少6000人次，下降7%。",
		"8万人次 facility_visits; 6000人次 change; 7% change"},
	{"change", "浏览量是上年的2.3倍。",
		"2.3倍 change"},
	{"change", "两项指标分别增长3.1%和-1.2%。",
		"两项 other; 3.1% change; -1.2% change"},
	{"no change", "新增志愿者200名，增加床位30张。",
		"200名 workforce; 30张 equipment"},
	{"no change", "覆盖率提高到95%。",
		"95% coverage_rate"},
	{"no change", "农户户均增收2000元。",
		"2000元 revenue each"},
	{"state", "（3）救助困难职工8人，已完成。",
		"8人 beneficiaries done; 已完成 completion_status done"},
	{"state", "（4）慰问老党员6名、困难户12户，均已完成。",
		"6名 beneficiaries done; 12户 beneficiaries done; 均已完成 completion_status done"},
	{"state", "文化馆新馆已竣工，图书馆正在装修，博物馆尚未开工。",
		"已竣工 completion_status done; 正在装修 completion_status ongoing; 尚未开工 completion_status undone"},
	{"state", "12个项目中，已完工7个，在建3个，2个未开工。",
		"12个 projects; 已完工 completion_status done; 7个 projects part done; 在建 completion_status ongoing; 3个 projects part ongoing; 2个 projects part undone; 未开工 completion_status undone"},
	{"state", "新建球场3片，全部竣工并通过验收。",
		"3片 facilities done; 全部竣工 completion_status done"},
	{"no state", "确保年底前完成改造任务。",
		""},
	{"no state", "圆满完成各项工作任务。",
		""},
	{"no state", "已接待群众3万人次。",
		"3万人次 facility_visits"},
	{"no state", "将尽快启动二期工程建设。",
		""},
	{"damaged", "发放慰问物资折合万元，架设线路.公里。",
		"万元 funds_disbursed missing; .公里 infrastructure missing"},
	{"damaged", "举办演出XX场，观众**人次，占任务的%。",
		"XX场 performance_sessions missing; **人次 participants missing; % completion_rate missing"},
	{"no damage", "近万元善款、上万名群众。",
		"万元 funds_received; 上万名 participants"},
	{"one", "举办业务培训一期，参训40人。",
		"一期 training_sessions; 40人 trainees"},
	{"one", "办了一场文艺晚会。",
		"一场 performance_sessions"},
	{"one", "打造一支高素质队伍，建设一批文化阵地。",
		""},
	{"one", "全年未发生一起安全事故。",
		""},
	{"name", "开展“千人太极”“百场电影进社区”活动，落实八项规定。",
		""},
	{"name", "第三届“文化节”在“三馆一中心”举行，共演出5场。",
		"5场 performance_sessions"},
	{"adjacent", "帮扶脱贫户86户291人，覆盖5个乡镇12个村。",
		"86户 beneficiaries; 291人 beneficiaries; 5个 places_covered; 12个 places_covered"},
	{"ellipsis", "参演人员600人，此次观众达20000余人。",
		"600人 participants; 20000余人 participants"},
	{"ellipsis", "发放贷款31笔、465万元。",
		"31笔 other; 465万元 other"},
	{"unit first", "参加人次760人；金额（万元）：35.6。",
		"760人 participants; 35.6 funds_invested"},
	{"unit first", "支出（万元）：师资费14.6；活动费18.25。",
		"14.6 funds_invested; 18.25 funds_invested"},
	{"traditional", "開展演出21場，觀眾4萬餘人，新增圖書三千餘冊。",
		"21場 performance_sessions; 4萬餘人 participants; 三千餘冊 books"},
	{"verb", "外借图书4.2万册次，出动执法人员187人次，检查影院93家次。",
		"4.2万册次 book_loans; 187人次 workforce; 93家次 inspections"},
	{"money", "向上争取资金1.2亿元，完成投资8000万元，发放补贴260万元，实现销售收入95万元。",
		"1.2亿元 funds_received; 8000万元 funds_invested; 260万元 funds_disbursed; 95万元 revenue"},
}

func TestSentences(t *testing.T) {
	e := mustCompile(t)
	for _, s := range sentences {
		if got := describe(e, s.text); got != s.want {
			t.Errorf("%s: %s\n got %s\nwant %s", s.kind, s.text, got, s.want)
		}
	}
}

func ExampleRules() {
	for _, r := range Rules()[:2] {
		fmt.Println(r.ID)
	}
	// Output:
	// change
	// multiple
}
