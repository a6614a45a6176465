package org.touchstone.statistics.comparison;

import java.util.Arrays;
import java.util.Comparator;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import org.touchstone.statistics.Provenance;

/**
 * Adjusts p-values for having looked at many slices; an adjusted value is compared with the same alpha as a single
 * one.
 */
public enum Correction {
  /** The chance of even one false alarm stays below alpha (Holm, 1979). For decisions over people. */
  HOLM,
  /**
   * The expected share of false alarms among alarms stays below alpha (Benjamini and Hochberg, 1995). For looking
   * around.
   */
  BENJAMINI_HOCHBERG;

  /**
   * What adjusting gave.
   *
   * @param pValues the adjusted values, in the order given
   */
  public record Adjusted(double[] pValues, Provenance provenance) {
    public Adjusted {
      pValues = pValues.clone();
    }

    @Override
    public double[] pValues() {
      return pValues.clone();
    }

    /** How many are called at this alpha. */
    public long called(double alpha) {
      return Arrays.stream(pValues).filter(p -> p < alpha).count();
    }
  }

  /** Field name, for instance {@code holm}. */
  String fieldName() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  public Adjusted adjust(double[] pValues) {
    for (double p : pValues) {
      if (!(p >= 0 && p <= 1)) throw new IllegalArgumentException("a p-value lies in [0, 1], got " + p);
    }
    int m = pValues.length;
    int[] order = IntStream.range(0, m).boxed().sorted(Comparator.comparingDouble(i -> pValues[i]))
        .mapToInt(Integer::intValue).toArray();
    double[] adjusted = new double[m];
    if (this == HOLM) {
      double highest = 0;
      for (int rank = 0; rank < m; rank++) {
        highest = Math.max(highest, Math.min(1, (m - rank) * pValues[order[rank]]));
        adjusted[order[rank]] = highest;
      }
    } else {
      double lowest = 1;
      for (int rank = m - 1; rank >= 0; rank--) {
        lowest = Math.min(lowest, m * pValues[order[rank]] / (rank + 1));
        adjusted[order[rank]] = lowest;
      }
    }
    return new Adjusted(adjusted, Provenance.of(fieldName(), Map.of(), m));
  }
}
