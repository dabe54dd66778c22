package bench

import (
	"cmp"
	"os"
	"strings"
)

// readLine is what stands after the colon of the first line that begins so, in
// a file of Linux; "" elsewhere.
func readLine(file, begin string) string {
	data, err := os.ReadFile(file)
	if err != nil {
		return ""
	}
	for line := range strings.Lines(string(data)) {
		if rest, ok := strings.CutPrefix(line, begin); ok {
			_, value, _ := strings.Cut(rest, ":")
			return strings.TrimSpace(value)
		}
	}
	return ""
}

func load() string {
	data, _ := os.ReadFile("/proc/loadavg")
	if fields := strings.Fields(string(data)); len(fields) > 3 {
		return strings.Join(fields[:3], " ")
	}
	return ""
}

func orUnknown(s string) string { return cmp.Or(s, "unknown") }
