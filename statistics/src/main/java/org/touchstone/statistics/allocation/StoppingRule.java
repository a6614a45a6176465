package org.touchstone.statistics.allocation;

import java.util.Locale;

/**
 * Stops asking about an item once its answer is certain enough.
 *
 * @param targetError the item is settled when the probability that its best answer is wrong is at most this, in [0, 1)
 * @param least judgments every item gets whatever the posterior says, 1 or more
 * @param most judgments no item gets more than, not below {@code least}
 */
public record StoppingRule(double targetError, int least, int most) {

  public StoppingRule {
    if (!(targetError >= 0 && targetError < 1)) throw new IllegalArgumentException("a target error lies in [0, 1), got " + targetError);
    if (least < 1 || most < least) throw new IllegalArgumentException("1 <= least <= most is needed, got " + least + " and " + most);
  }

  /** Whether to go on, and why. */
  public sealed interface Decision {
    /** One sentence a person can read. */
    String because();

    record Enough(String because) implements Decision {}

    record Ask(String because) implements Decision {}
  }

  /**
   * @param posterior probabilities of the item's classes
   * @param judgments how many the item has
   */
  public Decision decide(double[] posterior, int judgments) {
    double error = error(posterior);
    if (judgments < least) return new Decision.Ask(judgments + " of at least " + least + " judgments");
    if (error <= targetError) return new Decision.Enough(percent("the answer is wrong with %.1f %%, target %.1f %%", error));
    if (judgments >= most) return new Decision.Enough("the limit of " + most + " judgments is reached, but the answer is not certain");
    return new Decision.Ask(percent("the answer is wrong with %.1f %%, target %.1f %%", error));
  }

  public boolean isSettled(double[] posterior, int judgments) {
    return decide(posterior, judgments) instanceof Decision.Enough;
  }

  private String percent(String format, double error) {
    return String.format(Locale.ROOT, format, 100 * error, 100 * targetError);
  }

  /** Probability that the best answer is wrong; 1 where there are no classes. */
  static double error(double[] posterior) {
    double top = 0;
    for (double p : posterior) top = Math.max(top, p);
    return 1 - top;
  }
}
