package cli

import "testing"

func TestByteSize(t *testing.T) {
	for _, c := range []struct {
		text string
		want byteSize // 0: refused
	}{
		{"1000", 1000},
		{"64K", 64 << 10},
		{"64k", 64 << 10},
		{"200M", 200 << 20},
		{"200MB", 200 << 20},
		{"200MiB", 200 << 20},
		{"8G", 8 << 30},
		{"0", 0}, {"-1", 0}, {"", 0}, {"M", 0}, {"5X", 0}, {"99999999999G", 0},
	} {
		var s byteSize
		err := s.Set(c.text)
		if s != c.want || (err == nil) != (c.want > 0) {
			t.Errorf("%q is %d (%v), want %d", c.text, s, err, c.want)
		}
	}
}

func TestLanguage(t *testing.T) {
	for _, c := range []struct {
		name string
		args []string
		env  map[string]string
		want lang
	}{
		{"Chinese without anything", nil, nil, chinese},
		{"Chinese in the C locale", nil, map[string]string{"LANG": "C.UTF-8"}, chinese},
		{"English in an English locale", nil, map[string]string{"LANG": "en_GB.UTF-8"}, english},
		{"LC_ALL goes before LANG", nil, map[string]string{"LC_ALL": "zh_CN.UTF-8", "LANG": "en_US"}, chinese},
		{"--lang goes before the locale", []string{"--lang", "zh"}, map[string]string{"LANG": "en_US"}, chinese},
		{"--lang=en", []string{"a.txt", "--lang=en"}, nil, english},
		{"what stands behind -- is a file", []string{"--", "--lang", "en"}, nil, chinese},
	} {
		if got := languageOf(c.args, func(k string) string { return c.env[k] }); got != c.want {
			t.Errorf("%s: got %v", c.name, got)
		}
	}
}
