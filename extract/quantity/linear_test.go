package quantity

import (
	"strings"
	"testing"
	"time"

	"github.com/zhaibao/zhaibao/segment"
)

// TestLinear doubles adversarial texts and asks that the time no more than about doubles.
func TestLinear(t *testing.T) {
	l := lexicon(t)
	for _, unit := range []string{"1", "一", "1,", "1 ", "1.", "1-", "1_", "*", "x", "几", "百", "万", "十", "1至", "百分之", "1/", "“1", "（1）", "第一", "一一\n", "1\n", "上千", "数百", "。1", "余", "负", "-1", "点", "一点", "零", "1万", "千分之一又", "%", ".公里", "1个半", "成", "三成", "**", "**1", "总1 ", "总1\n2", "总12 34", "2\n0", "点二亩", "零下1", "1，200人", "一、"} {
		cost := func(n int) time.Duration {
			text := strings.Repeat(unit, n/len(unit))
			best := time.Hour
			for range 3 {
				start := time.Now()
				l.Find(nil, text, segment.Span{End: len(text)})
				best = min(best, time.Since(start))
			}
			return best
		}
		for attempt := 1; ; attempt++ { // other work on the machine may spoil one measurement
			small, large := cost(1<<15), cost(1<<18)
			if large <= 40*small || large <= 50*time.Millisecond {
				break
			}
			if attempt == 4 {
				t.Errorf("%q: %v for 32 kB, %v for 256 kB", unit, small, large)
				break
			}
		}
	}
}
