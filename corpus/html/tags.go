package html

import "strings"

func set(words string) map[string]bool {
	m := map[string]bool{}
	for _, w := range strings.Fields(words) {
		m[w] = true
	}
	return m
}

var (
	// blocks begin and end a line and end an open paragraph.
	blocks = set(`address article aside blockquote body center dd details dialog dir div dl dt fieldset figcaption figure
		footer form frameset h1 h2 h3 h4 h5 h6 header hgroup hr li legend listing main menu nav ol optgroup option p plaintext pre
		search section summary table ul xmp`)
	// closers are no blocks, and their end tags end what is left open in them all the same.
	closers = set("select button object applet marquee")
	// ordinary blocks end where the formatting around them does.
	ordinary   = set("legend option optgroup")
	tableParts = set("table tbody thead tfoot tr colgroup")
	void       = set("area base basefont bgsound br col embed frame hr img input keygen link meta param source track wbr")
	// unseen elements hold nothing that is read.
	unseen = set(`script style noscript template iframe frame frameset noframes noembed object applet embed audio video canvas
		svg map datalist head meta title link base xml rt rp sdfield colgroup col button progress meter`)
	// runs are the elements of plain formatting.
	runs = set("b big em font i small span strong tt u ins sub sup s strike del bdo bdi cite dfn code kbd samp var mark abbr acronym q nobr st1 wbr")
	// boxes are inline elements that stand apart from what is beside them.
	boxes = set("label input select img textarea td th")
)

func heading(tag string) uint8 {
	if len(tag) == 2 && tag[0] == 'h' && tag[1] >= '1' && tag[1] <= '6' {
		return tag[1] - '0'
	}
	return 0
}

// attrNames are the attributes that are read.
var attrNames = func() map[string]string {
	m := map[string]string{}
	for k := range set(`id class style hidden href colspan rowspan start type value name content role title reversed
		http-equiv selected disabled`) {
		m[k] = k
	}
	return m
}()

// tagNames are interned, so that the nodes of a large page share them.
var tagNames = func() map[string]string {
	m := map[string]string{}
	for _, s := range []map[string]bool{blocks, tableParts, void, unseen, runs, boxes, set("a html o:p")} {
		for k := range s {
			m[k] = k
		}
	}
	return m
}()

func intern(name []byte) string {
	if s, ok := tagNames[string(name)]; ok {
		return s
	}
	if len(name) == 0 {
		return "?"
	}
	return string(name)
}
