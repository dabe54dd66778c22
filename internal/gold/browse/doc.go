// Package browse writes a comparison as one HTML page in which every error can
// be looked at in its text.
//
//  1. [Write] takes a gold.Report with the traces of its facts.
//  2. Each report's text is cut into pieces, plain or marked; marks that
//     overlap share a piece.
//  3. The page carries the two sides of every fact and its trace as JSON; a
//     script shows them beside the text, filters and moves from error to error.
//
// The page asks for nothing from outside and says so in its content policy.
// Classes are told apart by colour, by a tag and by the kind of line.
package browse
