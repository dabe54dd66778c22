package copies

// table leads from 64-bit hashes to what has them: a report and a fact. It
// takes 9 to 12 bytes an entry, a third of a Go map, and never forgets one.
//
// An entry is 8 bytes: 32 bits of the hash, 22 of the report, 10 of the fact. 12
// more bits of the hash choose one of 4096 shards, which grow by a quarter each
// for itself. So two hashes are taken for one where 44 bits agree: with a million
// entries in one of 17 million lookups.
type table struct {
	shards [1 << shardBits]shard
	n      int
}

type shard struct {
	slots []uint64 // 0 is free
	n     int
}

const (
	shardBits  = 12
	factBits   = 10
	reportBits = 22

	mostReports = 1<<reportBits - 2
	noFact      = 1<<factBits - 1
)

func pack(hash uint64, report, fact int) uint64 {
	if fact < 0 || fact >= noFact {
		fact = noFact
	}
	return hash<<32 | uint64(report+1)<<factBits | uint64(fact)
}

// find returns the entry with the hash.
func (t *table) find(hash uint64) (report, fact int, ok bool) {
	s := &t.shards[hash>>(64-shardBits)]
	if s.n == 0 {
		return 0, 0, false
	}
	for i := s.start(hash << 32); s.slots[i] != 0; i = s.next(i) {
		if e := s.slots[i]; e>>32 == hash&(1<<32-1) {
			fact = int(e & noFact)
			if fact == noFact {
				fact = -1
			}
			return int(e>>factBits&(1<<reportBits-1)) - 1, fact, true
		}
	}
	return 0, 0, false
}

// add puts an entry that find does not find. Reports beyond the four millionth are left out.
func (t *table) add(hash uint64, report, fact int) {
	if report > mostReports {
		return
	}
	s := &t.shards[hash>>(64-shardBits)]
	if (s.n+1)*20 > len(s.slots)*17 {
		s.grow()
	}
	s.put(pack(hash, report, fact))
	s.n++
	t.n++
}

func (s *shard) start(e uint64) int { return int(e >> 32 * uint64(len(s.slots)) >> 32) }

func (s *shard) next(i int) int {
	if i++; i == len(s.slots) {
		return 0
	}
	return i
}

func (s *shard) put(e uint64) {
	i := s.start(e)
	for s.slots[i] != 0 {
		i = s.next(i)
	}
	s.slots[i] = e
}

func (s *shard) grow() {
	old := s.slots
	s.slots = make([]uint64, max(8, len(old)*5/4+1))
	for _, e := range old {
		if e != 0 {
			s.put(e)
		}
	}
}
