package org.touchstone.statistics.allocation;

import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.touchstone.statistics.consensus.Consensus;

/**
 * What new items will cost if the raters of a pilot judge them: simulated from the class shares and rater tables found there.
 *
 * <p>Each simulated item draws its answer, then raters as often as each judged in the pilot; the posterior uses the tables
 * as known. That is slightly rosy, since real tables are known only roughly and items differ in difficulty; a {@link Replay}
 * of the pilot is the check.
 */
public final class Forecast {
  private static final int ITEMS = 4_000;

  private final int classes;
  private final double[] share;
  private final double[] raterShare;
  private final double[][] table;
  private final long seed;

  /** @param pilot a consensus of at least two classes */
  public Forecast(Consensus pilot, long seed) {
    this.seed = seed;
    classes = pilot.classes();
    if (classes < 2) throw new IllegalArgumentException("a forecast needs a pilot with at least two different labels");
    share = new double[classes];
    for (int i = 0; i < pilot.items(); i++) for (int k = 0; k < classes; k++) share[k] += pilot.posterior(i, k) / pilot.items();
    int[] n = pilot.table().judgmentsPerRater();
    raterShare = new double[n.length];
    table = new double[n.length][classes * classes];
    for (int r = 0; r < n.length; r++) {
      raterShare[r] = (double) n[r] / pilot.table().size();
      double skill = pilot.skill(r).known().map(s -> s.value()).orElse(1.0 / classes);
      for (int k = 0; k < classes; k++) {
        for (int l = 0; l < classes; l++) {
          double oneCoin = k == l ? skill : (1 - skill) / (classes - 1);
          table[r][k * classes + l] = pilot.confusion(r, k, l).orElse(oneCoin);
        }
      }
    }
  }

  /**
   * @param perItem judgments per item
   * @param accuracy share of right answers
   */
  public record Outlook(double perItem, double accuracy) {}

  /** What the rule will come to. */
  public Outlook adaptive(StoppingRule rule) {
    return simulate(rule);
  }

  /** What a fixed number of judgments per item will come to. */
  public Outlook fixed(int perItem) {
    return simulate(new StoppingRule(0, perItem, perItem));
  }

  /** Expected bits that one judgment of the rater tells about a fresh item. */
  public double information(int rater) {
    return NextJudgment.information(share, (truth, label) -> table[rater][truth * classes + label]);
  }

  private Outlook simulate(StoppingRule rule) {
    RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
    long bought = 0;
    double right = 0;
    for (int i = 0; i < ITEMS; i++) {
      int truth = draw(share, 0, classes, random);
      double[] posterior = share.clone();
      int n = 0;
      while (!rule.isSettled(posterior, n)) {
        int rater = draw(raterShare, 0, raterShare.length, random);
        int label = draw(table[rater], truth * classes, classes, random);
        double all = 0;
        for (int k = 0; k < classes; k++) all += posterior[k] *= Math.max(1e-9, table[rater][k * classes + label]);
        for (int k = 0; k < classes; k++) posterior[k] /= all;
        n++;
      }
      bought += n;
      right += rightShare(posterior, truth);
    }
    return new Outlook((double) bought / ITEMS, right / ITEMS);
  }

  private static double rightShare(double[] posterior, int truth) {
    double top = 1 - StoppingRule.error(posterior);
    if (posterior[truth] < top - 1e-9) return 0;
    int tied = 0;
    for (double p : posterior) if (p >= top - 1e-9) tied++;
    return 1.0 / tied;
  }

  private static int draw(double[] shares, int from, int n, RandomGenerator random) {
    double x = random.nextDouble();
    for (int k = 0; k < n - 1; k++) {
      x -= shares[from + k];
      if (x < 0) return k;
    }
    return n - 1;
  }
}
