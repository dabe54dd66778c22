package parquet

import (
	"reflect"

	"github.com/parquet-go/parquet-go"

	"github.com/zhaibao/zhaibao/export"
)

// The type of numbers: 38 digits, 18 of them decimals, in 16 bytes.
const (
	precision = 38
	scale     = 18
	width     = 16
)

// root is a group whose fields keep their order; a parquet.Group sorts them.
type root struct {
	parquet.Group
	fields []parquet.Field
}

func (r root) Fields() []parquet.Field { return r.fields }

// field is a column.
type field struct {
	parquet.Node
	name string
}

func (f field) Name() string { return f.name }

// Value is asked for by writers of Go structs, and ours writes rows.
func (field) Value(base reflect.Value) reflect.Value { return base }

// schemaOf is the table's parquet schema.
func schemaOf(s export.Schema) *parquet.Schema {
	r := root{Group: parquet.Group{}}
	for _, c := range s.Columns {
		r.fields = append(r.fields, field{parquet.Optional(nodeOf(c.Kind)), c.Name})
	}
	return parquet.NewSchema(s.Name, r)
}

func nodeOf(k export.Kind) parquet.Node {
	switch k {
	case export.Integer:
		return parquet.Int(64)
	case export.Number:
		return parquet.Decimal(scale, precision, parquet.FixedLenByteArrayType(width))
	}
	return parquet.Encoded(parquet.String(), &parquet.RLEDictionary)
}
