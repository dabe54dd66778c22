package cli

import "runtime/debug"

// release is the version of the next release; -ldflags -X sets it in packages.
var release = "0.1.0-dev"

// version is the module's version where the program was installed by one.
func version() string {
	if info, ok := debug.ReadBuildInfo(); ok && info.Main.Version != "" && info.Main.Version != "(devel)" {
		return info.Main.Version
	}
	return release
}
