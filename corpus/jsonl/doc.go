// Package jsonl reads texts from JSON: one object a line (.jsonl, .ndjson), an
// array of objects or a single one (.json).
//
//  1. Objects are read one after another; text that is not JSON is an error
//     with its line, and nothing of the file is read then.
//  2. Each object's text is the field that Options names, or one called text,
//     content, body, 正文, 内容, …; a list of strings is its paragraphs. An object
//     without text is passed over, a file without any is an error.
//  3. Each text is a corpus.Part; title, region, org and period come from fields
//     of such names (package internal/sheet).
package jsonl
