package metrics

// entry is one figure, or one thing to be counted, on its way into a group.
// The key packs, from the top: the numbers of who reports, of the period and
// of what is counted, and what the value is for.
type entry struct {
	key   uint64
	value int64 // a coefficient at the key's scale
}

const (
	whoBits  = 20
	timeBits = 10
	whatBits = 20
	auxBits  = 14
)

// groupKey is the upper part of an entry's key: the group.
type groupKey uint64

func keyOf(who, time, what uint32) groupKey {
	return groupKey(who)<<(timeBits+whatBits) | groupKey(time)<<whatBits | groupKey(what)
}

func (k groupKey) who() uint32  { return uint32(k >> (timeBits + whatBits)) }
func (k groupKey) time() uint32 { return uint32(k>>whatBits) & (1<<timeBits - 1) }
func (k groupKey) what() uint32 { return uint32(k) & (1<<whatBits - 1) }

// aux is the lowest part of a key: what the value is for (5 bits), its scale (5), flags (4).
type aux uint16

// use says what an entry's value is for.
type use uint16

const (
	useDone    use = iota // a total that is summed
	useLow                // the lower end of a total that is not exact
	useHigh               // the upper end
	useTarget             // a target total
	useReached            // a result beside the target it answers
	useAimed              // that target
	useGap                // a gap
	useLeft               // a fact that is left out for no other use: useLeft + its Reason
)

const (
	auxScale = 5

	firstOfDoc aux = 1 << 10 // the first fact of its report in the group
	notExact   aux = 1 << 11
	noLowEnd   aux = 1 << 12
	noHighEnd  aux = 1 << 13
)

func auxOf(u use, scale int) aux { return aux(u) | aux(scale)<<auxScale }

func (a aux) use() use   { return use(a & 31) }
func (a aux) scale() int { return int(a >> auxScale & 31) }

func (e *entry) group() groupKey { return groupKey(e.key >> auxBits) }
func (e *entry) aux() aux        { return aux(e.key & (1<<auxBits - 1)) }
