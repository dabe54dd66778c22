package catalog

import "fmt"

// Metric is the number of a metric in a catalogue, in the catalogue's order.
type Metric uint8

// MetricDef is one line of the catalogue.
type MetricDef struct {
	Code   string `yaml:"code"`    // activity_sessions
	Name   string `yaml:"name"`    // 活动场次
	NameEN string `yaml:"name_en"` // activity sessions
	Doc    string `yaml:"doc"`     // what it counts, one sentence in Chinese
	// Additive says that actual totals of the metric may be summed over reports.
	Additive bool `yaml:"additive"`
}

// Class groups units that count the same kind of thing.
type Class string

// The classes of unit. None stands for numbers without a unit, Any for every class.
const (
	People    Class = "people"
	Household Class = "household"
	Session   Class = "session"
	Money     Class = "money"
	Ratio     Class = "ratio"
	Area      Class = "area"
	Length    Class = "length"
	Volume    Class = "volume"
	Weight    Class = "weight"
	Energy    Class = "energy"
	Data      Class = "data"
	Time      Class = "time"
	Copy      Class = "copy"
	Place     Class = "place"
	Team      Class = "team"
	Thing     Class = "thing"
	None      Class = "none"
	Any       Class = "any"
)

// Classes lists every class a unit or a word may name.
var Classes = []Class{People, Household, Session, Money, Ratio, Area, Length, Volume, Weight, Energy,
	Data, Time, Copy, Place, Team, Thing, None, Any}

// UnitDef is a unit or classifier as it follows a number.
type UnitDef struct {
	Unit   string   `yaml:"unit"`
	Class  Class    `yaml:"class"`
	Base   string   `yaml:"base"`             // what values are converted to
	Factor string   `yaml:"factor"`           // Base per Unit, a plain decimal
	Metric string   `yaml:"metric,omitempty"` // what the unit suggests when nothing else is known
	Also   []string `yaml:"also,omitempty"`   // other spellings; the unit reported is the spelling found
	// Spell lists spellings that are reported as Unit itself (平米 as 平方米).
	Spell []string `yaml:"spell,omitempty"`
}

// WordDef is vocabulary that points to a metric for quantities of some classes.
type WordDef struct {
	Metric string   `yaml:"metric"`
	Units  []Class  `yaml:"units"`
	Nouns  []string `yaml:"nouns,omitempty"` // heads that decide by themselves
	Weak   []string `yaml:"weak,omitempty"`  // heads that yield to a verb
	Verbs  []string `yaml:"verbs,omitempty"` // predicates that decide where no noun does
}

// Catalog is the metrics and the vocabulary. Treat it as read-only.
type Catalog struct {
	Metrics []MetricDef
	Units   []UnitDef
	Words   []WordDef
	// NumeralWords are the words that hold a numeral without counting anything (统一, 十四五), one a line.
	NumeralWords string
	// Fold holds pairs "traditional simplified", one a line.
	Fold string

	// What only users' files have; see Load.
	Patterns []PatternDef `json:",omitempty"`
	Examples []ExampleDef `json:",omitempty"`
	Own      []OwnWord    `json:"-"`
}

// Lookup returns the metric with the code.
func (c *Catalog) Lookup(code string) (Metric, bool) {
	for i := range c.Metrics {
		if c.Metrics[i].Code == code {
			return Metric(i), true
		}
	}
	return 0, false
}

// Code returns the code of m, "" for a number the catalogue does not know.
func (c *Catalog) Code(m Metric) string {
	if int(m) >= len(c.Metrics) {
		return ""
	}
	return c.Metrics[m].Code
}

// Check reports the first inconsistency: an unknown code, class or factor.
func (c *Catalog) Check() error {
	for _, u := range c.Units {
		if err := c.checkUnit(u); err != nil {
			return err
		}
	}
	for _, w := range c.Words {
		if _, ok := c.Lookup(w.Metric); !ok {
			return fmt.Errorf("words: unknown metric %q (see metrics.yaml for the codes)", w.Metric)
		}
		for _, class := range w.Units {
			if !known(class) {
				return fmt.Errorf("words of %s: unknown unit class %q", w.Metric, class)
			}
		}
	}
	return nil
}

func (c *Catalog) checkUnit(u UnitDef) error {
	if u.Unit == "" || !known(u.Class) {
		return fmt.Errorf("unit %q: unknown class %q", u.Unit, u.Class)
	}
	if _, ok := c.Lookup(u.Metric); !ok && u.Metric != "" {
		return fmt.Errorf("unit %q: unknown metric %q", u.Unit, u.Metric)
	}
	return nil
}

func known(class Class) bool {
	for _, k := range Classes {
		if k == class {
			return true
		}
	}
	return false
}
