// Package catalog holds the metrics and the vocabulary: data without logic.
//
//  1. data/ is where people write: metrics.yaml, units.yaml, words*.yaml (one
//     file a field of work; the first is common to all), numeral_words.txt (words that hold a numeral without counting) and
//     fold.txt (traditional characters and their simplified forms, selected
//     from OpenCC's table, Apache-2.0).
//  2. `go generate ./extract/catalog` turns the YAML into zcatalog.go, so that
//     nothing is parsed at start-up; a test says when it is stale.
//  3. Builtin returns the catalogue; Add reads more of it from a user's file,
//     strictly; Check finds unknown codes and classes.
package catalog
