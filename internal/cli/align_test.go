package cli

import "testing"

func TestColumns(t *testing.T) {
	for _, c := range []struct {
		text string
		want int
	}{
		{"", 0},
		{"abc", 3},
		{"青河县", 6},
		{"２０１９", 8},
		{"图书 500 册", 11},
		{"…", 1},
	} {
		if got := columns(c.text); got != c.want {
			t.Errorf("%q takes %d columns, want %d", c.text, got, c.want)
		}
	}
}

func TestShorten(t *testing.T) {
	for _, c := range []struct {
		text string
		n    int
		want string
	}{
		{"青河县", 6, "青河县"},
		{"青河县", 5, "青河…"},
		{"青河县", 4, "青…"},
		{"abcdef", 4, "abc…"},
	} {
		if got := shorten(c.text, c.n); got != c.want {
			t.Errorf("%q at %d columns is %q, want %q", c.text, c.n, got, c.want)
		}
	}
}

func TestAlign(t *testing.T) {
	rows := [][]string{{"地区", "合计"}, {"青河县", "12"}, {"xx区", "3.5"}}
	want := "  地区    合计\n  青河县    12\n  xx区     3.5\n"
	if got := align(rows, func(i int) bool { return i == 1 }); got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}
