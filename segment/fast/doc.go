// Package fast is the built-in word segmenter: the cheapest path through the
// words of a dictionary, as gse.Cut finds it, at several times its speed and
// without an allocation a document.
//
//  1. A text is read as units: a character, a run of Latin letters and digits
//     (12.5 and 1,200 are one), a run of blanks. A unit that no word has is a
//     word by itself, and words end at it.
//  2. Between such units every unit begins words of the dictionary; a double
//     array (package dict) tells which. A word costs log2(total/frequency), a
//     single character as much as a word of frequency 2, one that is no word 32
//     bits. The cheapest path is found by Viterbi's algorithm (window.go), of
//     equally cheap ones that whose last word is longest.
//  3. Where no word reaches across a place, every path passes it: the words up
//     to there are settled. A stretch without such a place is cut after 256
//     units, so that time is linear and memory constant.
//  4. The dictionary is stored in zh.bin (see NOTICE.md for where its words come
//     from) and loaded when it is first asked for. New adds a user's words to a
//     copy of it.
package fast
