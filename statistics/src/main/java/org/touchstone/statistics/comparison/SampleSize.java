package org.touchstone.statistics.comparison;

import java.util.HashMap;
import java.util.Map;
import org.touchstone.statistics.Estimate;
import org.touchstone.statistics.Figure;
import org.touchstone.statistics.Provenance;
import org.touchstone.statistics.chance.Normal;

/**
 * How many items an experiment needs, and what it can see with those it has. All by the normal approximation, which
 * is within a few items of the exact answer from about 20 differing items on. The figures are made before any data are
 * there, so they rest on no observations; where no number of items would do they are undefined.
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
  public Figure paired(double onlyFirst, double onlySecond) {
    double difference = Math.abs(onlyFirst - onlySecond);
    double differing = onlyFirst + onlySecond;
    if (!(onlyFirst >= 0 && onlySecond >= 0 && differing <= 1)) {
      throw misfit(onlyFirst, onlySecond);
    }
    var planned = Map.of("onlyFirst", onlyFirst, "onlySecond", onlySecond);
    if (difference == 0) return nothingToShow("mcnemar", planned);
    double root = alphaZ() * Math.sqrt(differing) + powerZ() * Math.sqrt(differing - difference * difference);
    return figure("mcnemar", planned, up(root * root / (difference * difference)));
  }

  /** Items with a preference one way or the other, to tell a win rate from a half. */
  public Figure preferences(double winRate) {
    if (!(winRate >= 0 && winRate <= 1)) throw new IllegalArgumentException("a win rate lies in [0, 1], got "
        + winRate);
    return paired(winRate, 1 - winRate);
  }

  /** Items in each of two separate groups, to tell their rates apart. */
  public Figure perGroup(double firstRate, double secondRate) {
    double difference = firstRate - secondRate;
    if (!(firstRate >= 0 && firstRate <= 1 && secondRate >= 0 && secondRate <= 1)) {
      throw new IllegalArgumentException("rates lie in [0, 1], got " + firstRate + " and " + secondRate);
    }
    var planned = Map.of("firstRate", firstRate, "secondRate", secondRate);
    if (difference == 0) return nothingToShow("two-groups", planned);
    double pooled = (firstRate + secondRate) / 2;
    double root = alphaZ() * Math.sqrt(2 * pooled * (1 - pooled))
        + powerZ() * Math.sqrt(firstRate * (1 - firstRate) + secondRate * (1 - secondRate));
    return figure("two-groups", planned, up(root * root / (difference * difference)));
  }

  /** Items for a mean difference of paired scores, given the standard deviation of the differences. */
  public Figure pairedScores(double difference, double deviation) {
    if (!Double.isFinite(difference)) throw new IllegalArgumentException("a difference is a number, got " + difference);
    if (!(deviation >= 0)) throw new IllegalArgumentException("a deviation is not negative, got " + deviation);
    var planned = Map.of("difference", difference, "deviation", deviation);
    if (difference == 0) return nothingToShow("paired-scores", planned);
    double root = (alphaZ() + powerZ()) * deviation / difference;
    return figure("paired-scores", planned, Math.max(2, up(root * root)));
  }

  /** The power McNemar's test has with this many items; the power asked for is not used. */
  public Figure powerOfPaired(double onlyFirst, double onlySecond, long items) {
    double difference = Math.abs(onlyFirst - onlySecond);
    double differing = onlyFirst + onlySecond;
    if (!(onlyFirst >= 0 && onlySecond >= 0 && differing <= 1)) throw misfit(onlyFirst, onlySecond);
    if (items < 0) throw new IllegalArgumentException("a number of items is not negative, got " + items);
    var planned = Map.of("onlyFirst", onlyFirst, "onlySecond", onlySecond, "items", (double) items);
    if (differing == 0) return figure("mcnemar-power", planned, 0);
    double spread = Math.sqrt(Math.max(1e-300, differing - difference * difference));
    return figure("mcnemar-power", planned, Normal.cumulative((difference * Math.sqrt(items) - alphaZ() * Math.sqrt(differing)) / spread));
  }

  private Figure figure(String of, Map<String, Double> planned, double value) {
    return new Figure(Double.isFinite(value) ? Estimate.of(value, 0)
        : Estimate.undefined("The difference is too small for any number of items to show it."), provenance(of, planned));
  }

  private Figure nothingToShow(String of, Map<String, Double> planned) {
    return new Figure(Estimate.undefined("No number of items shows a difference of zero."), provenance(of, planned));
  }

  private Provenance provenance(String of, Map<String, Double> planned) {
    var settings = new HashMap<>(Map.of("alpha", Double.toString(alpha), "power", Double.toString(power)));
    planned.forEach((name, value) -> settings.put(name, Double.toString(value)));
    return Provenance.of("sample-size-" + of, settings, 0);
  }

  private static IllegalArgumentException misfit(double onlyFirst, double onlySecond) {
    return new IllegalArgumentException("shares of " + onlyFirst + " and " + onlySecond + " do not fit into one");
  }

  private double alphaZ() {
    return Normal.halfWidth(1 - alpha);
  }

  private double powerZ() {
    return Normal.quantile(power);
  }

  private static double up(double items) {
    return Math.ceil(items - 1e-9);
  }
}
