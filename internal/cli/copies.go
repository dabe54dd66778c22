package cli

import (
	"fmt"
	"io"
)

// printCopies counts the copies among the reports, where there are any.
func (s *summary) printCopies(w io.Writer) {
	if n := s.stats.Copies; n > 0 {
		fmt.Fprintf(w, s.lang.say("其中 %d 份是副本（逐字相同 %d 份，只取一遍数据），不计入合计，见 documents 的 copied_from\n",
			"%d of the reports are copies (%d the same to the byte); they enter no sum, see copied_from in documents\n"), n, s.stats.Exact)
	}
	if n := s.stats.Echoes; n > 0 {
		fmt.Fprintf(w, s.lang.say("%d 条数据与另一地区的报告逐字逐数相同，见 facts 的 copied_from、copied_by\n",
			"%d facts stand word for word in another place's report, see copied_from and copied_by in facts\n"), n)
	}
}
