module github.com/zhaibao/zhaibao

go 1.26
