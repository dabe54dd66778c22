package export

// Format makes the files of one file format.
type Format struct {
	Name string // its name on the command line
	// File is the one file that holds all tables of a run and the codebook;
	// empty where each table has a file of its own, TABLE.Name.
	File string
	// Open starts the files of a run, all of them in the folder.
	Open func(folder string) (Book, error)
}

// Book takes the tables of a run. Tables may be open side by side. It is not
// safe for concurrent use.
type Book interface {
	// Table starts the table.
	Table(Schema) (Writer, error)
	// Close finishes the files; every table is closed by then.
	Close() error
	// Abort lets go of the files instead; the caller removes them.
	Abort() error
}

// PerTable is a format with a file per table: create starts TABLE.name in the folder.
func PerTable(name string, create func(folder string, s Schema) (Writer, error)) Format {
	return Format{Name: name, Open: func(folder string) (Book, error) { return perTable{folder, create}, nil }}
}

type perTable struct {
	folder string
	create func(folder string, s Schema) (Writer, error)
}

func (b perTable) Table(s Schema) (Writer, error) { return b.create(b.folder, s) }
func (perTable) Close() error                     { return nil }
func (perTable) Abort() error                     { return nil }

// files names what the format makes of the tables.
func (f Format) files(tables []string) []string {
	if f.File != "" {
		return []string{f.File}
	}
	var names []string
	for _, name := range tables {
		names = append(names, name+"."+f.Name)
	}
	return names
}
