package cli

import (
	"runtime"
	"runtime/debug"
	"runtime/metrics"
)

// calmHeap is how far the program's memory grows, in bytes, before the collector does
// more than it must; up to there it runs seldom.
const (
	calmHeap = 220 << 20
	seldom   = 400 // per cent that the heap grows between collections
)

// boundHeap keeps the memory within calmHeap as long as what lives leaves the collector
// room there, and beyond that within a third more than what lives. GOMEMLIMIT and GOGC
// of the environment come first.
func boundHeap(env func(string) string) {
	if env("GOMEMLIMIT") == "" && env("GOGC") == "" {
		debug.SetGCPercent(seldom)
		debug.SetMemoryLimit(calmHeap)
		watchHeap()
	}
}

// watchHeap sets the limit anew after each collection, of which the end of
// something that nobody holds tells.
func watchHeap() {
	runtime.AddCleanup(new([16]byte), func(int) {
		live := []metrics.Sample{{Name: "/gc/heap/live:bytes"}}
		metrics.Read(live)
		debug.SetMemoryLimit(heapLimit(live[0].Value.Uint64()))
		watchHeap()
	}, 0)
}

// heapLimit is the limit where so many bytes live.
func heapLimit(live uint64) int64 {
	const besides = 40 << 20 // stacks and tables of the runtime
	return max(calmHeap, int64(live+live/3)+besides)
}
