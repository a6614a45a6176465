package org.touchstone.statistics.comparison;

import org.touchstone.statistics.chance.Normal;

/**
 * How many items an experiment needs, and what it can see with those it has. All by the normal approximation, which
 * is within a few items of the exact answer from about 20 differing items on.
 *
 * @param alpha chance of a false alarm, two-sided
 * @param power chance to see a difference that is there
 */
public record SampleSize(double alpha, double power) {
  public SampleSize {
    if (!(alpha > 0 && alpha < 1)) throw new IllegalArgumentException("alpha lies strictly between 0 and 1, got "
        + alpha);
    if (!(power > 0 && power < 1)) throw new IllegalArgumentException("power lies strictly between 0 and 1, got "
        + power);
  }

  /** The usual choice: 5 % false alarms, 80 % power. */
  public static SampleSize usual() {
    return new SampleSize(0.05, 0.8);
  }

  /**
   * Items for McNemar's test (Miettinen, 1968; Connor, 1987): n = (z_α √ψ + z_β √(ψ − δ²))² / δ².
   *
   * @param onlyFirst share of items expected to pass with the first candidate only
   * @param onlySecond share expected to pass with the second only
   */
  public long paired(double onlyFirst, double onlySecond) {
    double difference = Math.abs(onlyFirst - onlySecond);
    double differing = onlyFirst + onlySecond;
    if (!(onlyFirst >= 0 && onlySecond >= 0 && differing <= 1)) {
      throw new IllegalArgumentException("shares of " + onlyFirst + " and " + onlySecond + " do not fit into one");
    }
    if (difference == 0) throw new IllegalArgumentException("no number of items shows a difference of zero");
    double root = alphaZ() * Math.sqrt(differing) + powerZ() * Math.sqrt(differing - difference * difference);
    return up(root * root / (difference * difference));
  }

  /** Items with a preference one way or the other, to tell a win rate from a half. */
  public long preferences(double winRate) {
    if (!(winRate >= 0 && winRate <= 1)) throw new IllegalArgumentException("a win rate lies in [0, 1], got "
        + winRate);
    return paired(winRate, 1 - winRate);
  }

  /** Items in each of two separate groups, to tell their rates apart. */
  public long perGroup(double firstRate, double secondRate) {
    double difference = firstRate - secondRate;
    if (!(firstRate >= 0 && firstRate <= 1 && secondRate >= 0 && secondRate <= 1)) {
      throw new IllegalArgumentException("rates lie in [0, 1], got " + firstRate + " and " + secondRate);
    }
    if (difference == 0) throw new IllegalArgumentException("no number of items shows a difference of zero");
    double pooled = (firstRate + secondRate) / 2;
    double root = alphaZ() * Math.sqrt(2 * pooled * (1 - pooled))
        + powerZ() * Math.sqrt(firstRate * (1 - firstRate) + secondRate * (1 - secondRate));
    return up(root * root / (difference * difference));
  }

  /** Items for a mean difference of paired scores, given the standard deviation of the differences. */
  public long pairedScores(double difference, double deviation) {
    if (!(deviation >= 0)) throw new IllegalArgumentException("a deviation is not negative, got " + deviation);
    if (!(Math.abs(difference) > 0)) throw new IllegalArgumentException(
        "no number of items shows a difference of zero");
    double root = (alphaZ() + powerZ()) * deviation / difference;
    return Math.max(2, up(root * root));
  }

  /** The power McNemar's test has with this many items; the power asked for is not used. */
  public double powerOfPaired(double onlyFirst, double onlySecond, long items) {
    double difference = Math.abs(onlyFirst - onlySecond);
    double differing = onlyFirst + onlySecond;
    double spread = Math.sqrt(Math.max(1e-300, differing - difference * difference));
    return Normal.cumulative((difference * Math.sqrt(items) - alphaZ() * Math.sqrt(differing)) / spread);
  }

  private double alphaZ() {
    return Normal.halfWidth(1 - alpha);
  }

  private double powerZ() {
    return Normal.quantile(power);
  }

  private static long up(double items) {
    return (long) Math.ceil(items - 1e-9);
  }
}
