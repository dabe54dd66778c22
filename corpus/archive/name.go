package archive

import (
	"archive/zip"
	"encoding/binary"
	"fmt"
	"hash/crc32"
	"path"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/encoding/simplifiedchinese"
)

// decodedName is a member's name in UTF-8.
func decodedName(f *zip.File) string {
	if name, ok := unicodeName(f.Extra, f.Name); ok {
		return name
	}
	if utf8.ValidString(f.Name) {
		return f.Name
	}
	name, err := simplifiedchinese.GB18030.NewDecoder().String(f.Name)
	if err != nil {
		name = f.Name
	}
	return strings.ToValidUTF8(name, "\ufffd")
}

// unicodePath is Info-ZIP's extra field for the name in UTF-8: a version, the
// CRC-32 of the name that it is of, the name (APPNOTE.TXT 4.6.9).
const unicodePath = 0x7075

func unicodeName(extra []byte, raw string) (string, bool) {
	for len(extra) >= 4 {
		id, size := binary.LittleEndian.Uint16(extra), int(binary.LittleEndian.Uint16(extra[2:]))
		extra = extra[4:]
		if size > len(extra) {
			break
		}
		field := extra[:size]
		extra = extra[size:]
		if id != unicodePath || size < 6 || field[0] != 1 || binary.LittleEndian.Uint32(field[1:]) != crc32.ChecksumIEEE([]byte(raw)) {
			continue
		}
		name := string(field[5:])
		return name, utf8.ValidString(name)
	}
	return "", false
}

const (
	maxPart = 200 // bytes of a folder's or a file's name
	maxName = 900
)

// clean makes a path below the archive of a name: no drive, no leading slash,
// no . and .., no control characters; parts that no file system takes are cut.
func clean(name string) string {
	name = strings.ReplaceAll(name, "\\", "/")
	if len(name) >= 2 && name[1] == ':' && unicode.IsLetter(rune(name[0])) {
		name = name[2:]
	}
	var parts []string
	for part := range strings.SplitSeq(name, "/") {
		part = strings.Map(visible, part)
		if part == "" || strings.Trim(part, ". ") == "" {
			continue
		}
		parts = append(parts, shortened(part))
	}
	if len(parts) == 0 {
		return "_"
	}
	for len(parts) > 1 && len(strings.Join(parts, "/")) > maxName {
		parts = parts[1:]
	}
	return strings.Join(parts, "/")
}

// visible replaces what does not belong into a name: control characters, and
// those that turn the direction of a text.
func visible(r rune) rune {
	if unicode.IsControl(r) || unicode.Is(unicode.Bidi_Control, r) {
		return '_'
	}
	return r
}

// shortened cuts a part in front of its ending.
func shortened(part string) string {
	if len(part) <= maxPart {
		return part
	}
	ext := path.Ext(part)
	if len(ext) > 16 {
		ext = ""
	}
	n := maxPart - len(ext)
	for n > 0 && !utf8.RuneStart(part[n]) {
		n--
	}
	return part[:n] + ext
}

// distinguish numbers names that stand twice, or that are also a folder's: a (2).txt.
func distinguish(members []Member) {
	taken := map[string]bool{}
	for _, m := range members {
		for dir := path.Dir(m.Name); dir != "." && !taken[dir]; dir = path.Dir(dir) {
			taken[dir] = true
		}
	}
	last := map[string]int{} // the number that a name was given last
	for i := range members {
		m := &members[i]
		name, ext := m.Name, path.Ext(m.Name)
		for n := max(last[m.Name], 1) + 1; taken[name]; n++ {
			name = fmt.Sprintf("%s (%d)%s", strings.TrimSuffix(m.Name, ext), n, ext)
			last[m.Name] = n
		}
		taken[name] = true
		m.Name = name
	}
}
