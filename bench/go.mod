module github.com/zhaibao/zhaibao/bench

go 1.26.0

replace github.com/zhaibao/zhaibao => ../

require (
	github.com/dlclark/regexp2/v2 v2.12.0
	github.com/go-ego/gse v0.80.3
	github.com/yanyiwu/gojieba v1.4.6
	github.com/zhaibao/zhaibao v0.0.0-00010101000000-000000000000
)

require (
	github.com/vcaesar/cedar v0.20.2 // indirect
	go.yaml.in/yaml/v3 v3.0.6 // indirect
	golang.org/x/text v0.43.0 // indirect
	gonum.org/v1/gonum v0.17.0 // indirect
)
