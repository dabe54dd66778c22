package cli

import (
	"github.com/spf13/cobra"

	"github.com/zhaibao/zhaibao/export"
)

func (a *app) schemaCommand() *cobra.Command {
	c := &cobra.Command{
		Use:                   "schema",
		Short:                 a.say("输出 facts.jsonl 的 JSON Schema", "print the JSON Schema of facts.jsonl"),
		Long:                  a.say("输出 facts.jsonl 每一行的 JSON Schema（draft 2020-12）。", "Prints the JSON Schema (draft 2020-12) of a line of facts.jsonl."),
		DisableFlagsInUseLine: true,
		Args:                  a.exactly(0, "schema 不要参数", "schema takes no arguments"),
		RunE: func(*cobra.Command, []string) error {
			cat, err := a.catalog()
			if err == nil {
				_, err = a.Out.Write(export.FactsSchema(cat))
			}
			return err
		},
	}
	a.catalogFlag(c.Flags())
	return c
}
