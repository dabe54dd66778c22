package terms

import (
	"time"

	"github.com/zhaibao/zhaibao/extract/pattern"
)

func engine(expr string, limit time.Duration) (Finder, error) { return pattern.Find(expr, limit) }
