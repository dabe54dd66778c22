package synth

import (
	"crypto/sha256"
	"encoding/hex"
	"flag"
	"fmt"
	"os"
	"strings"
	"testing"

	"github.com/zhaibao/zhaibao/corpus"
	"github.com/zhaibao/zhaibao/extract"
	"github.com/zhaibao/zhaibao/segment"
)

var update = flag.Bool("update", false, "rewrite fails.txt and frames.sum")

const (
	failsFile = "testdata/frames/fails.txt"
	sumFile   = "testdata/frames/frames.sum"
	failsHead = `# The frames that the extraction does not read right, with the first errors of six draws of the frame alone in a report:
# id, kind of error, the figure, what it should be, what was read. Written by go test ./internal/synth -run Frames -update;
# a line may go when the frame is read right, never because the frame was changed.
`
)

// TestFramesAreFixed: rules are written against what bureaus write, not the frames against the rules.
func TestFramesAreFixed(t *testing.T) {
	data, err := os.ReadFile(framesFile)
	if err != nil {
		t.Fatal(err)
	}
	sum := sha256.Sum256([]byte(strings.ReplaceAll(string(data), "\r\n", "\n")))
	got := hex.EncodeToString(sum[:]) + "\n"
	if *update {
		if err := os.WriteFile(sumFile, []byte(got), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(sumFile)
	if err != nil {
		t.Fatal(err)
	}
	if got != strings.ReplaceAll(string(want), "\r\n", "\n") {
		t.Errorf("frames.txt has changed. Frames are added at the end of a bureau and never edited; after adding some, run this test with -update")
	}
}

// marked are the frames of fails.txt.
func marked(t testing.TB) map[string]bool {
	t.Helper()
	data, err := os.ReadFile(failsFile)
	if err != nil {
		t.Fatal(err)
	}
	ids := map[string]bool{}
	for line := range strings.Lines(string(data)) {
		if !strings.HasPrefix(line, "#") {
			id, _, _ := strings.Cut(line, "\t")
			ids[id] = true
		}
	}
	return ids
}

func TestFramesCoverTheCatalogue(t *testing.T) {
	f := frames(t)
	metrics, cat := map[string]bool{}, extractor(t).Catalog()
	for _, frame := range f.List {
		for _, token := range append(frame.opening, frame.body...) {
			if token.slot == nil {
				continue
			}
			metrics[token.slot.metric] = true
			m, ok := cat.Lookup(token.slot.metric)
			if !ok {
				t.Errorf("frame %s: no metric %s", frame.ID, token.slot.metric)
			} else if cat.Metrics[m].Additive == notAdditive[token.slot.metric] {
				t.Errorf("%s: the truth and the catalogue differ on whether it may be summed", token.slot.metric)
			}
		}
	}
	fails := marked(t)
	t.Logf("%d frames over %d metrics, %d of them marked as failing", len(f.List), len(metrics), len(fails))
	if len(f.List) < 150 || len(metrics) < 20 {
		t.Error("fewer than 150 frames or 20 metrics")
	}
}

// alone reads one draw of a frame that stands alone in a report.
func alone(t testing.TB, f *Frames, frame *Frame, n int, w *extract.Worker, ex *extract.Extractor) []Error {
	t.Helper()
	file, err := f.Single(frame, n)
	if err != nil {
		t.Fatal(err)
	}
	all := segment.Span{Start: 0, End: len(file.Text)}
	item := &corpus.Item{Meta: corpus.Describe(file.Text, all, file.Name), Document: new(segment.Document), Result: new(extract.Result)}
	item.Document.Parse(file.Text, all)
	w.Extract(extract.Report{Doc: item.Document, Period: item.Period}, item.Result)
	return Judge(ex.Catalog(), &file.Reports[0], item)
}

// TestFramesAlone: a frame that is not marked is read right in every draw.
func TestFramesAlone(t *testing.T) {
	f, ex := frames(t), extractor(t)
	w, fails := ex.NewWorker(), map[string]bool{}
	if !*update {
		fails = marked(t)
	}
	var now []string
	var list strings.Builder
	list.WriteString(failsHead)
	for i := range f.List {
		frame := &f.List[i]
		seen := map[string]bool{}
		for n := range 6 {
			for _, e := range alone(t, f, frame, n, w, ex) {
				if e.Hard && !seen[e.Kind+e.Want[:min(12, len(e.Want))]] {
					seen[e.Kind+e.Want[:min(12, len(e.Want))]] = true
					fmt.Fprintf(&list, "%s\t%s\t%s\t%s\t%s\n", frame.ID, e.Kind, e.Text, e.Want, e.Got)
					if !fails[frame.ID] && !*update {
						t.Errorf("frame %s, draw %d: %s at %s: got %q, want %q", frame.ID, n, e.Kind, e.Text, e.Got, e.Want)
					}
				}
			}
		}
		if len(seen) == 0 && fails[frame.ID] {
			now = append(now, frame.ID)
		}
	}
	if *update {
		if err := os.WriteFile(failsFile, []byte(list.String()), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	if len(now) > 0 {
		t.Logf("marked in fails.txt and now read right (run with -update to take the marks off): %s", strings.Join(now, " "))
	}
}
