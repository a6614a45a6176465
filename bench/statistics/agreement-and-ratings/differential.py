"""Compares our agreement and ratings with second implementations on random inputs and prints the largest difference of each.

Needs: pip install crowd-kit krippendorff irrCAC statsmodels numpy pandas scipy; and a built command line:
    python differential.py CLASSPATH [rounds]
where CLASSPATH holds the command line's classes and libraries. dkpro-statistics is compared by DkproDifferential.java.
"""
import json
import os
import subprocess
import sys
import tempfile
import warnings
from pathlib import Path

import krippendorff
import numpy as np
import pandas as pd
from crowdkit.aggregation import BradleyTerry
from crowdkit.metrics.data import alpha_krippendorff
from irrCAC.raw import CAC
from scipy.optimize import minimize
from statsmodels.stats.inter_rater import cohens_kappa

warnings.filterwarnings("ignore")
CLASSPATH = sys.argv[1]
ROUNDS = int(sys.argv[2]) if len(sys.argv) > 2 else 12
JAVA = os.environ.get("JAVA", "java")
largest = {}


def ours(*args):
    run = subprocess.run([JAVA, "-XX:TieredStopAtLevel=1", "-cp", CLASSPATH, "org.touchstone.cli.Touchstone", *args, "--json"],
                         capture_output=True, text=True, check=True)
    return json.loads(run.stdout)


def note(what, mine, theirs, seed):
    if mine is None or theirs is None or not np.isfinite(theirs):
        print(f"  {what}, seed {seed}: ours {mine}, theirs {theirs}")
        return
    difference = abs(mine - theirs)
    if difference >= largest.get(what, (-1, 0))[0]:
        largest[what] = (difference, seed)


def agreement(seed, folder):
    random = np.random.default_rng(seed)
    raters, items, classes = int(random.integers(2, 6)), int(random.integers(8, 60)), int(random.integers(2, 6))
    truth = random.integers(0, classes, items)
    said = np.where(random.random((raters, items)) < 0.6, truth, random.integers(0, classes, (raters, items))) + 1.0
    said[random.random(said.shape) < random.choice([0, 0.3])] = np.nan
    rows = [(i, r, int(said[r, i])) for r in range(raters) for i in range(items) if np.isfinite(said[r, i])]
    file = folder / "labels.csv"
    frame = pd.DataFrame(rows, columns=["task", "worker", "label"])
    frame.to_csv(file, index=False)
    for level in ("nominal", "ordinal", "interval", "ratio"):
        theirs = krippendorff.alpha(reliability_data=said, level_of_measurement=level)
        note(f"alpha {level} against krippendorff", ours("agree", str(file), "--level", level)["value"], theirs, seed)
    note("alpha nominal against Crowd-Kit", ours("agree", str(file))["value"], alpha_krippendorff(frame), seed)
    table = pd.DataFrame(said.T).dropna(how="all")
    for metric, name, weights in (("fleiss-kappa", "fleiss", "identity"), ("gwet-ac1", "gwet", "identity"),
                                  ("gwet-ac2", "gwet", "quadratic"), ("gwet-ac2", "gwet", "ordinal")):
        theirs = getattr(CAC(table, weights=weights, digits=12), name)()["est"]
        mine = ours("agree", str(file), "--metric", metric, "--weights", weights)
        note(f"{metric} {weights} against irrCAC", mine["value"], theirs["coefficient_value"], seed)
        note(f"{metric} {weights} low end against irrCAC", mine["low"], theirs["confidence_interval"][0], seed)


def kappa(seed, folder):
    random = np.random.default_rng(seed)
    classes = int(random.integers(2, 5))
    table = random.integers(0, 12, (classes, classes)) + 8 * np.eye(classes, dtype=int)
    rows, item = [], 0
    for a in range(classes):
        for b in range(classes):
            for _ in range(table[a, b]):
                rows += [(item, "x", a), (item, "y", b)]
                item += 1
    file = folder / "two.csv"
    pd.DataFrame(rows, columns=["task", "worker", "label"]).to_csv(file, index=False)
    for weights in ("identity", "linear", "quadratic"):
        theirs = cohens_kappa(table, wt=None if weights == "identity" else weights)
        mine = ours("agree", str(file), "--metric", "weighted-kappa", "--weights", weights)
        note(f"kappa {weights} against statsmodels", mine["value"], theirs.kappa, seed)
        note(f"kappa {weights} low end against statsmodels", mine["low"], theirs.kappa_low, seed)


def ratings(seed, folder):
    random = np.random.default_rng(seed)
    k, n = int(random.integers(3, 12)), 600
    strength = random.normal(size=k)
    left = random.integers(0, k, n)
    right = (left + 1 + random.integers(0, k - 1, n)) % k
    won = random.random(n) < 1 / (1 + np.exp(strength[right] - strength[left]))
    frame = pd.DataFrame({"worker": 0, "left": left, "right": right, "label": np.where(won, left, right)})
    file = folder / "comparisons.csv"
    frame.to_csv(file, index=False)
    mine = {int(row["item"]): row["rating"] for row in ours("rank", str(file))["ratings"]}

    def loss(at):
        difference = at[left] - at[right]
        return np.logaddexp(0, np.where(won, -difference, difference)).sum()

    best = minimize(loss, np.zeros(k), method="BFGS", options={"gtol": 1e-9}).x
    shares = np.exp(best - best.max())
    shares /= shares.sum()
    for c in range(k):
        note("Bradley-Terry share against scipy", mine[c], shares[c], seed)
    for steps in (100, 10_000):
        crowdkit = BradleyTerry(n_iter=steps).fit_predict(frame)
        for c in range(k):
            note(f"Bradley-Terry share against Crowd-Kit, n_iter={steps}", mine[c], crowdkit[c] / crowdkit.sum(), seed)


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as name:
        for seed in range(ROUNDS):
            agreement(seed, Path(name))
            kappa(seed, Path(name))
            ratings(seed, Path(name))
    for what, (difference, seed) in sorted(largest.items()):
        print(f"{what:60s} {difference:.3g}  (seed {seed})")
