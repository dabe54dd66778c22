package extract

// tableCell is the place of a figure in a flattened table.
type tableCell struct{ column int }

// table follows a flattened table from line to line.
type table struct{}

func (t *table) reset()                  {}
func (t *table) enter(w *Worker, i int)  {}
func (t *table) apply(c *candidate) bool { return false }
