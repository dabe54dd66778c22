package pdf

import (
	"context"
	"io"
	"os"
	"path/filepath"
	"runtime"
	"sync"

	"github.com/klippa-app/go-pdfium"
	"github.com/klippa-app/go-pdfium/requests"
	"github.com/klippa-app/go-pdfium/responses"
	"github.com/klippa-app/go-pdfium/webassembly"
	"github.com/tetratelabs/wazero"
	"github.com/tetratelabs/wazero/api"
	"github.com/tetratelabs/wazero/experimental"
)

// engine is pdfium, started at the first file.
type engine struct {
	options Options
	once    sync.Once
	pool    pdfium.Pool
	err     error
}

const (
	wasmPagesPerMiB  = 16 // of 64 KiB
	defaultMemoryMiB = 512
	defaultPages     = 5000
)

// start compiles pdfium, or loads its machine code from the cache. A cache
// that cannot be used is done without.
func (e *engine) start() error {
	e.once.Do(func() {
		if cache := e.cache(); cache != nil {
			if e.pool, e.err = e.open(cache); e.err == nil {
				return
			}
		}
		e.pool, e.err = e.open(nil)
	})
	return e.err
}

func (e *engine) open(cache wazero.CompilationCache) (pdfium.Pool, error) {
	config := wazero.NewRuntimeConfig().
		// pdfium's setjmp is lowered to WebAssembly exceptions.
		WithCoreFeatures(api.CoreFeaturesV2 | experimental.CoreFeaturesExceptionHandling).
		WithMemoryLimitPages(uint32(orDefault(e.options.MemoryMiB, defaultMemoryMiB)) * wasmPagesPerMiB).
		WithCloseOnContextDone(true)
	if cache != nil {
		config = config.WithCompilationCache(cache)
	}
	instances := orDefault(e.options.Instances, runtime.GOMAXPROCS(0))
	return webassembly.Init(webassembly.Config{
		Context:       experimental.WithCompilationWorkers(context.Background(), runtime.GOMAXPROCS(0)),
		MaxTotal:      instances,
		MaxIdle:       instances,
		RuntimeConfig: config,
		FSConfig:      wazero.NewFSConfig(), // nothing mounted
		Stdout:        io.Discard,
		Stderr:        io.Discard,
	})
}

// cache is the folder of the machine code, nil where it is switched off or
// cannot be written.
func (e *engine) cache() wazero.CompilationCache {
	if e.options.NoCache {
		return nil
	}
	dir := e.options.CacheDir
	if dir == "" {
		base, err := os.UserCacheDir()
		if err != nil {
			return nil
		}
		dir = filepath.Join(base, "zhaibao", "pdfium")
	}
	if os.MkdirAll(dir, 0o700) != nil {
		return nil
	}
	cache, err := wazero.NewCompilationCacheWithDir(dir)
	if err != nil {
		return nil
	}
	return cache
}

func orDefault(n, standard int) int {
	if n <= 0 {
		return standard
	}
	return n
}

// calls are the functions of pdfium that are used, those of the instance's
// implementation: the instance itself may be killed while a call runs, and
// its own methods look at fields that Kill sets.
type calls interface {
	OpenDocument(*requests.OpenDocument) (*responses.OpenDocument, error)
	FPDF_GetPageCount(*requests.FPDF_GetPageCount) (*responses.FPDF_GetPageCount, error)
	FPDF_LoadPage(*requests.FPDF_LoadPage) (*responses.FPDF_LoadPage, error)
	FPDF_ClosePage(*requests.FPDF_ClosePage) (*responses.FPDF_ClosePage, error)
	FPDF_GetPageWidth(*requests.FPDF_GetPageWidth) (*responses.FPDF_GetPageWidth, error)
	FPDF_GetPageBoundingBox(*requests.FPDF_GetPageBoundingBox) (*responses.FPDF_GetPageBoundingBox, error)

	FPDFText_LoadPage(*requests.FPDFText_LoadPage) (*responses.FPDFText_LoadPage, error)
	FPDFText_ClosePage(*requests.FPDFText_ClosePage) (*responses.FPDFText_ClosePage, error)
	FPDFText_CountChars(*requests.FPDFText_CountChars) (*responses.FPDFText_CountChars, error)
	FPDFText_GetUnicode(*requests.FPDFText_GetUnicode) (*responses.FPDFText_GetUnicode, error)
	FPDFText_IsGenerated(*requests.FPDFText_IsGenerated) (*responses.FPDFText_IsGenerated, error)
	FPDFText_HasUnicodeMapError(*requests.FPDFText_HasUnicodeMapError) (*responses.FPDFText_HasUnicodeMapError, error)
	FPDFText_GetLooseCharBox(*requests.FPDFText_GetLooseCharBox) (*responses.FPDFText_GetLooseCharBox, error)
	FPDFText_GetCharOrigin(*requests.FPDFText_GetCharOrigin) (*responses.FPDFText_GetCharOrigin, error)
	FPDFText_GetMatrix(*requests.FPDFText_GetMatrix) (*responses.FPDFText_GetMatrix, error)
	FPDFText_GetFontSize(*requests.FPDFText_GetFontSize) (*responses.FPDFText_GetFontSize, error)
	FPDFText_GetFontInfo(*requests.FPDFText_GetFontInfo) (*responses.FPDFText_GetFontInfo, error)

	FPDFText_GetFillColor(*requests.FPDFText_GetFillColor) (*responses.FPDFText_GetFillColor, error)
	FPDFPageObj_GetFillColor(*requests.FPDFPageObj_GetFillColor) (*responses.FPDFPageObj_GetFillColor, error)

	FPDFText_GetTextObject(*requests.FPDFText_GetTextObject) (*responses.FPDFText_GetTextObject, error)
	FPDFPageObj_CountMarks(*requests.FPDFPageObj_CountMarks) (*responses.FPDFPageObj_CountMarks, error)
	FPDFPageObj_GetMark(*requests.FPDFPageObj_GetMark) (*responses.FPDFPageObj_GetMark, error)
	FPDFPageObjMark_GetName(*requests.FPDFPageObjMark_GetName) (*responses.FPDFPageObjMark_GetName, error)
	FPDFPageObjMark_GetParamStringValue(*requests.FPDFPageObjMark_GetParamStringValue) (*responses.FPDFPageObjMark_GetParamStringValue, error)

	FPDFPage_CountObjects(*requests.FPDFPage_CountObjects) (*responses.FPDFPage_CountObjects, error)
	FPDFPage_GetObject(*requests.FPDFPage_GetObject) (*responses.FPDFPage_GetObject, error)
	FPDFPageObj_GetType(*requests.FPDFPageObj_GetType) (*responses.FPDFPageObj_GetType, error)
	FPDFPageObj_GetMatrix(*requests.FPDFPageObj_GetMatrix) (*responses.FPDFPageObj_GetMatrix, error)
	FPDFPath_GetDrawMode(*requests.FPDFPath_GetDrawMode) (*responses.FPDFPath_GetDrawMode, error)
	FPDFPath_CountSegments(*requests.FPDFPath_CountSegments) (*responses.FPDFPath_CountSegments, error)
	FPDFPath_GetPathSegment(*requests.FPDFPath_GetPathSegment) (*responses.FPDFPath_GetPathSegment, error)
	FPDFPathSegment_GetType(*requests.FPDFPathSegment_GetType) (*responses.FPDFPathSegment_GetType, error)
	FPDFPathSegment_GetPoint(*requests.FPDFPathSegment_GetPoint) (*responses.FPDFPathSegment_GetPoint, error)
	FPDFPathSegment_GetClose(*requests.FPDFPathSegment_GetClose) (*responses.FPDFPathSegment_GetClose, error)
}

// instance borrows an instance; end gives it back. It is killed then in any
// case, since a new one costs a millisecond and nothing of one file may reach
// the next; when ctx is done it is killed at once, and the running call fails.
func (e *engine) instance(ctx context.Context) (c calls, end func(), err error) {
	if err := e.start(); err != nil {
		return nil, nil, errEngine(err)
	}
	i, err := e.pool.GetInstanceWithContext(ctx)
	if err != nil {
		if ctx.Err() != nil {
			return nil, nil, ctx.Err()
		}
		return nil, nil, errEngine(err)
	}
	c = i.GetImplementation().(calls)
	kill := sync.OnceFunc(func() { _ = i.Kill() })
	stop := context.AfterFunc(ctx, kill)
	return c, func() { stop(); kill() }, nil
}
