package cli

import (
	"errors"
	"os"
	"runtime"
	"runtime/pprof"
	"runtime/trace"

	"github.com/spf13/pflag"
)

// profiles tell where the time and the memory of a run go; they are flags of
// every command and written however the run ends.
type profiles struct {
	cpu, memory, trace string // files
	running            []func() error
}

func (a *app) profileFlags(f *pflag.FlagSet) {
	p := &a.profiles
	f.StringVar(&p.cpu, "cpuprofile", "", a.say("把处理器耗时写到`文件`，用 go tool pprof 看", "write where processor time goes to `FILE`, for go tool pprof"))
	f.StringVar(&p.memory, "memprofile", "", a.say("把内存分配写到`文件`，用 go tool pprof 看", "write what memory is allocated to `FILE`, for go tool pprof"))
	f.StringVar(&p.trace, "trace", "", a.say("把运行轨迹写到`文件`，用 go tool trace 看", "write an execution trace to `FILE`, for go tool trace"))
}

// startProfiles begins what was asked for. Every file is made at once, so that a
// wrong name is told before the work.
func (a *app) startProfiles() error {
	for _, p := range []struct {
		flag, file string
		start      func(*os.File) (stop func() error, err error)
	}{
		{"cpuprofile", a.profiles.cpu, startCPU},
		{"memprofile", a.profiles.memory, startMemory},
		{"trace", a.profiles.trace, startTrace},
	} {
		if p.file == "" {
			continue
		}
		if err := a.profiles.into(p.file, p.start); err != nil {
			return a.usagef("--%s 的文件写不出：%v", "the file of --%s cannot be written: %v", p.flag, err)
		}
	}
	return nil
}

func startCPU(f *os.File) (func() error, error) {
	return func() error { pprof.StopCPUProfile(); return nil }, pprof.StartCPUProfile(f)
}

func startTrace(f *os.File) (func() error, error) {
	return func() error { trace.Stop(); return nil }, trace.Start(f)
}

func startMemory(f *os.File) (func() error, error) {
	runtime.MemProfileRate = 512 << 10
	return func() error {
		runtime.GC() // so that what is in use is counted
		return pprof.Lookup("allocs").WriteTo(f, 0)
	}, nil
}

// into makes the file of one profile and starts it.
func (p *profiles) into(name string, start func(*os.File) (stop func() error, err error)) error {
	f, err := os.Create(name)
	if err != nil {
		return err
	}
	stop, err := start(f)
	if err != nil {
		return errors.Join(err, f.Close())
	}
	p.running = append(p.running, func() error { return errors.Join(stop(), f.Close()) })
	return nil
}

// stop ends what was started, and does nothing the second time.
func (p *profiles) stop() error {
	var errs []error
	for _, stop := range p.running {
		errs = append(errs, stop())
	}
	p.running = nil
	return errors.Join(errs...)
}
