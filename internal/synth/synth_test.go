package synth

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"
)

func TestSlots(t *testing.T) {
	for _, c := range []struct{ what, text, want string }{
		{"a plain figure", "{#场|60|activity_sessions}", "60场: 60 [60, 60] 场 exact"},
		{"a unit is converted", "{#公里|12.5|infrastructure}", "12.5公里: 12500 [12500, 12500] 米 exact"},
		{"a multiplier", "{#万元|3.6|funds_invested}", "3.6万元: 36000 [36000, 36000] 元 exact"},
		{"余 before the unit", "{#余场|120|activity_sessions}", "120余场: 120 [120, 130] 场 over"},
		{"余 after the multiplier", "{#万余人次|1.2|participants}", "1.2万余人次: 12000 [12000, 13000] 人次 over"},
		{"余 before the multiplier", "{#余万元|420|funds_invested}", "420余万元: 4200000 [4200000, 4300000] 元 over"},
		{"a mark for no upper end", "{#人|50|trainees over}", "50人: 50 [50, ] 人 over"},
		{"a mark for no lower end", "{#万人|3|participants under}", "3万人: 30000 [, 30000] 人 under"},
		{"about has no ends", "{#万人|3|participants about}", "3万人: 30000 [, ] 人 about"},
		{"a range", "{#至#万元|10,5|funds_invested}", "10至15万元: 100000 [100000, 150000] 元 range"},
		{"a vague figure", "{十几个|11~19|projects}", "十几个: 11 [11, 19] 个 about"},
		{"no upper end claimed", "{上千件|1000~|projects}", "上千件: 1000 [1000, ] 件 over"},
		{"Chinese numerals", "{#期|cn:12|training_sessions}", "十二期: 12 [12, 12] 期 exact"},
		{"full-width digits", "{#元|fw:12.5|funds_invested}", "１２．５元: 12.5 [12.5, 12.5] 元 exact"},
		{"commas", "{#元|comma:210000|funds_invested}", "210,000元: 210000 [210000, 210000] 元 exact"},
		{"a lost number", "{万元||funds_invested lost}", "万元:  [, ] 元  missing missing"},
		{"a masked number", "{XX户||beneficiaries masked}", "XX户:  [, ] 户  missing masked"},
		{"a decrease", "{#%|3|change minus}", "3%: -3 [-3, -3] % exact not_additive"},
		{"two units, the first counts", "{#台（套）|7|equipment}", "7台（套）: 7 [7, 7] 台 exact"},
		{"a part", "{#场|a=60|film_screenings}{#场|a*0.5..0.5|film_screenings part}", "60场: 60 [60, 60] 场 exact; 30场: 30 [30, 30] 场 exact part of 0"},
		{"a remainder", "{#座|a=9|facilities}{#座|b=4|facilities}{#座|a-b|facilities}", "9座: 9 [9, 9] 座 exact; 4座: 4 [4, 4] 座 exact; 5座: 5 [5, 5] 座 exact"},
		{"said again rounded down", "{#人|a=12860|trainees}{#万余人|a/10000:1|trainees same}", "12860人: 12860 [12860, 12860] 人 exact; 1.2万余人: 12000 [12000, 13000] 人 over repeated of 0"},
		{"a share", "{#场|a=2|film_screenings}{#场|b=3|film_screenings target}{#%|a%b:1|completion_rate}", "2场: 2 [2, 2] 场 exact; 3场: 3 [3, 3] 场 exact target; 66.7%: 66.7 [66.7, 66.7] % exact not_additive"},
	} {
		list, err := tokens(c.text, false)
		if err != nil {
			t.Errorf("%s: %v", c.what, err)
			continue
		}
		d := drawing{rng: rand.New(rand.NewPCG(1, 1)), words: strings.NewReplacer(), seen: map[string]drawn{}}
		d.put(list)
		var got []string
		for i, f := range d.facts {
			s := strings.TrimSpace(fmt.Sprintf("%s: %s [%s, %s] %s %s %s %s", f.Text, Plain(f.Value), Plain(f.Low), Plain(f.High), f.Base, f.Bound, f.Reason, f.Gap))
			if f.Of >= 0 && i > 0 {
				s += fmt.Sprintf(" of %d", f.Of)
			}
			got = append(got, s)
		}
		if s := strings.Join(got, "; "); s != c.want || d.err != nil {
			t.Errorf("%s:\n got %s (%v)\nwant %s", c.what, s, d.err, c.want)
		}
	}
}

func TestBrokenFrames(t *testing.T) {
	const head = "@bureau\t文旅\t文化和旅游局\n"
	for _, c := range []struct{ what, text, want string }{
		{"columns", "a\t文旅\ttext", "f:2: 3 columns"},
		{"a bureau that is not there", "a\t水利\ts\ttext", "no @bureau line for 水利"},
		{"an id twice", "a\t文旅\ts\ttext\na\t文旅\ts\ttext", "f:3: the id a stands twice"},
		{"an open slot", "a\t文旅\ts\t{#场|1", "no } after"},
		{"a slot without metric", "a\t文旅\ts\t{#场|1| }", "no metric"},
		{"an unknown attribute", "a\t文旅\ts\t{#场|1|projects parts}", `unknown attribute "parts"`},
		{"a range the wrong way round", "a\t文旅\ts\t{#场|9..1|projects}", "bad range"},
		{"letters for a number", "a\t文旅\ts\t{#场|1x|projects}", "invalid syntax"},
	} {
		_, err := ReadFrames("f", head+c.text)
		if err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%s: %v, want %q", c.what, err, c.want)
		}
	}
}

func TestHanzi(t *testing.T) {
	for n, want := range map[int64]string{
		2: "两", 10: "十", 12: "十二", 20: "二十", 105: "一百零五", 110: "一百一十", 1020: "一千零二十", 1203: "一千二百零三",
		10000: "一万", 20305: "二万零三百零五", 120000: "十二万",
	} {
		if got := hanzi(n); got != want {
			t.Errorf("%d is %s, want %s", n, got, want)
		}
	}
}

func TestCountiesDiffer(t *testing.T) {
	if _, err := counties(1950); err != nil {
		t.Error(err)
	}
	if _, err := counties(100000); err == nil {
		t.Error("more counties than names")
	}
}
