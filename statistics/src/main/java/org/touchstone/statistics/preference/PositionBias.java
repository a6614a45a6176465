package org.touchstone.statistics.preference;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.touchstone.statistics.Estimate;
import org.touchstone.statistics.Provenance;
import org.touchstone.statistics.chance.Normal;
import org.touchstone.statistics.comparison.WilsonInterval;

/**
 * How far each rater leans to one side beyond what the contestants' strengths explain. The share of left wins (a tie
 * counts half) is set against the share expected; where left and right were drawn at random the expected share is
 * near a half.
 *
 * <p>It holds four sums a rater, so parts that number their raters alike add up with {@link #plus}, if the same strengths
 * were held against all of them.
 */
public final class PositionBias {
  private static final WilsonInterval INTERVAL = WilsonInterval.at95();

  private final long[] n;
  private final double[] left;
  private final double[] expected;
  private final double[] variance;
  private final Provenance strengths;

  private PositionBias(long[] n, double[] left, double[] expected, double[] variance, Provenance strengths) {
    this.n = n;
    this.left = left;
    this.expected = expected;
    this.variance = variance;
    this.strengths = strengths;
  }

  /** @param strengths of the same contestants, numbered alike */
  public static PositionBias of(Comparisons comparisons, Strengths strengths) {
    int raters = comparisons.raters();
    var found = new PositionBias(new long[raters], new double[raters], new double[raters], new double[raters], strengths.provenance());
    for (int j = 0; j < comparisons.size(); j++) {
      int r = comparisons.rater(j);
      double p = strengths.winProbability(comparisons.left(j), comparisons.right(j));
      double result = result(comparisons.outcome(j));
      found.left[r] += result;
      found.expected[r] += p;
      found.variance[r] += (result - p) * (result - p);
      found.n[r]++;
    }
    return found;
  }

  /** Of these comparisons and of other ones. */
  public PositionBias plus(PositionBias other) {
    if (n.length != other.n.length) {
      throw new IllegalArgumentException("sums of " + n.length + " and " + other.n.length + " raters do not add up; number them alike first");
    }
    if (!strengths.equals(other.strengths)) {
      throw new IllegalArgumentException("the sums were held against different strengths; estimate these from all comparisons first");
    }
    long[] both = n.clone();
    Arrays.setAll(both, r -> n[r] + other.n[r]);
    return new PositionBias(both, sum(left, other.left), sum(expected, other.expected), sum(variance, other.variance), strengths);
  }

  /**
   * One rater's lean.
   *
   * @param rater the rater's number
   * @param left the share of comparisons won by the left, with Wilson's interval
   * @param expected the share the strengths would give
   * @param lean left minus expected, in points of share
   * @param pValue of no lean, two-sided, 1 without comparisons; correct it for the number of raters looked at
   */
  public record Lean(int rater, Estimate left, Estimate expected, Estimate lean, double pValue) {}

  /** Every rater's lean, by number; that of one without comparisons is undefined. */
  public List<Lean> perRater() {
    return IntStream.range(0, n.length).mapToObj(this::ofRater).toList();
  }

  public Lean ofRater(int rater) {
    if (n[rater] == 0) {
      var none = Estimate.undefined("The rater made no comparisons.");
      return new Lean(rater, none, none, none, 1);
    }
    double excess = left[rater] - expected[rater];
    double p = variance[rater] > 0 ? Normal.twoSided(excess / Math.sqrt(variance[rater])) : 1;
    return new Lean(rater, INTERVAL.of(left[rater], n[rater]).value(), Estimate.of(expected[rater] / n[rater], n[rater]),
        Estimate.of(excess / n[rater], n[rater]), p);
  }

  public Provenance provenance() {
    return Provenance.of("position-bias", Map.of("strengths", strengths.method(), "coverage", Double.toString(INTERVAL.level())),
        Arrays.stream(n).sum());
  }

  private static double[] sum(double[] one, double[] other) {
    double[] sum = one.clone();
    for (int r = 0; r < sum.length; r++) sum[r] += other[r];
    return sum;
  }

  static double result(Outcome outcome) {
    return switch (outcome) {
      case LEFT -> 1;
      case RIGHT -> 0;
      case TIE -> 0.5;
    };
  }
}
