package org.touchstone.statistics.allocation;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.touchstone.statistics.Provenance;

/**
 * What one more judgment is worth: how much it raises the probability that the answer is right.
 *
 * <p>With posterior p and a rater's table θ(l | k), the best answer is right with max_k p_k now and, once the judgment is
 * in, with Σ_l max_k p_k θ(l | k). The difference is never negative, and 0 where no label could change the answer.
 */
public final class NextJudgment {
  private NextJudgment() {}

  /** The label distribution of a rater: probability of {@code label} where {@code truth} holds. */
  @FunctionalInterface
  public interface RaterTable {
    double probability(int truth, int label);

    /** A rater right with one probability, whose errors fall evenly on the other classes. */
    static RaterTable oneCoin(double skill, int classes) {
      return (truth, label) -> truth == label ? skill : classes > 1 ? (1 - skill) / (classes - 1) : 0;
    }
  }

  /**
   * Somebody who could be asked.
   *
   * @param price of one judgment, in minor units of the currency, 0 or more
   */
  public record Candidate(String rater, RaterTable table, long price) {}

  /**
   * What asking would bring.
   *
   * @param gain added probability of a right answer
   * @param worth gain times the value of a right answer, less the price, in minor units
   * @param provenance method, settings, version and the number of candidates weighed
   */
  public record Offer(String item, String rater, double gain, double worth, Provenance provenance) {}

  /** Added probability that the best answer is right. */
  public static double gain(double[] posterior, RaterTable rater) {
    double now = 1 - StoppingRule.error(posterior);
    double then = 0;
    for (int label = 0; label < posterior.length; label++) {
      double best = 0;
      for (int k = 0; k < posterior.length; k++) best = Math.max(best, posterior[k] * rater.probability(k, label));
      then += best;
    }
    return Math.max(0, then - now);
  }

  /** Bits of information about the answer that the judgment is expected to bring: H(p) - E H(p | label). */
  public static double information(double[] posterior, RaterTable rater) {
    double bits = 0;
    for (int label = 0; label < posterior.length; label++) {
      double all = 0;
      for (int k = 0; k < posterior.length; k++) all += posterior[k] * rater.probability(k, label);
      for (int k = 0; k < posterior.length; k++) {
        double said = rater.probability(k, label);
        if (posterior[k] > 0 && said > 0) bits += posterior[k] * said * Math.log(said / all);
      }
    }
    return Math.max(0, bits / Math.log(2));
  }

  /**
   * The offer worth most for one item, empty where nobody's judgment is worth its price.
   *
   * <p>A single judgment often cannot turn a lead of two; then its gain is 0 although two of them could. So a candidate is
   * also weighed by the gain of two judgments like it, for twice the price.
   *
   * @param value of a right answer, in minor units
   */
  public static Optional<Offer> best(String item, double[] posterior, List<Candidate> candidates, long value) {
    var provenance = Provenance.of("next-judgment", Map.of("value", Long.toString(value)), candidates.size());
    return candidates.stream().map(c -> offer(item, posterior, c, value, provenance)).filter(o -> o.worth > 0).max(Comparator.comparingDouble(Offer::worth));
  }

  private static Offer offer(String item, double[] posterior, Candidate candidate, long value, Provenance provenance) {
    double one = gain(posterior, candidate.table);
    double two = gainOfTwo(posterior, candidate.table) / 2;
    double gain = Math.max(one, two);
    return new Offer(item, candidate.rater, gain, gain * value - candidate.price, provenance);
  }

  private static double gainOfTwo(double[] posterior, RaterTable rater) {
    double then = 0;
    for (int a = 0; a < posterior.length; a++) {
      for (int b = 0; b < posterior.length; b++) {
        double best = 0;
        for (int k = 0; k < posterior.length; k++) {
          best = Math.max(best, posterior[k] * rater.probability(k, a) * rater.probability(k, b));
        }
        then += best;
      }
    }
    return Math.max(0, then - (1 - StoppingRule.error(posterior)));
  }
}
