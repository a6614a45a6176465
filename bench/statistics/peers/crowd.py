"""Draws a crowd: python crowd.py JUDGMENTS CLASSES FILE. Rows come in random order, five judgments an item, raters right in 55 to 95 %."""
import sys

import numpy as np

judgments, classes, file = int(sys.argv[1]), int(sys.argv[2]), sys.argv[3]
random = np.random.default_rng(1)
items, raters = judgments // 5, max(100, judgments // 1000)
item = np.repeat(np.arange(items), 5)[random.permutation(5 * items)]
rater = random.integers(0, raters, len(item))
skill = 0.55 + 0.4 * random.random(raters)
truth = item % classes
other = (truth + 1 + random.integers(0, max(1, classes - 1), len(item))) % classes
label = np.where(random.random(len(item)) < skill[rater], truth, other)
with open(file, "w") as out:
    out.write("task,worker,label\n")
    for at in range(0, len(item), 1_000_000):
        rows = zip(item[at:at + 1_000_000].tolist(), rater[at:at + 1_000_000].tolist(), label[at:at + 1_000_000].tolist())
        out.writelines(f"t{i},w{w},{l}\n" for i, w, l in rows)
