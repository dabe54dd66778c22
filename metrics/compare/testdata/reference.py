"""Writes reference.json: what numpy and scipy say of the measures.

python3 reference.py > reference.json   (written with numpy 1.24.2, scipy 1.10.1)
"""
import json
import numpy as np
from scipy import stats

VALUES = {
    "distinct": [3, 1, 4, 15, 9, 2, 6],
    "ties": [2, 2, 3, 5, 5, 5, 8, 1],
    "negative": [-4, 0, 7.5, -4, 12, 3, 3],
    "one far off": [120, 98, 131, 104, 117, 98000, 110],
    "mostly the same": [5, 5, 5, 5, 9, 1],
    "even number": [1, 2, 3, 4, 100, 7],
    "a single one": [42],
    "five": [1, 2, 3, 4, 100],
}
PAIRS = {
    "no ties": ([1, 2, 3, 4, 5, 6], [2, 1, 4, 3, 6, 5]),
    "ties in both": ([1, 2, 2, 3, 3, 3, 9], [4, 4, 1, 7, 7, 2, 7]),
    "opposite": ([1, 2, 3, 4], [40, 30, 20, 10]),
    "wide span": ([12, 900, 33000, 5, 5, 71], [0.2, 18, 700, 0.3, 0.1, 4]),
    "three": ([1, 2, 3], [1, 3, 2]),
}
MATRICES = {
    "plain": ([[120, 35000, 8], [80, 41000, 3], [95, 12000, 12], [60, 18000, 5], [130, 26000, 9]], [False, False, False]),
    "less is better": ([[120, 35, 8], [80, 41, 3], [95, 12, 12], [60, 18, 5]], [False, True, False]),
    "a column that is the same": ([[1, 7, 2], [4, 7, 1], [2, 7, 5], [3, 7, 3]], [False, False, False]),
    "negative and ties": ([[-3, 10], [0, 10], [5, 4], [5, 1]], [False, False]),
    "more columns than regions": ([[1, 5, 2, 8], [3, 1, 2.5, 4], [2, 2, 7, 9]], [False, False, False, False]),
}
GROWTH = {
    "closer": ([10, 20, 40, 80, 160], [22, 30, 57, 99, 170], 1),
    "further": ([10, 20, 40, 80], [10, 22, 55, 130], 3),
}


def modified_z(x):
    x = np.array(x, float)
    mad = stats.median_abs_deviation(x)
    if mad:
        return list(0.6745 * (x - np.median(x)) / mad)
    return list((x - np.median(x)) / (1.253314 * np.mean(np.abs(x - np.median(x)))))


def index(x, lower):
    x, lower = np.array(x, float), np.array(lower)
    n = len(x)
    span = np.ptp(x, axis=0)
    live = span > 0
    safe = np.where(live, span, 1)
    y = np.where(lower, x.max(axis=0) - x, x - x.min(axis=0)) / safe
    e = np.ones(x.shape[1])
    for j in np.flatnonzero(live):
        e[j] = stats.entropy(y[:, j]) / np.log(n)  # scipy divides by the sum itself
    w = np.where(live, 1 - e, 0)
    w = w / w.sum()
    v = x / np.linalg.norm(x, axis=0) * w
    up = np.where(lower, v.min(axis=0), v.max(axis=0))
    down = np.where(lower, v.max(axis=0), v.min(axis=0))
    far, near = np.linalg.norm(v - up, axis=1), np.linalg.norm(v - down, axis=1)
    lack = np.where(live, w * (1 - y), 0)
    return {"entropies": list(e), "weights": list(w), "scores": list(y @ w), "closeness": list(near / (far + near)),
            "obstacles": (lack / lack.sum(axis=1, keepdims=True)).tolist()}


def pca(x):
    x = np.array(x, float)
    x = x[:, np.ptp(x, axis=0) > 0]
    z = (x - x.mean(axis=0)) / x.std(axis=0, ddof=1)
    values, vectors = np.linalg.eigh(np.corrcoef(x, rowvar=False))
    order = np.argsort(values)[::-1]
    values, vectors = values[order], vectors[:, order]
    keep = values > 1e-9
    values, vectors = values[keep], vectors[:, keep]
    for k in range(vectors.shape[1]):
        if vectors[np.argmax(np.abs(vectors[:, k]) > np.abs(vectors[:, k]).max() - 1e-9), k] < 0:
            vectors[:, k] *= -1
    return {"variances": list(values), "explained": list(values / x.shape[1]),
            "loadings": (vectors * np.sqrt(values)).T.tolist(), "scores": (z @ vectors).tolist()}


def beta(first, last, years):
    x = np.log(first)
    g = np.log(np.array(last, float) / first) / years
    r = stats.linregress(x, g)
    return {"slope": r.slope, "intercept": r.intercept, "se": r.stderr, "t": r.slope / r.stderr, "r2": r.rvalue ** 2}


def benford(counts):
    n = sum(counts)
    expected = np.log10(1 + 1 / np.arange(1, 10)) * n
    chi = stats.chisquare(counts, expected)
    return {"chi_square": chi.statistic, "p": chi.pvalue, "mad": np.mean(np.abs(np.array(counts) / n - expected / n))}


POWERS = [int(str(2 ** k)[0]) for k in range(200)]  # of two: they follow the law
out = {
    "values": [{"name": k, "values": v,
                "rank": [int(r) for r in stats.rankdata([-x for x in v], "min")],
                "mid": list(stats.rankdata(v)),
                "quantiles": [float(np.quantile(v, q)) for q in (0, 0.1, 0.25, 0.5, 0.75, 0.9, 1)],
                "z": modified_z(v) if len(v) >= 5 else None,
                "cv": float(stats.variation(v, ddof=1)) if len(v) > 1 and np.mean(v) > 0 else None} for k, v in VALUES.items()],
    "pairs": [{"name": k, "x": x, "y": y, "spearman": stats.spearmanr(x, y)[0], "tau_b": stats.kendalltau(x, y, variant="b")[0]}
              for k, (x, y) in PAIRS.items()],
    "matrices": [{"name": k, "data": x, "lower": lower, "index": index(x, lower), "pca": pca(x)} for k, (x, lower) in MATRICES.items()],
    "growth": [dict(beta(np.array(a, float), b, t), name=k, first=a, last=b, years=t) for k, (a, b, t) in GROWTH.items()],
    "benford": [dict(benford([POWERS.count(d) for d in range(1, 10)]), name="powers of two"),
                dict(benford([20] * 9), name="every digit alike")],
}
print(json.dumps(out, indent=1, ensure_ascii=False))
