package cli

import (
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"github.com/zhaibao/zhaibao/export"
)

func (a *app) formatsCommand() *cobra.Command {
	return &cobra.Command{
		Use:   "formats",
		Short: a.say("列出能读和能写的格式", "list the formats that are read and written"),
		Long: a.say("列出能读的格式及其扩展名，和能写的格式。读取时以内容为准，不看扩展名。",
			"Lists the formats that are read, with their endings, and those that are written. What a file is read as is told by its content."),
		DisableFlagsInUseLine: true,
		Args:                  a.exactly(0, "formats 不要参数", "formats takes no arguments"),
		RunE: func(*cobra.Command, []string) error {
			a.listFormats()
			return nil
		},
	}
}

func (a *app) listFormats() {
	rows := [][]string{{a.say("读", "read"), "txt", ".txt"}, {"", "md", ".md"}, {"", "zip", ".zip"}}
	for _, r := range a.readers {
		if r.Format != "" {
			rows = append(rows, []string{"", r.Format, strings.Join(r.Endings, " ")})
		}
	}
	for i, f := range a.known {
		row := []string{"", f.Name, ""}
		if i == 0 {
			row[0] = a.say("写", "written")
		}
		if f.Name == export.CSV.Name {
			row[2] = a.say("默认", "default")
		}
		rows = append(rows, row)
	}
	fmt.Fprint(a.Out, align(rows, leftward))
}
