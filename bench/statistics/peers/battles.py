"""Draws battles: python battles.py BATTLES FILE. 60 contestants, 1,000 raters of whom a tenth guess."""
import sys

import numpy as np

n, file = int(sys.argv[1]), sys.argv[2]
random = np.random.default_rng(2)
left = random.integers(0, 60, n)
right = (left + 1 + random.integers(0, 59, n)) % 60
rater = random.integers(0, 1000, n)
p = np.where(rater % 10 == 0, 0.5, 1 / (1 + np.exp(-2.0 * (left - right) / 60)))
winner = np.where(random.random(n) < p, left, right)
with open(file, "w") as out:
    out.write("worker,left,right,label\n")
    out.writelines(f"w{w},m{a},m{b},m{c}\n" for w, a, b, c in zip(rater.tolist(), left.tolist(), right.tolist(), winner.tolist()))
