// Package quantity finds numerals in Chinese text before anything else is
// known of it, and reads them exactly.
//
//  1. Compile makes a Lexicon of a catalogue's units, of the words that hold a
//     numeral without counting (统一, 十四五) and of the marks of approximation.
//  2. Scan walks once over folded text. Where a digit, a Chinese numeral or a
//     mask starts it reads the longest numeral (number.go, digits.go), then a
//     fraction (fraction.go), the unit (unit.go) and a second end (interval.go).
//  3. Marks inside and around the numeral give its bound and its interval.
//  4. What counts nothing gets its reason: date, ordinal, name, … (reason.go,
//     ordinal.go, threshold.go). Lost and masked numbers are found by what they
//     left behind (damage.go), numbers broken by a blank or a line end are
//     joined where that is certain (broken.go), and markup and page numbers
//     glued to a numeral are told from it (layout.go).
//
// Values are Decimals: an int64 coefficient and a decimal exponent, never a
// float. A numeral that does not fit has no value.
package quantity
