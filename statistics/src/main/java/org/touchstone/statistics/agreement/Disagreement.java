package org.touchstone.statistics.agreement;

import java.util.Arrays;

/** Observed and expected disagreement of weighted patterns, by the cheapest route the distance allows. */
final class Disagreement {
  private static final int LARGEST_MATRIX = 1024;

  private final double[] scale;
  private final Patterns patterns;
  private final Distance distance;
  private final double[] position;
  private final double[] within;
  private final double[] total;
  private final double[][] squared;

  /** @param scale the value of each code */
  Disagreement(double[] scale, Patterns patterns, Distance distance) {
    this.scale = scale;
    this.patterns = patterns;
    this.distance = distance;
    this.position = distance == Distance.Level.INTERVAL ? centred() : new double[scale.length];
    this.total = new double[scale.length];
    this.squared = byPairs() && scale.length <= LARGEST_MATRIX ? matrix() : null;
    this.within = new double[patterns.patterns()];
    if (distance != Distance.Level.ORDINAL) for (int p = 0; p < within.length; p++) within[p] = within(p);
  }

  /** Alpha when pattern p was seen {@code weights[p]} times; NaN where no disagreement is expected at all. */
  double alpha(long[] weights) {
    double n = count(weights);
    if (distance == Distance.Level.ORDINAL) rank(n);
    double observed = 0;
    for (int p = 0; p < weights.length; p++) {
      if (weights[p] == 0) continue;
      observed += weights[p] * (distance == Distance.Level.ORDINAL ? within(p) : within[p]);
    }
    double expected = expected(n);
    return expected > 0 ? 1 - observed * (n - 1) / expected : Double.NaN;
  }

  /** Sets the ranks for these weights; answers n times the expected distance of two judgments. */
  double prepare(long[] weights) {
    double n = count(weights);
    if (distance == Distance.Level.ORDINAL) rank(n);
    return expected(n) / (n - 1);
  }

  /** The squared distance of two codes, under the ranks last set. */
  double between(int a, int b) {
    if (a == b) return 0;
    if (byPairs()) return squared(a, b);
    return distance == Distance.Level.NOMINAL ? 1 : (position[a] - position[b]) * (position[a] - position[b]);
  }

  private double count(long[] weights) {
    Arrays.fill(total, 0);
    double n = 0;
    for (int p = 0; p < weights.length; p++) {
      if (weights[p] == 0) continue;
      n += (double) weights[p] * patterns.size(p);
      for (int cell = patterns.start(p); cell < patterns.start(p + 1); cell++) {
        total[patterns.code(cell)] += (double) weights[p] * patterns.count(cell);
      }
    }
    return n;
  }

  /** Mid-ranks, centred: the ordinal distance of Krippendorff is the squared difference of these. */
  private void rank(double n) {
    double below = 0;
    for (int c = 0; c < position.length; c++) {
      position[c] = below + total[c] / 2 - n / 2;
      below += total[c];
    }
  }

  private double within(int pattern) {
    int m = patterns.size(pattern);
    int from = patterns.start(pattern);
    int to = patterns.start(pattern + 1);
    double sum = 0;
    if (byPairs()) {
      for (int a = from; a < to; a++) {
        for (int b = from; b < a; b++) {
          sum += 2.0 * patterns.count(a) * patterns.count(b) * squared(patterns.code(a), patterns.code(b));
        }
      }
    } else if (distance == Distance.Level.NOMINAL) {
      sum = (double) m * m;
      for (int a = from; a < to; a++) sum -= (double) patterns.count(a) * patterns.count(a);
    } else {
      double mean = 0;
      for (int a = from; a < to; a++) mean += patterns.count(a) * position[patterns.code(a)] / m;
      for (int a = from; a < to; a++) {
        double off = position[patterns.code(a)] - mean;
        sum += 2.0 * m * patterns.count(a) * off * off;
      }
    }
    return sum / (m - 1);
  }

  private double expected(double n) {
    double sum = 0;
    if (byPairs()) {
      for (int a = 0; a < total.length; a++) {
        if (total[a] == 0) continue;
        for (int b = 0; b < a; b++) if (total[b] > 0) sum += 2 * total[a] * total[b] * squared(a, b);
      }
    } else if (distance == Distance.Level.NOMINAL) {
      sum = n * n;
      for (double t : total) sum -= t * t;
    } else {
      double mean = 0;
      for (int c = 0; c < total.length; c++) mean += total[c] * position[c] / n;
      for (int c = 0; c < total.length; c++) sum += 2 * n * total[c] * (position[c] - mean) * (position[c] - mean);
    }
    return sum;
  }

  private boolean byPairs() {
    return distance == Distance.Level.RATIO || distance instanceof Distance.Own;
  }

  private double squared(int a, int b) {
    return squared == null ? distanceOf(a, b) : squared[a][b];
  }

  private double distanceOf(int a, int b) {
    return squared(distance, scale[a], scale[b]);
  }

  /** The squared distance of two values, which for the ordinal one are ranks. */
  static double squared(Distance distance, double x, double y) {
    if (distance instanceof Distance.Own own) return own.squared().applyAsDouble(x, y);
    return switch ((Distance.Level) distance) {
      case NOMINAL -> x == y ? 0 : 1;
      case ORDINAL, INTERVAL -> (x - y) * (x - y);
      case RATIO -> {
        double share = x + y == 0 ? (x == y ? 0 : 1) : (x - y) / (x + y);
        yield share * share;
      }
    };
  }

  private double[][] matrix() {
    double[][] all = new double[scale.length][scale.length];
    for (int a = 0; a < all.length; a++) for (int b = 0; b < all.length; b++) all[a][b] = distanceOf(a, b);
    return all;
  }

  private double[] centred() {
    double[] value = new double[scale.length];
    double mean = 0;
    for (int c = 0; c < value.length; c++) mean += scale[c] / value.length;
    for (int c = 0; c < value.length; c++) value[c] = scale[c] - mean;
    return value;
  }
}
