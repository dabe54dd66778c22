package export

// FloatDigits is how many significant digits a float64, which is what
// spreadsheets and SQL engines keep, gives back as they were (DBL_DIG of C).
const FloatDigits = 15

// Significant counts the significant digits of a number in plain notation:
// those from the first that is not zero to the last that is not zero.
func Significant(number []byte) int {
	n, zeros := 0, 0
	for _, c := range number {
		switch {
		case c == '0' && n > 0:
			zeros++
		case c >= '1' && c <= '9':
			n, zeros = n+zeros+1, 0
		}
	}
	return n
}
