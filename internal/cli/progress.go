package cli

import (
	"context"
	"fmt"
	"io"
	"time"

	"github.com/zhaibao/zhaibao/corpus"
)

// progress tells a terminal how far a run has come; elsewhere it is silent, so
// that nothing of it lands in a log.
type progress struct {
	to    io.Writer // nil: silent
	lang  lang
	facts func() int // found so far; nil where none are looked for
	now   func() time.Time
	last  time.Time
	marks []mark // one a second, of the last ten
}

// mark is how many bytes were done at a time.
type mark struct {
	at    time.Time
	bytes int64
}

const (
	progressEvery = 100 * time.Millisecond // how often the terminal is written to
	speedOver     = 10                     // the speed is that of so many seconds, so that it follows the files at hand
	leftAfter     = 3 * time.Second        // when the first guess is made of the time left
)

func (a *app) progress(quiet bool, facts func() int) *progress {
	p := &progress{lang: a.lang, facts: facts, now: time.Now}
	if a.Terminal && !quiet {
		p.to = a.Err
	}
	p.marks = append(p.marks, mark{at: p.now()})
	return p
}

func (p *progress) show(at corpus.Progress) {
	if p.to == nil {
		return
	}
	now := p.now()
	if last := p.marks[len(p.marks)-1]; now.Sub(last.at) >= time.Second {
		p.marks = append(p.marks, mark{now, at.Bytes})
		p.marks = p.marks[max(0, len(p.marks)-speedOver-1):]
	}
	if at.Done < at.Total && now.Sub(p.last) < progressEvery {
		return
	}
	p.last = now
	fmt.Fprintf(p.to, "\r%s\x1b[K", p.line(at, now))
}

// line is what is shown: 1200/20000 个文件，3.1 MB/s，15000 条数据，失败 2，约剩 1m20s.
func (p *progress) line(at corpus.Progress, now time.Time) string {
	say, comma := p.lang.say, p.lang.say("，", ", ")
	line := fmt.Sprintf("%d/%d %s", at.Done, at.Total, say("个文件", "files"))
	from := p.marks[0]
	took := now.Sub(from.at)
	speed := float64(at.Bytes-from.bytes) / max(took.Seconds(), 1e-3)
	if took >= time.Second {
		line += comma + fmt.Sprintf("%.1f MB/s", speed/1e6)
	}
	if p.facts != nil {
		line += comma + fmt.Sprintf(say("%d 条数据", "%d facts"), p.facts())
	}
	if at.Kept > 0 {
		line += comma + fmt.Sprintf(say("沿用 %d", "%d kept"), at.Kept)
	}
	if at.Failed > 0 {
		line += comma + fmt.Sprintf(say("失败 %d", "%d failed"), at.Failed)
	}
	if took >= leftAfter && speed > 0 && at.Done < at.Total {
		left := time.Duration(float64(at.All-at.Bytes) / speed * float64(time.Second))
		line += comma + fmt.Sprintf(say("约剩 %v", "about %v left"), left.Round(time.Second))
	}
	return line
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
