//go:build race

package main

// slowdown is what the race detector costs, in times.
const slowdown = 5
