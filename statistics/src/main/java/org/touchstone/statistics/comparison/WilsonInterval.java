package org.touchstone.statistics.comparison;

import java.util.Map;
import org.touchstone.statistics.Estimate;
import org.touchstone.statistics.Figure;
import org.touchstone.statistics.Interval;
import org.touchstone.statistics.Provenance;
import org.touchstone.statistics.chance.Normal;

/**
 * The score interval of a proportion: all p that a two-sided test of level 1 − level would not reject.
 *
 * <pre>(p̂ + z²/2n ± z √(p̂(1−p̂)/n + z²/4n²)) / (1 + z²/n)</pre>
 *
 * <p>Never leaves [0, 1] and stays honest at 0 or n successes, where the textbook interval collapses to a point. No
 * trials give {@link Estimate.Undefined}. Fractions of a success are allowed, as a tie may count for a half.
 *
 * <p>Source: E. B. Wilson (1927), 'Probable inference, the law of succession, and statistical inference'.
 */
public record WilsonInterval(double level) {
  public WilsonInterval {
    if (!(level > 0 && level < 1)) {
      throw new IllegalArgumentException("a level lies strictly between 0 and 1, got " + level);
    }
  }

  public static WilsonInterval at95() {
    return new WilsonInterval(0.95);
  }

  public Figure of(double successes, long trials) {
    return new Figure(estimate(successes, trials), Provenance.of("wilson-interval", Map.of("coverage", Double.toString(level)), trials));
  }

  private Estimate estimate(double successes, long trials) {
    if (!(successes >= 0 && successes <= trials)) {
      throw new IllegalArgumentException("successes lie between 0 and " + trials + " trials, got " + successes);
    }
    if (trials == 0) return Estimate.undefined("Nothing has been counted yet, so there is no share to state.");
    double share = successes / trials;
    double z = Normal.halfWidth(level);
    double shrink = 1 + z * z / trials;
    double centre = (share + z * z / (2 * trials)) / shrink;
    double half = z * Math.sqrt(share * (1 - share) / trials + z * z / (4.0 * trials * trials)) / shrink;
    double low = successes == 0 ? 0 : Math.max(0, centre - half);
    double high = successes == trials ? 1 : Math.min(1, centre + half);
    return Estimate.of(share, trials, new Interval(low, high, level));
  }
}
