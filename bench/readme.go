package bench

import (
	"fmt"
	"strings"
)

// Shown is the part of a record that README.md shows.
func Shown(record string) (string, error) {
	_, rest, ok := strings.Cut(record, shownFrom)
	part, _, ended := strings.Cut(rest, shownTo)
	if !ok || !ended {
		return "", fmt.Errorf("the record has no part between %q and %q", shownFrom, shownTo)
	}
	return part, nil
}

// Show puts the part of a record that README.md shows into its text.
func Show(readme, record string) (string, error) {
	part, err := Shown(record)
	if err != nil {
		return "", err
	}
	head, rest, ok := strings.Cut(readme, shownFrom)
	_, tail, ended := strings.Cut(rest, shownTo)
	if !ok || !ended {
		return "", fmt.Errorf("README.md has no place for it between %q and %q", shownFrom, shownTo)
	}
	return head + shownFrom + part + shownTo + tail, nil
}
