package org.touchstone.statistics.preference;

import java.util.ArrayList;
import java.util.List;
import org.touchstone.statistics.Estimate;
import org.touchstone.statistics.chance.Normal;
import org.touchstone.statistics.comparison.WilsonInterval;

/**
 * How far each rater leans to one side beyond what the contestants' strengths explain. The share of left wins (a tie
 * counts half) is set against the share expected; where left and right were drawn at random the expected share is
 * near a half.
 */
public final class PositionBias {
  private PositionBias() {}

  /**
   * One rater's lean.
   *
   * @param rater the rater's number
   * @param left the share of comparisons won by the left, with Wilson's interval
   * @param expected the share the strengths would give
   * @param lean left minus expected, in points of share
   * @param pValue of no lean, two-sided; correct it for the number of raters looked at
   */
  public record Lean(int rater, Estimate left, double expected, double lean, double pValue) {}

  /** Every rater's lean, by number; one without comparisons has an undefined share and a p-value of 1. */
  public static List<Lean> perRater(Comparisons comparisons, Strengths strengths) {
    int raters = comparisons.raters();
    double[] left = new double[raters];
    double[] expected = new double[raters];
    double[] variance = new double[raters];
    long[] n = new long[raters];
    for (int j = 0; j < comparisons.size(); j++) {
      int r = comparisons.rater(j);
      double p = strengths.winProbability(comparisons.left(j), comparisons.right(j));
      double result = result(comparisons.outcome(j));
      left[r] += result;
      expected[r] += p;
      variance[r] += (result - p) * (result - p);
      n[r]++;
    }
    List<Lean> leans = new ArrayList<>(raters);
    for (int r = 0; r < raters; r++) {
      Estimate share = WilsonInterval.at95().of(left[r], n[r]);
      double excess = left[r] - expected[r];
      double p = variance[r] > 0 ? Normal.twoSided(excess / Math.sqrt(variance[r])) : 1;
      leans.add(new Lean(r, share, n[r] == 0 ? 0.5 : expected[r] / n[r], n[r] == 0 ? 0 : excess / n[r], p));
    }
    return leans;
  }

  static double result(Outcome outcome) {
    return switch (outcome) {
      case LEFT -> 1;
      case RIGHT -> 0;
      case TIE -> 0.5;
    };
  }
}
