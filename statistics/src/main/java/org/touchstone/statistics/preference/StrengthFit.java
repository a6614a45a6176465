package org.touchstone.statistics.preference;

import java.util.Arrays;
import org.touchstone.statistics.Progress;

/**
 * Newton's method for log strengths and a tie parameter from pair counts. Each step solves its equations by conjugate
 * gradients over the pairs that met, so that thousands of contestants need no square matrix.
 */
final class StrengthFit {
  private static final int MOST_STEPS = 200;
  /** A Newton step this small leaves an error of about its square, 1e-12: for figures that are shown. */
  static final double EXACT = 1e-6;
  /** Leaves an error of about 1e-6, far below the spread that replicates are drawn to measure. */
  static final double ROUGH = 1e-3;

  private final PairCounts counts;
  private final PairLikelihood pair;
  private final double prior;
  private final double close;
  private final int k;
  private final boolean tied;
  private final double[] hessDD;
  private final double[] hessDT;
  private final double[] gradient;
  private final double[] diagonal;
  private double hessTT;
  /** Curvature lent to the common shift of all strengths, which the data leave open. */
  private double gauge;
  double[] at;
  int steps;
  /** Whether the climb was ended from outside, before it reached the top. */
  boolean stopped;

  /**
   * @param start log strengths, then the tie parameter; not changed
   * @param close the largest Newton step after which no other is taken
   */
  StrengthFit(PairCounts counts, Ties ties, double prior, double[] start, double close) {
    this.counts = counts;
    this.pair = new PairLikelihood(ties);
    this.prior = prior;
    this.close = close;
    this.k = counts.contestants;
    this.tied = pair.hasTieParameter();
    this.hessDD = new double[counts.pairs()];
    this.hessDT = new double[counts.pairs()];
    this.gradient = new double[k + 1];
    this.diagonal = new double[k + 1];
    this.at = start.clone();
  }

  static double[] start(int contestants) {
    double[] start = new double[contestants + 1];
    start[contestants] = 0.5;
    return start;
  }

  /** Climbs to the top; where the likelihood cannot rise any more in this arithmetic it is there. */
  StrengthFit climb() {
    return climb(Progress.SILENT);
  }

  /** @param progress told after each step; refusing leaves the strengths reached until then */
  StrengthFit climb(Progress progress) {
    double value = derive();
    for (steps = 0; steps < MOST_STEPS; steps++) {
      double[] direction = solve();
      double slope = 0;
      double largest = 0;
      for (int c = 0; c <= k; c++) {
        slope += direction[c] * gradient[c];
        largest = Math.max(largest, Math.abs(direction[c]));
      }
      if (largest == 0) break;
      double[] from = at;
      double length = Math.min(1, 5 / largest);
      boolean rose = false;
      for (int halving = 0; halving < 40; halving++, length /= 2) {
        at = moved(from, direction, length);
        if (!(tied && at[k] <= -30)) {
          double next = derive();
          if (next >= value + 1e-4 * length * slope || next >= value - 1e-13 * Math.abs(value) && largest < 1e-3) {
            value = next;
            rose = true;
            break;
          }
        }
      }
      if (!rose) {
        at = from;
        break;
      }
      if (largest < close) break;
      stopped = !progress.report(steps + 1L, MOST_STEPS);
      if (stopped) break;
    }
    return centre();
  }

  private double[] moved(double[] from, double[] direction, double length) {
    double[] to = from.clone();
    for (int c = 0; c <= k; c++) to[c] += length * direction[c];
    return to;
  }

  /** Only differences are in the data: the mean of those compared is put at zero, unless a prior fixed the place. */
  private StrengthFit centre() {
    if (prior > 0) return this;
    double[] meetings = counts.meetings();
    double mean = 0;
    int compared = 0;
    for (int c = 0; c < k; c++) {
      if (meetings[c] == 0) continue;
      mean += at[c];
      compared++;
    }
    for (int c = 0; c < k; c++) at[c] = meetings[c] == 0 ? 0 : at[c] - mean / compared;
    return this;
  }

  private double derive() {
    Arrays.fill(gradient, 0);
    Arrays.fill(diagonal, 0);
    hessTT = 0;
    double value = 0;
    for (int p = 0; p < counts.pairs(); p++) {
      int a = counts.first[p];
      int b = counts.second[p];
      double n = counts.cells[3 * p] + counts.cells[3 * p + 1] + counts.cells[3 * p + 2];
      if (n == 0) {
        hessDD[p] = hessDT[p] = 0;
        continue;
      }
      pair.at(at[a] - at[b], at[k], counts.cells[3 * p], counts.cells[3 * p + 1], counts.cells[3 * p + 2]);
      value += pair.value;
      gradient[a] += pair.byD;
      gradient[b] -= pair.byD;
      gradient[k] += pair.byT;
      hessDD[p] = -pair.byDD;
      hessDT[p] = -pair.byDT;
      hessTT -= pair.byTT;
      diagonal[a] -= pair.byDD;
      diagonal[b] -= pair.byDD;
    }
    for (int c = 0; prior > 0 && c < k; c++) {
      double p = PairLikelihood.logistic(at[c]);
      value += prior / 2 * (PairLikelihood.logLogistic(at[c]) + PairLikelihood.logLogistic(-at[c]));
      gradient[c] += prior * (0.5 - p);
      diagonal[c] += prior * p * (1 - p);
    }
    gauge = 0;
    for (int c = 0; prior == 0 && c < k; c++) gauge += diagonal[c] / ((double) k * k);
    for (int c = 0; c < k; c++) diagonal[c] += gauge;
    diagonal[k] = hessTT;
    return value;
  }

  /** The Newton direction, by conjugate gradients with the diagonal as preconditioner. */
  private double[] solve() {
    double[] x = new double[k + 1];
    double[] rest = gradient.clone();
    double[] z = new double[k + 1];
    double[] way = new double[k + 1];
    double[] image = new double[k + 1];
    double product = precondition(rest, z);
    System.arraycopy(z, 0, way, 0, k + 1);
    double enough = 1e-6 * close * close * product;
    for (int round = 0; round < 4 * (k + 1) + 20 && product > enough && product > 0; round++) {
      multiply(way, image);
      double curvature = 0;
      for (int c = 0; c <= k; c++) curvature += way[c] * image[c];
      if (!(curvature > 0)) break;
      double step = product / curvature;
      for (int c = 0; c <= k; c++) {
        x[c] += step * way[c];
        rest[c] -= step * image[c];
      }
      double next = precondition(rest, z);
      for (int c = 0; c <= k; c++) way[c] = z[c] + next / product * way[c];
      product = next;
    }
    return x;
  }

  private double precondition(double[] rest, double[] z) {
    double product = 0;
    for (int c = 0; c <= k; c++) {
      z[c] = diagonal[c] > 0 ? rest[c] / diagonal[c] : 0;
      product += rest[c] * z[c];
    }
    return product;
  }

  private void multiply(double[] v, double[] into) {
    Arrays.fill(into, 0);
    for (int p = 0; p < hessDD.length; p++) {
      int a = counts.first[p];
      int b = counts.second[p];
      double difference = v[a] - v[b];
      double pull = hessDD[p] * difference + hessDT[p] * v[k];
      into[a] += pull;
      into[b] -= pull;
      into[k] += hessDT[p] * difference;
    }
    into[k] += hessTT * v[k];
    if (prior == 0) {
      double sum = 0;
      for (int c = 0; c < k; c++) sum += v[c];
      for (int c = 0; c < k; c++) into[c] += gauge * sum;
    }
    for (int c = 0; prior > 0 && c < k; c++) {
      double p = PairLikelihood.logistic(at[c]);
      into[c] += prior * p * (1 - p) * v[c];
    }
  }
}
