package cli

import (
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"

	"github.com/zhaibao/zhaibao/corpus/identity"
	"github.com/zhaibao/zhaibao/export"
)

// identities reads the file that --meta names; nil where none is named.
func (a *app) identities(j job, s *summary) (*identity.List, error) {
	if !j.identifies {
		return nil, nil
	}
	data, err := os.ReadFile(j.meta)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return nil, a.usagef("找不到 --meta 文件 %q。没有写出任何结果", "no --meta file %q. Nothing was written", j.meta)
	case err != nil:
		return nil, a.usagef("读不了 --meta 文件 %q：%v。没有写出任何结果", "the --meta file %q cannot be read: %v. Nothing was written", j.meta, err)
	}
	sum := sha256.Sum256(data)
	s.identityHash = "sha256:" + hex.EncodeToString(sum[:])
	return identity.Read(j.meta, data)
}

// identified is what run.json says of the file.
func (s *summary) identified() *export.Identity {
	if s.identity == nil {
		return nil
	}
	o := s.stats.Identity
	return &export.Identity{File: s.identity.Name, Hash: s.identityHash, Used: o.Used, Unused: len(o.Unused)}
}

// printUnused warns of every row that was of no use.
func (s *summary) printUnused(w io.Writer) {
	unused := s.stats.Identity.Unused
	for i := range unused {
		p := &unused[i]
		if i == listedFailures {
			fmt.Fprintf(w, s.lang.say("  …还有 %d 行\n", "  … and %d more\n"), len(unused)-i)
			break
		}
		fmt.Fprintf(w, "%s%s\n", s.lang.say("警告：", "warning: "), s.lang.say(p.Error(), p.English()))
	}
}

// printIdentity counts the rows, where there is a file of them.
func (s *summary) printIdentity(w io.Writer) {
	if s.identity == nil {
		return
	}
	o := s.stats.Identity
	fmt.Fprintf(w, s.lang.say("地区、报告期等（%s）：用上 %d 行，没有用上 %d 行\n", "identities (%s): %d rows used, %d not\n"), s.identity.Name, o.Used, len(o.Unused))
}
