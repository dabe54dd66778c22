package gold

import (
	"bytes"
	"encoding/json"
	"math/rand/v2"
	"os"
	"strconv"
	"testing"
)

// row is one line of facts.jsonl or documents.jsonl in the making.
type row map[string]any

// damager makes predictions out of an annotation and spoils them.
type damager struct {
	gold  []*Document
	codes []string
	rng   *rand.Rand
	odd   bool    // numbers may be spelt as text
	share float64 // of rows that are damaged
}

func newDamager(gold []*Document, codes []string) *damager {
	return &damager{gold: gold, codes: codes, rng: rand.New(rand.NewPCG(20, 26))}
}

// spellsNumbersOddly says that a version has numbers as text or "": the list
// of errors shows these as they are spelt only in the reference.
func spellsNumbersOddly(version int) bool { return version%2 == 1 }

// write writes FILE.facts.jsonl and FILE.docs.jsonl; version 0 is undamaged.
func (d *damager) write(t *testing.T, file string, version int) {
	t.Helper()
	d.odd, d.share = spellsNumbersOddly(version), d.rng.Float64()*0.7
	if version == 0 {
		d.share = 0
	}
	var facts, docs []row
	for _, doc := range d.gold {
		for _, g := range doc.Facts {
			facts = append(facts, d.fact(doc, g.Fact)...)
		}
		docs = append(docs, d.document(doc)...)
	}
	if version > 0 {
		d.rng.Shuffle(len(facts), func(i, j int) { facts[i], facts[j] = facts[j], facts[i] })
	}
	writeRows(t, file+".facts.jsonl", facts)
	writeRows(t, file+".docs.jsonl", docs)
}

func writeRows(t *testing.T, file string, rows []row) {
	t.Helper()
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	for _, r := range rows {
		if err := e.Encode(r); err != nil {
			t.Fatal(err)
		}
	}
	if err := os.WriteFile(file, b.Bytes(), 0o644); err != nil {
		t.Fatal(err)
	}
}

// fact is a right row, or what damage makes of it: none, one or several.
func (d *damager) fact(doc *Document, g Fact) []row {
	r := row{"file": "in/" + doc.Name + ".txt", "start": g.Start, "end": g.End, "text": g.Text, "metric": g.Metric,
		"value": jsonNumber(g.Value), "high": jsonNumber(g.High), "unit": g.Unit, "bound": g.Bound, "role": g.Role,
		"basis": g.Basis, "status": g.Status, "label": g.Label}
	if g.Missing {
		r["missing"] = true
	}
	rows := []row{r}
	for d.rng.Float64() < d.share {
		rows = d.damage(rows)
	}
	return rows
}

// damage spoils one of the rows, or their number.
func (d *damager) damage(rows []row) []row {
	if len(rows) == 0 {
		return rows
	}
	i := d.rng.IntN(len(rows))
	switch d.rng.IntN(12) {
	case 0:
		return append(rows[:i], rows[i+1:]...)
	case 1, 2:
		return append(rows, clone(rows[i]))
	case 3:
		extra := clone(rows[i])
		start := d.rng.IntN(2000)
		extra["start"], extra["end"] = start, start+d.rng.IntN(12)
		return append(rows, extra)
	}
	d.spoil(rows[i])
	return rows
}

func clone(r row) row {
	c := row{}
	for k, v := range r {
		c[k] = v
	}
	return c
}

// spoil changes one thing of a row.
func (d *damager) spoil(r row) {
	switch d.rng.IntN(9) {
	case 0:
		r["start"] = max(0, r["start"].(int)+d.rng.IntN(9)-4)
	case 1:
		r["end"] = r["end"].(int) + d.rng.IntN(9) - 4
	case 2:
		d.number(r, []string{"value", "value", "high"}[d.rng.IntN(3)])
	case 3:
		d.set(r, "unit", "", "元", "塊", "人 民　币", "场", "場", "㎡", "平方", "平方米", "％", "%", "个百分点", "人（次）", "畝", "亩", nil)
	case 4:
		r["metric"] = d.codes[d.rng.IntN(len(d.codes))]
	case 5:
		d.attribute(r)
	case 6:
		d.set(r, "label", "", "图书", "活动", "资金的投入", nil)
	case 7:
		d.swapKind(r)
	case 8:
		d.set(r, "file", "in\\"+r["file"].(string), "other.txt", "dev-a01", "a.zip/seed-1.docx", r["file"].(string)+"/.", ".")
	}
}

// set gives a key one of the values, or takes it away where it is not needed.
func (d *damager) set(r row, key string, values ...any) {
	r[key] = values[d.rng.IntN(len(values))]
	if r[key] == nil && d.rng.IntN(2) == 0 {
		delete(r, key)
	}
}

func (d *damager) number(r row, key string) {
	choices := []any{nil, json.Number("0"), json.Number("12.50"), json.Number("1e3"), json.Number("-0.00001"),
		json.Number("333333e-6"), json.Number("12345678901234567890"), json.Number("1e16")}
	if v, ok := r[key].(json.Number); ok {
		f, _ := v.Float64()
		for _, changed := range []float64{f * 10, f + 1, f * (1 + 1e-10), f + 5e-6, -f} {
			choices = append(choices, json.Number(strconv.FormatFloat(changed, 'f', -1, 64)))
		}
		if d.odd {
			choices = append(choices, v.String(), " "+v.String()+" ")
		}
	}
	if d.odd {
		choices = append(choices, "", "1_000", "１２", "inf")
	}
	d.set(r, key, choices...)
}

func (d *damager) attribute(r row) {
	switch d.rng.IntN(4) {
	case 0:
		d.set(r, "role", "actual", "target", "reference", "", nil)
	case 1:
		d.set(r, "basis", "total", "part", "each", "", nil)
	case 2:
		d.set(r, "bound", "exact", "about", "over", "under", "range", "odd", "", nil)
	case 3:
		d.set(r, "status", "done", "ongoing", "undone", "", nil)
	}
}

func (d *damager) swapKind(r row) {
	if d.rng.IntN(2) == 0 {
		d.set(r, "missing", true, 1, "1", "false", false, 0, 0.0, "", nil)
	} else {
		r["metric"] = completionStatus
		d.set(r, "status", "done", "ongoing", "", nil)
	}
}

// document is a row of a report, sometimes wrong, lost, or followed by a second one.
func (d *damager) document(doc *Document) []row {
	r := row{"file": "in/" + doc.Name + ".txt", "region": doc.Meta["region"], "org": doc.Meta["org"], "period": doc.Meta["period"]}
	rows := []row{r}
	for d.rng.Float64() < d.share {
		switch d.rng.IntN(4) {
		case 0:
			return nil
		case 1:
			rows = append(rows, row{"file": r["file"], "region": "别处"})
		default:
			d.set(r, []string{"region", "org", "period"}[d.rng.IntN(3)], "", "某县", "2020", nil)
		}
	}
	return rows
}

// jsonNumber is a JSON number, or null for "".
func jsonNumber(s string) any {
	if s == "" {
		return nil
	}
	return json.Number(s)
}
