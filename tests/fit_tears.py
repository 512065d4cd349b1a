#!/usr/bin/env python3
"""Fits the weights of lib/src/join_odds.cc anew: tears articles as tear.py does and asks jb-split --explain what it saw.

  fit_tears.py --bin DIR [--tears 1000] [--seed 5] PAGE.txt…

Each pair of an open head and a tail that jb-split weighed is a case, right where it is the tear that was made. Logistic regression
with a light ridge; signs that no tear shows (closed, jump) keep their weight 0 here. Prints the weights, and how many tears would be
joined rightly and wrongly where the best tail of a head has better odds than all other places together.
"""
import argparse, collections, math, os, random, re, subprocess, tempfile
from tear import key, lines_of, records, tear

LINE = re.compile(r"(joined|apart), odds (\S+): …(.*) \| (.*)… \(bytes .*?\): (.*)$")


def weighed(binary, text):
    """Every pair that jb-split weighed: last characters of the head, first of the tail, the signs."""
    with tempfile.NamedTemporaryFile("w", suffix=".txt", encoding="utf-8", delete=False) as f:
        f.write(text)
    try:
        said = subprocess.run([binary, "-j", "1", "--explain", f.name], stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, check=True).stderr
    finally:
        os.unlink(f.name)
    for line in said.decode("utf-8").split("\n"):
        if m := LINE.search(line):
            yield m[3], m[4], {name: float(value) for name, value in re.findall(r"(\w+) (-?[\d.]+) x", m[5])}


def cases(binary, pages, tears, seed):
    rng, rows = random.Random(seed), []
    for number in range(tears):
        _, head, tail, text = tear(rng, rng.choice(pages))
        for end, begin, signs in weighed(binary, text):
            if "closed" not in signs and "jump" not in signs:
                right = key(head[-1]).endswith(key(end)) and key(tail[0]).startswith(key(begin))
                rows.append(((number, end), signs, right))
    return rows


def solve(matrix, vector):
    n, rows = len(vector), [row[:] + [v] for row, v in zip(matrix, vector)]
    for i in range(n):
        pivot = max(range(i, n), key=lambda r: abs(rows[r][i]))
        rows[i], rows[pivot] = rows[pivot], rows[i]
        for r in range(n):
            if r != i and rows[r][i]:
                factor = rows[r][i] / rows[i][i]
                rows[r] = [a - factor * b for a, b in zip(rows[r], rows[i])]
    return [rows[i][n] / rows[i][i] for i in range(n)]


def fit(rows, names, ridge=1.0, rounds=25):
    weights = [0.0] * len(names)
    for _ in range(rounds):
        gradient = [-ridge * w for w in weights]
        curve = [[ridge * (i == j) for j in range(len(names))] for i in range(len(names))]
        for _, signs, right in rows:
            seen = [(i, signs[name]) for i, name in enumerate(names) if name in signs]
            chance = 1 / (1 + math.exp(-max(-30, min(30, sum(weights[i] * v for i, v in seen)))))
            for i, v in seen:
                gradient[i] += (right - chance) * v
                for j, u in seen:
                    curve[i][j] += chance * (1 - chance) * v * u
        weights = [w + s for w, s in zip(weights, solve(curve, gradient))]
    return dict(zip(names, weights))


def joins(rows, weights, least):
    heads = collections.defaultdict(list)
    for head, signs, right in rows:
        heads[head].append((sum(weights[name] * v for name, v in signs.items()), right))
    good = bad = 0
    for tails in heads.values():
        best, right = max(tails)
        if best - math.log(1 + sum(math.exp(odds) for odds, _ in tails) - math.exp(best)) > least:
            good, bad = good + right, bad + (not right)
    return good, bad


def main():
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument("--bin", required=True)
    ap.add_argument("--tears", type=int, default=1000)
    ap.add_argument("--seed", type=int, default=5)
    ap.add_argument("pages", nargs="+")
    a = ap.parse_args()
    binary = os.path.join(a.bin, "jb-split")
    pages = [records(binary, open(p, encoding="utf-8").read()) for p in a.pages]
    texts = lambda page: [p for p in page if p["type"] in ("news", "document")]
    pages = [p for p in pages if len(texts(p)) > 1 and any(sum(t for _, t in lines_of(x)) >= 2 for x in texts(p))]
    rows = cases(binary, pages, a.tears, a.seed)
    names = sorted({name for _, signs, _ in rows for name in signs})
    weights = fit(rows, names)
    print("%d pairs of %d tears, %d of them right" % (len(rows), a.tears, sum(right for _, _, right in rows)))
    print(", ".join("%s %.2f" % item for item in weights.items()))
    for least in (-0.5, 0, 0.4, 1):
        print("odds over %.1f: %d joined rightly, %d wrongly" % ((least,) + joins(rows, weights, least)))


if __name__ == "__main__":
    main()
