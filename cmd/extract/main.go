// Command extract reads Chinese work reports and writes their figures as
// tables. See internal/cli for its parts and README.md for its use.
package main

import (
	"os"

	"github.com/zhaibao/zhaibao/internal/cli"
)

func main() { os.Exit(cli.Main(os.Args[1:], cli.System())) }
