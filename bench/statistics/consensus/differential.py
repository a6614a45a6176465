"""Compares our consensus methods with Crowd-Kit on random crowds and prints the largest differences.

Once: python3 -m venv VENV && VENV/bin/pip install crowd-kit    (outside the repository)
Then, from the repository's root after a build, with a JDK 25 as `java`: VENV/bin/python bench/statistics/consensus/differential.py [rounds] [seed]

Where both give posteriors the largest difference of one is printed; always the share of items with the same answer (items
that either side finds tied are left out).
"""

import collections
import os
import random
import subprocess
import sys
import tempfile
import warnings

warnings.filterwarnings("ignore")
import pandas as pd  # noqa: E402
from sklearn.base import BaseEstimator  # noqa: E402
from crowdkit.aggregation import GLAD, KOS, MACE, MMSR, DawidSkene, MajorityVote, OneCoinDawidSkene, Wawa, ZeroBasedSkill  # noqa: E402

SWEEPS = 10
# so that all sweeps are made: the peer's bound can fall, and with 0 it then stops early
TOLERANCE = -1e300

# Crowd-Kit 1.4.2 lacks what scikit-learn 1.7 and later ask of an estimator
for old in (Wawa, ZeroBasedSkill):
    old.__sklearn_tags__ = lambda self: BaseEstimator().__sklearn_tags__()


def crowd(rng):
    classes = rng.choice([2, 2, 3, 4])
    raters = [0.5 + 0.45 * rng.random() for _ in range(rng.randint(5, 12))]
    rows = []
    for item in range(rng.randint(30, 80)):
        truth = item % classes
        for rater in rng.sample(range(len(raters)), rng.randint(3, 5)):
            said = truth if rng.random() < raters[rater] else rng.randrange(classes)
            rows.append((f"i{item}", f"r{rater}", f"c{said}"))
    return pd.DataFrame(sorted(rows), columns=["task", "worker", "label"])


def peers(data):
    models = {
        "MajorityVote": MajorityVote(), "Wawa": Wawa(), "DawidSkene": DawidSkene(n_iter=SWEEPS, tol=TOLERANCE),
        "OneCoinDawidSkene": OneCoinDawidSkene(n_iter=SWEEPS, tol=TOLERANCE), "GLAD": GLAD(), "MACE": MACE(random_state=1),
        "ZeroBasedSkill": ZeroBasedSkill(), "MMSR": MMSR(),
    }
    if data.label.nunique() == 2:
        models["KOS"] = KOS(n_iter=10)
    for name, model in models.items():
        try:
            answers = model.fit_predict(data)
        except Exception as fault:  # the peer may fail on a table; say so and go on
            print(f"  {name}: the peer fails with {type(fault).__name__}: {fault}")
            continue
        yield name, answers, getattr(model, "probas_", None)


def ours(data):
    with tempfile.TemporaryDirectory() as folder:
        labels, out = os.path.join(folder, "labels.csv"), os.path.join(folder, "out.csv")
        data.to_csv(labels, index=False)
        subprocess.run(["java", "-cp", "statistics/target/classes", "bench/statistics/consensus/ConsensusDifferential.java",
                        labels, str(SWEEPS), out], check=True)
        table = collections.defaultdict(lambda: collections.defaultdict(dict))
        with open(out) as lines:
            for line in lines:
                method, item, label, p = line.strip().split(",")
                table[method][item][label] = float(p)
        return table


def main():
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 5
    seed = int(sys.argv[2]) if len(sys.argv) > 2 else 1
    rng = random.Random(seed)
    largest, same, compared = collections.Counter(), collections.Counter(), collections.Counter()
    for _ in range(rounds):
        data = crowd(rng)
        mine = ours(data)
        for name, answers, probas in peers(data):
            for item, answer in answers.items():
                posterior = mine[name][item]
                ranked = sorted(posterior.values(), reverse=True)
                if len(ranked) > 1 and ranked[0] - ranked[1] < 1e-6:
                    continue
                compared[name] += 1
                same[name] += max(posterior, key=posterior.get) == answer
                if probas is not None:
                    for label, p in posterior.items():
                        theirs = probas.loc[item].get(label, 0.0)
                        largest[name] = max(largest[name], abs(p - (0.0 if theirs != theirs else theirs)))
    print(f"{rounds} random crowds, seed {seed}")
    print(f"{'method':20} {'same answer':>12} {'items':>7} {'largest difference of a posterior':>34}")
    for name in compared:
        difference = f"{largest[name]:.2e}" if name in largest else "-"
        print(f"{name:20} {100 * same[name] / compared[name]:11.2f}% {compared[name]:7d} {difference:>34}")


if __name__ == "__main__":
    main()
