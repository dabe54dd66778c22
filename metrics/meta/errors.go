package meta

import "github.com/zhaibao/zhaibao/internal/byhand"

// Problem is what is wrong at one place of the file.
type Problem = byhand.Problem

// Error is a file that cannot be used, with all its problems in the order of its lines.
type Error = byhand.Error

type message = byhand.Message

func sayf(zh, en string, args ...any) message { return byhand.Sayf(zh, en, args...) }
