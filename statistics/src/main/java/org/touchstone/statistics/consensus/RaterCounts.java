package org.touchstone.statistics.consensus;

import java.io.Serializable;

/**
 * What one sweep over some items adds up: how often each rater gave each label where each class was the answer.
 *
 * <p>These sums are all that {@link TableMethod} needs to know of the judgments, so judgments that lie in several places
 * can be counted where they are: the counts of disjoint items add up to the counts of all of them.
 */
public final class RaterCounts implements Serializable {
  private static final long serialVersionUID = 1;

  final int raters;
  final int classes;
  /** Cell by cell and class by class as in {@link Sweep}. */
  final double[] counts;
  final double[] classCounts;
  final long items;
  final double logLikelihood;

  RaterCounts(int raters, double[] counts, double[] classCounts, long items, double logLikelihood) {
    this.raters = raters;
    this.classes = classCounts.length;
    this.counts = counts;
    this.classCounts = classCounts;
    this.items = items;
    this.logLikelihood = logLikelihood;
  }

  /** The counts of no items at all. */
  public static RaterCounts none(int raters, int classes) {
    return new RaterCounts(
        raters, new double[Math.multiplyExact(raters, Math.multiplyExact(classes, classes))], new double[classes], 0, 0);
  }

  /** A view of what the sweep counted, good until its next run. */
  static RaterCounts of(Sweep sweep, double logLikelihood) {
    return new RaterCounts(sweep.table.raters(), sweep.counts, sweep.stateCounts, sweep.table.items(), logLikelihood);
  }

  RaterCounts copy() {
    return new RaterCounts(raters, counts.clone(), classCounts.clone(), items, logLikelihood);
  }

  /** The counts of these items and other ones; both count the same raters and classes in the same order. */
  public RaterCounts plus(RaterCounts other) {
    if (raters != other.raters || classes != other.classes) {
      throw new IllegalArgumentException("counts of " + raters + " raters and " + classes + " classes cannot be added to those of "
          + other.raters + " raters and " + other.classes + " classes; number them alike first");
    }
    double[] cells = counts.clone();
    for (int x = 0; x < cells.length; x++) cells[x] += other.counts[x];
    double[] perClass = classCounts.clone();
    for (int k = 0; k < classes; k++) perClass[k] += other.classCounts[k];
    return new RaterCounts(raters, cells, perClass, items + other.items, logLikelihood + other.logLikelihood);
  }

  public int raters() {
    return raters;
  }

  public int classes() {
    return classes;
  }

  public long items() {
    return items;
  }

  /** How many judgments were counted: every one falls into one cell or, by halves, into several. */
  public long judgments() {
    double sum = 0;
    for (double n : counts) sum += n;
    return Math.round(sum);
  }

  /** How many items are expected to have the class as their answer. */
  public double expected(int klass) {
    return classCounts[klass];
  }

  /** How often the rater is expected to have said {@code label} of an item whose answer is {@code truth}. */
  public double expected(int rater, int truth, int label) {
    return counts[(rater * classes + label) * classes + truth];
  }

  /** Log likelihood of the judgments under the tables of the sweep that counted; 0 before any. */
  public double logLikelihood() {
    return logLikelihood;
  }
}
