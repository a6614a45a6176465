package org.touchstone.statistics.consensus;

import java.io.Serializable;

/**
 * What is held of the classes and of every rater between two sweeps: class shares and p(label | class).
 *
 * <p>Small beside the judgments, it is what travels to them when they lie in several places.
 */
public final class RaterTables implements Serializable {
  private static final long serialVersionUID = 1;

  final int raters;
  final int classes;
  final double[] logPrior;
  final double[] logTable;
  final double[] confusion;
  double logDensity;

  /** Arrays as in {@link Sweep}; written to by the method that owns the table, read by everybody else. */
  RaterTables(double[] logPrior, double[] logTable, double[] confusion) {
    this.classes = logPrior.length;
    this.raters = classes == 0 ? 0 : logTable.length / (classes * classes);
    this.logPrior = logPrior;
    this.logTable = logTable;
    this.confusion = confusion;
  }

  static RaterTables room(RaterCounts counts) {
    int size = counts.counts.length;
    return new RaterTables(new double[counts.classes], new double[size], new double[size]);
  }

  public int raters() {
    return raters;
  }

  public int classes() {
    return classes;
  }

  /** The share of items whose answer is the class. */
  public double share(int klass) {
    return Math.exp(logPrior[klass]);
  }

  /** Probability that the rater says {@code label} when the answer is {@code truth}. */
  public double confusion(int rater, int truth, int label) {
    return confusion[(rater * classes + label) * classes + truth];
  }

  /** Log density of the method's prior at these tables, up to a constant; 0 where it has none. */
  public double logDensity() {
    return logDensity;
  }
}
