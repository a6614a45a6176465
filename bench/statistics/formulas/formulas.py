"""Works out the library's figures anew from the papers' formulas, by brute force, on small data drawn at random, and prints the largest differences.

Once: python3 -m venv VENV && VENV/bin/pip install numpy scipy    (outside the repository)
Then, from the repository's root after a build, with a JDK 25 as `java`: VENV/bin/python bench/statistics/formulas/formulas.py [cases]

Nothing here shares code or algorithm with the library: likelihoods are maximised by BFGS and derived by differences, alpha is summed over all pairs, the tests are enumerated,
expectation-maximisation runs on whole arrays.
"""

import collections
import itertools
import json
import math
import os
import subprocess
import sys
import warnings

import numpy as np
from scipy import optimize, special, stats

warnings.filterwarnings("ignore")
Z = stats.norm.ppf(0.975)
HERE = os.path.dirname(os.path.abspath(__file__))
WORST = collections.OrderedDict()


def compare(what, ours, here):
    """Both numbers, or both none."""
    if (ours is None) != (here is None):
        print("one of the two is undefined:", what, ours, here)
        here = ours = math.inf
    if ours is None:
        return
    n, worst = WORST.get(what, (0, 0.0))
    WORST[what] = n + 1, max(worst, abs(ours - here) if ours != here else 0.0)


def compare_estimate(what, ours, here):
    """Value and interval; here is None where it is undefined."""
    compare(what, ours and ours[0], here and here[0])
    if ours and here and len(here) > 1:
        compare(what + ", ends", ours[1], here[1])
        compare(what + ", ends", ours[2], here[2])


def weights(kind, values):
    """Gwet's weights of every pair of categories."""
    q = len(values)
    span = values[-1] - values[0] if q > 1 else 1
    apart = np.abs(np.subtract.outer(values, values)) / span
    steps = np.abs(np.subtract.outer(np.arange(q), np.arange(q)))
    if kind == "IDENTITY":
        return np.eye(q)
    if kind == "LINEAR":
        return 1 - apart
    if kind == "QUADRATIC":
        return 1 - apart**2
    return 1 - steps * (steps + 1) / (q * (q - 1)) if q > 1 else np.eye(q)


def gwet_family(rows, kind, fleiss):
    """Gwet (2014), with the error of judgments missing; the chance of Fleiss or his own."""
    items = [[x for x in item if not math.isnan(x)] for item in rows.T]
    items = [item for item in items if item]
    values = sorted({x for item in items for x in item})
    q, w = len(values), weights(kind, values)
    counts = np.array([[item.count(v) for v in values] for item in items], float)
    n, r = len(counts), counts.sum(1)
    several = r >= 2
    if not several.any() or q < 2:
        return None
    agree = np.where(several, (counts * (counts @ w - 1)).sum(1) / np.where(several, r * (r - 1), 1), 0)
    shares = (counts / r[:, None]).mean(0)
    if fleiss:
        chance, own = shares @ w @ shares, counts @ (w @ shares) / r
    else:
        scale = w.sum() / (q * (q - 1))
        chance, own = scale * (shares * (1 - shares)).sum(), scale * (counts @ (1 - shares)) / r
    if 1 - chance < 1e-12:
        return None
    value = (agree.sum() / several.sum() - chance) / (1 - chance)
    influence = n / several.sum() * (agree - chance * several) / (1 - chance) - 2 * (1 - value) * (own - chance) / (1 - chance)
    if n < 2:
        return [value]
    half = stats.t.ppf(0.975, n - 1) * math.sqrt(((influence - value) ** 2).sum() / (n * (n - 1)))
    return value, min(value, max(-1, value - half)), max(value, min(1, value + half))


def cohen(rows, kind):
    """Kappa of two, its error by the delta method on the table of both."""
    pairs = [(a, b) for a, b in rows.T if not (math.isnan(a) or math.isnan(b))]
    values = sorted({x for x in rows.flatten() if not math.isnan(x)})
    q, w, n = len(values), weights(kind, values), len(pairs)
    if n == 0:
        return None
    joint = np.zeros((q, q))
    for a, b in pairs:
        joint[values.index(a), values.index(b)] += 1 / n

    def kappa(flat):
        p = flat.reshape(q, q) / flat.sum()
        chance = (w * np.outer(p.sum(1), p.sum(0))).sum()
        return ((w * p).sum() - chance) / (1 - chance) if 1 - chance > 1e-12 else math.nan

    value = kappa(joint.flatten())
    if math.isnan(value):
        return None
    slope = np.array([(kappa(joint.flatten() + 1e-6 * e) - kappa(joint.flatten() - 1e-6 * e)) / 2e-6 for e in np.eye(q * q)])
    variance = ((slope**2 * joint.flatten()).sum() - (slope * joint.flatten()).sum() ** 2) / n
    half = Z * math.sqrt(max(0, variance))
    return value, min(value, max(-1, value - half)), max(value, min(1, value + half))


def alpha(units, squared):
    """Krippendorff's alpha over all pairs; squared(a, b, counts of the values)."""
    units = [unit for unit in units if len(unit) >= 2]
    counts = collections.Counter(x for unit in units for x in unit)
    n = sum(counts.values())
    if n == 0:
        return None
    seen = sum(sum(squared(a, b, counts) for a, b in itertools.permutations(unit, 2)) / (len(unit) - 1) for unit in units) / n
    expected = sum(counts[a] * counts[b] * squared(a, b, counts) for a in counts for b in counts) / (n * (n - 1))
    return None if expected == 0 else [1 - seen / expected]


def distance(level):
    def ordinal(a, b, counts):
        low, high = min(a, b), max(a, b)
        return (sum(n for v, n in counts.items() if low <= v <= high) - (counts[low] + counts[high]) / 2) ** 2 if a != b else 0

    return {"NOMINAL": lambda a, b, c: float(a != b), "INTERVAL": lambda a, b, c: (a - b) ** 2, "ORDINAL": ordinal,
            "RATIO": lambda a, b, c: ((a - b) / (a + b)) ** 2 if a + b else 0}[level]


def icc(x):
    """Shrout and Fleiss (1979), intervals by McGraw and Wong (1996)."""
    n, k = x.shape
    f = stats.f.ppf
    items = k * ((x.mean(1) - x.mean()) ** 2).sum() / (n - 1)
    raters = n * ((x.mean(0) - x.mean()) ** 2).sum() / (k - 1)
    within = ((x - x.mean(1)[:, None]) ** 2).sum() / (n * (k - 1))
    rest = (((x - x.mean()) ** 2).sum() - items * (n - 1) - raters * (k - 1)) / ((n - 1) * (k - 1))
    found = {}
    for design, error, df in (("ONE_WAY", within, n * (k - 1)), ("FIXED_RATERS", rest, (n - 1) * (k - 1))):
        low, high = items / error / f(0.975, n - 1, df), items / error * f(0.975, df, n - 1)
        found[design + " 1"] = [(r - 1) / (r + k - 1) for r in (items / error, low, high)]
        found[design + " k"] = [1 - 1 / r for r in (items / error, low, high)]
    rho = (items - rest) / (items + (k - 1) * rest + k * (raters - rest) / n)
    a, b = k * rho / (n * (1 - rho)), 1 + k * rho * (n - 1) / (n * (1 - rho))
    df = (a * raters + b * rest) ** 2 / ((a * raters) ** 2 / (k - 1) + (b * rest) ** 2 / ((n - 1) * (k - 1)))
    below, above = f(0.975, n - 1, df), f(0.975, df, n - 1)
    other = k * raters + (k * n - k - n) * rest
    low = n * (items - below * rest) / (below * other + n * items)
    high = n * (above * items - rest) / (other + n * above * items)
    found["RANDOM_RATERS 1"] = [rho, low, high]
    found["RANDOM_RATERS k"] = [k * r / (1 + (k - 1) * r) for r in (rho, low, high)]
    return found


def agreement(o):
    rows = np.array([[math.nan if x is None else x for x in row] for row in o["rows"]], float)
    units = [[x for x in item if not math.isnan(x)] for item in rows.T]
    for kind in ("IDENTITY", "LINEAR", "QUADRATIC", "ORDINAL"):
        compare_estimate("Gwet's AC", o["gwet " + kind], gwet_family(rows, kind, False))
        compare_estimate("Fleiss' kappa", o["fleiss " + kind], gwet_family(rows, kind, True))
        if len(rows) == 2:
            compare_estimate("Cohen's kappa", o["cohen " + kind], cohen(rows, kind))
    for level in ("NOMINAL", "ORDINAL", "INTERVAL", "RATIO"):
        compare_estimate("Krippendorff's alpha", o["alpha " + level], alpha(units, distance(level)))
    for name, figure in icc(np.array(o["numbers"]).T).items():
        compare_estimate("ICC", o["icc " + name], figure)


def spans(o):
    """Character by character."""
    units, matched, marked, pairs = [], 0, 0, []
    for length, pages in o["documents"]:
        if len(pages) < 2:
            continue
        said = [[frozenset(c for f, t, c in page if f <= x < t) for x in range(length)] for page in pages]
        units += list(zip(*said))
        for a, b in itertools.combinations(range(len(pages)), 2):
            matched += sum(len(x & y) for x, y in zip(said[a], said[b]))
            marked += sum(map(len, said[a])) + sum(map(len, said[b]))
            pairs.append((pages[a], pages[b]))

    def f1(same):
        def best(i, one, other, taken):
            if i == len(one):
                return 0
            free = [j for j in range(len(other)) if j not in taken and same(one[i], other[j])]
            return max([best(i + 1, one, other, taken)] + [1 + best(i + 1, one, other, taken | {j}) for j in free])

        size = sum(len(a) + len(b) for a, b in pairs)
        return [2 * sum(best(0, a, b, frozenset()) for a, b in pairs) / size] if size else None

    compare_estimate("unitised alpha", o["unitised alpha"], alpha(units, distance("NOMINAL")))
    compare_estimate("F1 of characters", o["f1 CHARACTERS"], [2 * matched / marked] if marked else None)
    compare_estimate("F1 of spans, best matching", o["f1 EXACT"], f1(lambda x, y: x == y))
    compare_estimate("F1 of spans, best matching", o["f1 OVERLAP"], f1(lambda x, y: x[2] == y[2] and x[0] < y[1] and y[0] < x[1]))


def climbed(terms, start):
    """The top of a log-likelihood of single observations, and the sandwich, all by differences."""
    total = lambda t: -terms(t).sum()  # noqa: E731
    at, h, unit = optimize.minimize(total, start, method="BFGS", options={"gtol": 1e-9}).x, 1e-4, np.eye(len(start))
    for _ in range(3):
        slope = np.array([(total(at + h * e) - total(at - h * e)) / (2 * h) for e in unit])
        curve = np.array([[(total(at + h * (a + b)) - total(at + h * (a - b)) - total(at - h * (a - b)) + total(at - h * (a + b))) / (4 * h * h) for b in unit] for a in unit])
        at = at - np.linalg.solve(curve, slope)
    scores = np.array([(terms(at + h * e) - terms(at - h * e)) / (2 * h) for e in unit]).T
    bread = np.linalg.inv(curve)
    return at, bread @ (scores.T @ scores) @ bread


def difference(at, spread, k, first, second):
    """Of two log strengths where the first k - 1 parameters are those of all but the last, which is minus their sum."""
    contrast = np.zeros(len(at))
    for c, sign in ((first, 1), (second, -1)):
        contrast[:k - 1] += sign * (np.eye(k - 1)[c] if c < k - 1 else -np.ones(k - 1))
    half = Z * math.sqrt(contrast @ spread @ contrast)
    return contrast @ at, contrast @ at - half, contrast @ at + half


def comparisons(o):
    k = o["contestants"]
    left, right, outcome = np.array(o["rows"]).T
    logistic = special.log_expit

    def terms(ties, t):
        d = np.append(t[:k - 1], -t[:k - 1].sum())
        d = d[left] - d[right]
        if ties in ("HALF_WIN", "DROPPED"):
            y = np.where(outcome == 2, 0.5, outcome == 0)
            return (y * logistic(d) + (1 - y) * logistic(-d)) * ((outcome != 2) if ties == "DROPPED" else 1)
        if ties == "DAVIDSON":
            return np.choose(outcome, (d / 2, -d / 2, t[-1])) - np.log(np.exp(d / 2) + np.exp(-d / 2) + np.exp(t[-1]))
        win, loss = logistic(d - t[-1]), logistic(-d - t[-1])
        return np.choose(outcome, (win, loss, win + loss + np.log(np.expm1(2 * t[-1]))))

    for ties in ("HALF_WIN", "DROPPED", "DAVIDSON", "RAO_KUPPER"):
        if "differences " + ties not in o:
            continue
        tied = ties in ("DAVIDSON", "RAO_KUPPER")
        at, spread = climbed(lambda t: terms(ties, t), np.append(np.zeros(k - 1), [0.5] * tied))
        name = "Bradley-Terry" + (", ties modelled" if tied else "")
        for c in range(1, k):
            compare_estimate(name, o["differences " + ties][c - 1], difference(at, spread, k, 0, c))
        if tied:
            compare(name, o["tie parameter " + ties], math.exp(at[-1]))


def rankings(o):
    def terms(t):
        s = np.append(t, -t.sum())
        return np.array([sum(s[r[i]] - special.logsumexp(s[r[i:]]) for i in range(len(r) - 1)) for r in o["rows"]])

    at, spread = climbed(terms, np.zeros(3))
    for c in range(1, 4):
        compare_estimate("Plackett-Luce", o["difference %d" % c], difference(at, spread, 4, 0, c))


def consensus(o):
    k = o["classes"]
    item, rater, label = np.array(o["rows"]).T
    n, m = item.max() + 1, rater.max() + 1
    start = np.zeros((n, k))
    np.add.at(start, (item, label), 1)
    start /= start.sum(1)[:, None]

    def posterior(prior, log):
        """Log joint and posteriors from the classes' log prior and log p(label of each judgment | class)."""
        joint = np.tile(prior, (n, 1))
        for c in range(k):
            np.add.at(joint[:, c], item, log[:, c])
        return joint, special.softmax(joint, axis=1)

    def settled(step):
        p, state = start, None
        for _ in range(5000):
            (joint, following), state = step(p, state)
            still, p = np.abs(following - p).max() < 1e-13, following
            if still:
                break
        return joint, p, state

    def told(method, joint, p, rest=0.0):
        compare(method + ", posteriors", float(np.abs(p - np.array(o[method]).reshape(n, k)).max()), 0)
        if rest is not None:
            compare(method + ", objective", o[method + " objective"], special.logsumexp(joint, axis=1).sum() + rest)

    def tables(p, prior):
        counts = np.tile(prior, (m, 1, 1))
        for c in range(k):
            np.add.at(counts, (rater, c, label), p[item, c])
        return counts

    def dawid_skene(p, _):
        classes, counts = (p.sum(0) + 0.5) / (n + k * 0.5), tables(p, 0.5 + np.eye(k))
        table = counts / counts.sum(2)[:, :, None]
        return posterior(np.log(classes), np.log(table[rater, :, label])), (classes, table)

    joint, p, (classes, table) = settled(dawid_skene)
    told("dawid-skene", joint, p, 0.5 * np.log(classes).sum() + ((0.5 + np.eye(k)) * np.log(table)).sum())

    def one_coin(p, _):
        classes, yes, all_ = (p.sum(0) + 0.01) / (n + k * 0.01), np.full(m, 2.0), np.full(m, 3.0)
        np.add.at(yes, rater, p[item, label])
        np.add.at(all_, rater, 1)
        s = (yes / all_)[rater]
        return posterior(np.log(classes), np.log(np.where(label[:, None] == np.arange(k), s[:, None], ((1 - s) / (k - 1))[:, None]))), (classes, yes / all_)

    joint, p, (classes, skill) = settled(one_coin)
    told("one-coin", joint, p, 0.01 * np.log(classes).sum() + (2 * np.log(skill) + np.log(1 - skill)).sum())

    def kl(a, b):
        return (special.gammaln(a.sum()) - special.gammaln(b.sum()) - (special.gammaln(a) - special.gammaln(b)).sum()
                + ((a - b) * (special.digamma(a) - special.digamma(a.sum()))).sum())

    def ibcc(p, _):
        classes, counts = 1 + p.sum(0), tables(p, 1 + np.eye(k))
        expected = special.digamma(counts) - special.digamma(counts.sum(2))[:, :, None]
        return posterior(special.digamma(classes) - special.digamma(classes.sum()), expected[rater, :, label]), (classes, counts)

    joint, p, (classes, counts) = settled(ibcc)
    told("ibcc", joint, p, -kl(classes, np.ones(k)) - sum(kl(counts[r, c], (1 + np.eye(k))[c]) for r in range(m) for c in range(k)))

    def mace(p, state):
        knows, types = state or (np.full(m, 0.5), np.full((m, k), 0.5 / k))
        right, given = np.zeros((m, k)), np.zeros((m, k))
        np.add.at(right, (rater, label), p[item, label])
        np.add.at(given, (rater, label), 1)
        known = right * knows[:, None] / (knows[:, None] + types)
        typed = given - known
        all_ = special.digamma(known.sum(1) + typed.sum(1) + 1)
        spams = np.exp(special.digamma(typed.sum(1) + 0.5) - all_)
        knows = np.exp(special.digamma(known.sum(1) + 0.5) - all_)
        types = spams[:, None] * np.exp(special.digamma(typed + 1) - special.digamma(typed.sum(1) + k)[:, None])
        said = (label[:, None] == np.arange(k)) * knows[rater][:, None] + types[rater, label][:, None]
        return posterior(np.log((p.sum(0) + 0.01) / (n + k * 0.01)), np.log(said)), (knows, types)

    joint, p, _ = settled(mace)
    told("mace", joint, p, None)

    def glad(t):
        x = t[rater] * np.exp(t[m:][item])
        log = np.where(label[:, None] == np.arange(k), special.log_expit(x)[:, None], (special.log_expit(-x) - math.log(k - 1))[:, None])
        joint, p = posterior(np.full(k, -math.log(k)), log)
        return special.logsumexp(joint, axis=1).sum() - ((t - 1) ** 2).sum() / 2, joint, p

    top = optimize.minimize(lambda t: -glad(t)[0], np.ones(m + n), method="L-BFGS-B", options={"maxiter": 5000, "maxfun": 500000, "ftol": 1e-15, "gtol": 1e-9}).x
    value, joint, p = glad(top)
    told("glad", joint, p, None)
    compare("glad, objective", o["glad objective"], value)


def collusion(o):
    answers, said = o["answers"], collections.defaultdict(dict)
    habit = np.full((5, 3, 3), 0.5)
    for i, r, label in o["rows"]:
        habit[r, answers[i], label] += 1
        said[i][r] = label
    habit /= habit.sum(2)[:, :, None]
    found = []
    for a, b in itertools.combinations(range(5), 2):
        both = [i for i, by in said.items() if a in by and b in by]
        agreed = sum(said[i][a] == said[i][b] for i in both)
        law = np.ones(1)
        for i in both:
            law = np.convolve(law, [1 - habit[a, answers[i]] @ habit[b, answers[i]], habit[a, answers[i]] @ habit[b, answers[i]]])
        found.append((a, b, len(both), agreed, law @ np.arange(len(law)), law[agreed:].sum()))
    corrected = stats.false_discovery_control([f[5] for f in found])
    ours = {(int(p[0]), int(p[1])): p for p in o["pairs"]}
    for f, p in zip(found, corrected):
        if p >= 0.999999:
            continue
        for x, y in zip(ours[f[:2]][2:], (*f[2:5], p)):
            compare("collusion", x, y)


def counts(o):
    n, only, other = o["n"], o["only"], o["other"]
    differing = only + other
    exact = min(1, 2 * stats.binom.cdf(min(only, other), differing, 0.5)) if differing else 1
    compare("McNemar", o["exact"], exact)
    compare("McNemar", o["mid-p"], exact - stats.binom.pmf(min(only, other), differing, 0.5) if only != other else 1)

    def wilson(x, size):
        inside = lambda p: (x / size - p) ** 2 - Z * Z * p * (1 - p) / size  # noqa: E731
        return (0 if x == 0 else optimize.brentq(inside, 0, x / size - 1e-12, xtol=1e-15), 1 if x == size else optimize.brentq(inside, x / size + 1e-12, 1, xtol=1e-15))

    (low, high), (low2, high2) = wilson(only, n), wilson(other, n + 3)
    p, p2 = only / n, other / (n + 3)
    compare_estimate("Wilson", o["wilson"], [p, low, high])
    compare_estimate("Newcombe", o["newcombe"], [p - p2, p - p2 - math.hypot(p - low, high2 - p2), p - p2 + math.hypot(high - p, p2 - low2)])
    wrong = np.array(o["wrong"], int)
    evidence = lambda x: special.betaln(x.sum() + 1, len(x) - x.sum() + 1)  # noqa: E731
    places = range(5, len(wrong) - 4)
    split = [evidence(wrong[:t]) + evidence(wrong[t:]) for t in places]
    odds = 0.1 / 0.9 * np.exp(special.logsumexp(split) - math.log(len(split)) - evidence(wrong))
    compare("change point", o["change"][0], odds / (1 + odds))
    compare("change point", split[int(o["change"][1]) - 5], max(split))
    moved = [a - b for a, b in zip(o["first"], o["second"]) if a != b]
    swaps = [abs(sum(s * d for s, d in zip(signs, moved))) >= abs(sum(moved)) - 1e-9 for signs in itertools.product((1, -1), repeat=len(moved))]
    compare("permutation test", o["permutation"], float(np.mean(swaps)))
    p = np.array(o["p"])
    order = np.argsort(p)
    holm = np.minimum(1, np.maximum.accumulate((len(p) - np.arange(len(p))) * p[order]))[np.argsort(order)]
    compare("Holm", float(np.abs(holm - o["HOLM"]).max()), 0)
    compare("Benjamini-Hochberg", float(np.abs(stats.false_discovery_control(p) - o["BENJAMINI_HOCHBERG"]).max()), 0)


CHECKS = {"agreement": agreement, "spans": spans, "comparisons": comparisons, "rankings": rankings, "consensus": consensus, "collusion": collusion, "counts": counts}

if __name__ == "__main__":
    command = ["java", "-cp", "statistics/target/classes", os.path.join(HERE, "Formulas.java"), sys.argv[1] if len(sys.argv) > 1 else "40"]
    for line in subprocess.run(command, stdout=subprocess.PIPE, text=True, check=True).stdout.splitlines():
        drawn = json.loads(line)
        CHECKS[drawn["kind"]](drawn)
    for what, (figures, worst) in WORST.items():
        print("%-36s %6d figures, largest difference %.1e" % (what, figures, worst))
