package org.touchstone.statistics.agreement;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.touchstone.statistics.Estimate;
import org.touchstone.statistics.Progress;
import org.touchstone.statistics.Provenance;

/**
 * What Krippendorff's alpha is made of: 1 − α is a sum with one term a judgment, its mean distance to the other
 * judgments of the item over n times the expected distance. Summed by item or by rater the terms say who costs what.
 */
public final class Breakdown {
  private final Agreement alpha;
  private final double[] itemCost;
  private final double[] raterCost;
  private final long[] raterJudgments;
  private final long judgments;

  private Breakdown(Agreement alpha, double[] itemCost, double[] raterCost, long[] raterJudgments, long judgments) {
    this.alpha = alpha;
    this.itemCost = itemCost;
    this.raterCost = raterCost;
    this.raterJudgments = raterJudgments;
    this.judgments = judgments;
  }

  static Breakdown of(Judgments judgments, KrippendorffAlpha coefficient, Progress progress) {
    var alpha = coefficient.measure(judgments);
    double[] items = new double[judgments.items()];
    double[] raters = new double[judgments.raters()];
    long[] counts = new long[judgments.raters()];
    if (alpha.value().isKnown()) share(judgments, coefficient.distance(), items, raters, counts, progress);
    return new Breakdown(alpha, items, raters, counts, alpha.judgments());
  }

  private static void share(Judgments judgments, Distance distance, double[] items, double[] raters, long[] counts,
      Progress progress) {
    var patterns = Patterns.of(judgments);
    var disagreement = new Disagreement(judgments.scale(), patterns, distance);
    double expected = disagreement.prepare(patterns.items());
    for (int i = 0; i < judgments.items(); i++) {
      int from = judgments.start(i);
      int to = judgments.start(i + 1);
      if (to - from < 2) continue;
      if (!progress.report(i + 1L, judgments.items())) return;
      for (int j = from; j < to; j++) {
        double far = 0;
        for (int k = from; k < to; k++) far += disagreement.between(judgments.code(j), judgments.code(k));
        double cost = far / (to - from - 1) / expected;
        items[i] += cost;
        raters[judgments.rater(j)] += cost;
        counts[judgments.rater(j)]++;
      }
    }
  }

  public Agreement alpha() {
    return alpha;
  }

  /** That of alpha, of which the costs are the parts. */
  public Provenance provenance() {
    return alpha.provenance();
  }

  /** How much of 1 − α this item brings; all items together bring all of it. */
  public double itemCost(int item) {
    return itemCost[item];
  }

  /** How much of 1 − α this rater's judgments bring; a busy rater brings more than an idle one. */
  public double raterCost(int rater) {
    return raterCost[rater];
  }

  /** Alpha as this rater's judgments alone see it; the mean of these over judgments is α. */
  public Estimate raterAlpha(int rater) {
    if (!(alpha.value() instanceof Estimate.Known)) return alpha.value();
    if (raterJudgments[rater] == 0) return Estimate.undefined("The rater shared no item with anybody.");
    return Estimate.of(1 - raterCost[rater] * judgments / raterJudgments[rater], raterJudgments[rater]);
  }

  /** Items from the costliest down, those that cost nothing left out. */
  public List<Integer> costliestItems(int most) {
    return costliest(itemCost, most);
  }

  /** Raters from the costliest down, those that cost nothing left out. */
  public List<Integer> costliestRaters(int most) {
    return costliest(raterCost, most);
  }

  private static List<Integer> costliest(double[] cost, int most) {
    return IntStream.range(0, cost.length).filter(c -> cost[c] > 0).boxed()
        .sorted(Comparator.comparingDouble(c -> -cost[c])).limit(most).toList();
  }
}
