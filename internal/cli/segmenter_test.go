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
	s, err := a.segmenter("")
	if err != nil {
		t.Fatal(err)
	}
	const text = "开展广场舞比赛和送戏下乡活动"
	var got []string
	for _, w := range s.AppendWords(nil, text) {
		got = append(got, w.Of(text))
	}
	if want := "开展 广场舞 比赛 和 送戏下乡 活动"; strings.Join(got, " ") != want {
		t.Errorf("%v, want %s", got, want)
	}
}
