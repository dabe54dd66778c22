package cli

import (
	"time"

	"github.com/spf13/pflag"

	"github.com/zhaibao/zhaibao/corpus"
)

// limits bound what is read; they are flags of every command.
type limits struct {
	bytes, unpacked byteSize
	ratio           int64
	depth, archives int
	time            time.Duration
}

func (a *app) limitFlags(f *pflag.FlagSet) {
	l, d := &a.limits, corpus.DefaultLimits
	l.bytes, l.unpacked = corpus.DefaultMaxBytes, byteSize(d.Unpacked)
	f.Var(&l.bytes, "max-bytes", a.say("单个文件的`大小`上限，如 200M", "largest `SIZE` of a file that is read, such as 200M"))
	f.Var(&l.unpacked, "max-unpacked", a.say("一个文件解压后的`大小`上限", "largest `SIZE` of a file when it is unpacked"))
	f.Int64Var(&l.ratio, "max-ratio", d.Ratio, a.say("解压后至多是原来的多少`倍`（1M 以上才计）", "a file unpacks to at most `N` times its size (looked at from 1M on)"))
	f.IntVar(&l.depth, "max-depth", d.Depth, a.say("文档内部标记嵌套的`层数`上限", "at most `N` levels of markup inside a document"))
	f.IntVar(&l.archives, "max-nesting", d.Archives, a.say("压缩包套压缩包的`层数`上限", "at most `N` archives inside each other"))
	f.DurationVar(&l.time, "doc-timeout", corpus.DefaultDocTimeout, a.say("读一个文件的`时限`，如 30s、2m", "`TIME` that reading one file may take, such as 30s or 2m"))
	f.Lookup("doc-timeout").DefValue = "1m"
}

func (a *app) checkLimits() error {
	l := &a.limits
	for _, f := range []struct {
		name string
		n    int64
	}{{"max-ratio", l.ratio}, {"max-depth", int64(l.depth)}, {"max-nesting", int64(l.archives)}, {"doc-timeout", int64(l.time)}} {
		if f.n <= 0 {
			return a.usagef("--%s 应大于 0", "--%s is above 0", f.name)
		}
	}
	return nil
}

// set gives the limits to the options of a run.
func (l *limits) set(o *corpus.Options) {
	o.MaxBytes, o.DocTimeout = int64(l.bytes), l.time
	o.Limits = corpus.Limits{Unpacked: int64(l.unpacked), Ratio: l.ratio, Depth: l.depth, Archives: l.archives}
}
