package refuse

import (
	"archive/zip"
	"bytes"
	"encoding/binary"
	"strings"
	"unicode/utf16"
)

// zipWith finds a zip that holds a file of that name at its top, by its list of
// names alone; nothing is unpacked.
func zipWith(name string) func([]byte) bool {
	return func(data []byte) bool {
		if !bytes.HasPrefix(data, []byte("PK\x03\x04")) {
			return false
		}
		z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
		if err != nil { // the list stands at the end: a file cut short has its first names only
			return strings.Contains(firstNames(data), "\n"+name+"\n")
		}
		for _, f := range z.File {
			if strings.EqualFold(strings.TrimPrefix(strings.ReplaceAll(f.Name, `\`, "/"), "/"), name) {
				return true
			}
		}
		return false
	}
}

// firstNames are the names of the first files of a zip whose list is lost, as lines.
func firstNames(data []byte) string {
	names := "\n"
	for range 32 {
		if len(data) < 30 || !bytes.HasPrefix(data, []byte("PK\x03\x04")) {
			break
		}
		packed := int(binary.LittleEndian.Uint32(data[18:]))
		n, extra := int(binary.LittleEndian.Uint16(data[26:])), int(binary.LittleEndian.Uint16(data[28:]))
		if len(data) < 30+n+extra {
			break
		}
		names += string(data[30:30+n]) + "\n"
		data = data[30+n+extra:]
		if packed == 0 || packed > len(data) { // the size comes behind the file
			i := bytes.Index(data[:min(len(data), 1<<20)], []byte("PK\x03\x04"))
			if i < 0 {
				break
			}
			packed = i
		}
		data = data[packed:]
	}
	return names
}

// zipStarts finds a zip whose first file is stored and begins so, name included.
func zipStarts(s string) func([]byte) bool {
	return func(data []byte) bool {
		return bytes.HasPrefix(data, []byte("PK\x03\x04")) && len(data) > 30 && bytes.HasPrefix(data[30:], []byte(s))
	}
}

const oleMagic = "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"

// oleWith finds an OLE file whose directory has an entry of that name. The
// directory's chain is not followed: its first sector is enough, since the main
// streams stand first.
func oleWith(name string) func([]byte) bool {
	return func(data []byte) bool {
		for _, n := range oleNames(data) {
			if n == name {
				return true
			}
		}
		return false
	}
}

// oleNames are the names in the first sectors of an OLE file's directory.
func oleNames(data []byte) (names []string) {
	if len(data) < 512 || !bytes.HasPrefix(data, []byte(oleMagic)) {
		return nil
	}
	shift := binary.LittleEndian.Uint16(data[30:])
	if shift != 9 && shift != 12 {
		return nil
	}
	at := (int64(binary.LittleEndian.Uint32(data[48:])) + 1) << shift
	for range 64 {
		if at < 0 || at+128 > int64(len(data)) {
			break
		}
		entry := data[at : at+128]
		n := int(binary.LittleEndian.Uint16(entry[64:]))
		if n < 2 || n > 64 || entry[66] > 5 {
			break
		}
		units := make([]uint16, 0, 32)
		for i := 0; i+2 < n; i += 2 {
			units = append(units, binary.LittleEndian.Uint16(entry[i:]))
		}
		names = append(names, string(utf16.Decode(units)))
		at += 128
	}
	return names
}

// works finds documents of Microsoft Works, whose ending .wps is that of the
// Chinese WPS too: version 4 and later in an OLE file, older ones bare.
func works(data []byte) bool {
	return starts("\x01\xfe\x32\x00")(data) || oleWith("MatOST")(data) || oleWith("CONTENTS")(data) && !oleWith("WordDocument")(data)
}
