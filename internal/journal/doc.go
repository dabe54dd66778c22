// Package journal keeps what work came to on disk, so that a later run need not
// do it again.
//
//  1. A journal is one file: a line that says what it is and for whom (a key),
//     then records, each a header and a payload with checksums. Records are only
//     ever put at the end, in one write each.
//  2. Open reads the headers. What a process that was killed left half-written
//     at the end is cut off; a journal of another key starts anew.
//  3. A record is found by the ID of its source, and by its content where the
//     source was moved. The last record of an ID counts. Quick says whether size
//     and time alone prove that the source is the same.
//  4. Read reads a record and checks it; a damaged one is an error, never data.
//  5. Finish drops what no source of this run needed, once that is most of it.
package journal
