package cli

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"log/slog"
	"os"
	"path/filepath"

	"github.com/zhaibao/zhaibao/corpus"
	"github.com/zhaibao/zhaibao/export"
	"github.com/zhaibao/zhaibao/extract"
)

// resumed is what --resume keeps beside the output folder and finds there; nil without.
type resumed struct {
	kept    *export.Kept // DIR.cache
	key     string       // all that the outputs hang on
	cache   *corpus.Cache
	listing corpus.Listing
}

// resume opens the cache of a run into j.out. same says that neither the inputs
// nor what is asked of them nor the outputs changed since the last run.
func (a *app) resume(ctx context.Context, j job, ex *extract.Extractor, s *summary) (r *resumed, same bool, err error) {
	if !j.resume {
		return nil, false, nil
	}
	r = &resumed{}
	key := hashOf(a.cacheKey(ex), s.identityHash)
	if r.kept, err = export.OpenKept(j.out, key); err != nil {
		return r, false, err
	}
	if r.cache, err = corpus.OpenCache(filepath.Join(r.kept.Folder, "files.journal"), key); err != nil {
		return r, false, a.cacheFailed(r.kept.Folder, err)
	}
	r.listing = corpus.Walk(j.inputs, a.readers...)
	fingerprint, known := r.listing.Fingerprint()
	r.key = hashOf(key, j.outputKey(s), fingerprint)
	same = known && r.kept.Unchanged(r.key) && r.cache.Same(ctx, &r.listing, a.corpusOptions(ctx, true))
	return r, same, nil
}

// cacheKey is all that the facts of a file hang on beside the file: the program,
// by its version and by what was built, the catalogue, readers and limits.
func (a *app) cacheKey(ex *extract.Extractor) string {
	built := ""
	if path, err := os.Executable(); err == nil {
		if info, err := os.Stat(path); err == nil {
			built = fmt.Sprint(info.Size(), info.ModTime().UnixNano())
		}
	}
	return hashOf(version(), export.SchemaVersion, built, catalogHash(ex.Catalog()), fmt.Sprintf("%+v %+v", a.limits, a.input))
}

// outputKey is all that the outputs hang on beside the facts.
func (j job) outputKey(s *summary) string {
	names, corrections := "", ""
	for _, f := range j.formats {
		names += f.Name + ","
	}
	if s.corrections != nil {
		corrections = s.corrections.Hash
	}
	return hashOf(names, corrections, fmt.Sprintf("%v %v %+v %q", j.texts, j.keepCopies, j.grouping, j.inputs))
}

func hashOf(parts ...string) string {
	h := sha256.New()
	for _, p := range parts {
		fmt.Fprintf(h, "%d:%s", len(p), p)
	}
	return hex.EncodeToString(h.Sum(nil))
}

// finish puts down what the outputs are of, after they were put into place. The
// results are whole, so what fails here is a warning.
func (a *app) finishResumed(r *resumed, failed int) {
	if r == nil {
		return
	}
	if err := errors.Join(r.cache.Err(), r.cache.Finish(), r.kept.Done(r.key, failed)); err != nil {
		a.log(slog.LevelInfo).Warn("the cache is not whole, so the next --resume reads more files", "folder", r.kept.Folder, "error", err)
	}
}

func (r *resumed) close() {
	if r == nil {
		return
	}
	if r.cache != nil {
		r.cache.Close()
	}
	if r.kept != nil {
		r.kept.Close()
	}
}

// set has a run use the cache.
func (r *resumed) set(o *corpus.Options) {
	if r != nil {
		o.Cache, o.Listing = r.cache, &r.listing
	}
}

func (a *app) cacheFailed(folder string, cause error) error {
	return fmt.Errorf(a.say("缓存 %s 不能使用：%w；请检查磁盘空间和权限，或删除它后再运行",
		"the cache %s cannot be used: %w; check disk space and permissions, or delete it and run again"), folder, cause)
}

// nothingChanged says that the outputs are those of the inputs already.
func (a *app) nothingChanged(j job, r *resumed) {
	if j.quiet {
		return
	}
	if !a.Terminal || a.json() {
		a.log(slog.LevelInfo).Info("nothing changed", "files", len(r.listing.Files))
	}
	fmt.Fprintf(a.Out, a.say("%d 个文件都没有变化，%s/ 中的结果就是它们的，没有改动\n", "none of the %d files changed, and the results in %s/ are theirs; nothing was touched\n"),
		len(r.listing.Files), filepath.ToSlash(filepath.Clean(j.out)))
}

// outputs are what the last run left, nil without --resume.
func (r *resumed) outputs() *export.Kept {
	if r == nil {
		return nil
	}
	return r.kept
}
