package org.touchstone.statistics.drift;

import java.util.Map;
import org.touchstone.statistics.Estimate;
import org.touchstone.statistics.Interval;
import org.touchstone.statistics.Provenance;
import org.touchstone.statistics.chance.Beta;
import org.touchstone.statistics.chance.Gamma;

/**
 * Whether a rater's error rate changed once, and when: the exact posterior of a sequence of rights and wrongs with
 * one unknown rate against two, before and after an unknown place. Rates have a uniform prior, places an even one,
 * and a change as such the prior {@code changePrior}. Both directions count; a reader looks at the rates before and
 * after.
 *
 * <p>Unlike a chart it looks back on the whole sequence, so it is the right figure for a report and for deciding over
 * a person; re-asking after each judgment raises the false-alarm rate above what is documented for one look.
 */
public record ChangePoint(double changePrior, int shortest) {
  private static final double LEVEL = 0.95;

  public ChangePoint {
    if (!(changePrior > 0 && changePrior < 1)) {
      throw new IllegalArgumentException("a prior probability lies strictly between 0 and 1, got " + changePrior);
    }
    if (shortest < 1) throw new IllegalArgumentException("a stretch has at least one judgment, got " + shortest);
  }

  /** A change in one rater of ten, each stretch at least five judgments long. */
  public static ChangePoint standard() {
    return new ChangePoint(0.1, 5);
  }

  /**
   * What came out.
   *
   * @param probability that there was a change
   * @param place the likeliest first judgment after the change, -1 where none fits
   * @param before the error rate before that place
   * @param after the error rate from there on
   */
  public record Posterior(double probability, int place, Estimate before, Estimate after, Provenance provenance) {}

  public Posterior of(boolean[] wrong) {
    int n = wrong.length;
    int[] errors = new int[n + 1];
    for (int t = 0; t < n; t++) errors[t + 1] = errors[t] + (wrong[t] ? 1 : 0);
    double steady = evidence(errors[n], n);
    int places = n - 2 * shortest + 1;
    double best = Double.NEGATIVE_INFINITY;
    int place = -1;
    double sum = 0;
    for (int t = shortest; t <= n - shortest; t++) {
      double change = evidence(errors[t], t) + evidence(errors[n] - errors[t], n - t);
      sum += Math.exp(change - steady);
      if (change > best) {
        best = change;
        place = t;
      }
    }
    double odds = places > 0 ? changePrior / (1 - changePrior) * sum / places : 0;
    double probability = places <= 0 ? changePrior : Double.isInfinite(odds) ? 1 : odds / (1 + odds);
    var provenance = Provenance.of("bernoulli-change-point",
        Map.of("prior", Double.toString(changePrior), "shortest", Integer.toString(shortest)), n);
    return place < 0
        ? new Posterior(probability, -1, rate(errors[n], n),
            Estimate.undefined("The sequence is too short to hold a change."),
            provenance)
        : new Posterior(probability, place, rate(errors[place], place), rate(errors[n] - errors[place], n - place),
            provenance);
  }

  /** The log probability of a given sequence with this many errors, the rate being unknown. */
  private static double evidence(int errors, int n) {
    return Gamma.logFactorial(errors) + Gamma.logFactorial(n - errors) - Gamma.logFactorial(n + 1L);
  }

  private static Estimate rate(int errors, int n) {
    if (n == 0) return Estimate.undefined("There are no judgments yet.");
    double tail = (1 - LEVEL) / 2;
    return Estimate.of((errors + 1.0) / (n + 2.0), n, new Interval(
        Beta.quantile(tail, errors + 1.0, n - errors + 1.0), Beta.quantile(1 - tail, errors + 1.0, n - errors + 1.0),
            LEVEL));
  }
}
