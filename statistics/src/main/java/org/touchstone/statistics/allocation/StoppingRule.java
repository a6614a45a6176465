package org.touchstone.statistics.allocation;

import java.util.Locale;
import java.util.Map;
import org.touchstone.statistics.Provenance;

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

  /** Whether to go on, and why; the words and the provenance are made when somebody asks for them. */
  public sealed interface Decision {
    StoppingRule rule();

    /** How many judgments the item has. */
    int judgments();

    /** Probability that the item's best answer is wrong. */
    double error();

    /** One sentence a person can read. */
    default String because() {
      if (judgments() < rule().least) return judgments() + " of at least " + rule().least + " judgments";
      if (this instanceof Enough && error() > rule().targetError) {
        return "the limit of " + rule().most + " judgments is reached, but the answer is not certain";
      }
      return String.format(Locale.ROOT, "the answer is wrong with %.1f %%, target %.1f %%", 100 * error(), 100 * rule().targetError);
    }

    default Provenance provenance() {
      return Provenance.of("stopping-rule", rule().settings(), judgments());
    }

    record Enough(StoppingRule rule, int judgments, double error) implements Decision {}

    record Ask(StoppingRule rule, int judgments, double error) implements Decision {}
  }

  /**
   * @param posterior probabilities of the item's classes
   * @param judgments how many the item has
   */
  public Decision decide(double[] posterior, int judgments) {
    double error = error(posterior);
    return settles(error, judgments) ? new Decision.Enough(this, judgments, error) : new Decision.Ask(this, judgments, error);
  }

  public boolean isSettled(double[] posterior, int judgments) {
    return settles(error(posterior), judgments);
  }

  private boolean settles(double error, int judgments) {
    return judgments >= least && (error <= targetError || judgments >= most);
  }

  /** Every setting in force, by name. */
  Map<String, String> settings() {
    return Map.of("targetError", Double.toString(targetError), "least", Integer.toString(least), "most", Integer.toString(most));
  }

  /** Probability that the best answer is wrong; 1 where there are no classes. */
  static double error(double[] posterior) {
    double top = 0;
    for (double p : posterior) top = Math.max(top, p);
    return 1 - top;
  }
}
