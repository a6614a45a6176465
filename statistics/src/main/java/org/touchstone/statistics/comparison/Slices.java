package org.touchstone.statistics.comparison;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.touchstone.statistics.Estimate;
import org.touchstone.statistics.Provenance;
import org.touchstone.statistics.chance.Normal;

/**
 * A rate in each of several groups, each against all the others together, with the p-values corrected for the number
 * of groups.
 *
 * <p>A group below {@code minimum} is neither shown nor tested: its figure would be noise, and could point at a
 * person. Where exactly one group is that small it could be worked out from the total; then the smallest other one is
 * withheld with it.
 */
public record Slices(int minimum, Correction correction) {
  public Slices {
    if (minimum < 1) throw new IllegalArgumentException("a minimum group size is at least 1, got " + minimum);
  }

  /** The smallest group whose rate has a 95 % Wilson interval no wider than this on either side, whatever the rate. */
  public static int minimumFor(double halfWidth) {
    if (!(halfWidth > 0 && halfWidth < 0.5)) {
      throw new IllegalArgumentException("a half width lies strictly between 0 and 0.5, got " + halfWidth);
    }
    double z = Normal.halfWidth(0.95);
    return (int) Math.max(1, Math.ceil(z * z * (1 / (4 * halfWidth * halfWidth) - 1) - 1e-9));
  }

  /**
   * One group.
   *
   * @param rate its rate, or why it is withheld
   * @param difference its rate less that of all others
   * @param pValue of no difference, corrected; 1 where withheld
   */
  public record Slice(Estimate rate, Estimate difference, double pValue) {}

  /** @param slices by group */
  public record Result(List<Slice> slices, Provenance provenance) {
    public Result {
      slices = List.copyOf(slices);
    }
  }

  /**
   * @param successes by group
   * @param sizes by group
   */
  public Result compare(long[] successes, long[] sizes) {
    if (successes.length != sizes.length) {
      throw new IllegalArgumentException(successes.length + " counts of successes for " + sizes.length + " groups");
    }
    long allSuccesses = 0;
    long all = 0;
    for (int g = 0; g < sizes.length; g++) {
      if (successes[g] < 0 || successes[g] > sizes[g]) {
        throw new IllegalArgumentException("group " + g + " has " + successes[g] + " successes of " + sizes[g]);
      }
      allSuccesses += successes[g];
      all += sizes[g];
    }
    boolean[] withheld = withheld(sizes);
    double[] p = new double[sizes.length];
    int tested = 0;
    for (int g = 0; g < sizes.length; g++) {
      if (!withheld[g]) p[tested++] = pValue(successes[g], sizes[g], allSuccesses - successes[g], all - sizes[g]);
    }
    double[] adjusted = correction.adjust(Arrays.copyOf(p, tested)).pValues();
    List<Slice> slices = new ArrayList<>();
    int shown = 0;
    for (int g = 0; g < sizes.length; g++) {
      slices.add(withheld[g] ? hidden(sizes[g])
          : shown(successes[g], sizes[g], allSuccesses - successes[g], all - sizes[g], adjusted[shown++]));
    }
    return new Result(slices, Provenance.of("slices", Map.of("minimum", Integer.toString(minimum), "correction", correction.fieldName(),
        "coverage", Double.toString(WilsonInterval.at95().level())), all));
  }

  private boolean[] withheld(long[] sizes) {
    boolean[] withheld = new boolean[sizes.length];
    int small = 0;
    for (int g = 0; g < sizes.length; g++) {
      withheld[g] = sizes[g] < minimum;
      if (withheld[g] && sizes[g] > 0) small++;
    }
    if (small != 1) return withheld;
    int next = -1;
    for (int g = 0; g < sizes.length; g++) if (!withheld[g] && (next < 0 || sizes[g] < sizes[next])) next = g;
    if (next >= 0) withheld[next] = true;
    return withheld;
  }

  private Slice hidden(long size) {
    Estimate why = Estimate.undefined(size < minimum
        ? "The group is smaller than " + minimum + ", so its figure would be noise and could point at a person."
        : "The group is withheld because a smaller one could otherwise be worked out from the total.");
    return new Slice(why, why, 1);
  }

  private static Slice shown(long successes, long size, long otherSuccesses, long others, double pValue) {
    Estimate rate = WilsonInterval.at95().of(successes, size).value();
    if (others == 0) return new Slice(rate, Estimate.undefined("There is no other group to compare with."), 1);
    return new Slice(rate, RateDifference.at95().of(successes, size, otherSuccesses, others).value(), pValue);
  }

  private static double pValue(long successes, long size, long otherSuccesses, long others) {
    if (others == 0) return 1;
    double pooled = (double) (successes + otherSuccesses) / (size + others);
    double error = Math.sqrt(pooled * (1 - pooled) * (1.0 / size + 1.0 / others));
    return error == 0 ? 1 : Normal.twoSided(((double) successes / size - (double) otherSuccesses / others) / error);
  }
}
