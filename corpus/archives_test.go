package corpus

import (
	"archive/zip"
	"bytes"
	"context"
	"errors"
	"fmt"
	"maps"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"github.com/zhaibao/zhaibao/corpus/archive"
)

// zipped packs files in the order of their names.
func zipped(files map[string]string) string {
	var b bytes.Buffer
	w := zip.NewWriter(&b)
	for _, name := range slices.Sorted(maps.Keys(files)) {
		f, err := w.Create(name)
		if err == nil {
			_, err = f.Write([]byte(files[name]))
		}
		if err != nil {
			panic(err)
		}
	}
	if err := w.Close(); err != nil {
		panic(err)
	}
	return b.String()
}

// filesOf runs over inputs and lists what became of each file.
func filesOf(t *testing.T, inputs []string, o Options) string {
	t.Helper()
	var b strings.Builder
	stats, err := Run(context.Background(), inputs, o, func(it *Item) error {
		if it.Doc > 1 {
			return nil
		}
		said := it.Format
		if it.Err != nil {
			said = it.Err.Error()
		}
		fmt.Fprintf(&b, "%s %s\n", it.File, said)
		return nil
	})
	for _, s := range stats.Skips {
		fmt.Fprintf(&b, "%s skipped: %s\n", s.Name, s.Reason)
	}
	if err != nil {
		fmt.Fprintln(&b, err)
	}
	return b.String()
}

func TestArchives(t *testing.T) {
	encrypted := []byte(zipped(map[string]string{"a.txt": sample}))
	encrypted[bytes.Index(encrypted, []byte("PK\x01\x02"))+8] |= 1
	deep := zipped(map[string]string{"a.txt": sample})
	for range 3 {
		deep = zipped(map[string]string{"in.zip": deep})
	}
	reports := zipped(map[string]string{"b.txt": sample, "a/c.txt": sample, "a.toy": "TOY\n" + sample, "no.jpg": "x"})
	for _, c := range []struct {
		name, want string
		files      map[string]string
	}{
		{"members are files, sorted as in a folder", "in.zip/a.toy toy\nin.zip/a/c.txt txt\nin.zip/b.txt txt\nin.zip/no.jpg skipped: unsupported\n",
			map[string]string{"in.zip": reports}},
		{"what folders pass over", "in.zip/a.txt txt\nin.zip/.git skipped: hidden\nin.zip/__MACOSX skipped: temporary\nin.zip/a.mark skipped: gold\nin.zip/run skipped: own output\nin.zip/~$a.txt skipped: temporary\n",
			map[string]string{"in.zip": zipped(map[string]string{"a.txt": sample, ".git/a.txt": "", ".git/b.txt": "", "__MACOSX/a.txt": "", "a.mark": "", "~$a.txt": "",
				"run/run.json": `{"program":"zhaibao","schema_version":"1"}`, "run/texts/a.txt": ""})}},
		{"archives in archives stand where folders would", "in.zip/a.txt txt\nin.zip/b.zip.txt txt\nin.zip/b.zip/a.toy toy\nin.zip/b.zip/a/c.txt txt\nin.zip/b.zip/b.txt txt\nin.zip/b.zip/no.jpg skipped: unsupported\n",
			map[string]string{"in.zip": zipped(map[string]string{"a.txt": sample, "b.zip": reports, "b.zip.txt": sample})}},
		{"a zip that is a document", "in.zip/x.zip in.zip/x.zip：" + errDocument.Error() + "\nx.zip x.zip：" + errDocument.Error() + "\n",
			map[string]string{"x.zip": zipped(map[string]string{"[Content_Types].xml": "", "a.txt": ""}), "in.zip": zipped(map[string]string{"x.zip": zipped(map[string]string{"[Content_Types].xml": "", "a.txt": ""})})}},
		{"a zip that is something else", "x.zip txt\ny.zip toy\nz.zip z.zip：" + magicOf("Rar!").Error() + "\n",
			map[string]string{"x.zip": sample, "y.zip": "TOY\n" + sample, "z.zip": "Rar!\x1a"}},
		{"a zip under another name", "x.txt/a.txt txt\n", map[string]string{"x.txt": zipped(map[string]string{"a.txt": sample})}},
		{"what is left of a document", "x.toy x.toy：" + archive.ErrBroken.Error() + "\n", map[string]string{"x.toy": zipped(map[string]string{"Xontent_Types].xml": "", "word/document.xml": ""})}},
		{"broken, empty, without files", "a.zip a.zip：" + archive.ErrBroken.Error() + "\nb.zip b.zip：" + ErrEmpty.Error() + "\nc.zip c.zip：" + archive.ErrEmpty.Error() + "\n",
			map[string]string{"a.zip": reports[:100], "b.zip": "", "c.zip": zipped(nil)}},
		{"an encrypted member", "x.zip/a.txt x.zip/a.txt：" + archive.ErrEncrypted.Error() + "\n", map[string]string{"x.zip": string(encrypted)}},
		{"a bomb, alone", "x.zip/a.txt x.zip/a.txt：" + archive.ErrBomb.Error() + "\nx.zip/b.txt txt\n",
			map[string]string{"x.zip": zipped(map[string]string{"a.txt": strings.Repeat("0", 8<<20), "b.txt": sample})}},
		{"a bomb in an archive in an archive", "x.zip/y.zip/a.txt x.zip/y.zip/a.txt：" + archive.ErrBomb.Error() + "\nx.zip/y.zip/b.txt txt\n",
			map[string]string{"x.zip": zipped(map[string]string{"y.zip": zipped(map[string]string{"a.txt": strings.Repeat("0", 8<<20), "b.txt": sample})})}},
		{"too deep", "x.zip/in.zip/in.zip/in.zip x.zip/in.zip/in.zip/in.zip：" + ErrNested.Error() + "\n", map[string]string{"x.zip": deep}},
		{"a member that fails is one item", "x.zip/y.zip/a.toy x.zip/y.zip/a.toy：" + ErrInternal.Error() + "\nx.zip/y.zip/b.txt txt\n",
			map[string]string{"x.zip": zipped(map[string]string{"y.zip": zipped(map[string]string{"a.toy": "TOY\npanic\n", "b.txt": sample})})}},
	} {
		o := withToy()
		if got := filesOf(t, []string{tree(t, c.files)}, o); got != c.want {
			t.Errorf("%s:\n got\n%swant\n%s", c.name, got, c.want)
		}
	}
}

func magicOf(data string) error { return sniff([]byte(data)) }

// All that an archive in an archive unpacks to is counted together.
func TestUnpackedIsCounted(t *testing.T) {
	in := zipped(map[string]string{"a.txt": strings.Repeat(sample, 10), "b.txt": strings.Repeat(sample, 10), "c.txt": sample})
	dir := tree(t, map[string]string{"x.zip": zipped(map[string]string{"y.zip": in})})
	got := filesOf(t, []string{dir}, Options{Limits: Limits{Unpacked: int64(15 * len(sample))}})
	if want := "x.zip/y.zip/a.txt txt\nx.zip/y.zip/b.txt x.zip/y.zip/b.txt：" + ErrUnpacked.Error() + "\nx.zip/y.zip/c.txt txt\n"; got != want {
		t.Errorf("got\n%swant\n%s", got, want)
	}
	got = filesOf(t, []string{dir}, Options{MaxBytes: int64(15 * len(sample) / 2), Limits: Limits{Archives: 1}})
	if want := "x.zip/y.zip x.zip/y.zip：" + ErrNested.Error() + "\n"; got != want {
		t.Errorf("got\n%swant\n%s", got, want)
	}
	many := map[string]string{} // each below the ratio, all together above it
	for i := range 40 {
		many[fmt.Sprintf("%02d.txt", i)] = strings.Repeat("0", 500_000)
	}
	dir = tree(t, map[string]string{"x.zip": zipped(map[string]string{"y.zip": zipped(many)})})
	if got := filesOf(t, []string{dir}, Options{}); !strings.Contains(got, archive.ErrBomb.Error()) {
		t.Errorf("many small members pass:\n%s", got)
	}
}

// A path may go on inside an archive.
func TestPathsInArchives(t *testing.T) {
	inner := zipped(map[string]string{"x.txt": sample, "y.txt": sample, "d/z.jpg": sample})
	dir := tree(t, map[string]string{"a.zip": zipped(map[string]string{"县/a.txt": sample, "县/b.bin": sample, "c.txt": sample, "in.zip": inner}), "t.txt": sample})
	p := func(names ...string) (paths []string) {
		for _, n := range names {
			paths = append(paths, filepath.Join(dir, filepath.FromSlash(n)))
		}
		return paths
	}
	missing := func(name string) string { return name + " " + name + "：" + ErrNotPacked.Error() + "\n" }
	for _, c := range []struct {
		inputs []string
		want   string
	}{
		{p("a.zip/c.txt"), "a.zip/c.txt txt\n"},
		{p("a.zip/县"), "a.zip/县/a.txt txt\na.zip/县/b.bin skipped: unsupported\n"},
		{p("a.zip/县/b.bin"), "a.zip/县/b.bin txt\n"},
		{p("a.zip/in.zip/y.txt"), "a.zip/in.zip/y.txt txt\n"},
		{p("a.zip/in.zip/d/z.jpg"), "a.zip/in.zip/d/z.jpg txt\n"},
		{p("a.zip/in.zip"), "a.zip/in.zip/x.txt txt\na.zip/in.zip/y.txt txt\na.zip/in.zip/d/z.jpg skipped: unsupported\n"},
		{p("a.zip/c.txt", "a.zip/c.txt", "a.zip/县/a.txt"), "a.zip/c.txt txt\na.zip/县/a.txt txt\na.zip/c.txt skipped: repeated\n"},
		{p("a.zip/none.txt"), missing("a.zip/none.txt")},
		{p("a.zip/in.zip/none.txt"), missing("a.zip/in.zip/none.txt")},
		{p("t.txt/none.txt"), missing("t.txt/none.txt")},
	} {
		if got := filesOf(t, c.inputs, Options{}); got != c.want {
			t.Errorf("%v:\n got\n%swant\n%s", c.inputs, got, c.want)
		}
	}
	if InArchive(dir) || InArchive(dir+"/none/a.txt") || !InArchive(dir+"/a.zip/x") {
		t.Error("InArchive")
	}
}

// The same archive reached twice, or through a loop of links, is read once.
func TestArchivesAreReadOnce(t *testing.T) {
	dir := tree(t, map[string]string{"d/a.zip": zipped(map[string]string{"x.txt": sample})})
	for link, target := range map[string]string{"d/up": "..", "d/b.zip": "a.zip", "d/c.zip": "c.zip"} {
		if err := os.Symlink(target, filepath.Join(dir, link)); err != nil {
			t.Skip("no symbolic links here")
		}
	}
	l := Walk([]string{filepath.Join(dir, "d"), filepath.Join(dir, "d/a.zip")})
	var good []string
	for _, f := range l.Files {
		if f.Err == nil {
			good = append(good, f.Name)
		}
	}
	if len(good) != 1 || good[0] != "a.zip/x.txt" {
		t.Errorf("files %v", good)
	}
}

// More archives than may be open are read by many workers.
func TestManyArchives(t *testing.T) {
	files, want := map[string]string{}, ""
	for i := range 3 * maxHandles {
		files[fmt.Sprintf("%02d.zip", i)] = zipped(map[string]string{"a.txt": sample, "b.txt": second})
		want += fmt.Sprintf("%02d.zip/a.txt txt\n%02[1]d.zip/b.txt txt\n", i)
	}
	dir := tree(t, files)
	for _, workers := range []int{1, 8} {
		if got := filesOf(t, []string{dir}, Options{Workers: workers}); got != want {
			t.Errorf("%d workers:\n%s", workers, got)
		}
	}
}

func TestAnArchiveThatChanges(t *testing.T) {
	dir := tree(t, map[string]string{"a.zip": zipped(map[string]string{"a.txt": sample})})
	all := &handles{}
	path := filepath.Join(dir, "a.zip")
	l := walk([]string{dir}, nil, all)
	all.close()
	if err := os.WriteFile(path, []byte(zipped(map[string]string{"b.txt": second, "c.txt": sample})), 0o644); err != nil {
		t.Fatal(err)
	}
	if _, err := l.Files[0].member.Read(context.Background(), 1<<20, 200); !errors.Is(err, errChanged) {
		t.Error(err)
	}
}

// An archive that was torn gives errors or the very texts that were packed.
func TestTornArchives(t *testing.T) {
	texts := map[string]bool{sample: true, second: true, sample + second: true}
	whole := zipped(map[string]string{"a.txt": sample, "b/c.txt": sample + second, "in.zip": zipped(map[string]string{"d.txt": second, "e.txt": sample})})
	r := rand.New(rand.NewPCG(1, 2))
	files := map[string]string{}
	for i := range 200 {
		torn := []byte(whole)
		for range r.IntN(4) {
			torn[r.IntN(len(torn))] ^= byte(1 << r.IntN(8))
		}
		if r.IntN(3) == 0 {
			torn = torn[:r.IntN(len(torn))]
		}
		files[fmt.Sprintf("%03d.zip", i)] = string(torn)
	}
	good, bad := 0, 0
	_, err := Run(context.Background(), []string{tree(t, files)}, Options{}, func(it *Item) error {
		switch {
		case it.Err == nil && !texts[it.Document.Text]:
			t.Errorf("%s: %q", it.File, it.Document.Text)
		case it.Err == nil:
			good++
		case errors.Is(it.Err, ErrInternal):
			t.Error(it.Err)
		default:
			bad++
		}
		return nil
	})
	if err != nil || good < 100 || bad < 100 {
		t.Errorf("%d texts, %d errors, %v", good, bad, err)
	}
}

// A run over an archive is a run over the folder that it was made of, but for
// the archive's name; so is one over an archive in an archive.
func TestArchivesAreFolders(t *testing.T) {
	names := []string{"a.txt", "a/b.txt", "a/c.toy", "a b.txt", "a.zip.txt", "县/总结.txt", "县/x.jpg", "~$t.txt", ".h/a.txt", "z/z.md", "e.txt", "pdf.txt"}
	content := func(name string) string {
		switch filepath.Base(name) {
		case "c.toy":
			return "TOY\n" + sample + second
		case "e.txt":
			return ""
		case "pdf.txt":
			return "%PDF"
		case "b.txt":
			return gb(sample)
		}
		return sample + second
	}
	rapid.Check(t, func(rt *rapid.T) {
		files := map[string]string{}
		for _, name := range rapid.SliceOfNDistinct(rapid.SampledFrom(names), 1, -1, rapid.ID).Draw(rt, "names") {
			files[name] = content(name)
		}
		want := filesOf(t, []string{tree(t, files)}, withToy())
		o := withToy()
		o.Workers = rapid.IntRange(1, 4).Draw(rt, "workers")
		one := zipped(files)
		for prefix, tested := range map[string]map[string]string{
			"x.zip/":       {"x.zip": one},
			"x.zip/y.zip/": {"x.zip": zipped(map[string]string{"y.zip": one})},
		} {
			got := filesOf(t, []string{tree(t, tested)}, o)
			got = strings.ReplaceAll(got, prefix, "")
			if !strings.Contains(want, ErrNoReports.Error()) && got != want {
				rt.Fatalf("%s\n got\n%swant\n%s", prefix, got, want)
			}
		}
	})
}
