package org.touchstone.statistics.comparison;

import java.util.Arrays;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.touchstone.statistics.Bootstrap;
import org.touchstone.statistics.Estimate;
import org.touchstone.statistics.Progress;
import org.touchstone.statistics.Provenance;
import org.touchstone.statistics.chance.Quantiles;

/**
 * Two candidates with a score each on the same items: the mean difference with a percentile bootstrap interval over
 * items, and a permutation test that swaps the two at random within items, which needs no assumption on the scores
 * beyond the pairing.
 *
 * <p>Up to {@value #ENUMERATED} differing items all swaps are enumerated and the p-value is exact; beyond, it is
 * (1 + extreme)/(1 + drawn), never 0 (Phipson and Smyth, 2010). Where the progress refuses to go on, interval and
 * p-value rest on what was drawn until then, and the provenance says how much that was; with no swap drawn p is 1.
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
    if (first.length == 0) {
      return new PairedResult(Estimate.undefined("There are no items to compare on."), 1, 0, provenance(bootstrap, 0, "none", 0));
    }
    double[] moved = Arrays.stream(difference).filter(d -> d != 0).toArray();
    boolean swapped = moved.length > ENUMERATED;
    var rounds = new Rounds(bootstrap.progress(), bootstrap.rounds() * (swapped ? 2L : 1L));
    double[] means = means(difference, bootstrap, rounds);
    double mean = Arrays.stream(difference).sum() / difference.length;
    var value = new Estimate.Known(mean, difference.length, Quantiles.percentile(means, means.length, bootstrap.level()));
    if (!swapped) {
      return new PairedResult(value, enumerated(moved), differing, provenance(bootstrap, means.length, "all", first.length));
    }
    int drawn = 0;
    long extreme = 0;
    double seen = threshold(moved);
    while (drawn < bootstrap.rounds() && !rounds.stopped) {
      if (Math.abs(swapped(moved, bootstrap.random())) >= seen) extreme++;
      drawn++;
      rounds.count();
    }
    return new PairedResult(value, (1.0 + extreme) / (1.0 + drawn), differing,
        provenance(bootstrap, means.length, Integer.toString(drawn), first.length));
  }

  private static Provenance provenance(Bootstrap bootstrap, int drawn, String swaps, int items) {
    return Provenance.of("paired-permutation", Map.of("bootstrap", Integer.toString(drawn), "swaps", swaps,
        "coverage", Double.toString(bootstrap.level())), items);
  }

  /** Tells the progress of both drawings as of one, and remembers a refusal. */
  private static final class Rounds {
    private final Progress progress;
    private final long total;
    private long done;
    private boolean stopped;

    Rounds(Progress progress, long total) {
      this.progress = progress;
      this.total = total;
    }

    void count() {
      stopped = !progress.report(++done, total);
    }
  }

  /** The means of items drawn again, as many as there was time for; none of a single item. */
  private static double[] means(double[] difference, Bootstrap bootstrap, Rounds rounds) {
    if (difference.length < 2) return new double[0];
    double[] means = new double[bootstrap.rounds()];
    int drawn = 0;
    while (drawn < means.length && !rounds.stopped) {
      double sum = 0;
      for (int i = 0; i < difference.length; i++) sum += difference[bootstrap.random().nextInt(difference.length)];
      means[drawn++] = sum / difference.length;
      rounds.count();
    }
    return Arrays.copyOf(means, drawn);
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

  /** The sum when each difference has the sign that chance gives it. */
  private static double swapped(double[] moved, RandomGenerator random) {
    double sum = 0;
    long bits = 0;
    for (int i = 0; i < moved.length; i++) {
      if ((i & 63) == 0) bits = random.nextLong();
      sum += (bits & 1) == 0 ? moved[i] : -moved[i];
      bits >>>= 1;
    }
    return sum;
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
