// Package jsonl reads texts from JSON: one object a line (.jsonl, .ndjson), an
// array of objects or a single one (.json).
//
//  1. Objects are read one after another; text that is not JSON is an error
//     with its line, and nothing of the file is read then.
//  2. Each object's text is the field that Options names, or one called text,
//     content, body, 正文, 内容, …, else those called 工作总结, 上半年小结, … that hold
//     at least 20 Han characters; a list of strings is its paragraphs. An object
//     without text is passed over, a file without any is an error that lists its
//     fields.
//  3. Each text is a corpus.Part; its title, place, body and period come from
//     fields such as title, 乡镇, 单位, 年度 (package internal/sheet lists the names).
package jsonl
