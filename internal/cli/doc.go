// Package cli is the command line of extract.
//
//  1. Main picks the language, builds the commands (root.go), runs one and
//     turns its error into an exit status (status.go) and a message
//     (messages.go). help.go prints what the commands are for.
//  2. The main job (job.go) asks that its inputs exist (inputs.go), runs package
//     corpus over them and hands each report to package export; summary.go
//     counts along, report.go prints what came out, with the sums of totals.go,
//     progress.go tells a terminal how far it is.
//     resume.go keeps what it came to for the next run.
//  3. numbers, explain, text, eval and catalog have a file each. They read
//     through package corpus as the main job does (read.go), so that what they
//     show is what it sees.
//  4. terms (terms.go, termsfiles.go) has every report counted by workers of its
//     own and adds them up in order (termsrun.go). compare, trace and audit read
//     the finished results.
//  5. What every command may be given: a user's catalogue (owncatalog.go),
//     profiles (profile.go), limits of what is read (limits.go, input.go).
//
// Text for users is Chinese, English with --lang en or an English locale.
package cli
