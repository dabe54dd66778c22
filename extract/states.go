package extract

// phrase is a phrase of completion found in the block, with the fact it becomes.
type phrase struct {
	start, end int // runes
	clause     int
	status     Status
	all        bool // 均 全部 都: said of every member of a list
	before     bool // stands as a verb before its number
	emitted    bool
	fact       Fact
}

func (w *Worker) findStates()  { w.phrases = w.phrases[:0] }
func (w *Worker) splitTotals() {}
func (w *Worker) linkRepeats() {}
