package org.touchstone.statistics.consensus;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.touchstone.statistics.Estimate;
import org.touchstone.statistics.LabelTable;
import org.touchstone.statistics.Names;
import org.touchstone.statistics.Progress;
import org.touchstone.statistics.Provenance;

/**
 * Dawid–Skene that is always up to date: a new judgment changes its item at once and the rest by and by.
 *
 * <p>This is incremental EM (Neal and Hinton 1998): the sums behind every rater's table are kept, and an item that is looked
 * at again takes its old part out and puts its new part in. {@link #add} does so for one item, in microseconds;
 * {@link #sweep} for the items in turn, and brings all to the answer of {@link DawidSkene} with the same prior.
 * {@link #drift} says how far the last round of sweeps still moved anything. Safe for use by several threads.
 */
public final class LiveDawidSkene {
  private final double smoothing;
  private final double anchor;
  private final int classes;
  private final Names items = new Names();
  private final Names raters = new Names();
  private final Names labels;
  private int[][] itemCells = new int[16][];
  private int[] itemSize = new int[16];
  private int[] known = new int[16];
  private double[] posterior;
  private int[][] raterItems = new int[16][];
  private int[] raterSize = new int[16];
  private double[] counts;
  private double[] totals;
  private final double[] classCounts;
  private long judgments;
  private int nextItem;
  private double roundMove;
  private double drift;

  /** With the prior of {@code iBCC}: one answer in each cell of a rater's table and three more for being right. */
  public LiveDawidSkene(List<String> classes) {
    this(classes, 1, 3);
  }

  /**
   * @param classes the labels there are; at least one
   * @param smoothing as in {@link DawidSkene}, above 0
   * @param anchor as in {@link DawidSkene}, 0 or more
   */
  public LiveDawidSkene(List<String> classes, double smoothing, double anchor) {
    if (classes.isEmpty()) throw new IllegalArgumentException("at least one class is needed");
    if (!(smoothing > 0 && anchor >= 0)) throw new IllegalArgumentException("smoothing lies above 0 and anchor is 0 or more");
    this.smoothing = smoothing;
    this.anchor = anchor;
    this.classes = classes.size();
    labels = Names.of(classes);
    if (labels.size() != classes.size()) throw new IllegalArgumentException("a class is named twice in " + classes);
    posterior = new double[16 * this.classes];
    counts = new double[16 * this.classes * this.classes];
    totals = new double[16 * this.classes];
    classCounts = new double[this.classes];
  }

  /** Takes a judgment in and brings its item up to date. */
  public synchronized void add(String item, String rater, String label) {
    int l = classOf(label);
    int i = itemNumber(item);
    int r = raterNumber(rater);
    if (itemSize[i] == itemCells[i].length) itemCells[i] = Arrays.copyOf(itemCells[i], 2 * itemSize[i]);
    itemCells[i][itemSize[i]++] = r * classes + l;
    if (raterSize[r] == raterItems[r].length) raterItems[r] = Arrays.copyOf(raterItems[r], 2 * raterSize[r]);
    raterItems[r][raterSize[r]++] = i;
    judgments++;
    settle(i, itemSize[i] - 1);
  }

  /** Takes a judgment out again, for one that was superseded; answers whether it was there. */
  public synchronized boolean retract(String item, String rater, String label) {
    int i = items.find(item);
    int r = raters.find(rater);
    int cell = r * classes + classOf(label);
    if (i < 0 || r < 0) return false;
    for (int x = 0; x < itemSize[i]; x++) {
      if (itemCells[i][x] != cell) continue;
      shift(i, -1);
      itemCells[i][x] = itemCells[i][--itemSize[i]];
      shift(i, 1);
      int y = 0;
      while (raterItems[r][y] != i) y++;
      raterItems[r][y] = raterItems[r][--raterSize[r]];
      judgments--;
      settle(i, itemSize[i]);
      return true;
    }
    return false;
  }

  /** Fixes the answer of an item, for gold and verdicts. */
  public synchronized void know(String item, String label) {
    int k = classOf(label);
    int i = itemNumber(item);
    known[i] = k;
    settle(i, itemSize[i]);
  }

  /** Looks at the next {@code count} items again, in turn; answers how far the farthest posterior moved. */
  public synchronized double sweep(int count) {
    double farthest = 0;
    for (int x = 0; x < count && items.size() > 0; x++) {
      if (nextItem >= items.size()) {
        nextItem = 0;
        drift = roundMove;
        roundMove = 0;
      }
      double[] before = Arrays.copyOfRange(posterior, nextItem * classes, (nextItem + 1) * classes);
      settle(nextItem, itemSize[nextItem]);
      for (int k = 0; k < classes; k++) farthest = Math.max(farthest, Math.abs(before[k] - posterior[nextItem * classes + k]));
      roundMove = Math.max(roundMove, farthest);
      nextItem++;
    }
    return farthest;
  }

  /** How far any posterior moved in the last full round of sweeps: what was still missing to the batch answer. */
  public synchronized double drift() {
    return drift;
  }

  public synchronized long judgments() {
    return judgments;
  }

  public synchronized int items() {
    return items.size();
  }

  /** Probabilities of the classes, in their order; those of an unseen item are the class shares so far. */
  public synchronized double[] posterior(String item) {
    int i = items.find(item);
    if (i >= 0) return Arrays.copyOfRange(posterior, i * classes, (i + 1) * classes);
    var prior = new double[classes];
    for (int k = 0; k < classes; k++) prior[k] = prior(k);
    return prior;
  }

  /** The rater's share of right answers with its interval, from the present posteriors. */
  public synchronized Estimate skill(String rater) {
    int r = raters.find(rater);
    if (r < 0) return Estimate.undefined("the rater has no judgments");
    var others = new float[raterSize[r]];
    int n = 0;
    for (int x = 0; x < others.length; x++) {
      if (isComparable(raterItems[r][x], r)) others[n++] = (float) withoutItself(raterItems[r][x], r, x);
    }
    if (n == 0 && raterSize[r] > 0) return Estimate.undefined(RaterSkills.ALONE);
    return RaterSkills.ofOne(Arrays.copyOf(others, n), classes, Math.clamp(meanSkill(), 0.02, 0.98));
  }

  /** How its present answers came to be; {@link #drift} says how far they may be from the batch answer. */
  public synchronized Provenance provenance() {
    return Provenance.of("live-dawid-skene", Map.of("smoothing", "" + smoothing, "anchor", "" + anchor), judgments);
  }

  /** All judgments so far as a table, for the batch methods. */
  public synchronized LabelTable table() {
    var table = LabelTable.builder(List.of(labels.toArray()));
    for (int i = 0; i < items.size(); i++) {
      table.itemNames().index(items.name(i));
      for (int x = 0; x < itemSize[i]; x++) {
        int cell = itemCells[i][x];
        table.add(items.name(i), raters.name(cell / classes), labels.name(cell % classes));
      }
    }
    return table.build();
  }

  /** The batch answer with the same prior and the same known answers. */
  public Consensus settled(Progress progress) {
    LabelTable table;
    int[] answers;
    synchronized (this) {
      table = table();
      answers = Arrays.copyOf(known, items.size());
    }
    return new DawidSkene(smoothing, anchor, 500, 1e-12).estimate(table, Gold.of(answers), progress);
  }

  /** Whether somebody else judged the item too, or its answer is known. */
  private boolean isComparable(int item, int rater) {
    if (known[item] != Gold.UNKNOWN) return true;
    for (int x = 0; x < itemSize[item]; x++) if (itemCells[item][x] / classes != rater) return true;
    return false;
  }

  /** Probability that the x-th judgment of the rater is right, by everything but itself. */
  private double withoutItself(int item, int rater, int x) {
    int occurrence = 0;
    for (int y = 0; y < x; y++) if (raterItems[rater][y] == item) occurrence++;
    int cell = -1;
    for (int y = 0; y < itemSize[item] && occurrence >= 0; y++) {
      if (itemCells[item][y] / classes == rater && occurrence-- == 0) cell = itemCells[item][y];
    }
    int label = cell % classes;
    if (known[item] != Gold.UNKNOWN) return known[item] == label ? 1 : 0;
    double total = 0;
    double own = 0;
    for (int k = 0; k < classes; k++) {
      double rest = posterior[item * classes + k] / confusion(cell, k);
      total += rest;
      if (k == label) own = rest;
    }
    return total > 0 ? own / total : posterior[item * classes + label];
  }

  private double meanSkill() {
    double right = 1;
    double all = 2;
    for (int r = 0; r < raters.size(); r++) {
      for (int k = 0; k < classes; k++) {
        right += counts[(r * classes + k) * classes + k];
        all += totals[r * classes + k];
      }
    }
    return right / all;
  }

  private void judge(int item) {
    int row = item * classes;
    if (known[item] != Gold.UNKNOWN) {
      Arrays.fill(posterior, row, row + classes, 0);
      posterior[row + known[item]] = 1;
      return;
    }
    double top = Double.NEGATIVE_INFINITY;
    for (int k = 0; k < classes; k++) {
      double log = Math.log(prior(k));
      for (int x = 0; x < itemSize[item]; x++) log += Math.log(confusion(itemCells[item][x], k));
      posterior[row + k] = log;
      top = Math.max(top, log);
    }
    double total = 0;
    for (int k = 0; k < classes; k++) total += posterior[row + k] = Math.exp(posterior[row + k] - top);
    for (int k = 0; k < classes; k++) posterior[row + k] /= total;
  }

  private double prior(int k) {
    double all = 0;
    for (double count : classCounts) all += count;
    return (classCounts[k] + smoothing) / (all + classes * smoothing);
  }

  private double confusion(int cell, int k) {
    int rater = cell / classes;
    double extra = cell % classes == k ? anchor : 0;
    double count = Math.max(0, counts[cell * classes + k]);
    return (count + smoothing + extra) / (Math.max(0, totals[rater * classes + k]) + classes * smoothing + anchor);
  }

  /**
   * A new posterior for the item. The tables it is judged by hold its old part, as EM wants it, but nothing yet of its
   * judgments from {@code fresh} on.
   */
  private void settle(int item, int fresh) {
    int row = item * classes;
    int size = itemSize[item];
    double[] old = Arrays.copyOfRange(posterior, row, row + classes);
    judge(item);
    double[] next = Arrays.copyOfRange(posterior, row, row + classes);
    System.arraycopy(old, 0, posterior, row, classes);
    itemSize[item] = fresh;
    shift(item, -1);
    itemSize[item] = size;
    System.arraycopy(next, 0, posterior, row, classes);
    shift(item, 1);
  }

  /** Adds or takes out the item's part in the sums. */
  private void shift(int item, int sign) {
    for (int k = 0; k < classes; k++) {
      double p = sign * posterior[item * classes + k];
      classCounts[k] += p;
      for (int x = 0; x < itemSize[item]; x++) {
        int cell = itemCells[item][x];
        counts[cell * classes + k] += p;
        totals[cell / classes * classes + k] += p;
      }
    }
  }

  private int classOf(String label) {
    int l = labels.find(label);
    if (l < 0) throw new IllegalArgumentException("\"" + label + "\" is none of the classes " + String.join(", ", labels.toArray()));
    return l;
  }

  private int itemNumber(String name) {
    int i = items.index(name);
    if (i == itemCells.length) {
      int room = 2 * i;
      itemCells = Arrays.copyOf(itemCells, room);
      itemSize = Arrays.copyOf(itemSize, room);
      known = Arrays.copyOf(known, room);
      posterior = Arrays.copyOf(posterior, room * classes);
    }
    if (itemCells[i] == null) {
      itemCells[i] = new int[4];
      known[i] = Gold.UNKNOWN;
      judge(i);
      shift(i, 1);
    }
    return i;
  }

  private int raterNumber(String name) {
    int r = raters.index(name);
    if (r == raterItems.length) {
      int room = 2 * r;
      raterItems = Arrays.copyOf(raterItems, room);
      raterSize = Arrays.copyOf(raterSize, room);
      counts = Arrays.copyOf(counts, room * classes * classes);
      totals = Arrays.copyOf(totals, room * classes);
    }
    if (raterItems[r] == null) raterItems[r] = new int[4];
    return r;
  }
}
