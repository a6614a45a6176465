package org.touchstone.statistics.agreement;

import org.touchstone.statistics.Estimate;
import org.touchstone.statistics.Interval;
import org.touchstone.statistics.chance.Beta;

/**
 * The family (p_a − p_e)/(1 − p_e) over items with any number of judgments. Members differ in what they call chance.
 *
 * <p>p_a is the mean over items of the share of agreeing pairs; π_k the mean over items of the share of category k. The
 * standard error is that of the mean of the items' first-order influences, as in K. L. Gwet, 'Handbook of Inter-Rater
 * Reliability' (4th ed.), so it speaks of other items and the same raters; the interval is Student's.
 */
final class ChanceCorrection {
  enum Chance { NONE, MARGINAL, GWET, UNIFORM }

  private final Judgments judgments;
  private final double[][] weight;
  private final Chance chance;
  private final int categories;
  private final double weights;
  private final double[] share;
  private final int[] counts;
  private final int[] touched;
  private long items;
  private long paired;
  private long pairedJudgments;
  private double seen;

  ChanceCorrection(Judgments judgments, Weighting weighting, Chance chance, int declaredCategories) {
    this.judgments = judgments;
    this.weight = weighting == Weighting.IDENTITY ? null : weighting.matrix(judgments);
    this.chance = chance;
    this.categories = Math.max(declaredCategories, judgments.codes());
    this.share = new double[judgments.codes()];
    this.counts = new int[judgments.codes()];
    this.touched = new int[judgments.codes()];
    this.weights = weight == null ? categories : sum(weight);
    observe();
  }

  long items() {
    return paired;
  }

  long judgments() {
    return pairedJudgments;
  }

  Estimate estimate(double level) {
    if (paired == 0) return Estimate.undefined("No item was judged twice or more, so there is nothing to compare.");
    double observed = seen / paired;
    double expected = expected();
    if (!(1 - expected > 1e-12)) {
      return Estimate.undefined("All judgments have the same value, so agreement cannot be told from chance.");
    }
    double value = (observed - expected) / (1 - expected);
    if (items < 2) return Estimate.of(value, pairedJudgments);
    double half = Beta.studentHalfWidth(level, items - 1) * Math.sqrt(variance(value, expected));
    return Estimate.of(value, pairedJudgments, new Interval(
        Math.min(value, Math.max(-1, value - half)), Math.max(value, Math.min(1, value + half)), level));
  }

  private void observe() {
    for (int item = 0; item < judgments.items(); item++) {
      int m = judgments.start(item + 1) - judgments.start(item);
      if (m == 0) continue;
      items++;
      int kinds = count(item);
      if (m >= 2) {
        paired++;
        pairedJudgments += m;
        seen += agreement(kinds, m);
      }
      for (int a = 0; a < kinds; a++) share[touched[a]] += (double) counts[touched[a]] / m;
      clear(kinds);
    }
    for (int k = 0; k < share.length; k++) share[k] /= Math.max(1, items);
  }

  private double expected() {
    return switch (chance) {
      case NONE -> 0;
      case UNIFORM -> categories < 2 ? 1 : weights / ((double) categories * categories);
      case GWET -> {
        double spread = 0;
        for (double p : share) spread += p * (1 - p);
        yield categories < 2 ? 1 : weights * spread / ((double) categories * (categories - 1));
      }
      case MARGINAL -> {
        double sum = 0;
        for (int a = 0; a < share.length; a++) sum += share[a] * partner(a);
        yield sum;
      }
    };
  }

  /** The credit a judgment of this category expects from one drawn by the shares. */
  private double partner(int category) {
    if (weight == null) return share[category];
    double sum = 0;
    for (int b = 0; b < share.length; b++) sum += share[b] * weight[category][b];
    return sum;
  }

  private double variance(double value, double expected) {
    double[] chanceOf = new double[share.length];
    for (int k = 0; k < share.length; k++) {
      chanceOf[k] = switch (chance) {
        case NONE, UNIFORM -> expected;
        case GWET -> weights * (1 - share[k]) / ((double) categories * (categories - 1));
        case MARGINAL -> partner(k);
      };
    }
    double sum = 0;
    for (int item = 0; item < judgments.items(); item++) {
      int m = judgments.start(item + 1) - judgments.start(item);
      if (m == 0) continue;
      int kinds = count(item);
      double influence = 0;
      if (m >= 2) influence = (double) items / paired * (agreement(kinds, m) - expected) / (1 - expected);
      double own = 0;
      for (int a = 0; a < kinds; a++) own += chanceOf[touched[a]] * counts[touched[a]] / m;
      if (chance != Chance.NONE && chance != Chance.UNIFORM) {
        influence -= 2 * (1 - value) * (own - expected) / (1 - expected);
      }
      sum += (influence - value) * (influence - value);
      clear(kinds);
    }
    return sum / ((double) items * (items - 1));
  }

  private double agreement(int kinds, int m) {
    double sum = 0;
    for (int a = 0; a < kinds; a++) {
      int na = counts[touched[a]];
      sum += (double) na * (na - 1);
      if (weight == null) continue;
      for (int b = 0; b < a; b++) sum += 2.0 * na * counts[touched[b]] * weight[touched[a]][touched[b]];
    }
    return sum / ((double) m * (m - 1));
  }

  private int count(int item) {
    int kinds = 0;
    for (int j = judgments.start(item); j < judgments.start(item + 1); j++) {
      if (counts[judgments.code(j)]++ == 0) touched[kinds++] = judgments.code(j);
    }
    return kinds;
  }

  private void clear(int kinds) {
    for (int a = 0; a < kinds; a++) counts[touched[a]] = 0;
  }

  private static double sum(double[][] matrix) {
    double sum = 0;
    for (double[] row : matrix) for (double w : row) sum += w;
    return sum;
  }
}
