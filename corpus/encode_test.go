package corpus

import (
	"math"
	"os"
	"path/filepath"
	"reflect"
	"testing"

	"pgregory.net/rapid"

	"github.com/zhaibao/zhaibao/extract"
	"github.com/zhaibao/zhaibao/extract/catalog"
	"github.com/zhaibao/zhaibao/extract/quantity"
	"github.com/zhaibao/zhaibao/segment"
)

// drawAny fills every field that v has, so that one that is added later and not
// encoded fails the test. Spans lie in a text of so many bytes.
func drawAny(t *rapid.T, v reflect.Value, limit int) {
	switch x := v.Addr().Interface().(type) {
	case *segment.Span:
		x.Start = rapid.IntRange(0, limit).Draw(t, "start")
		x.End = rapid.IntRange(x.Start, limit).Draw(t, "end")
		return
	case *quantity.Decimal:
		*x, _ = quantity.New(rapid.Int64().Draw(t, "coef"), rapid.IntRange(-18, 0).Draw(t, "exp"))
		return
	case *catalog.Metric:
		*x = catalog.Metric(rapid.IntRange(0, math.MaxInt16).Draw(t, "metric"))
		return
	}
	switch v.Kind() {
	case reflect.Struct:
		for i := range v.NumField() {
			if v.Type().Field(i).IsExported() {
				drawAny(t, v.Field(i), limit)
			}
		}
	case reflect.Slice:
		v.Set(reflect.MakeSlice(v.Type(), rapid.IntRange(0, 4).Draw(t, "n"), 9))
		for i := range v.Len() {
			drawAny(t, v.Index(i), limit)
		}
	case reflect.String:
		v.SetString(rapid.SampledFrom([]string{"", "场", "万元", "2019H1", "\xff", "清溪县"}).Draw(t, "string"))
	case reflect.Bool:
		v.SetBool(rapid.Bool().Draw(t, "bool"))
	case reflect.Int:
		v.SetInt(int64(rapid.IntRange(-1, 1<<40).Draw(t, "int")))
	case reflect.Uint8:
		v.SetUint(uint64(rapid.Byte().Draw(t, "byte")))
	default:
		t.Fatalf("a %v: teach drawAny and the encoder about it", v.Type())
	}
}

// drawOutcome is what a file may have been made into.
func drawOutcome(t *rapid.T) *outcome {
	o := &outcome{files: rapid.IntRange(0, 9).Draw(t, "files"), bytes: rapid.Int64Range(0, 1<<40).Draw(t, "bytes"), replaced: rapid.IntRange(0, 9).Draw(t, "replaced")}
	drawAny(t, reflect.ValueOf(&o.skips).Elem(), 0)
	fail := func() {
		for range rapid.IntRange(0, 1).Draw(t, "failures") {
			err := rapid.SampledFrom(append([]error{&magics[1].kindError}, lastingCauses...)).Draw(t, "cause")
			o.items = append(o.items, &Item{Meta: Meta{File: "坏.txt"}, Err: &Error{"坏.txt", "decode", err}})
		}
	}
	fail()
	for range rapid.IntRange(0, 2).Draw(t, "texts") {
		ft := fileText{first: len(o.items)}
		ft.text.Text = rapid.StringN(0, 50, 150).Draw(t, "text")
		limit := len(ft.text.Text)
		drawAny(t, reflect.ValueOf(&ft.meta).Elem(), limit)
		ft.meta = Meta{File: ft.meta.File, Format: ft.meta.Format, Encoding: ft.meta.Encoding, TextHash: ft.meta.TextHash}
		ft.text.Encoding = ft.meta.Encoding
		if rapid.Bool().Draw(t, "marked") {
			drawAny(t, reflect.ValueOf(&ft.text.Marks).Elem(), limit)
			drawAny(t, reflect.ValueOf(&ft.text.Parts).Elem(), limit)
		}
		for range rapid.IntRange(0, 2).Draw(t, "reports") {
			o.items = append(o.items, drawItem(t, &ft))
		}
		ft.end = len(o.items)
		o.texts = append(o.texts, ft)
		fail()
	}
	return o
}

func drawItem(t *rapid.T, ft *fileText) *Item {
	limit := len(ft.text.Text)
	i := &Item{Document: &segment.Document{}, Result: &extract.Result{}}
	drawAny(t, reflect.ValueOf(&i.Meta).Elem(), limit)
	i.File, i.Format, i.Encoding, i.TextHash = ft.meta.File, ft.meta.Format, ft.meta.Encoding, ft.meta.TextHash
	drawAny(t, reflect.ValueOf(i.Document).Elem(), limit)
	i.Document.Text, i.Document.Marks = ft.text.Text, nil
	if n := len(ft.text.Marks); ft.text.Marks != nil {
		from := rapid.IntRange(0, n).Draw(t, "from")
		i.Document.Marks = ft.text.Marks[from:rapid.IntRange(from, n).Draw(t, "to")]
	}
	drawAny(t, reflect.ValueOf(i.Result).Elem(), limit)
	for k := range i.Result.Numerals { // some are quantities of facts, as most are
		if n := len(i.Result.Facts); n > 0 && rapid.Bool().Draw(t, "same") {
			i.Result.Numerals[k].Quantity = i.Result.Facts[rapid.IntRange(0, n-1).Draw(t, "fact")].Quantity
		}
	}
	return i
}

func newItem() *Item { return &Item{Document: new(segment.Document), Result: new(extract.Result)} }

// exported is what an outcome says, without scratch memory.
func exported(o outcome) (all []any) {
	all = append(all, o.files, o.bytes, o.replaced, append([]Skip{}, o.skips...))
	for _, t := range o.texts {
		all = append(all, t)
	}
	for _, i := range o.items {
		if i.Err != nil {
			all = append(all, i.Meta, i.Err)
			continue
		}
		all = append(all, i.Meta, i.Document.Text, i.Document.Span, i.Document.Blocks, i.Document.Sentences, i.Document.Marks,
			i.Result.Facts, i.Result.Numerals, i.Result.Gaps)
	}
	return all
}

// TestRecordsAreExact: whatever a file was made into is read back the same, also
// after another record went through the same memory.
func TestRecordsAreExact(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		var e encoder
		var d decoder
		for range 2 {
			o := drawOutcome(t)
			e.outcome(o)
			got, err := d.outcome(e.out, newItem)
			if err != nil {
				t.Fatal(err)
			}
			for i := range got.items { // an empty list may be nil or not
				blank(got.items[i])
				blank(o.items[i])
			}
			if g, w := exported(got), exported(*o); !reflect.DeepEqual(g, w) {
				t.Fatalf("got\n%+v\nwant\n%+v", g, w)
			}
		}
	})
}

func blank(i *Item) {
	if i.Err != nil {
		return
	}
	for _, v := range []reflect.Value{reflect.ValueOf(i.Document).Elem(), reflect.ValueOf(i.Result).Elem()} {
		for k := range v.NumField() {
			if f := v.Field(k); f.Kind() == reflect.Slice && f.Len() == 0 && f.CanSet() {
				f.SetZero()
			}
		}
	}
}

// FuzzRecord: bytes that no encoder wrote are an error, never a panic.
func FuzzRecord(f *testing.F) {
	text := "清溪县2023年工作总结\n一、民政\n举办活动30场，发放救助金1.5万元。"
	f.Add(recordOf(f, text))
	f.Add([]byte{})
	f.Fuzz(func(t *testing.T, data []byte) {
		var d decoder
		if _, err := d.outcome(data, newItem); err != nil && err != errRecord {
			t.Fatal(err)
		}
	})
}

// TestTornRecords: every prefix of a record, and every changed byte, is read without a panic.
func TestTornRecords(t *testing.T) {
	record := recordOf(t, "清溪县2023年工作总结\n一、民政\n举办活动30场，发放救助金1.5万元。")
	var d decoder
	for n := range record {
		if _, err := d.outcome(record[:n], newItem); err == nil {
			t.Errorf("%d of %d bytes are a record", n, len(record))
		}
		changed := append([]byte{}, record...)
		for _, b := range []byte{0, 0x7f, 0x80, 0xff} {
			changed[n] = b
			d.outcome(changed, newItem)
		}
	}
}

// recordOf is the record of a text file.
func recordOf(t testing.TB, text string) []byte {
	t.Helper()
	ex, err := extract.Compile(catalog.Builtin())
	if err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(t.TempDir(), "a.txt")
	if err := os.WriteFile(path, []byte(text), 0o666); err != nil {
		t.Fatal(err)
	}
	cache, err := OpenCache(path+".journal", "")
	if err != nil {
		t.Fatal(err)
	}
	defer cache.Close()
	w := newWorker(&run{ctx: t.Context(), opts: Options{Extractor: ex, Cache: cache}.withDefaults(), files: []File{{Name: "a.txt", Path: path, Size: int64(len(text))}}, free: make(chan *Item)})
	o := w.file(0)
	if len(o.items) != 1 || o.items[0].Err != nil || len(o.items[0].Result.Facts) == 0 {
		t.Fatalf("%+v", o.items)
	}
	return w.memory.encoder.out
}
