// Package sqlite writes all tables of a run into one SQLite 3 database,
// extract.sqlite, without cgo.
//
//  1. A book opens the database and one transaction for the whole run (book.go).
//  2. Each Schema becomes a table of the same columns (table.go): text is TEXT,
//     integers are INTEGER, "none" is NULL. Where region, period or metric are
//     columns they have an index.
//  3. Columns of numbers have no type of their own, so that every cell keeps the
//     one that holds it exactly (value.go): INTEGER for whole numbers of 64 bits,
//     REAL up to 15 significant digits, which a float64 gives back as they were,
//     and TEXT beyond, which typeof(value) = 'text' finds. A column declared
//     NUMERIC or REAL would round them without a word.
//  4. SQLite allows 2000 columns: a wider table goes on in wide_2, row by row
//     under the same rowid.
package sqlite
