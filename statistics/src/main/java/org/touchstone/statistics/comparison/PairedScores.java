package org.touchstone.statistics.comparison;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.touchstone.statistics.Bootstrap;
import org.touchstone.statistics.Estimate;
import org.touchstone.statistics.Interval;
import org.touchstone.statistics.Provenance;
import org.touchstone.statistics.chance.Quantiles;

/**
 * Two candidates with a score each on the same items: the mean difference with a percentile bootstrap interval over
 * items, and a permutation test that swaps the two at random within items, which needs no assumption on the scores
 * beyond the pairing.
 *
 * <p>Up to {@value #ENUMERATED} differing items all swaps are enumerated and the p-value is exact; beyond, it is
 * (1 + extreme)/(1 + drawn), never 0 (Phipson and Smyth, 2010).
 */
public final class PairedScores {
  private static final int ENUMERATED = 16;

  private PairedScores() {}

  public static PairedResult compare(double[] first, double[] second, Bootstrap bootstrap) {
    if (first.length != second.length) {
      throw new IllegalArgumentException("paired results need one length, got " + first.length + " and "
          + second.length);
    }
    double[] difference = new double[first.length];
    int differing = 0;
    for (int i = 0; i < first.length; i++) {
      difference[i] = first[i] - second[i];
      if (!Double.isFinite(difference[i])) throw new IllegalArgumentException("item " + i + " has no finite scores");
      if (difference[i] != 0) differing++;
    }
    var provenance = Provenance.of("paired-permutation", Map.of("rounds", Integer.toString(bootstrap.rounds()),
        "coverage", Double.toString(bootstrap.level())), first.length);
    if (first.length == 0) return new PairedResult(Estimate.undefined("There are no items to compare on."), 1, 0,
        provenance);
    double mean = Arrays.stream(difference).sum() / difference.length;
    var value = new Estimate.Known(mean, difference.length, interval(difference, bootstrap));
    double[] moved = Arrays.stream(difference).filter(d -> d != 0).toArray();
    double p = moved.length <= ENUMERATED ? enumerated(moved) : drawn(moved, bootstrap.rounds(), bootstrap.random());
    return new PairedResult(value, p, differing, provenance);
  }

  private static Optional<Interval> interval(double[] difference, Bootstrap bootstrap) {
    if (difference.length < 2) return Optional.empty();
    double[] means = new double[bootstrap.rounds()];
    int drawn = 0;
    while (drawn < means.length) {
      double sum = 0;
      for (int i = 0; i < difference.length; i++) sum += difference[bootstrap.random().nextInt(difference.length)];
      means[drawn++] = sum / difference.length;
      if (!bootstrap.progress().report(drawn, means.length)) break;
    }
    return Quantiles.percentile(means, drawn, bootstrap.level());
  }

  private static double enumerated(double[] moved) {
    double seen = threshold(moved);
    long extreme = 0;
    for (int signs = 0; signs < 1 << moved.length; signs++) {
      double sum = 0;
      for (int i = 0; i < moved.length; i++) sum += (signs >> i & 1) == 0 ? moved[i] : -moved[i];
      if (Math.abs(sum) >= seen) extreme++;
    }
    return (double) extreme / (1 << moved.length);
  }

  private static double drawn(double[] moved, int rounds, RandomGenerator random) {
    double seen = threshold(moved);
    long extreme = 0;
    for (int round = 0; round < rounds; round++) {
      double sum = 0;
      long bits = 0;
      for (int i = 0; i < moved.length; i++) {
        if ((i & 63) == 0) bits = random.nextLong();
        sum += (bits & 1) == 0 ? moved[i] : -moved[i];
        bits >>>= 1;
      }
      if (Math.abs(sum) >= seen) extreme++;
    }
    return (1.0 + extreme) / (1.0 + rounds);
  }

  /** The sum seen, less what rounding could add to a swap that is as extreme. */
  private static double threshold(double[] moved) {
    double sum = 0;
    double size = 0;
    for (double d : moved) {
      sum += d;
      size += Math.abs(d);
    }
    return Math.abs(sum) - 1e-12 * size;
  }
}
