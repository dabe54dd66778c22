// Package catalog holds the metrics and the vocabulary: data without logic.
//
//  1. data/ is where people write: metrics.yaml, units.yaml, words*.yaml (one
//     file a field of work; the first is common to all), numeral_words.txt (words that hold a numeral without counting) and
//     fold.txt (traditional characters and their simplified forms, selected
//     from OpenCC's table, Apache-2.0).
//  2. `go generate ./extract/catalog` turns the YAML into zcatalog.go, so that
//     nothing is parsed at start-up; a test says when it is stale.
//  3. Builtin returns the catalogue; Check finds unknown codes and classes.
//  4. Load reads a user's file beside it, from the nodes of its YAML (node.go,
//     user.go), so that every problem has a line, a column and what was
//     expected. extend.go, units.go and words.go put the two together: new
//     metrics, units and words come last, so that the built-in ones keep their
//     numbers; words that a user points elsewhere leave their built-in group.
//  5. Patterns and examples are data here; extract.Compile holds the catalogue to
//     them.
package catalog
