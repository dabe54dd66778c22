package archive

import (
	"archive/zip"
	"bytes"
	"context"
	"encoding/binary"
	"errors"
	"hash/crc32"
	"io/fs"
	"path"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"golang.org/x/text/encoding/simplifiedchinese"
)

// entry is a member to be packed.
type entry struct {
	name, content string
	change        func(*zip.FileHeader)
}

func packed(t testing.TB, entries ...entry) []byte {
	t.Helper()
	var b bytes.Buffer
	w := zip.NewWriter(&b)
	for _, e := range entries {
		h := &zip.FileHeader{Name: e.name, Method: zip.Deflate}
		if e.change != nil {
			e.change(h)
		}
		f, err := w.CreateHeader(h)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := f.Write([]byte(e.content)); err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func list(data []byte) (*Archive, error) { return List(bytes.NewReader(data), int64(len(data))) }

func gb(s string) string {
	out, err := simplifiedchinese.GB18030.NewEncoder().String(s)
	if err != nil {
		panic(err)
	}
	return out
}

// extra is Info-ZIP's field with the name in UTF-8 for the raw name.
func extra(raw, name string) []byte {
	field := append([]byte{1}, binary.LittleEndian.AppendUint32(nil, crc32.ChecksumIEEE([]byte(raw)))...)
	field = append(field, name...)
	out := binary.LittleEndian.AppendUint16(nil, 0x7075)
	return append(binary.LittleEndian.AppendUint16(out, uint16(len(field))), field...)
}

func TestNames(t *testing.T) {
	raw := func(h *zip.FileHeader) { h.NonUTF8 = true }
	for _, c := range []struct{ name, in, want string }{
		{"a plain name", "a/b.txt", "a/b.txt"},
		{"UTF-8 with its flag", "县区/总结.docx", "县区/总结.docx"},
		{"GB18030 without the flag", gb("县区/总结.docx"), "县区/总结.docx"},
		{"a backslash inside a GB18030 character is none", gb("誠\\報告.txt"), "誠/報告.txt"},
		{"folders of Windows", `县区\总结.docx`, "县区/总结.docx"},
		{"a way out of the archive", "../../etc/../总结.txt", "etc/总结.txt"},
		{"an absolute path", "/etc/总结.txt", "etc/总结.txt"},
		{"a drive", `C:\总结.txt`, "总结.txt"},
		{"a network drive", `\\server\总结.txt`, "server/总结.txt"},
		{"control characters", "总\x00结\n.txt", "总_结_.txt"},
		{"a turn of direction", "总结\u202etxt.exe", "总结_txt.exe"},
		{"nothing", "..", "_"},
		{"bytes of no encoding", "\xff\xff.txt", "\ufffd\ufffd.txt"},
		{"a name that no file system takes", strings.Repeat("总", 100) + ".docx", strings.Repeat("总", 65) + ".docx"},
	} {
		a, err := list(packed(t, entry{c.in, "x", raw}))
		if err != nil || a.Members[0].Name != c.want {
			t.Errorf("%s: %+v, %v, want %q", c.name, a, err, c.want)
		}
	}
}

func TestUnicodeNames(t *testing.T) {
	field := func(raw, name string) func(*zip.FileHeader) {
		return func(h *zip.FileHeader) { h.NonUTF8, h.Extra = true, extra(raw, name) }
	}
	a, err := list(packed(t,
		entry{gb("总结.txt"), "x", field(gb("总结.txt"), "縂結.txt")},
		entry{gb("报告.txt"), "x", field("another name", "wrong.txt")},
	))
	if err != nil || a.Members[0].Name != "縂結.txt" || a.Members[1].Name != "报告.txt" {
		t.Errorf("%+v, %v", a, err)
	}
}

func TestDistinctNames(t *testing.T) {
	a, err := list(packed(t, entry{name: "a.txt"}, entry{name: "a.txt"}, entry{name: "./a.txt"}, entry{name: "a (2).txt"},
		entry{name: "b"}, entry{name: "b/c.txt"}, entry{name: "folder/"}))
	if err != nil {
		t.Fatal(err)
	}
	var names []string
	for _, m := range a.Members {
		names = append(names, m.Name)
	}
	if got := strings.Join(names, "; "); got != "a.txt; a (2).txt; a (3).txt; a (2) (2).txt; b (2); b/c.txt" {
		t.Errorf("names %s", got)
	}
}

func TestDocuments(t *testing.T) {
	for name, want := range map[string]bool{"[Content_Types].xml": true, "mimetype": true, "县/[Content_Types].xml": false, "a.txt": false} {
		if a, err := list(packed(t, entry{name: name})); err != nil || a.Document != want {
			t.Errorf("with %s: %+v, %v", name, a, err)
		}
	}
}

func TestWrongArchives(t *testing.T) {
	good := packed(t, entry{"a.txt", "举办活动三场。", nil}, entry{"b.txt", "举办活动四场。", nil})
	overlapping := bytes.Clone(good) // the directory says that both are longer than the file
	for i := bytes.Index(good, []byte("PK\x01\x02")); i >= 0 && i < len(good)-46 && string(good[i:i+4]) == "PK\x01\x02"; i += 46 + 5 {
		binary.LittleEndian.PutUint32(overlapping[i+20:], uint32(len(good)-10))
	}
	for _, c := range []struct {
		name string
		data []byte
		want error
	}{
		{"the end is missing", good[:len(good)-30], ErrBroken},
		{"the start alone", good[:10], ErrBroken},
		{"nothing in it", packed(t), ErrEmpty},
		{"folders only", packed(t, entry{name: "a/"}), ErrEmpty},
		{"members that overlap", overlapping, ErrBroken},
	} {
		if _, err := list(c.data); err != c.want {
			t.Errorf("%s: %v, want %v", c.name, err, c.want)
		}
	}
}

func TestRead(t *testing.T) {
	text := strings.Repeat("举办活动三场。", 100)
	plain := packed(t, entry{"a.txt", text, func(h *zip.FileHeader) { h.Method = zip.Store }})
	flipped := bytes.Clone(plain)
	flipped[60] ^= 1
	bomb := packed(t, entry{"a.txt", strings.Repeat("0", 4<<20), nil})
	lying := bytes.Clone(bomb)
	directory := bytes.Index(bomb, []byte("PK\x01\x02"))
	binary.LittleEndian.PutUint32(lying[directory+24:], 10)
	for _, c := range []struct {
		name string
		data []byte
		want error
	}{
		{"a member", packed(t, entry{"a.txt", text, nil}), nil},
		{"a member that is not packed", plain, nil},
		{"a flipped bit", flipped, ErrDamaged},
		{"a bomb", bomb, ErrBomb},
		{"a bomb whose directory lies", lying, ErrDamaged},
		{"too large a member", packed(t, entry{"a.txt", strings.Repeat(text, 10), nil}), ErrLarge},
	} {
		a, err := list(c.data)
		if err != nil {
			t.Fatal(c.name, err)
		}
		data, err := a.Members[0].Read(context.Background(), 10_000, 200)
		if err != c.want || err == nil && string(data) != text {
			t.Errorf("%s: %d bytes, %v, want %v", c.name, len(data), err, c.want)
		}
	}
}

func TestUnreadableMembers(t *testing.T) {
	data := packed(t, entry{"a.txt", "x", nil}, entry{"b.txt", "x", func(h *zip.FileHeader) { h.SetMode(fs.ModeSymlink | 0o777) }})
	at := bytes.Index(data, []byte("PK\x01\x02"))
	set := func(offset int, v uint16) []byte {
		d := bytes.Clone(data)
		binary.LittleEndian.PutUint16(d[at+offset:], v)
		return d
	}
	for _, c := range []struct {
		name   string
		data   []byte
		member int
		want   error
	}{
		{"encrypted", set(8, 1), 0, ErrEncrypted},
		{"encrypted by AES", set(10, 99), 0, ErrEncrypted},
		{"deflate64", set(10, 9), 0, ErrMethod},
		{"a link", data, 1, ErrLink},
	} {
		a, err := list(c.data)
		if err != nil {
			t.Fatal(c.name, err)
		}
		if _, err := a.Members[c.member].Read(context.Background(), 100, 200); err != c.want {
			t.Errorf("%s: %v, want %v", c.name, err, c.want)
		}
	}
}

// A byte that was lost moves the members before their places, the first before
// the file's beginning.
func TestALostByte(t *testing.T) {
	good := packed(t, entry{"a.txt", "举办活动三场。", nil}, entry{"b.txt", "举办活动四场。", nil})
	a, err := list(slices.Delete(bytes.Clone(good), 40, 41))
	if err != nil {
		t.Fatal(err)
	}
	if data, err := a.Members[0].Read(context.Background(), 1<<20, 200); err != ErrDamaged {
		t.Errorf("read %q, %v", data, err)
	}
}

func TestReadStops(t *testing.T) {
	a, err := list(packed(t, entry{"a.txt", "x", nil}))
	if err != nil {
		t.Fatal(err)
	}
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	if _, err := a.Members[0].Read(ctx, 100, 200); !errors.Is(err, context.Canceled) {
		t.Error(err)
	}
}

// FuzzZip: no data makes a listing panic, and names are always clean, distinct and below the archive.
func FuzzZip(f *testing.F) {
	f.Add(packed(f, entry{"a/b.txt", "举办活动三场。", nil}, entry{"a/b.txt", "x", nil}))
	f.Add(packed(f, entry{gb("总结.txt"), "x", func(h *zip.FileHeader) { h.NonUTF8, h.Extra = true, extra(gb("总结.txt"), "../总结.txt") }}))
	f.Add(packed(f, entry{"C:\\..\\a\x00", strings.Repeat("0", 5000), func(h *zip.FileHeader) { h.Method = zip.Store }}))
	f.Fuzz(func(t *testing.T, data []byte) {
		a, err := list(data)
		if err != nil {
			return
		}
		seen := map[string]bool{}
		for i := range a.Members {
			m := &a.Members[i]
			if seen[m.Name] || path.Clean("/"+m.Name) != "/"+m.Name || !utf8.ValidString(m.Name) || strings.ContainsFunc(m.Name, func(r rune) bool { return r < ' ' }) {
				t.Fatalf("the name %q", m.Name)
			}
			seen[m.Name] = true
			if data, err := m.Read(context.Background(), 1<<16, 200); err == nil && len(data) > 1<<16 {
				t.Fatalf("%d bytes", len(data))
			}
		}
	})
}
