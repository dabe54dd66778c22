package ooxml

import "io"

// ratioFrom is the size from which a part's ratio is looked at.
const ratioFrom = 1 << 20

// inflater counts what comes out of one part.
type inflater struct {
	*Package
	in       io.Reader
	packed   int64 // bytes of the part in the archive
	unpacked int64
	err      error // the limit that was passed, or the context's
}

// Read implements io.Reader.
func (f *inflater) Read(b []byte) (int, error) {
	if f.err == nil {
		f.err = f.ctx.Err()
	}
	if f.err != nil {
		return 0, f.err
	}
	n, err := f.in.Read(b)
	f.unpacked += int64(n)
	f.Package.unpacked += int64(n)
	switch {
	case f.Package.unpacked > f.limits.Unpacked:
		f.err = ErrUnpacked
	case f.unpacked > ratioFrom && f.unpacked/f.limits.Ratio > f.packed,
		f.Package.unpacked > ratioFrom && f.Package.unpacked/f.limits.Ratio > f.Package.packed:
		f.err = ErrRatio
	}
	if f.err != nil {
		return 0, f.err
	}
	return n, err
}
