package corpus

import (
	"context"
	"fmt"
	"strings"
	"testing"
)

// TestRunPrepares: each report comes with what its worker made of it, and a panic
// there is the report's error alone.
func TestRunPrepares(t *testing.T) {
	files := map[string]string{}
	for i := range 60 {
		files[fmt.Sprintf("%02d.txt", i)] = sample + second
	}
	dir := tree(t, files)
	opts := Options{Extractor: compiled(t), Workers: 3, Prepare: func() func(*Item) {
		made := 0 // by this worker
		return func(item *Item) {
			made++
			if item.File == "07.txt" && item.Doc == 2 {
				panic("broken")
			}
			item.Prepared = fmt.Sprint(item.File, "#", item.Doc, " ", len(item.Result.Facts))
		}
	}}
	reports, failed := 0, ""
	_, err := Run(context.Background(), []string{dir}, opts, func(item *Item) error {
		if item.Err != nil {
			failed += fmt.Sprint(item.File, "#", item.Doc)
			return nil
		}
		reports++
		if want := fmt.Sprint(item.File, "#", item.Doc, " ", len(item.Result.Facts)); item.Prepared != want {
			t.Errorf("%s#%d comes with %v", item.File, item.Doc, item.Prepared)
		}
		return nil
	})
	if err != nil || reports != 119 || !strings.HasPrefix(failed, "07.txt#") {
		t.Errorf("%d reports, failed %q, %v", reports, failed, err)
	}
}
