package terms

import "testing"

func TestWordsAreCountedByGroup(t *testing.T) {
	o := Options{Segmenter: newToy("演出 文化 观众"), StopWords: ReadStopWords("共")}
	table := tableOf(t, o,
		reportOf("青河县", "2019H1", "演出12场，观众3000人次。文化演出。"),
		reportOf("青河县", "2019H1", "2019年演出多。"),
		reportOf("白沙县", "2019H1", "观众多。"),
	)
	type cell struct{ count, reports int }
	got := map[string]cell{}
	table.Terms(func(r *TermRow) error {
		got[r.Region+" "+r.Text] = cell{r.Count, r.Reports}
		return nil
	})
	want := map[string]cell{"青河县 演出": {3, 2}, "青河县 观众": {1, 1}, "青河县 文化": {1, 1}, "白沙县 观众": {1, 1}}
	if len(got) != len(want) {
		t.Errorf("%v", got)
	}
	for k, c := range want {
		if got[k] != c {
			t.Errorf("%s: %v, want %v", k, got[k], c)
		}
	}
}
