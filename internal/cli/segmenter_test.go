package cli

import (
	"io"
	"strings"
	"testing"

	"github.com/zhaibao/zhaibao/metrics/terms"
	"github.com/zhaibao/zhaibao/segment/fast"
)

func TestFieldWordsAreLackingElsewhere(t *testing.T) {
	words, err := fast.ReadWords(strings.NewReader(terms.FieldWords), "words.txt")
	if err != nil || len(words) < 50 {
		t.Fatal(len(words), err)
	}
	for _, w := range words {
		if fast.Default().Known(w.Text) {
			t.Errorf("the dictionary has %s already", w.Text)
		}
	}
}

func TestSegmenterOfTheCommandLine(t *testing.T) {
	a := &app{Streams: Streams{Err: io.Discard}}
	const text = "开展广场舞比赛和送戏下乡活动"
	for _, c := range []struct {
		files []string
		want  string
	}{
		{nil, "开展 广场舞 比赛 和 送戏下乡 活动"},
		{[]string{catalogWords}, "开展 广场舞比赛 和 送戏下乡 活动"},
	} {
		s, err := a.segmenter(c.files)
		if err != nil {
			t.Fatal(err)
		}
		var got []string
		for _, w := range s.AppendWords(nil, text) {
			got = append(got, w.Of(text))
		}
		if strings.Join(got, " ") != c.want {
			t.Errorf("with %v: %v, want %s", c.files, got, c.want)
		}
	}
}
