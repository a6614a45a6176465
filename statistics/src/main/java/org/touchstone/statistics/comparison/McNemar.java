package org.touchstone.statistics.comparison;

import java.util.Map;
import org.touchstone.statistics.Estimate;
import org.touchstone.statistics.Interval;
import org.touchstone.statistics.Provenance;
import org.touchstone.statistics.chance.Beta;
import org.touchstone.statistics.chance.Normal;

/**
 * McNemar's test of two candidates that each pass or fail the same items. Items on which both do the same say
 * nothing; of those on which only one passes, half would go to each if they were alike.
 *
 * <p>The p-value is exact binomial, in its mid-p form unless {@code conservative}: the exact test never errs more
 * often than stated but wastes power; mid-p keeps the rate on average (Fagerland, Lydersen and Laake, 2013). The
 * interval of the difference of the pass rates is Wald's with a half item added to each of the four cells (Agresti
 * and Min, 2005).
 */
public record McNemar(boolean conservative, double level) {
  public McNemar {
    if (!(level > 0 && level < 1)) {
      throw new IllegalArgumentException("a level lies strictly between 0 and 1, got " + level);
    }
  }

  public static McNemar midP() {
    return new McNemar(false, 0.95);
  }

  public static McNemar exact() {
    return new McNemar(true, 0.95);
  }

  /**
   * All that the test needs to know of its items; counts of parts add up to those of the whole.
   *
   * @param onlyFirst items that only the first passes
   * @param onlySecond items that only the second passes
   * @param items all items
   */
  public record Counts(long onlyFirst, long onlySecond, long items) {
    public Counts {
      if (onlyFirst < 0 || onlySecond < 0 || onlyFirst + onlySecond > items) {
        throw new IllegalArgumentException("counts of " + onlyFirst + " and " + onlySecond + " do not fit " + items
            + " items");
      }
    }

    public static Counts of(boolean[] first, boolean[] second) {
      if (first.length != second.length) {
        throw new IllegalArgumentException("paired results need one length, got " + first.length + " and "
            + second.length);
      }
      long onlyFirst = 0;
      long onlySecond = 0;
      for (int i = 0; i < first.length; i++) {
        if (first[i] && !second[i]) onlyFirst++;
        if (second[i] && !first[i]) onlySecond++;
      }
      return new Counts(onlyFirst, onlySecond, first.length);
    }

    /** The counts of these items and of other ones. */
    public Counts plus(Counts other) {
      return new Counts(onlyFirst + other.onlyFirst, onlySecond + other.onlySecond, items + other.items);
    }
  }

  public PairedResult test(boolean[] first, boolean[] second) {
    return test(Counts.of(first, second));
  }

  public PairedResult test(Counts counts) {
    long onlyFirst = counts.onlyFirst;
    long onlySecond = counts.onlySecond;
    long items = counts.items;
    var provenance = Provenance.of("mcnemar", Map.of("form", conservative ? "exact" : "mid-p", "coverage", Double.toString(level)), items);
    if (items == 0) return new PairedResult(Estimate.undefined("There are no items to compare on."), 1, 0, provenance);
    double difference = (double) (onlyFirst - onlySecond) / items;
    double n = items + 2;
    double b = onlyFirst + 0.5;
    double c = onlySecond + 0.5;
    double shifted = (b - c) / n;
    double half = Normal.halfWidth(level) * Math.sqrt(Math.max(0, (b + c) / n - shifted * shifted) / n);
    var interval = new Interval(Math.max(-1, shifted - half), Math.min(1, shifted + half), level);
    return new PairedResult(Estimate.of(difference, items, interval), pValue(onlyFirst, onlySecond),
        onlyFirst + onlySecond, provenance);
  }

  private double pValue(long b, long c) {
    long n = b + c;
    if (n == 0) return 1;
    long more = Math.max(b, c);
    double tail = Beta.binomialAtLeast(more, n, 0.5);
    if (conservative) return Math.min(1, 2 * tail);
    double here = tail - Beta.binomialAtLeast(more + 1, n, 0.5);
    return Math.min(1, b == c ? 1 : 2 * tail - here);
  }
}
