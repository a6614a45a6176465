package org.touchstone.statistics.chance;

import java.util.Arrays;
import java.util.Optional;
import org.touchstone.statistics.Interval;

/** Sample quantiles and the percentile interval of bootstrap replicates. */
public final class Quantiles {
  private Quantiles() {}

  /** The quantile by linear interpolation between order statistics (Hyndman and Fan's type 7). */
  public static double ofSorted(double[] sorted, int count, double p) {
    double position = p * (count - 1);
    int below = (int) position;
    int above = Math.min(below + 1, count - 1);
    return sorted[below] + (position - below) * (sorted[above] - sorted[below]);
  }

  /**
   * The percentile interval of the finite replicates; empty when more than a tenth of them had no value or fewer than
   * twenty remain, since the rest would be a biased choice.
   */
  public static Optional<Interval> percentile(double[] replicates, int drawn, double level) {
    double[] finite = Arrays.stream(replicates, 0, drawn).filter(Double::isFinite).sorted().toArray();
    if (finite.length < 20 || finite.length < 0.9 * drawn) return Optional.empty();
    double tail = (1 - level) / 2;
    return Optional.of(new Interval(
        ofSorted(finite, finite.length, tail), ofSorted(finite, finite.length, 1 - tail), level));
  }
}
