package ooxml

import (
	"bytes"
	"encoding/binary"
	"strings"
)

// What Is looks at, at most.
const (
	headBytes  = 64 << 10
	tailBytes  = 64<<10 + 22 // the end of a zip directory with its comment
	indexBytes = 1 << 20     // of the zip directory
)

const contentTypes = "[Content_Types].xml"

// Is reports whether data is a package with parts below folder ("word/"): its
// zip directory names them and the list of content types. Where the directory
// is lost the first members are asked, so that a file cut short is called by
// its kind.
func Is(data []byte, folder string) bool {
	if !bytes.HasPrefix(data, []byte("PK\x03\x04")) {
		return false
	}
	if dir := directory(data); dir != nil {
		return names(dir, "PK\x01\x02", 46, 28, folder)
	}
	return names(data[:min(len(data), headBytes)], "PK\x03\x04", 30, 26, folder)
}

// directory is the beginning of the zip directory, nil where it is lost.
func directory(data []byte) []byte {
	tail := data[max(0, len(data)-tailBytes):]
	at := bytes.LastIndex(tail, []byte("PK\x05\x06"))
	if at < 0 || len(tail)-at < 22 {
		return nil
	}
	size := int(binary.LittleEndian.Uint32(tail[at+12:]))
	end := len(data) - len(tail) + at
	if size > end {
		return nil
	}
	return data[end-size : min(end, end-size+indexBytes)]
}

// names reports whether the zip headers in data name a part below folder and
// the content types; a header has its name at byte at, the name's length at byte size.
func names(data []byte, magic string, at, size int, folder string) bool {
	part, types := false, false
	for !part || !types {
		i := bytes.Index(data, []byte(magic))
		if i < 0 || len(data)-i < at {
			return false
		}
		data = data[i:]
		n := int(binary.LittleEndian.Uint16(data[size:]))
		name := clean(string(data[at:min(len(data), at+n)]))
		part = part || strings.HasPrefix(name, folder) && !strings.HasSuffix(name, "/")
		types = types || name == clean(contentTypes)
		data = data[min(len(data), at+n):]
	}
	return true
}

// clean is the key of a part's name: these do not depend on case, and some
// programs write them with backslashes.
func clean(name string) string {
	return strings.ToLower(strings.TrimPrefix(strings.ReplaceAll(name, `\`, "/"), "/"))
}

const compoundMagic = "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"

// Encrypted reports whether data is an Office file under a password: a compound
// file ([MS-CFB]) with the stream EncryptedPackage ([MS-OFFCRYPTO] 2.3.4.4).
// It follows the directory's chain for some sectors as the table of sectors has it.
func Encrypted(data []byte) bool {
	const header, entry, look = 512, 128, 64
	if len(data) < header || !bytes.HasPrefix(data, []byte(compoundMagic)) {
		return false
	}
	shift := binary.LittleEndian.Uint16(data[30:])
	if shift != 9 && shift != 12 {
		return false
	}
	size := 1 << shift
	sector := func(n uint32) []byte {
		from := (int64(n) + 1) << shift
		if from < 0 || from+int64(size) > int64(len(data)) {
			return nil
		}
		return data[from : from+int64(size)]
	}
	at := binary.LittleEndian.Uint32(data[48:])
	for range look {
		dir := sector(at)
		for ; len(dir) >= entry; dir = dir[entry:] {
			if bytes.HasPrefix(dir, []byte("E\x00n\x00c\x00r\x00y\x00p\x00t\x00e\x00d\x00P\x00a\x00c\x00k\x00a\x00g\x00e\x00\x00\x00")) {
				return true
			}
		}
		perTable := uint32(size / 4)
		if at/perTable >= 109 { // the tables that the header names
			return false
		}
		table := sector(binary.LittleEndian.Uint32(data[76+4*(at/perTable):]))
		if table == nil {
			return false
		}
		at = binary.LittleEndian.Uint32(table[4*(at%perTable):])
	}
	return false
}
