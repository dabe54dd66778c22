package export

import (
	"encoding/json"
	"os"
	"path/filepath"
)

// SchemaVersion is the version of the output contract. It changes when a
// column is renamed, removed or means something else.
const SchemaVersion = "1"

const (
	program  = "zhaibao"
	runName  = "run.json"
	textsDir = "texts"
)

// RunInfo is what the caller tells of a run.
type RunInfo struct {
	Version     string             `json:"version"`
	CatalogHash string             `json:"catalog_hash"`
	Inputs      []string           `json:"inputs"`
	Skipped     map[string]int     `json:"skipped"`           // files passed over, by reason
	Unsupported []string           `json:"unsupported"`       // those of them whose format is not read
	Catalog     *CatalogFile       `json:"catalog,omitempty"` // the user's, none without --catalog
	Corrections *Corrections       `json:"corrections,omitempty"`
	Identity    *Identity          `json:"identity,omitempty"`
	Failures    []Failure          `json:"failures"` // those of the items given to Add are added
	Started     string             `json:"started"`  // RFC 3339
	Timings     map[string]float64 `json:"timings"`  // seconds by stage
}

// CatalogFile tells of the user's catalogue of a run; catalog_hash covers it.
type CatalogFile struct {
	File         string `json:"file"`
	PatternStops int    `json:"pattern_stops"` // matches that were stopped by their time limit
}

// Corrections tells of the corrections file of a run.
type Corrections struct {
	File      string `json:"file"`
	Hash      string `json:"hash"`      // sha256: and hex, of its bytes
	Applied   int    `json:"applied"`   // rows carried out
	Unmatched int    `json:"unmatched"` // rows whose text was read, but that could not be carried out
	Unused    int    `json:"unused"`    // rows whose text was not in this run
}

// Identity tells of the file that said whose reports they are.
type Identity struct {
	File   string `json:"file"`
	Hash   string `json:"hash"`   // sha256: and hex, of its bytes
	Used   int    `json:"used"`   // rows that spoke of a report of this run
	Unused int    `json:"unused"` // rows that did not
}

// Failure is a file that could not be read.
type Failure struct {
	File  string `json:"file"`
	Error string `json:"error"`
}

// Counts is what was written.
type Counts struct {
	Documents   int `json:"documents"` // reports
	Failed      int `json:"failed"`    // files without a report
	Characters  int `json:"characters"`
	Numbers     int `json:"numbers"`
	Unexplained int `json:"unexplained"`
	Facts       int `json:"facts"`
	Gaps        int `json:"gaps"`
	TableRows   int `json:"table_rows"`
	WideRows    int `json:"wide_rows"`
}

// manifest is run.json.
type manifest struct {
	Program       string `json:"program"`
	SchemaVersion string `json:"schema_version"`
	RunInfo
	Counts Counts   `json:"counts"`
	Files  []string `json:"files"` // what this run wrote, with slashes, relative to the folder
}

// write puts run.json into the folder.
func (m manifest) write(folder string) error {
	m.Program, m.SchemaVersion = program, SchemaVersion
	if m.Inputs == nil {
		m.Inputs = []string{}
	}
	if m.Skipped == nil {
		m.Skipped = map[string]int{}
	}
	if m.Unsupported == nil {
		m.Unsupported = []string{}
	}
	if m.Failures == nil {
		m.Failures = []Failure{}
	}
	if m.Timings == nil {
		m.Timings = map[string]float64{}
	}
	if m.Files == nil {
		m.Files = []string{}
	}
	data, err := json.MarshalIndent(m, "", "  ")
	if err != nil {
		return err
	}
	return writeWhole(filepath.Join(folder, runName), append(data, '\n'))
}

// readManifest reads the folder's run.json; ok is false where there is none of ours.
func readManifest(folder string) (m manifest, ok bool) {
	data, err := os.ReadFile(filepath.Join(folder, runName))
	if err != nil || json.Unmarshal(data, &m) != nil {
		return manifest{}, false
	}
	return m, m.Program == program && m.SchemaVersion != ""
}
