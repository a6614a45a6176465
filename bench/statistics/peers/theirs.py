"""The peers' side, one method a process: python theirs.py METHOD FILE. Prints the seconds the method took, reading the file apart.

FASTCHAT=FOLDER that holds FastChat's rating_systems.py runs its own bootstrap in place of one written from its description.
"""
import os
import resource
import sys
import time

import numpy as np
import pandas as pd

method, file = sys.argv[1], sys.argv[2]
SWEEPS = int(sys.argv[3]) if len(sys.argv) > 3 else 20


def crowdkit():
    from crowdkit import aggregation
    from sklearn.base import BaseEstimator
    # Crowd-Kit 1.4.2 lacks what scikit-learn 1.7 and later ask of an estimator
    aggregation.ZeroBasedSkill.__sklearn_tags__ = lambda self: BaseEstimator().__sklearn_tags__()
    if method == "alpha":
        from crowdkit.metrics.data import alpha_krippendorff
        return lambda frame: alpha_krippendorff(frame)
    model = {
        "majority": lambda: aggregation.MajorityVote(),
        "dawid-skene": lambda: aggregation.DawidSkene(n_iter=SWEEPS, tol=-1e300),
        "one-coin": lambda: aggregation.OneCoinDawidSkene(n_iter=SWEEPS, tol=-1e300),
        "glad": lambda: aggregation.GLAD(n_iter=SWEEPS, tol=-1e300),
        "mace": lambda: aggregation.MACE(n_restarts=1, n_iter=SWEEPS, random_state=1),
        "kos": lambda: aggregation.KOS(n_iter=SWEEPS, random_state=1),
        "zero-based-skill": lambda: aggregation.ZeroBasedSkill(n_iter=SWEEPS, eps=0),
    }[method]()
    return lambda frame: model.fit_predict(frame)


def noisy_bradley_terry(frame):
    from crowdkit.aggregation import NoisyBradleyTerry
    return NoisyBradleyTerry(n_iter=SWEEPS, tol=0, random_state=1).fit_predict(frame)


def arena(frame):
    """Ratings with 100 bootstrap rounds the way FastChat's leaderboard makes them: equal battles counted together, a
    multinomial draw a round, and weighted logistic regression by L-BFGS; written from that description with numpy and scipy."""
    from scipy.optimize import minimize
    names = np.unique(np.concatenate([frame.left.unique(), frame.right.unique()]))
    a, b = np.searchsorted(names, frame.left.to_numpy()), np.searchsorted(names, frame.right.to_numpy())
    won = (frame.label.to_numpy() == frame.left.to_numpy()).astype(int)
    keys, counts = np.unique((a * len(names) + b) * 2 + won, return_counts=True)
    a, b, y = keys // 2 // len(names), keys // 2 % len(names), keys % 2

    def fit(weights):
        def loss(at):
            p = 1 / (1 + np.exp(at[b] - at[a]))
            slope = weights * (p - y)
            value = -(weights * np.where(y == 1, np.log(p), np.log1p(-p))).sum()
            return value, np.bincount(a, slope, len(names)) - np.bincount(b, slope, len(names))
        return minimize(loss, np.zeros(len(names)), jac=True, method="L-BFGS-B", options={"maxiter": 100, "gtol": 1e-6}).x

    random = np.random.default_rng(3)
    point = fit(counts / counts.sum())
    drawn = np.stack([fit(w / counts.sum()) for w in random.multinomial(counts.sum(), counts / counts.sum(), 100)])
    return point, np.quantile(drawn - drawn.mean(1, keepdims=True), [0.025, 0.975], axis=0)


def fastchat(frame):
    sys.path.insert(0, os.environ["FASTCHAT"])
    from rating_systems import compute_bootstrap_bt
    won = np.where(frame.label == frame.left, "model_a", "model_b")
    return compute_bootstrap_bt(pd.DataFrame({"model_a": frame.left, "model_b": frame.right, "winner": won}), 100, num_cpu=1)


def processor():
    """Seconds of this process and of those it started and waited for."""
    own, children = resource.getrusage(resource.RUSAGE_SELF), resource.getrusage(resource.RUSAGE_CHILDREN)
    return own.ru_utime + own.ru_stime + children.ru_utime + children.ru_stime


work = {"ratings": fastchat if "FASTCHAT" in os.environ else arena, "noisy-bradley-terry": noisy_bradley_terry}.get(method) or crowdkit()
frame = pd.read_csv(file)
used = processor()
begun = time.perf_counter()
work(frame)
print(f"method {time.perf_counter() - begun:.2f} s wall {processor() - used:.2f} s processor")
