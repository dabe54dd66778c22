package doc

import (
	"context"
	"net/url"
	"os"
	"os/exec"
	"path/filepath"
	"time"

	"github.com/zhaibao/zhaibao/corpus"
	"github.com/zhaibao/zhaibao/corpus/internal/flow"
)

// grace is how long soffice has to let go of its pipes once it was killed.
const grace = 2 * time.Second

// convert has LibreOffice make a .docx of the file, in a folder and with a
// profile of its own, and reads that. LibreOffice runs no macro of a file that
// it only converts.
func (o Options) convert(ctx context.Context, s corpus.Source) (corpus.Text, error) {
	folder, err := os.MkdirTemp("", "zhaibao-doc-")
	if err != nil {
		return corpus.Text{}, err
	}
	defer os.RemoveAll(folder)
	in, out := filepath.Join(folder, "in.doc"), filepath.Join(folder, "out")
	if err := os.WriteFile(in, s.Data, 0o600); err != nil {
		return corpus.Text{}, err
	}
	limited, cancel := context.WithTimeout(ctx, o.Timeout)
	defer cancel()
	cmd := exec.CommandContext(limited, o.Soffice, "-env:UserInstallation="+fileURL(filepath.Join(folder, "profile")),
		"--headless", "--norestore", "--nolockcheck", "--convert-to", "docx", "--outdir", out, in)
	cmd.Dir = folder
	cmd.WaitDelay = grace
	ownGroup(cmd)
	if err := cmd.Run(); err != nil {
		return corpus.Text{}, err
	}
	path := filepath.Join(out, "in.docx")
	info, err := os.Stat(path)
	if err != nil {
		return corpus.Text{}, err
	}
	if info.Size() > flow.Budget(s) {
		return corpus.Text{}, flow.ErrTooMuch
	}
	data, err := os.ReadFile(path)
	if err != nil {
		return corpus.Text{}, err
	}
	return o.Docx.Read(ctx, corpus.Source{Name: s.Name, Data: data, Limits: s.Limits})
}

func fileURL(path string) string {
	path = filepath.ToSlash(path)
	if path[0] != '/' { // C:/…
		path = "/" + path
	}
	return (&url.URL{Scheme: "file", Path: path}).String()
}
