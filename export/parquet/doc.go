// Package parquet writes a table as TABLE.parquet (Apache Parquet, Snappy).
//
//  1. A Schema becomes a flat parquet schema in the same order of columns, each
//     optional, so that "none" is null and never zero or "" (schema.go).
//  2. Text is STRING, integers are INT64, and numbers are DECIMAL(38,18): what
//     reads it has the number of the CSV to the digit. One scale for all columns
//     is needed since rows are written before the last number is known; 18
//     decimals hold whatever quantity.Decimal holds, 38 digits are what 16 bytes
//     hold and what other engines have as their widest exact type.
//  3. Rows are written in groups (writer.go), so that memory does not grow with
//     the table.
//
// A number of 10^20 or more does not fit; it ends the run with an error that
// says so, since neither null nor a rounded number would be true.
package parquet
