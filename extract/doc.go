// Package extract turns a segmented report into typed facts.
//
// The way of a report:
//
//  1. Compile makes an Extractor of a catalogue: the vocabulary goes into one
//     trie, each word with the metrics it points to for each class of unit
//     (catalogue) and the part it can play in a sentence (cues.go).
//  2. A Worker takes one report after another. It reads the headlines once to
//     know which blocks speak of plans (scope.go).
//  3. Each block is analysed: numerals by package quantity, words between
//     them, clauses (block.go).
//  4. Every numeral that may be a figure becomes a candidate with the text
//     that belongs to it (candidates.go). In flattened tables that text is
//     the row's label, and the column tells the role (table.go).
//  5. The ordered Rules decide what the candidate measures; the first that
//     applies wins and the fact names it (rules.go, and change.go, ratio.go,
//     money.go, parts.go, nouns.go). A numeral no rule takes stays unexplained.
//  6. Ordered choices decide role and basis (role.go, basis.go); the noun
//     phrase becomes the label (label.go).
//  7. Phrases of completion are found and give their state to the figures they
//     speak of (states.go, admit.go, spread.go). Figures that add up to a
//     total before them become its parts.
//  8. Facts, numerals and gaps go to the Result in the order of the text
//     (emit.go); repeats, parts and results are linked (links.go).
//
// Everything is linear in the text: a rule looks back at most reach runes.
// A user's catalogue (catalog.Load) may have patterns, which are tried before the
// rules on the clauses that hold a candidate (own.go, ownrun.go), and examples,
// to which Compile holds it (owncheck.go). Their engine is package extract/pattern.
//
// Explain is the same path with every rule asked about every candidate.
package extract
