package gold

import (
	"math"
	"testing"
	"unicode/utf8"
)

func TestParseFloatReadsWhatTheReferenceReads(t *testing.T) {
	tests := []struct {
		in   string
		want float64
		ok   bool
	}{
		{"12", 12, true}, {" -0.5\t", -0.5, true}, {"+3", 3, true}, {"1e3", 1000, true}, {".5", 0.5, true},
		{"5.", 5, true}, {"1_000", 1000, true}, {"１２．５", 0, false}, {"１２.５", 12.5, true},
		{"inf", math.Inf(1), true}, {"1e999", math.Inf(1), true},
		{"", 0, false}, {"0x10", 0, false}, {"0x1p4", 0, false}, {"1__0", 0, false}, {"_1", 0, false},
		{"1_", 0, false}, {"1,000", 0, false}, {"十", 0, false}, {"1 2", 0, false},
	}
	for _, test := range tests {
		if got, ok := parseFloat(test.in); ok != test.ok || ok && got != test.want {
			t.Errorf("parseFloat(%q) = %v, %v; want %v, %v", test.in, got, ok, test.want, test.ok)
		}
	}
}

func TestNear(t *testing.T) {
	tests := []struct {
		name          string
		marked, found string
		loose, want   bool
	}{
		{"two absent numbers are equal", "", "", false, true},
		{"zero is not absent", "0.0", "", false, false},
		{"absent is not zero", "", "0", false, false},
		{"spelling does not count", "1200.0", "1.2e3", false, true},
		{"a billionth is allowed", "1e9", "1000000001", false, true},
		{"more than a billionth is not", "1e9", "1000000002", false, false},
		{"small numbers have the tolerance of 1", "0.5", "0.500000001", false, true},
		{"a fraction is loose", "0.333333", "0.33333333", true, true},
		{"but not that loose", "0.333333", "0.3333", true, false},
		{"no number is equal to nothing", "1", "one", false, false},
	}
	for _, test := range tests {
		if got := near(test.marked, test.found, test.loose); got != test.want {
			t.Errorf("%s: near(%q, %q) = %v", test.name, test.marked, test.found, got)
		}
	}
}

func TestShowNumber(t *testing.T) {
	tests := []struct{ in, want string }{
		{"", "None"}, {"12", "12"}, {"-3", "-3"}, {"12.50", "12.5"}, {"12.0", "12.0"}, {"1e3", "1000.0"},
		{"0.00001", "1e-05"}, {"0.0001", "0.0001"}, {"1e16", "1e+16"}, {"9999999999999998.0", "9999999999999998.0"},
		{"18000000.0", "18000000.0"}, {"-inf", "-inf"}, {"1e999", "inf"}, {"many", "many"},
	}
	for _, test := range tests {
		if got := showNumber(test.in); got != test.want {
			t.Errorf("showNumber(%q) = %q, want %q", test.in, got, test.want)
		}
	}
}

func TestRoundTakesTheBinaryValue(t *testing.T) {
	tests := []struct {
		v      float64
		places int
		want   float64
	}{
		{0.03125, 4, 0.0312}, {0.09375, 4, 0.0938}, {2.675, 2, 2.67}, {0.0625, 3, 0.062}, {2.0 / 3, 4, 0.6667}, {1, 4, 1},
	}
	for _, test := range tests {
		if got := round(test.v, test.places); got != test.want {
			t.Errorf("round(%v, %d) = %v, want %v", test.v, test.places, got, test.want)
		}
	}
}

func TestFoldUnit(t *testing.T) {
	tests := []struct{ in, want string }{
		{"畝", "亩"}, {"場 次", "场次"}, {"億　元", "亿元"}, {"㎡", "平方米"}, {"塊", "元"},
		{"人（次）", "人"}, {"％", "%"}, {"个百分点", "百分点"}, {"個百分點", "百分点"}, {"", ""}, {"公里", "公里"},
	}
	for _, test := range tests {
		if got := foldUnit(test.in); got != test.want {
			t.Errorf("foldUnit(%q) = %q, want %q", test.in, got, test.want)
		}
	}
	if a, b := utf8.RuneCountInString(traditional), utf8.RuneCountInString(simplified); a != b {
		t.Errorf("%d traditional characters, %d simplified", a, b)
	}
}
