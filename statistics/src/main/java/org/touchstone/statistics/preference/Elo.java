package org.touchstone.statistics.preference;

import java.util.Arrays;
import java.util.Map;
import org.touchstone.statistics.Bootstrap;
import org.touchstone.statistics.Provenance;

/**
 * Elo's running rating, for comparison with boards that use it: each result moves both contestants by {@code step}
 * times the surprise. It depends on the order of the rows and never settles; for contestants that do not change,
 * Bradley–Terry uses the same data better.
 *
 * @param step the most points one comparison can move (chess: 32 for beginners; boards of models: 4)
 */
public record Elo(double step) implements RatingMethod {
  private static final double START = 1000;

  public Elo {
    if (!(step > 0 && Double.isFinite(step))) throw new IllegalArgumentException("a step is a positive number, got "
        + step);
  }

  public static Elo standard() {
    return new Elo(4);
  }

  @Override
  public String name() {
    return "elo";
  }

  @Override
  public Ratings rate(Comparisons comparisons) {
    return rate(comparisons, null);
  }

  /** The replicates draw rows with replacement in random order, so the interval holds the chance of the order too. */
  @Override
  public Ratings rate(Comparisons comparisons, Bootstrap bootstrap) {
    double[] point = start(comparisons.contestants());
    for (int j = 0; j < comparisons.size(); j++) play(comparisons, j, point);
    double[][] replicates = new double[bootstrap == null ? 0 : bootstrap.rounds()][];
    int drawn = 0;
    while (drawn < replicates.length) {
      double[] at = start(comparisons.contestants());
      for (int j = 0; j < comparisons.size(); j++) {
        play(comparisons, bootstrap.random().nextInt(comparisons.size()), at);
      }
      replicates[drawn++] = at;
      if (!bootstrap.progress().report(drawn, replicates.length)) break;
    }
    var provenance = Provenance.of(name(), Map.of("step", Double.toString(step), "start", Double.toString(START)), comparisons.size());
    var values = Resampled.estimates(point, comparisons.counts().meetings(), replicates, drawn, bootstrap);
    return new Ratings(comparisons.contestantNames(), values, "Elo's ratings depend on the order of the rows.",
        bootstrap == null ? provenance : provenance.with(Map.of("bootstrap", Integer.toString(drawn), "coverage", Double.toString(bootstrap.level()))));
  }

  private static double[] start(int contestants) {
    double[] at = new double[contestants];
    Arrays.fill(at, START);
    return at;
  }

  private void play(Comparisons comparisons, int j, double[] at) {
    int left = comparisons.left(j);
    int right = comparisons.right(j);
    double result = switch (comparisons.outcome(j)) {
      case LEFT -> 1;
      case RIGHT -> 0;
      case TIE -> 0.5;
    };
    double move = step * (result - PairLikelihood.logistic((at[left] - at[right]) / Scale.ELO_POINTS));
    at[left] += move;
    at[right] -= move;
  }
}
