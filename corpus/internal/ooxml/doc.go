// Package ooxml opens the packages of Office Open XML (ECMA-376, ISO/IEC
// 29500, in its transitional and its strict form) for the readers of .docx and
// .xlsx.
//
//  1. Is tells a package's kind from the names in its zip directory, Encrypted
//     one that is locked with a password (detect.go).
//  2. Open looks at the directory: no encrypted member, no name that leads out
//     of the archive, not too many of them (package.go). Nothing is inflated yet.
//  3. Scan streams one part. Bytes and ratio are counted while they are
//     inflated, the checksum is compared at the end (inflate.go).
//  4. A Scanner walks the part's elements without building a tree (scan.go). It
//     refuses document type declarations, so there are no entities but the five
//     of XML, counts the depth and asks the context now and then.
//  5. Relations leads from a part to those that it names (relations.go).
//
// A part that is damaged anywhere is an error; none is read by half.
package ooxml
