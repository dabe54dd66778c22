package bench

import (
	"testing"
)

func TestShape(t *testing.T) {
	for _, k := range Kinds {
		c, err := Generate(k, 320)
		if err != nil {
			t.Fatal(err)
		}
		t.Log(k.Name, c.Shape())
	}
}
