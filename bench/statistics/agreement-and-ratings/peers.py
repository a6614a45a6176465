"""The peers' side: Crowd-Kit's alpha, and an arena's ratings as FastChat makes them (aggregated outcomes, multinomial bootstrap, L-BFGS).

Needs: pip install crowd-kit numpy pandas scipy. Data are drawn by the same rule as in AgreementAndRatings.java.
"""
import time

import numpy as np
import pandas as pd
from crowdkit.metrics.data import alpha_krippendorff
from scipy.optimize import minimize


def timed(what, work, runs=3):
    wall, processor = [], []
    for _ in range(runs):
        begun, used = time.perf_counter(), time.process_time()
        answer = work()
        wall.append(1000 * (time.perf_counter() - begun))
        processor.append(1000 * (time.process_time() - used))
    middle = runs // 2
    print(f"{what:75s} wall {sorted(wall)[middle]:9.2f} ms  processor {sorted(processor)[middle]:9.2f} ms  {answer}", flush=True)


def judgments(n, classes):
    random = np.random.default_rng(1)
    item = np.minimum(n // 3 - 1, np.arange(n) // 3)
    truth = item * 31 % classes
    label = np.where(random.random(n) < 0.7, truth, random.integers(0, classes, n))
    return pd.DataFrame({"task": item, "worker": random.integers(0, 1000, n), "label": label})


def battles(n, models):
    random = np.random.default_rng(2)
    left = random.integers(0, models, n)
    right = (left + 1 + random.integers(0, models - 1, n)) % models
    p = 1 / (1 + np.exp(-2.0 * (left - right) / models))
    outcome = np.where(random.random(n) < 0.2, 0.5, (random.random(n) < p).astype(float))
    return left, right, outcome


def ratings(left, right, outcome, models, rounds):
    keys, counts = np.unique(np.stack([left, right, outcome], axis=1), axis=0, return_counts=True)
    a, b, y = keys[:, 0].astype(int), keys[:, 1].astype(int), keys[:, 2]
    random = np.random.default_rng(3)

    def fit(weights, start):
        def loss(at):
            logit = at[a] - at[b]
            p = 1 / (1 + np.exp(-logit))
            value = -(weights * (y * np.log(p) + (1 - y) * np.log1p(-p))).sum()
            slope = -weights * (y - p)
            return value, np.bincount(a, slope, models) - np.bincount(b, slope, models)
        return minimize(loss, start, jac=True, method="L-BFGS-B", options={"disp": False, "maxiter": 100, "gtol": 1e-6}).x

    point = fit(counts / len(left), np.zeros(models))
    sample = random.multinomial(len(left), counts / len(left), rounds) / len(left)
    drawn = np.stack([fit(weights, np.zeros(models)) for weights in sample])
    return point[0], np.quantile(drawn - drawn.mean(1, keepdims=True), [0.025, 0.975], axis=0)[:, 0]


if __name__ == "__main__":
    for classes in (2, 5):
        frame = judgments(1_000_000, classes)
        timed(f"Crowd-Kit alpha nominal, 1,000,000 judgments, {classes} classes", lambda: alpha_krippendorff(frame))
    for models in (60, 200):
        left, right, outcome = battles(1_000_000, models)
        timed(f"arena-like ratings with 100 bootstrap rounds, 1,000,000 battles, {models} models",
              lambda: ratings(left, right, outcome, models, 100))
