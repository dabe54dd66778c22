//go:build race

package main

// raceEnabled says that the tests are slowed down by the race detector.
const raceEnabled = true

// slowdown is what it costs, in times.
const slowdown = 5
