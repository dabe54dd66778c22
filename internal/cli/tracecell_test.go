package cli

import (
	"testing"

	"github.com/zhaibao/zhaibao/metrics"
)

// TestReasonsAreExplained: every reason for leaving a fact out is said in both languages.
func TestReasonsAreExplained(t *testing.T) {
	for _, name := range metrics.ReasonNames() {
		says := reasonNames[name]
		if says[0] == "" || says[1] == "" {
			t.Errorf("reason %s is not explained", name)
		}
	}
	if len(reasonNames) != len(metrics.ReasonNames()) {
		t.Errorf("%d reasons are explained, there are %d", len(reasonNames), len(metrics.ReasonNames()))
	}
}
