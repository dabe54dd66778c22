package ooxml

import (
	"archive/zip"
	"bytes"
	"context"
	"errors"
	"fmt"
	"strings"

	"github.com/zhaibao/zhaibao/corpus"
)

// maxParts is the most members of a package; large workbooks have some hundred.
const maxParts = 1 << 16

// The errors of whole packages.
var (
	ErrEncrypted = corpus.Problem("文件有打开密码，请在 Word/Excel/WPS 里去掉密码、另存后再试",
		"the file is locked with a password; remove the password, save it and try again")
	ErrDamaged = corpus.Problem("文件已损坏或不完整，请重新拷贝，或用 Word/Excel/WPS 打开修复、另存后再试",
		"the file is damaged or cut short; copy it again, or open and save it to repair it")
	ErrParts = corpus.Problem("文件里的部件多得不合常理，不予读取；请打开后另存再试",
		"the file has far too many parts to be read; open it and save it anew")
	ErrNames = corpus.Problem("文件里有指向包外的路径，不予读取；请用 Word/Excel/WPS 打开、另存后再试",
		"a name in the file leads out of the archive, so it is not read; open it and save it anew")
	ErrUnpacked = corpus.Problem("文件解压后超过大小上限，请拆分，或提高上限",
		"the file is larger than the limit when unpacked; split it or raise the limit")
	ErrRatio = corpus.Problem("文件的压缩比高得不合常理（可能是压缩炸弹），不予读取；如确认无误，请打开后另存，或提高上限",
		"the file unpacks to far more than its size, perhaps a zip bomb, so it is not read; open it and save it anew or raise the limit")
	ErrDepth = corpus.Problem("文件里的标记嵌套太深，请打开后另存再试，或提高上限",
		"the markup is nested too deeply; open it and save it anew or raise the limit")
	ErrDTD = corpus.Problem("文件里有文档类型声明（DTD），正常的 Office 文件没有，不予读取；请打开后另存再试",
		"the markup has a document type declaration, which Office files never have, so it is not read; open it and save it anew")
)

// Package is an open package. It reads one part at a time.
type Package struct {
	ctx      context.Context
	limits   corpus.Limits
	parts    map[string]*zip.File // by clean name; nil for a name that stands twice
	packed   int64                // size of the file
	unpacked int64                // bytes inflated so far
}

// Open looks at the package's directory.
func Open(ctx context.Context, data []byte, limits corpus.Limits) (*Package, error) {
	if Encrypted(data) {
		return nil, ErrEncrypted
	}
	if bytes.Count(data, []byte("PK\x01\x02")) > maxParts {
		return nil, ErrParts
	}
	z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil && !errors.Is(err, zip.ErrInsecurePath) {
		return nil, ErrDamaged
	}
	p := &Package{ctx: ctx, limits: limits.Filled(), parts: map[string]*zip.File{}, packed: int64(len(data))}
	for _, f := range z.File {
		name := clean(f.Name)
		switch {
		case f.Flags&1 != 0:
			return nil, ErrEncrypted
		case outside(name):
			return nil, ErrNames
		}
		if _, twice := p.parts[name]; twice {
			f = nil
		}
		p.parts[name] = f
	}
	return p, ctx.Err()
}

// outside reports whether a name would lead out of the archive's folder.
func outside(name string) bool {
	for step := range strings.SplitSeq(name, "/") {
		if step == ".." || strings.HasSuffix(step, ":") {
			return true
		}
	}
	return strings.Contains(name, "\x00")
}

// Has reports whether the package has a part of that name.
func (p *Package) Has(name string) bool {
	_, ok := p.parts[clean(name)]
	return ok
}

// Scan streams a part: visit is called with the scanner on its root element,
// then the rest of the part is read, so that one damaged anywhere fails.
func (p *Package) Scan(name string, visit func(*Scanner)) error {
	f := p.parts[clean(name)]
	if f == nil {
		return damaged(name, errors.New("missing or there twice"))
	}
	packed, err := f.Open()
	if err != nil {
		return damaged(name, err)
	}
	defer packed.Close()
	in := &inflater{Package: p, in: packed, packed: int64(f.CompressedSize64)}
	s := newScanner(p.ctx, in, p.limits.Depth)
	if s.Child(0) {
		visit(s)
	}
	for s.Child(0) { // nothing but one root; reads to the end
		s.fail(errors.New("two root elements"))
	}
	switch {
	case in.err != nil:
		return in.err
	case s.problem != nil:
		return s.problem
	case s.err != errEnd:
		return damaged(name, s.err)
	}
	return nil
}

// damaged says which part cannot be read.
func damaged(name string, err error) error {
	return &damage{part: name, err: err}
}

// damage is ErrDamaged with the part and its cause; the text names the part
// only, since the cause is in the words of the decoder.
type damage struct {
	part string
	err  error
}

func (d *damage) Error() string { return fmt.Sprintf("%v [%s]", ErrDamaged, d.part) }

func (d *damage) Unwrap() []error { return []error{ErrDamaged, d.err} }
