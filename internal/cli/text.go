package cli

import (
	"io"

	"github.com/spf13/cobra"
)

func (a *app) textCommand() *cobra.Command {
	return &cobra.Command{
		Use:   a.say("text 文件|-", "text FILE|-"),
		Short: a.say("输出解码后的正文（各表的 start、end 即指此文）", "print the decoded text, the one that start and end refer to"),
		Long: a.say("输出文件解码后的正文：UTF-8，去掉 BOM，换行不变，无法解码的字节为 U+FFFD。各表的 start、end 以其码点计。",
			"Prints a file's decoded text: UTF-8 without BOM, line ends kept, U+FFFD for a bad byte. start and end in every table count its code points."),
		DisableFlagsInUseLine: true,
		Args:                  a.exactly(1, "text 需要一个文件，或 -", "text needs one file, or -"),
		RunE: func(c *cobra.Command, args []string) error {
			text, err := a.readText(c.Context(), args[0])
			if err == nil {
				_, err = io.WriteString(a.Out, text)
			}
			return err
		},
	}
}
