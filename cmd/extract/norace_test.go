//go:build !race

package main

const raceEnabled = false

const slowdown = 1
