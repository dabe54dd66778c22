package cli

import (
	"context"
	"fmt"
	"io"
	"time"
)

// progress tells a terminal how many files are done; elsewhere it is silent.
type progress struct {
	to   io.Writer // nil: silent
	lang lang
	last time.Time
}

// progressEvery is how often the terminal is written to.
const progressEvery = 100 * time.Millisecond

func (a *app) progress(quiet bool) *progress {
	p := &progress{lang: a.lang}
	if a.Terminal && !quiet {
		p.to = a.Err
	}
	return p
}

func (p *progress) show(done, total int) {
	if p.to == nil || done < total && time.Since(p.last) < progressEvery {
		return
	}
	p.last = time.Now()
	fmt.Fprintf(p.to, "\r%d/%d %s", done, total, p.lang.say("个文件", "files"))
}

func (p *progress) clear() {
	if p.to != nil && !p.last.IsZero() {
		fmt.Fprint(p.to, "\r\x1b[K")
	}
}

// interruptible reads from r until ctx is done, so that a run that waits for
// a terminal's or a pipe's input ends at once. A read that is under way then
// is left behind.
func interruptible(ctx context.Context, r io.Reader) io.Reader {
	return &ctxReader{ctx, r}
}

type ctxReader struct {
	ctx context.Context
	r   io.Reader
}

type readResult struct {
	data []byte
	err  error
}

// Read implements io.Reader.
func (c *ctxReader) Read(p []byte) (int, error) {
	done := make(chan readResult, 1)
	go func() {
		buf := make([]byte, len(p)) // p is the caller's again once ctx is done
		n, err := c.r.Read(buf)
		done <- readResult{buf[:n], err}
	}()
	select {
	case <-c.ctx.Done():
		return 0, c.ctx.Err()
	case r := <-done:
		return copy(p, r.data), r.err
	}
}
