"""Writes reference.json: the measures once more, by another way.

python3 reference.py > reference.json

Standard library only. G2 is the sum over the cells of -2·ln of likelihoods
(binomials with one rate against two), not of O·ln(O/E); the tail of
chi-square(1) is integrated numerically, entropy is summed as -p·log2 p in
rational p, the adjusted p-values are taken from their definition.
"""
import json
from fractions import Fraction
from math import exp, log, log2, log10, pi, sqrt

TABLES = [
    [10, 90, 10, 890], [5, 5, 5, 5], [0, 100, 20, 80], [3, 0, 0, 3], [3, 1, 2, 4], [2, 3, 3, 2], [1, 0, 4, 5],
    [2, 1, 2, 2], [120, 35, 99880, 899965], [1, 1, 999999, 8999999], [7, 0, 493, 12000], [400, 4000, 20000, 199000],
]
DIFFS = [[10, 100, 10, 900], [3, 5, 1, 5], [0, 5, 1, 5], [120, 100000, 35, 900000], [1, 7, 3, 11]]
PMIS = [[8, 16, 32, 1024], [2, 3, 4, 7], [1, 1, 2, 7], [3, 3, 3, 11], [50, 900, 70, 123456]]
COUNTS = [[7], [1, 1, 1, 1], [2, 1, 1], [4, 2, 1, 1], [3, 1], [120, 5, 5, 1, 1, 1], [1] * 37, [9, 8, 7, 6, 5, 4, 3, 2, 1]]
IDFS = [[1000, 10], [3, 1], [3, 3], [9999, 7]]
PVALUES = [[0.01, 0.04, 0.03, 0.005], [0.02, 0.03, 0.9], [0.5], [1e-12, 0.2, 0.2, 0.04, 1], [0.001, 0.001, 0.9, 0.8, 0.7]]


def loglik(k, n, p):
    """ln of the likelihood of k successes in n at rate p, without the binomial coefficient."""
    out = 0.0
    if k:
        out += k * log(p)
    if n - k:
        out += (n - k) * log(1 - p)
    return out


def g2(a, b, c, d):
    """Of a term's a and b occurrences in two corpora with c and d other words."""
    n1, n2 = a + c, b + d
    p = Fraction(a + b, n1 + n2)
    return 2 * (loglik(a, n1, Fraction(a, n1)) + loglik(b, n2, Fraction(b, n2)) - loglik(a, n1, p) - loglik(b, n2, p))


def tail(x):
    """P(chi-square(1) > x) = 2·P(Z > √x), by Simpson's rule over 40 standard deviations."""
    lo, hi, steps = sqrt(max(x, 0)), sqrt(max(x, 0)) + 40, 400000
    h = (hi - lo) / steps
    f = lambda z: exp(-z * z / 2) / sqrt(2 * pi)
    total = f(lo) + f(hi) + sum((4 if i % 2 else 2) * f(lo + i * h) for i in range(1, steps))
    return 2 * total * h / 3


def adjusted(p):
    """BH: the least q at which the test is rejected, tried for every q that can be one."""
    m, ranks = len(p), sorted(p)
    out = []
    for x in p:
        out.append(min([1.0] + [ranks[j] * m / (j + 1) for j in range(m) if ranks[j] >= x]))
    return out


def entropy(counts):
    n = sum(counts)
    return sum(-float(Fraction(c, n)) * log2(Fraction(c, n)) for c in counts)


def table(o):
    value = g2(o[0], o[1], o[2], o[3])
    return {"o": o, "g2": value, "p": tail(value)}


print(json.dumps({
    "g2": [table(o) for o in TABLES],
    "diff": [{"in": d, "out": float(100 * (Fraction(d[0], d[1]) / Fraction(d[2], d[3]) - 1))} for d in DIFFS],
    "pmi": [{"in": m, "out": log2(Fraction(m[0], m[3]) / (Fraction(m[1], m[3]) * Fraction(m[2], m[3])))} for m in PMIS],
    "entropy": [{"in": c, "out": entropy(c)} for c in COUNTS],
    "idf": [{"in": c, "out": log10(Fraction(c[0], c[1]))} for c in IDFS],
    "adjust": [{"in": p, "out": adjusted(p)} for p in PVALUES],
}, indent=1))
