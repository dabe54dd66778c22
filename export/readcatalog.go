package export

import (
	"slices"

	"github.com/zhaibao/zhaibao/extract/catalog"
)

// ReadCatalog returns cat with the metrics that it does not know and that the
// folder's codebook.csv lists: those of the catalogue that the folder was
// written with, in their order. A metric's name is the one in table.csv.
func ReadCatalog(dir string, cat *catalog.Catalog) (*catalog.Catalog, error) {
	table, err := readSheet(dir, tableName)
	if err != nil {
		return nil, err
	}
	if err := table.need("metric", "metric_name"); err != nil {
		return nil, err
	}
	book, err := readSheet(dir, codebookName)
	if err != nil || book.need("table", "name", "summed") != nil {
		return cat, nil // ReadTable tells of metrics that nobody knows
	}
	names := map[string]string{}
	for i := range table.rows {
		names[table.text(i, "metric")] = table.text(i, "metric_name")
	}
	own := *cat
	own.Metrics = slices.Clip(own.Metrics)
	for i := range book.rows {
		code := book.text(i, "name")
		name, used := names[code]
		if _, known := own.Lookup(code); known || !used || book.text(i, "table") != "metric" || len(own.Metrics) >= catalog.MostMetrics {
			continue
		}
		own.Metrics = append(own.Metrics, catalog.MetricDef{Code: code, Name: name, NameEN: code, Additive: book.text(i, "summed") == summable})
	}
	return &own, nil
}
