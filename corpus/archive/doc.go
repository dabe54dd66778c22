// Package archive lists zip archives and unpacks their members within bounds.
//
//  1. List reads an archive's directory: at most 16 MiB and 100,000 members, which
//     do not overlap. It tells an archive from a document that is a zip inside
//     (docx, xlsx, odt).
//  2. A member's name is decoded: the Unicode name of Info-ZIP's extra field,
//     UTF-8, else GB18030, which Chinese programs write without saying so. Then
//     it is cleaned, so that it stays below the archive, and made unlike any other.
//  3. Member.Read unpacks one member into memory, bounded in bytes and in bytes
//     per packed byte, and checks its sum.
//
// Nothing is written to disk.
package archive
