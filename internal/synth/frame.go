package synth

import (
	"embed"
	"errors"
	"fmt"
	"slices"
	"strings"
)

//go:embed testdata/frames/frames.txt
var files embed.FS

const framesFile = "testdata/frames/frames.txt"

// Frame is a sentence, or a sentence of the opening and one of the body that
// speaks of the same figures, with a slot for each figure.
type Frame struct {
	ID      string
	Bureau  string // which bureau writes it: 文旅
	Subject string // a report holds one frame of a subject
	Plan    bool   // stands under the heading of plans
	opening []token
	body    []token
}

// token is literal text or a slot.
type token struct {
	text string
	slot *slot // nil for text
}

// Frames is the content of a frames file.
type Frames struct {
	List     []Frame
	headings map[string][]string // by bureau
	names    map[string]string   // by bureau, what it calls itself: 文化和旅游局
	fillers  map[string][]string // by bureau; "" for any
	bureaus  []string
}

// Builtin returns the frames of testdata.
func Builtin() (*Frames, error) {
	data, err := files.ReadFile(framesFile)
	if err != nil {
		return nil, err
	}
	return ReadFrames(framesFile, string(data))
}

// ReadFrames parses a frames file. The error joins all problems, each with file and line.
func ReadFrames(name, text string) (*Frames, error) {
	f := &Frames{headings: map[string][]string{}, names: map[string]string{}, fillers: map[string][]string{}}
	var problems []error
	ids := map[string]bool{}
	for i, line := range strings.Split(strings.TrimSpace(text), "\n") {
		if line == "" || strings.HasPrefix(line, "#") {
			continue
		}
		if err := f.line(line, ids); err != nil {
			problems = append(problems, fmt.Errorf("%s:%d: %w", name, i+1, err))
		}
	}
	return f, errors.Join(problems...)
}

// line reads one line: @bureau, @heading, @filler or a frame.
func (f *Frames) line(line string, ids map[string]bool) error {
	cells := strings.Split(line, "\t")
	switch {
	case cells[0] == "@bureau" && len(cells) == 3:
		f.bureaus = append(f.bureaus, cells[1])
		f.names[cells[1]] = cells[2]
		return nil
	case cells[0] == "@heading" && len(cells) == 3:
		f.headings[cells[1]] = append(f.headings[cells[1]], cells[2])
		return nil
	case cells[0] == "@filler" && len(cells) == 3:
		f.fillers[cells[1]] = append(f.fillers[cells[1]], cells[2])
		return nil
	case len(cells) != 4:
		return fmt.Errorf("%d columns instead of id, bureau, subject, text", len(cells))
	case ids[cells[0]]:
		return fmt.Errorf("the id %s stands twice", cells[0])
	}
	ids[cells[0]] = true
	bureau, plan := strings.CutSuffix(cells[1], "/plan")
	if !slices.Contains(f.bureaus, bureau) {
		return fmt.Errorf("no @bureau line for %s", bureau)
	}
	frame := Frame{ID: cells[0], Bureau: bureau, Subject: cells[2], Plan: plan}
	opening, body, two := strings.Cut(cells[3], " || ")
	if !two {
		opening, body = "", opening
	}
	var err, err2 error
	if frame.opening, err = tokens(opening, plan); err == nil {
		frame.body, err2 = tokens(body, plan)
	}
	f.List = append(f.List, frame)
	return errors.Join(err, err2)
}

// tokens cuts a frame's text at its slots.
func tokens(text string, plan bool) ([]token, error) {
	var list []token
	for text != "" {
		before, after, found := strings.Cut(text, "{")
		if before != "" {
			list = append(list, token{text: before})
		}
		if !found {
			break
		}
		inside, rest, closed := strings.Cut(after, "}")
		if !closed {
			return nil, fmt.Errorf("no } after {%s", after)
		}
		s, err := parseSlot(inside)
		if err != nil {
			return nil, fmt.Errorf("{%s}: %w", inside, err)
		}
		if plan {
			s.role = "target"
		}
		list = append(list, token{slot: s})
		text = rest
	}
	return list, nil
}
